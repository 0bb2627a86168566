import { afterAll, describe, expect, test } from 'vitest'
import { eq } from '../../src/db/drizzle.ts'
import { chatMessages, tickets } from '../../src/db/schema.ts'
import { renderText } from '../../src/reply/renderText.ts'
import { channel, exampleWorld, person } from './exampleWorld.ts'

const world = await exampleWorld()
afterAll(() => world.drop())

/** A question in the channel that became this Vorgang; its address. */
async function askedAs(seq: number): Promise<string> {
  const [ticket] = await world.db.select().from(tickets).where(eq(tickets.seq, seq))
  const address = `1713770000.${seq}`
  const { platform, channel: id } = channel
  await world.db.insert(chatMessages).values({
    programmeId: 'pinneberg',
    ticketId: ticket!.id,
    platform,
    channel: id,
    address,
    authorId: 'slack:UGAST',
    authorName: 'Gast',
    text: 'Frage',
    files: 0,
    at: world.now().toString(),
  })
  return address
}
const hidden = await askedAs(4)
const open = await askedAs(17)
const noTicket = '1713770000.999'

const inThread = async (typed: string, thread: string, by: ReturnType<typeof person>) =>
  renderText(await world.said(typed, by, { ...channel, thread }), { width: 200 })

describe('in the thread of a question that became a Vorgang', () => {
  test('the number may be left out', async () => {
    expect(await inThread('vorgang zeige', open, person('koordination_jugendamt'))).toContain('KA-2024-0017')
  })

  test.each([
    'vorgang zeige',
    'abschließen',
    'übernehmen',
    'erledigt',
    'notiz: hallo',
    'antworten: Guten Tag',
    'rückgängig',
    'vorgang verknüpfen mit KA-17',
    'kannst du das abschließen?',
    'wer macht das?',
  ])('that no channel may know of, „%s“ is answered as where there is none', async typed => {
    for (const by of ['koordination_jugendamt', 'asd', 'admin', 'gast'] as const)
      expect(await inThread(typed, hidden, person(by)), by).toBe(await inThread(typed, noTicket, person(by)))
  })
})
