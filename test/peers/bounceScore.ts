/*
 * How many delivery reports of a public collection are understood. Not a vitest test: the collection is not part of the
 * project.
 *
 *   KLA_TEST_BOUNCE_FIXTURES=FOLDER node test/peers/bounceScore.ts [--verbose]
 *
 * FOLDER holds mails as *.eml and expected.json: file name → what another reader found, [{address, status, action,
 * reason}]. Made for the public set of sisimai/set-of-emails (BSD-2-Clause) with what Sisimai itself says of it. A file
 * for which it says nothing, "vacation" or "feedback" is no report of a failed letter.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLetter } from '../../src/adapters/mime/readLetter.ts'
import { automaticReason } from '../../src/domain/mail/automatic/autoSubmitted.ts'
import { deliveryReport } from '../../src/domain/mail/reports/bounce.ts'

interface Expected {
  address: string
  /** "5.1.1"; the last two numbers may be of the reader's own making, the class is the report's. */
  status: string
  action: string
  reason: string
}

const folder = process.env.KLA_TEST_BOUNCE_FIXTURES
const verbose = process.argv.includes('--verbose')
if (!folder) {
  console.error('KLA_TEST_BOUNCE_FIXTURES names no folder')
  process.exit(2)
}
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, Expected[]>

const score = new Map<string, { right: number; of: number }>()
function count(what: string, right: boolean, file: string, seen: () => unknown): void {
  const sum = score.get(what) ?? { right: 0, of: 0 }
  score.set(what, { right: sum.right + (right ? 1 : 0), of: sum.of + 1 })
  if (!right && verbose) console.log(`${what}: ${file} ${JSON.stringify(seen())}`)
}

for (const file of readdirSync(folder)
  .filter(name => name.endsWith('.eml'))
  .sort()) {
  const found = expected[file] ?? []
  const failures = found.filter(({ reason }) => reason !== 'vacation' && reason !== 'feedback')
  const letter = await readLetter(readFileSync(join(folder, file)))
  const report = deliveryReport(letter)
  if (found.length > 0)
    count('automatic', automaticReason(letter) !== null, file, () => [letter.from.address, letter.subject])
  if (failures.length === 0) {
    if (found.length > 0) count('no report of a failure', report === null, file, () => report)
    continue
  }
  count('recognised', report !== null, file, () => [letter.from.address, letter.subject])
  if (!report) continue
  const addresses = report.recipients.map(({ address }) => address)
  count(
    'addresses',
    failures.every(({ address }) => addresses.includes(address.toLowerCase())),
    file,
    () => ({ expected: failures.map(({ address }) => address), addresses }),
  )
  // Where a report has no code, the other reader makes one up (x.0.9yy): then only "given up or not" can be compared.
  const madeUp = failures.every(({ status }) => /^[45]\.0\.9\d\d$/.test(status))
  if (madeUp) {
    // It calls every letter that ran out of time "delayed", also one that was given up.
    if (failures.some(({ reason }) => reason === 'expired')) continue
    const gaveUp = failures.some(({ action }) => action === 'failed')
    count('given up or delayed', (report.kind === 'failed') === gaveUp, file, () => ({ failures, report }))
    continue
  }
  const kind = failures.every(
    ({ reason, action }) => reason === 'delivered' || /^deliver|^relay|^expand/.test(action),
  )
    ? 'delivered'
    : failures.every(({ status, action }) => action === 'delayed' || status.startsWith('4'))
      ? 'temporary'
      : 'permanent'
  const ours = report.kind === 'delivered' ? 'delivered' : report.permanent ? 'permanent' : 'temporary'
  count('permanent or temporary', ours === kind, file, () => ({ failures, report }))
}

for (const [what, { right, of }] of score)
  console.log(
    `${what.padEnd(24)} ${String(right).padStart(4)} of ${of}  ${((100 * right) / of).toFixed(1)} %`,
  )
