/*
 * Damaged mails through the real reading threads, with the limits of production. Not a vitest test: it takes minutes.
 *
 *   npm run fuzz -- [COUNT] [SEED]
 *
 * Printed: what became of them, and the slowest. Exit status 1 if one had no outcome, an error of ours, too much time or too
 * much memory; its number is printed, and with the same seed it is the same mail again.
 */

import { createReader } from '../../src/adapters/mime/createReader.ts'
import { UnreadableMail } from '../../src/adapters/mime/unreadable.ts'
import { readerLimits } from '../../src/build/buildHandling.ts'
import { programmeNamed } from '../../src/buildWorld.ts'
import { mutatedMails } from './mutatedMails.ts'

const count = Number(process.argv[2] ?? 10_000)
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 1_000_000))
const mailNumber = mutatedMails(seed)
const reader = createReader(readerLimits, programmeNamed('pinneberg').profile)

const outcomes = new Map<string, number>()
const bad: string[] = []
let slowest = { ms: 0, number: -1 }
const began = performance.now()

await Promise.all(
  Array.from({ length: 64 }, async (_, lane) => {
    for (let number = lane; number < count; number += 64) {
      const started = performance.now()
      const outcome = await outcomeOf(mailNumber(number))
      const ms = performance.now() - started
      if (ms > slowest.ms) slowest = { ms, number }
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      if (/fault|too-slow|memory|malformed/.test(outcome)) bad.push(`mail ${number}: ${outcome}`)
    }
  }),
)
await reader.close()

const accounted = [...outcomes.values()].reduce((sum, n) => sum + n, 0)
console.log(
  `seed ${seed}: ${count} mails, ${accounted} outcomes, ${((performance.now() - began) / 1000).toFixed(0)} s`,
)
for (const [outcome, n] of [...outcomes].sort()) console.log(`${String(n).padStart(8)}  ${outcome}`)
console.log(`slowest, waiting included: mail ${slowest.number}, ${slowest.ms.toFixed(0)} ms`)
for (const line of bad.slice(0, 20)) console.log(line)
process.exitCode = accounted === count && bad.length === 0 ? 0 : 1

async function outcomeOf(raw: Buffer): Promise<string> {
  try {
    const { letter } = await reader.read(raw)
    if (letter.protection) return `letter, ${letter.protection}`
    return letter.attachments.length > 0 ? 'letter with attachments' : 'letter'
  } catch (error) {
    return error instanceof UnreadableMail ? `unreadable: ${error.kind}` : `fault: ${String(error)}`
  }
}
