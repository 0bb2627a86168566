/*
 * Scores how the newest text is told from quotes, against what others publish. Not a vitest test: the sets are not part
 * of the project.
 *
 *   KLA_TEST_QUOTE_FIXTURES=FOLDER node test/peers/quoteScore.ts [--list]
 *
 * FOLDER holds checkouts of crisp-oss/email-reply-parser, discourse/email_reply_trimmer, mailgun/talon and
 * alfonsrv/mail-parser-reply. For each set, for all and for the German part: fixtures; met, and how many of these by
 * their whole text and by parts of it (claims); near misses (nine of ten words). --list prints each miss with both texts.
 *
 * The sets do not ask for one thing. Greetings belong to the answer in three of them, not in alfonsrv; what stands below
 * "-- " and "Sent from my iPhone" belongs to it only in talon. So each set is compared with that of our texts which it
 * speaks of, for the whole set alike (quotes/fixture.ts, View). Where a set contradicts itself or the others, its word
 * counts as it stands, and what we do otherwise is counted as missed.
 */

import { readLetter } from '../../src/adapters/mime/readLetter.ts'
import { bodyAndFooter, bodyAndSignature } from '../../src/domain/mail/quotes/signature.ts'
import { visibleText } from '../../src/domain/mail/quotes/visibleText.ts'
import { isGerman, type QuoteFixture, type View } from './quotes/fixture.ts'
import { expectedText, type Reading, type Verdict, verdictOn } from './quotes/judge.ts'
import { quoteFixtures } from './quotes/sets.ts'

const folder = process.env.KLA_TEST_QUOTE_FIXTURES
if (!folder) {
  console.error('usage: KLA_TEST_QUOTE_FIXTURES=FOLDER node test/peers/quoteScore.ts [--list]')
  process.exit(2)
}
const list = process.argv.includes('--list')

const results: { fixture: QuoteFixture; verdict: Verdict; reading: Reading }[] = []
for (const fixture of quoteFixtures(folder)) {
  const reading = await readingOf(fixture)
  results.push({ fixture, verdict: verdictOn(fixture, reading), reading })
}

if (list)
  for (const { fixture, verdict, reading } of results.filter(result => result.verdict !== 'met'))
    console.log(
      `=== ${verdict}: ${fixture.set} ${fixture.name}\n--- expected\n${expectedText(fixture)}\n--- ours\n${reading.newest}\n`,
    )

console.log('set        fixtures   met          text  claims  near')
for (const set of new Set(results.map(({ fixture }) => fixture.set)))
  print(set, ({ fixture }) => fixture.set === set)
print('all', () => true)
print('German', ({ fixture }) => isGerman(fixture))

function print(name: string, chosen: (result: (typeof results)[number]) => boolean): void {
  const some = results.filter(chosen)
  const met = some.filter(({ verdict }) => verdict === 'met')
  const share = ((100 * met.length) / some.length).toFixed(1)
  const by = (kind: string) => met.filter(({ fixture }) => fixture.expected.kind === kind).length
  const near = some.filter(({ verdict }) => verdict === 'near').length
  console.log(
    `${name.padEnd(10)} ${String(some.length).padStart(8)}   ${String(met.length).padStart(3)} ${share.padStart(5)} %` +
      `  ${String(by('text')).padStart(5)}  ${String(by('claims')).padStart(6)}  ${String(near).padStart(4)}`,
  )
}

async function readingOf({ given, view }: QuoteFixture): Promise<Reading> {
  if (given.kind === 'text') {
    const { newest, quoted } = visibleText(given.text)
    return seen(newest, quoted, view)
  }
  const letter = await readLetter(given.kind === 'mail' ? given.bytes : htmlMail(given.text))
  return seen(letter.newestText, letter.quotedText, view)
}

function seen(newest: string, quoted: string, view: View): Reading {
  const { body, signature } = bodyAndSignature(newest)
  if (view === 'body') return { newest: body, quoted, footer: signature }
  const parts = bodyAndFooter(newest)
  return { newest: view === 'whole' ? newest : parts.body, quoted, footer: parts.footer }
}

function htmlMail(html: string): Buffer {
  const head =
    'From: a@mail.example\nIn-Reply-To: <frage@mail.example>\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n'
  return Buffer.from(head + Buffer.from(html).toString('base64'))
}
