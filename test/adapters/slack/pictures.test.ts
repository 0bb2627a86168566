import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DrawTimeline } from '../../../src/adapters/types.ts'
import type { Reply } from '../../../src/reply/reply.ts'
import { timelinePicture } from '../../../src/texts/timeline/timelineText.ts'
import { tender, timeline } from '../../domain/timeline/timelines.ts'
import { directMessage, eventCallback, slashCommand } from '../../peers/slackPayloads.ts'
import { eventually, type SlackWorld, slackWorld } from './world.ts'

const channel = 'C0PROJEKT'
const inChannel = { since: '2024-04-22T05:50:00Z', thread: null }
const reply: Reply = {
  summary: 'Zeitplan Region 1',
  blocks: [{ kind: 'heading', text: 'Zeitplan Region 1' }, timelinePicture(timeline(tender))!],
  audience: 'everyone',
}
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 3])
const drawTimeline: DrawTimeline = async (_timeline, alt) => ({ png, width: 2, height: 2, alt })

let world: SlackWorld
beforeEach(async () => {
  world = await slackWorld({ drawTimeline, answer: async () => reply })
})
afterEach(() => world.stop())

const kinds = (blocks: { type: string }[]) => blocks.map(block => block.type)

describe('a post with a picture', () => {
  test('shows the uploaded file, with the same in words for who does not see it', async () => {
    const { slack, peer } = world
    const posted = await slack.platform.post(channel, reply, 'timeline:1', null)
    expect(peer.files).toEqual([expect.objectContaining({ filename: 'zeitplan.png', bytes: png })])
    const [message] = peer.messages(channel)
    expect(posted).toEqual({ kind: 'posted', address: message!.ts })
    expect(message!.blocks[1]).toEqual({
      type: 'image',
      slack_file: { id: peer.files[0]!.id },
      alt_text: expect.stringContaining('Klassenassistenzen starten: verschoben, 01.08.2025'),
    })
    expect(message!.metadata?.event_payload).toEqual({ key: 'timeline:1' })
  })

  test('waits until Slack has looked at the file, and posts once', async () => {
    const { slack, peer } = world
    peer.filesTakeTime(1)
    expect((await slack.platform.post(channel, reply, 'timeline:1', null)).kind).toBe('posted')
    expect(peer.messages(channel).map(message => kinds(message.blocks))).toEqual([['header', 'image']])
    expect(peer.files).toHaveLength(1)
  })

  test.each(['files.getUploadURLExternal', 'files.completeUploadExternal'])(
    'goes out in words when %s fails',
    async method => {
      const { slack, peer } = world
      peer.failNext(method, { kind: 'error', error: 'missing_scope' })
      expect((await slack.platform.post(channel, reply, 'timeline:1', null)).kind).toBe('posted')
      const [message] = peer.messages(channel)
      expect(kinds(message!.blocks)).toEqual(['header', 'section'])
      expect(JSON.stringify(message!.blocks)).toContain('bisher 01.08.2024')
      expect(world.logged.join()).toContain('Bild nicht hochgeladen')
    },
  )

  test('goes out in words when Slack never takes the file, and when nothing can be drawn', async () => {
    const { slack, peer } = world
    peer.filesTakeTime(1_000)
    expect((await slack.platform.post(channel, reply, 'timeline:1', null)).kind).toBe('posted')
    expect(kinds(peer.messages(channel)[0]!.blocks)).toEqual(['header', 'section'])
    const without = await slackWorld({ drawTimeline: async () => null })
    await without.slack.platform.post(channel, reply, 'timeline:1', null)
    expect(kinds(without.peer.messages(channel)[0]!.blocks)).toEqual(['header', 'section'])
    expect(without.peer.files).toEqual([])
    await without.stop()
  })

  test('that may be out is found by its key; a second try would leave a file behind, never a second post', async () => {
    const { slack, peer } = world
    peer.failNext('chat.postMessage', { kind: 'drop-after-receipt' })
    expect((await slack.platform.post(channel, reply, 'timeline:1', null)).kind).toBe('uncertain')
    expect(await slack.platform.findPost(channel, 'timeline:1', inChannel)).toBe(
      peer.messages(channel)[0]!.ts,
    )
    expect(peer.messages(channel)).toHaveLength(1)
  })

  test('can be replaced by another', async () => {
    const { slack, peer } = world
    await slack.platform.post(channel, reply, 'timeline:1', null)
    await slack.platform.update(channel, peer.messages(channel)[0]!.ts, reply)
    expect(peer.messages(channel)).toHaveLength(1)
    expect(peer.messages(channel)[0]!.blocks[1]).toMatchObject({ slack_file: { id: peer.files[1]!.id } })
  })
})

describe('who asks', () => {
  test('by a direct message sees the picture', async () => {
    const { peer } = world
    await peer.socket.send('events_api', eventCallback(directMessage({ text: 'zeitplan' })))
    const message = await eventually(() => peer.messages('D0COORD')[0])
    expect(kinds(message.blocks)).toEqual(['header', 'image'])
  })

  test('by a slash command sees it too, or the words where that address takes no picture', async () => {
    const { peer } = world
    const asked = () => slashCommand({ text: 'zeitplan', responseUrl: peer.responseUrl() })
    await peer.socket.send('slash_commands', asked())
    const first = await eventually(() => peer.responses[0])
    expect(kinds(first.body.blocks as { type: string }[])).toEqual(['header', 'image'])
    peer.filesTakeTime(1_000)
    await peer.socket.send('slash_commands', asked())
    const second = await eventually(() => peer.responses[1])
    expect(kinds(second.body.blocks as { type: string }[])).toEqual(['header', 'section'])
  })
})
