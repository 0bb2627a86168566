import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim, Expected, QuoteFixture } from './fixture.ts'

/**
 * crisp-oss/email-reply-parser: the assertions of test/test.js over test/fixtures. It keeps greetings and drops what
 * stands below a delimiter, and device lines. Its fragments alternate between written and hidden ones; "one fragment"
 * means that the whole text is new. Assertions about lengths alone say nothing of the text and are left out.
 */
export function crispFixtures(folder: string): QuoteFixture[] {
  const source = readFileSync(join(folder, 'test/test.js'), 'utf8')
  const common = stringOf(/const COMMON_FIRST_FRAGMENT = ('(?:[^'\\]|\\[\s\S])*')/.exec(source)![1]!)
  return source
    .split(/^export function /m)
    .slice(1)
    .flatMap((test): QuoteFixture[] => {
      const file = /get_email\("(\w+)"\)|fixtures\/(\w+)\.txt/.exec(test)
      const inline = /emailContent = `([^`]*)`/.exec(test)?.[1]
      const name = file?.[1] ?? file?.[2] ?? /^\w+/.exec(test)![0]
      const text = inline ?? readFileSync(join(folder, `test/fixtures/${name}.txt`), 'utf8')
      const expected = expectedIn(test, text, common)
      if (!expected) return []
      return [{ set: 'crisp', name, given: { kind: 'text', text }, view: 'without-footer', expected }]
    })
}

function expectedIn(test: string, text: string, common: string): Expected | null {
  const whole = (each: string): Expected => ({ kind: 'text', text: each, spaces: 'normal' })
  if (test.includes('test.equal(COMMON_FIRST_FRAGMENT')) return whole(common)
  if (/test\.equal\(1, \w*\.?fragments\.length\)/.test(test)) return whole(text)
  const literal =
    /test\.equal\(("(?:[^"\\]|\\.)*"), (?:\w+\.fragments\[0\]|fragments\[0\]|\w+\.getVisibleText|reply\b)/.exec(
      test,
    )
  // Where more fragments follow that are visible, the first one alone is not the whole newest text.
  if (literal && !/fragments\[2\]/.test(test)) return whole(stringOf(literal[1]!))
  const claims = claimsIn(test)
  return claims.length > 0 ? { kind: 'claims', claims } : null
}

function claimsIn(test: string): Claim[] {
  const named = new Map(
    [...test.matchAll(/const (\w+) = (\/.+\/\w*);/g)].map(([, name, pattern]) => [name!, pattern!]),
  )
  const direct = [...test.matchAll(/test\.equal\((true|false), (\/.+\/\w*)\.test\(([^)]*)\)/g)].map(
    ([, holds, pattern, of]) => ({ holds: holds === 'true', pattern: pattern!, of: of! }),
  )
  const viaName = [...test.matchAll(/test\.equal\((\w+)\.test\((.*?)\), (true|false)\)/g)].map(
    ([, name, of, holds]) => ({ holds: holds === 'true', pattern: named.get(name!)!, of: of! }),
  )
  return [...direct, ...viaName].flatMap(({ holds, pattern, of }): Claim[] => {
    const what = patternOf(pattern)
    if (of === 'reply') return [{ where: 'newest', holds, what }]
    if (of === 'quoted') return [{ where: 'quoted', holds, what }]
    const fragment = /fragments\[(\d)\]/.exec(of)
    return fragment ? [{ where: 'newest', holds: Number(fragment[1]) % 2 === 0, what }] : []
  })
}

/** With "m": a fragment begins at a line. */
function patternOf(literal: string): RegExp {
  const end = literal.lastIndexOf('/')
  return new RegExp(literal.slice(1, end), `${literal.slice(end + 1).replace('m', '')}m`)
}

function stringOf(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(n|\r?\n|.)/g, (_, escaped) => (escaped === 'n' ? '\n' : /\n/.test(escaped) ? '' : escaped))
}
