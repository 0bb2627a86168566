/*
 * Reads collections of mails that others made, and prints what became of each. Not a vitest test: the collections are
 * not part of the project.
 *
 *   node test/peers/corpora.ts FOLDER… [--verbose]
 *
 * For each folder: files by outcome (letter, or the kind of UnreadableMail), problems of files, mails slower than a
 * second, time in all. --verbose names every file that is no letter. Exit status 1 if a mail made us fail (an error
 * that is not UnreadableMail) or if one outcome is missing. Tried with the fixtures of nodemailer/mailparser,
 * alfonsrv/mail-parser-reply, stalwartlabs/mail-parser and jhillyerd/enmime.
 */

import { mailsIn } from '../../src/adapters/folder/mailsIn.ts'
import { createReader } from '../../src/adapters/mime/createReader.ts'
import { UnreadableMail } from '../../src/adapters/mime/unreadable.ts'
import { programmeNamed } from '../../src/buildWorld.ts'

const folders = process.argv.slice(2).filter(word => !word.startsWith('--'))
const verbose = process.argv.includes('--verbose')
if (folders.length === 0) {
  console.error('usage: node test/peers/corpora.ts FOLDER… [--verbose]')
  process.exit(2)
}

const reader = createReader(
  { threads: 2, timeoutMs: 10_000, memoryMb: 256 },
  programmeNamed('pinneberg').profile,
)
let faults = 0

for (const folder of folders) {
  const outcomes = new Map<string, number>()
  const slow: string[] = []
  const began = performance.now()
  let mails = 0
  let skipped = 0
  for await (const mail of mailsIn([folder], { onSkipped: () => skipped++ })) {
    mails++
    const started = performance.now()
    const outcome = 'problem' in mail ? `problem: ${mail.problem}` : await outcomeOf(mail.raw)
    const ms = performance.now() - started
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    if (ms > 1000) slow.push(`${mail.source} (${Math.round(ms)} ms)`)
    if (outcome.startsWith('fault')) faults++
    if (outcome !== 'letter' && (verbose || outcome.startsWith('fault')))
      console.log(`  ${mail.source}: ${outcome}`)
  }
  const counted = [...outcomes.values()].reduce((sum, count) => sum + count, 0)
  if (counted !== mails) faults++
  console.log(
    `${folder}: ${mails} mails, ${skipped} other files, ${Math.round(performance.now() - began)} ms`,
  )
  for (const [outcome, count] of [...outcomes].sort())
    console.log(`  ${String(count).padStart(5)}  ${outcome}`)
  for (const line of slow) console.log(`  slow: ${line}`)
}
await reader.close()
process.exitCode = faults === 0 ? 0 : 1

async function outcomeOf(raw: Buffer): Promise<string> {
  try {
    await reader.read(raw)
    return 'letter'
  } catch (error) {
    return error instanceof UnreadableMail ? `unreadable: ${error.kind}` : `fault: ${String(error)}`
  }
}
