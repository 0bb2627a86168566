import { afterEach, beforeEach, expect, test } from 'vitest'
import { missingDovecot } from '../peers/dovecot.ts'
import { channel, type Surrounded, surroundings, until } from './world.ts'

const missing = missingDovecot()

let around: Surrounded
beforeEach(async () => {
  if (!missing) around = await surroundings()
})
afterEach(async () => {
  if (!missing) await around.stop()
})

const mornings = () => around.slack.messages(channel).filter(message => message.text.includes('Fristen'))

test.skipIf(missing)(
  '[needs Dovecot] two processes that come back after a missed morning say it in Slack once, also when one is killed in between',
  { timeout: 120_000 },
  async () => {
    const monday = await around.start({ KLA_NOW: '2024-04-22T06:00:00+02:00' })
    await until(async () => (await claimed()) === 1)
    await monday.stop()
    expect(mornings()).toEqual([])

    const late = { KLA_NOW: '2024-04-22T09:12:00+02:00' }
    const [first] = await Promise.all([around.start(late), around.start(late)])
    first.child.kill('SIGKILL')
    await until(() => mornings().length > 0, 60_000)
    await around.start(late)
    await until(async () => (await around.waiting()) === 0, 30_000)
    const [said, ...more] = mornings()
    expect(more).toEqual([])
    expect(JSON.stringify(said)).toContain('Planmäßig 07:30, gesendet 09:12 (nachgeholt).')
    expect(JSON.stringify(said)).toContain('voraussichtlich April 2024')
  },
)

/** Mornings that were dealt with. */
async function claimed(): Promise<number> {
  const [row] = await around.rows<{ n: number }>(
    `select count(*)::int as n from reminders_sent where key like 'morgen|%'`,
  )
  return row!.n // an aggregate always has a row
}
