import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Expected, QuoteFixture } from './fixture.ts'
import { equalities, testsIn } from './pythonTest.ts'

/**
 * mailgun/talon: what its tests of quotations compare, and its folders of whole answers. Here signatures belong to the
 * answer, as in our `newestText`. Its tests of signatures ask for something else (names of senders), its tests of inner
 * steps have no text; both are left out. One test wants forwarded letters left whole, which contradicts the other sets
 * (and us); it is counted as missed.
 */
export function talonFixtures(folder: string): QuoteFixture[] {
  return [...plain(folder), ...originalMessages(folder), ...html(folder), ...standard(folder)]
}

function fixture(name: string, given: QuoteFixture['given'], expected: Expected): QuoteFixture {
  return { set: 'talon', name, given, view: 'whole', expected }
}

function source(folder: string, file: string): string {
  return readFileSync(join(folder, 'tests', file), 'utf8')
}

function plain(folder: string): QuoteFixture[] {
  return [...testsIn(source(folder, 'text_quotations_test.py'))].flatMap(([name, body]) =>
    equalities(body).flatMap(([expected, actual]) => {
      if (typeof expected !== 'string' || actual === null || typeof actual === 'string') return []
      if (!actual.name.endsWith('extract_from_plain') || typeof actual.argument !== 'string') return []
      // This one lowers a limit of the library first.
      if (name === 'test_too_many_lines') return []
      return [
        fixture(
          name,
          { kind: 'text', text: actual.argument },
          { kind: 'text', text: expected, spaces: 'normal' },
        ),
      ]
    }),
  )
}

/** The one test that is called with several separators. */
function originalMessages(folder: string): QuoteFixture[] {
  const tests = source(folder, 'text_quotations_test.py')
  return [...tests.matchAll(/^ {4}_check_pattern_original_message\(u?'(.+)'\)/gm)].map(match =>
    fixture(
      `original message: ${match[1]}`,
      { kind: 'text', text: `Test reply\n\n-----${match[1]}-----\n\nTest` },
      { kind: 'text', text: 'Test reply', spaces: 'normal' },
    ),
  )
}

/** The expected HTML is compared as text: tags out, and no white space, as the tests do. */
function html(folder: string): QuoteFixture[] {
  const tests = testsIn(source(folder, 'html_quotations_test.py'))
  const inline = [...tests].flatMap(([name, body]) =>
    equalities(body).flatMap(([expected, actual]) => {
      const given =
        actual !== null && typeof actual !== 'string' && actual.name.endsWith('extract_from_html')
          ? (actual.argument ?? fileOf(folder, body))
          : null
      const text = expected !== null && typeof expected !== 'string' ? expected.argument : expected
      if (typeof given !== 'string' || typeof text !== 'string' || given === '') return []
      return [
        fixture(name, { kind: 'html', text: given }, { kind: 'text', text: untagged(text), spaces: 'none' }),
      ]
    }),
  )
  const answer = 'Hi. I am fine.\n\nThanks,\nAlex'
  const whole = readdirSync(join(folder, 'tests/fixtures/html_replies')).map(name =>
    fixture(
      name,
      { kind: 'html', text: source(folder, `fixtures/html_replies/${name}`) },
      { kind: 'text', text: answer, spaces: 'none' },
    ),
  )
  return [...inline, ...whole]
}

function fileOf(folder: string, body: string): string | null {
  if (body.includes('extract_from_html(OLK_SRC_BODY_SECTION)'))
    return source(folder, 'fixtures/OLK_SRC_BODY_SECTION.html')
  if (body.includes('extract_from_html(REPLY_SEPARATED_BY_HR)'))
    return source(folder, 'fixtures/reply-separated-by-hr.html')
  return null
}

function untagged(text: string): string {
  return text.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
}

function standard(folder: string): QuoteFixture[] {
  const inside = join(folder, 'tests/fixtures/standard_replies')
  const files = readdirSync(inside)
  const replies = files
    .filter(name => name.endsWith('.eml'))
    .map(name => {
      const reply = name.replace('.eml', '_reply_text')
      const text = files.includes(reply) ? readFileSync(join(inside, reply), 'utf8') : 'Hello'
      return fixture(
        name,
        { kind: 'mail', bytes: readFileSync(join(inside, name)) },
        { kind: 'text', text, spaces: 'normal' },
      )
    })
  const shared = fixture(
    'reply-quotations-share-block.eml',
    { kind: 'mail', bytes: readFileSync(join(folder, 'tests/fixtures/reply-quotations-share-block.eml')) },
    {
      kind: 'claims',
      claims: [
        { where: 'newest', holds: true, what: /\S/ },
        { where: 'newest', holds: false, what: 'From' },
      ],
    },
  )
  return [...replies, shared]
}
