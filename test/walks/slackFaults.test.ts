import { afterEach, beforeEach, expect, test } from 'vitest'
import { missingDovecot } from '../peers/dovecot.ts'
import { letter } from './letters.ts'
import { type Surrounded, surroundings, until } from './world.ts'

const missing = missingDovecot()

let around: Surrounded
beforeEach(async () => {
  if (!missing) around = await surroundings()
})
afterEach(async () => {
  if (!missing) await around.stop()
})

test.skipIf(missing)(
  '[needs Dovecot] Slack asks for a pause, breaks lines and answers 500: the announcement arrives once all the same',
  { timeout: 180_000 },
  async () => {
    await around.start()
    const faults = [
      { kind: 'rate-limit', retryAfter: 1 },
      { kind: 'drop-before-receipt' },
      { kind: 'drop-after-receipt' },
      { kind: 'http', status: 503 },
      { kind: 'error', error: 'internal_error' },
    ] as const
    for (const [i, fault] of faults.entries()) {
      around.slack.failNext('chat.postMessage', fault)
      await around.dovecot.deliver(
        letter({ id: `slack-${i}@post.example`, from: `familie${i}@post.example` }),
      )
      const calls = () => around.slack.calls.filter(call => call.method === 'chat.postMessage').length
      await until(() => calls() > i, 30_000)
    }
    // Slack may still be working on a post whose answer got lost: only after a minute it is looked for. When all that is left
    // waits for that, the minute is over here.
    let minutes = 0
    await until(async () => {
      const left = await countOf(`posts where platform = 'slack' and state <> 'posted'`)
      if (left > 0 && left === (await countOf(`pgboss.job where ${waitsLong}`))) {
        minutes++
        await around.timePasses()
      }
      return (await around.waiting()) === 0
    }, 100_000)
    expect(minutes).toBeGreaterThan(0)
    for (const i of faults.keys())
      expect(await around.fate(`<slack-${i}@post.example>`), `${faults[i]?.kind}`).toMatchObject({
        announcements: 1,
        acknowledgements: 1,
      })
  },
)

const waitsLong = `name = 'postToChat' and state = 'created' and start_after > now() + interval '30 seconds'`

async function countOf(what: string): Promise<number> {
  const [row] = await around.rows<{ n: number }>(`select count(*)::int as n from ${what}`)
  return row!.n // an aggregate always has a row
}
