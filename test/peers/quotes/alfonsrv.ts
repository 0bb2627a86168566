import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim, Expected, QuoteFixture } from './fixture.ts'
import { testsIn } from './pythonTest.ts'

/**
 * alfonsrv/mail-parser-reply: the assertions of its test over test/emails. Its `body` is without greeting and signature.
 * Mostly it names parts of a text; counts of earlier letters are read as "something was quoted" or "nothing was".
 */
export function alfonsrvFixtures(folder: string): QuoteFixture[] {
  const source = readFileSync(join(folder, 'test/test_email_reply_parser.py'), 'utf8').replace(/^ {4}/gm, '')
  return [...testsIn(source)].flatMap(([name, body]): QuoteFixture[] => {
    const file = /get_email\('(\w+)', parse=True/.exec(body)?.[1]
    if (!file || !name.startsWith('test_')) return []
    const text = readFileSync(join(folder, `test/emails/${file}.txt`), 'utf8')
    const expected = expectedIn(body)
    return expected
      ? [{ set: 'alfonsrv', name: file, given: { kind: 'text', text }, view: 'body', expected }]
      : []
  })
}

function expectedIn(body: string): Expected | null {
  const whole = /assertTrue\("([^"]*)" == mail\.replies\[0\]\.body\)/.exec(body)
  if (whole) return { kind: 'text', text: whole[1]!.replaceAll('\\n', '\n'), spaces: 'normal' }
  const claims = [...body.matchAll(/^(?!\s*#)\s*self\.assert(.+)$/gm)].flatMap(match => claimIn(match[1]!))
  return claims.length > 0 ? { kind: 'claims', claims } : null
}

function claimIn(assertion: string): Claim[] {
  const replies = /^Equal\((\d+), len\(mail\.replies\)\)/.exec(assertion)
  if (replies) return [{ where: 'quoted', holds: Number(replies[1]) > 1, what: /\S/ }]
  const part =
    /^True\("([^"]*)" (not in|in|==) mail\.replies\[(\d)\]\.(\w+)\)/.exec(assertion) ??
    /^(?:Not)?In\("([^"]*)",() mail\.replies\[(\d)\]\.(\w+)\)/.exec(assertion)
  if (!part) return []
  const [, text, relation, index, field] = part
  const holds = relation !== 'not in' && !assertion.startsWith('Not')
  const what = text!.replaceAll('\\n', '\n')
  // Inside the quoted letters they part again what we keep together.
  if (index !== '0') return holds ? [{ where: 'quoted', holds, what }] : []
  if (field === 'signatures') return [{ where: 'footer', holds, what }]
  return field === 'body' ? [{ where: 'newest', holds, what }] : []
}
