/*
 * How our reading of mails compares with what other libraries expect of their own fixtures. Not a vitest test: the fixtures
 * are not part of the project.
 *
 *   KLA_TEST_MIME_FIXTURES=FOLDER node test/peers/mimeScore.ts [--verbose]
 *
 * FOLDER holds clones of apache/james-mime4j, zbateson/mail-mime-parser and jstedfast/MimeKit, each under its own name or as
 * owner+name. Printed for each: mails and what became of them, subjects and texts that are equal to the expectation. Exit
 * status 1 if a mail has no outcome, or if fewer than 95 % are equal.
 */

import { existsSync } from 'node:fs'
import path from 'node:path'
import { createReader } from '../../src/adapters/mime/createReader.ts'
import { UnreadableMail } from '../../src/adapters/mime/unreadable.ts'
import { programmeNamed } from '../../src/buildWorld.ts'
import type { Letter } from '../../src/domain/mail/letter.ts'
import type { Fixture } from './mimeFixtures/fixture.ts'
import { mime4jFixtures } from './mimeFixtures/mime4j.ts'
import { mimekitFixtures } from './mimeFixtures/mimekit.ts'
import { zbatesonFixtures } from './mimeFixtures/zbateson.ts'

const collections = [
  ['apache', 'james-mime4j', mime4jFixtures],
  ['zbateson', 'mail-mime-parser', zbatesonFixtures],
  ['jstedfast', 'MimeKit', mimekitFixtures],
] as const

const folder = process.env.KLA_TEST_MIME_FIXTURES
const verbose = process.argv.includes('--verbose')
if (!folder) {
  console.error('KLA_TEST_MIME_FIXTURES must name the folder with the clones')
  process.exit(2)
}

const reader = createReader(
  { threads: 2, timeoutMs: 10_000, memoryMb: 256 },
  programmeNamed('pinneberg').profile,
)
const total = { mails: 0, accounted: 0, expected: 0, equal: 0 }

for (const [owner, name, fixturesIn] of collections) {
  const found = [`${owner}+${name}`, name, `${owner}/${name}`]
    .map(each => path.join(folder, each))
    .find(each => existsSync(each))
  if (!found) {
    console.log(`${name}: not there`)
    continue
  }
  const score = { mails: 0, letters: 0, unreadable: 0, faults: 0, subjects: [0, 0], texts: [0, 0] }
  for (const fixture of await fixturesIn(found)) {
    score.mails++
    const letter = await letterOf(fixture)
    if (typeof letter === 'string') {
      if (letter === 'fault') score.faults++
      else score.unreadable++
      note(fixture, letter, '', '')
    } else score.letters++
    const read = typeof letter === 'string' ? null : letter
    if (fixture.subject !== null)
      count(score.subjects, fixture, 'subject', read?.subject ?? '', fixture.subject)
    if (fixture.texts) {
      const expected = fixture.texts.map(({ words }) => words).join('\n')
      const right = read !== null && textIsRight(read, fixture)
      score.texts[1]!++
      if (right) score.texts[0]!++
      else note(fixture, 'text', read?.text ?? '', expected)
    }
  }
  total.mails += score.mails
  total.accounted += score.letters + score.unreadable
  total.expected += score.subjects[1]! + score.texts[1]!
  total.equal += score.subjects[0]! + score.texts[0]!
  console.log(
    `${name}: ${score.mails} mails = ${score.letters} letters + ${score.unreadable} unreadable + ${score.faults} faults; ` +
      `subjects equal ${score.subjects.join('/')}, texts equal ${score.texts.join('/')}`,
  )
}
await reader.close()
const percent = (100 * total.equal) / Math.max(1, total.expected)
console.log(`all: ${total.accounted} of ${total.mails} accounted for, ${percent.toFixed(1)} % equal`)
process.exitCode = total.accounted === total.mails && percent >= 95 ? 0 : 1

async function letterOf(fixture: Fixture): Promise<Letter | string> {
  try {
    return (await reader.read(fixture.raw)).letter
  } catch (error) {
    return error instanceof UnreadableMail ? `unreadable: ${error.kind}` : 'fault'
  }
}

function count(score: number[], fixture: Fixture, what: string, is: string, expected: string): void {
  score[1]!++
  if (collapsed(is) === collapsed(expected)) score[0]!++
  else note(fixture, what, is, expected)
}

/** Blanks do not count; of HTML only letters and digits, because lists and rules are drawn differently. */
function textIsRight(letter: Letter, fixture: Fixture): boolean {
  const own = letter.text.replace(/-+ Weitergeleitete Nachricht -+\n(?:.*\n){4}/g, '')
  let rest = collapsed(own)
  for (const { words, html } of fixture.texts!) {
    if (html ? !bare(own).includes(bare(words)) : !rest.includes(collapsed(words))) return false
    if (!html) rest = rest.replace(collapsed(words), '')
  }
  return !fixture.whole || bare(own).length <= bare(fixture.texts!.map(({ words }) => words).join('')).length
}

function collapsed(text: string): string {
  return text.replace(/[\s\0]+/g, ' ').trim()
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '')
}

function note(fixture: Fixture, what: string, is: string, expected: string): void {
  if (!verbose) return
  console.log(`  ${fixture.name}: ${what}`)
  if (is !== expected)
    console.log(
      `    is       ${JSON.stringify(is.slice(0, 300))}\n    expected ${JSON.stringify(expected.slice(0, 300))}`,
    )
}
