import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { missingDovecot } from '../peers/dovecot.ts'
import { badMails } from './badMails.ts'
import { jsonLines, kla as klaCommand } from './command.ts'
import { letter } from './letters.ts'
import { channel, type Surrounded, surroundings, until } from './world.ts'

const missing = missingDovecot()
const normal = Array.from({ length: 13 }, (_, i) => `normal-${i}@post.example`)

let around: Surrounded
beforeEach(async () => {
  if (!missing) around = await surroundings()
})
afterEach(async () => {
  if (!missing) await around.stop()
})

test.skipIf(missing)(
  '[needs Dovecot] mails that something is wrong with have one outcome each, and the letters between them are served',
  { timeout: 180_000 },
  async () => {
    const bad = badMails()
    // Each bad mail between two normal ones, all there at once when the program comes up.
    const all = normal.flatMap((id, i) => {
      const between = bad[i]
      const usual = letter({ id, from: `familie${i}@post.example`, subject: `Frage ${i}` })
      return between ? [usual, between.raw] : [usual]
    })
    expect(all).toHaveLength(normal.length + bad.length)
    around.dovecot.fill(all.length, i => all[i]!)
    const kla = await around.start()
    await until(async () => (await arrived()) === all.length, 30_000)
    await until(async () => (await around.waiting()) === 0, 30_000)

    const [, ...rest] = await outcomes()
    for (const [i, mail] of bad.entries()) expect(rest[2 * i], `a mail ${mail.what}`).toBe(mail.becomes)
    for (const id of normal)
      expect(await around.fate(`<${id}>`), id).toMatchObject({
        outcomes: ['ticket'],
        announcements: 1,
        acknowledgements: 1,
      })
    // What is put aside is said in the channel, by number.
    const told = around.slack.messages(channel).filter(message => /Quarantäne \(Q-\d+\)/.test(message.text))
    expect(told).toHaveLength(bad.filter(mail => mail.becomes === 'quarantined').length)
    expect(JSON.stringify(told)).toMatch(/6\d MB größer als erlaubt/)

    const ledger = await klaCommand(['ledger', '--json'], { env: { DATABASE_URL: around.database.url } })
    expect(ledger).toMatchObject({ status: 0, err: '' })
    const lines = jsonLines<Record<string, number>>(ledger.out)
    const sum = (...keys: string[]) =>
      lines.reduce((total, line) => keys.reduce((n, key) => n + line[key]!, total), 0)
    expect(sum('arrived')).toBe(all.length)
    expect(sum('ticket', 'followup', 'automatic', 'duplicate', 'quarantined')).toBe(all.length)

    expect(kla.child.exitCode).toBeNull()
    // The mail above the limit is never loaded; the one just below it costs about 600 MiB for a moment.
    expect(peakMegabytes(kla.child.pid!)).toBeLessThan(1_000)
    expect(await kla.stop()).toBe(0)
  },
)

async function arrived(): Promise<number> {
  const [row] = await around.rows<{ n: number }>('select count(*)::int as n from deliveries')
  return row!.n // count(*) always has a row
}

/** In the order in which the mails lie in the mailbox. */
async function outcomes(): Promise<string[]> {
  const rows = await around.rows<{ outcome: string }>('select outcome from deliveries order by uid')
  return rows.map(row => row.outcome)
}

/** The most memory that a process ever had, MiB. */
function peakMegabytes(pid: number): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024
}
