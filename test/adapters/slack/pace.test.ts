import { expect, test } from 'vitest'
import { channelPace } from '../../../src/adapters/slack/pace.ts'
import { eventCallback, mention } from '../../peers/slackPayloads.ts'
import { eventually, type SlackWorld, slackWorld, statusReply } from './world.ts'

/** A gap that a busy machine does not blur. */
const gap = 200

test('in one channel one begins after another, in the order in which they asked; another channel does not wait', async () => {
  const pace = channelPace(gap)
  const began: { name: string; at: number }[] = []
  const say = (channel: string, name: string) =>
    pace.inTurn(channel, async () => void began.push({ name, at: performance.now() }))
  await Promise.all([say('C1', 'a'), say('C1', 'b'), say('C2', 'x'), say('C1', 'c')])
  expect(began.filter(each => each.name !== 'x').map(each => each.name)).toEqual(['a', 'b', 'c'])
  const at = (name: string) => began.find(each => each.name === name)!.at
  // Timers may fire a millisecond early.
  expect(at('b') - at('a')).toBeGreaterThanOrEqual(gap - 2)
  expect(at('c') - at('b')).toBeGreaterThanOrEqual(gap - 2)
  expect(at('x')).toBeLessThan(at('b'))
})

test('a turn that fails, or takes long, lets the next one come all the same', async () => {
  const pace = channelPace(0)
  const slow = Promise.withResolvers<void>()
  const first = pace.inTurn('C1', () => slow.promise.then(() => Promise.reject(new Error('away'))))
  const second = pace.inTurn('C1', async () => 'said')
  slow.resolve()
  await expect(first).rejects.toThrow('away')
  expect(await second).toBe('said')
  expect(pace.wait('C1')).toBe(0)
})

test('who shall come back later hears a time of their own, behind all that wait and behind a pause of Slack’s', () => {
  const now = 1_000_000
  const pace = channelPace(1_000, () => now)
  pace.quiet('C1', 30)
  expect([pace.comeBackIn('C1'), pace.comeBackIn('C1'), pace.comeBackIn('C1')]).toEqual([30, 31, 32])
  expect(pace.comeBackIn('C2')).toBe(1)
})

test('a hundred posts at once: some wait their turn, the others are told when to come, and Slack never sees a burst', async () => {
  const world: SlackWorld = await slackWorld({ gap: 500 })
  const { peer, slack } = world
  const results = await Promise.all(
    Array.from({ length: 100 }, (_, i) => slack.platform.post('C0PROJEKT', statusReply, `k${i}`, null)),
  )
  const calls = peer.calls.filter(call => call.method === 'chat.postMessage')
  const posted = results.filter(each => each.kind === 'posted')
  expect(posted).toHaveLength(calls.length)
  expect(posted.length).toBeLessThanOrEqual(7)
  const times = results.flatMap(each => (each.kind === 'later' ? [each.retryAfterSeconds] : []))
  expect(times).toHaveLength(100 - posted.length)
  expect(Math.max(...times)).toBeGreaterThanOrEqual(45)
  for (const [i, call] of calls.entries())
    if (i > 0) expect(call.at - calls[i - 1]!.at).toBeGreaterThanOrEqual(250)
  await world.stop()
})

test('answers take their turn as well: two people who ask at once in a channel are not answered in a burst', async () => {
  const world: SlackWorld = await slackWorld({ gap: 500 })
  const { peer, heard } = world
  for (const text of ['<@U0KLABOT> status', '<@U0KLABOT> fristen', '<@U0KLABOT> hilfe'])
    await peer.socket.send('events_api', eventCallback(mention({ text })))
  const calls = await eventually(() => {
    const all = peer.calls.filter(call => call.method === 'chat.postMessage')
    return all.length === 3 && all
  })
  expect(heard).toHaveLength(3)
  for (const [i, call] of calls.entries())
    if (i > 0) expect(call.at - calls[i - 1]!.at).toBeGreaterThanOrEqual(250)
  await world.stop()
})
