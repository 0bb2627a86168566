import { afterAll, beforeEach, expect, it } from 'vitest'
import { renderText } from '../../../src/reply/renderText.ts'
import { coordinator, question, talkingWorld } from './talking.ts'

let world: Awaited<ReturnType<typeof talkingWorld>>
const opened: { drop(): Promise<void> }[] = []
beforeEach(async () => {
  world = await talkingWorld()
  opened.push(world)
})
afterAll(async () => {
  for (const each of opened) await each.drop()
})
const shown = async (...given: Parameters<typeof world.takeIn>) => renderText(await world.takeIn(...given))

it('a message that somebody points at becomes a Vorgang in any channel, whatever it looks like', async () => {
  const said = world.said('Die Kollegen in Barmstedt sind etwas nervös.', { channel: 'C-FLUR' })
  expect(await shown(said)).toContain('KA-2024-0001 ist angelegt')
  const { tickets, posts, audit } = await world.rows()
  expect(tickets).toMatchObject([{ source: 'chat', place: 'Barmstedt' }])
  expect(posts[0]).toMatchObject({ channel: 'C-FLUR', thread: said.address })
  expect(audit).toMatchObject([{ actor: coordinator.id, action: 'eroeffnet' }])
})

it('a message that is a Vorgang already stays that one, whoever points at it and how often', async () => {
  const said = world.said(question)
  await world.hear(said)
  expect(await shown(said)).toContain('Aus dieser Nachricht ist schon KA-2024-0001 geworden')
  const twice = world.said('Bitte merken', { channel: 'C-FLUR' })
  await Promise.all([world.takeIn(twice), world.takeIn(twice), world.hear(twice), world.takeIn(twice)])
  expect((await world.rows()).tickets.map(each => each.seq)).toEqual([1, 2])
})

it('a reply in the thread of a Vorgang is kept with it and named', async () => {
  const said = world.said(question)
  await world.hear(said)
  expect(await shown(world.said('Das ist neu, bitte mit aufnehmen.', { thread: said.address }))).toContain(
    'gehört zu KA-2024-0001',
  )
  const { tickets, messages } = await world.rows()
  expect([tickets.length, messages.length]).toEqual([1, 2])
})

it('a reply in a thread of something else becomes a Vorgang, and what follows in that thread belongs to it', async () => {
  const reply = world.said('Und wer zahlt das?', { channel: 'C-FLUR', thread: '1713000000.000001' })
  await world.takeIn(reply)
  await world.hear(world.said('Der Kreis.', { channel: 'C-FLUR', thread: '1713000000.000001' }), false)
  const { tickets, messages, posts } = await world.rows()
  expect(messages.map(each => each.ticketId)).toEqual([tickets[0]!.id, tickets[0]!.id])
  expect(posts[0]!.thread).toBe('1713000000.000001')
})

it('what no channel may know is taken in silently, and the answer names no number', async () => {
  const said = world.said(
    'Der Vater hat das Kind aus der 1a gestern verprügelt, es hat Angst nach Hause zu gehen.',
  )
  const reply = await shown(said)
  expect(reply).not.toMatch(/KA-|angelegt/)
  // That there is a Vorgang is not told to who asks again either.
  expect(await shown(said)).toBe(reply)
  const { posts, letters } = await world.rows()
  expect(posts).toEqual([])
  expect(letters).toHaveLength(1)
})

it('whoever takes in what another one wrote is asked to have personal data removed', async () => {
  const reply = await shown(
    world.said('Rückruf für Schule Wedel unter 04103 555123 wegen Vertrag', { channel: 'C-FLUR' }),
  )
  expect(reply).toMatch(/Telefonnummer/)
  expect(reply).toMatch(/gelöscht/)
})

it('an emoji is no Vorgang, who ever points at it', async () => {
  expect(await shown(world.said('🎉'))).toContain('kein Text')
  expect((await world.rows()).tickets).toEqual([])
})

it('a reply that no channel may know of is answered in the same words, in the thread of a Vorgang and asked for again', async () => {
  const alone = 'Der Vater hat das Kind aus der 1a gestern verprügelt, es hat Angst nach Hause zu gehen.'
  const expected = await shown(world.said(alone))
  const asked = world.said(question)
  await world.hear(asked)
  const reply = world.said(alone, { thread: asked.address })
  expect([await shown(reply), await shown(reply)]).toEqual([expected, expected])
  expect((await world.rows()).tickets.map(each => each.dataClass)).toEqual([
    'kindeswohl',
    'allgemein',
    'kindeswohl',
  ])
})
