import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq } from '../../src/db/drizzle.ts'
import { auditLog, internalNotes, messages, tickets } from '../../src/db/schema.ts'
import type { DisclosureLevel, Place } from '../../src/reply/incoming.ts'
import { renderText } from '../../src/reply/renderText.ts'
import { channel, directMessage, exampleWorld, office, person } from '../commands/exampleWorld.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
beforeAll(async () => {
  world = await exampleWorld()
  const [ticket] = await world.db.select().from(tickets).where(eq(tickets.number, 'KA-2024-0017'))
  const body = 'Guten Tag, wann beginnt es in Elmshorn? Jonas Quastenberg freut sich.\nGruß Erika Beispiel'
  await world.db.update(messages).set({ body }).where(eq(messages.ticketId, ticket!.id))
  await world.db.insert(internalNotes).values({
    programmeId: 'pinneberg',
    ticketId: ticket!.id,
    author: 'web:jemand',
    text: 'Mit Frau Trautvetter besprochen',
    at: '2024-04-22T06:55:00Z',
  })
})
afterAll(() => world.drop())

const lead = person('koordination_jugendamt')
const at = (place: Place, level: DisclosureLevel): Place => ({ ...place, level })
const shown = async (place: Place, number = '0017') => {
  const reply = await world.said(`vorgang zeige KA-2024-${number}`, lead, place)
  return { text: renderText(reply, { width: 300 }), audience: reply.audience }
}
const looks = async () =>
  (await world.db.select().from(auditLog).where(eq(auditLog.action, 'gelesen'))).length

test('at metadaten a Vorgang is shown without a word of its letter, and nobody looked at it', async () => {
  const before = await looks()
  for (const place of [directMessage, channel, at(directMessage, 'metadaten'), at(channel, 'metadaten')])
    expect((await shown(place)).text).not.toMatch(/freut sich|Jonas|Quastenberg|Erika|Trautvetter/)
  expect(await looks()).toBe(before)
})

test('at auszug it is shown with an excerpt, to the asker alone, and the look is written down', async () => {
  const before = await looks()
  for (const place of [at(directMessage, 'auszug'), at(channel, 'auszug')]) {
    const { text, audience } = await shown(place)
    expect(text).toContain('Auszug (Namen entfernt):')
    expect(text).toContain('wann beginnt es in Elmshorn? [Name] freut sich.')
    expect(text).not.toMatch(/Jonas|Quastenberg|Erika|familie\.example|Trautvetter/)
    expect(audience).toBe('asker')
  }
  expect(await looks()).toBe(before + 2)
})

test('at voll the letter is shown to who may read it, but never what staff noted', async () => {
  const { text, audience } = await shown(at(directMessage, 'voll'))
  expect(text).toContain('Jonas Quastenberg freut sich.')
  expect(text).not.toContain('Trautvetter')
  expect(audience).toBe('asker')
  // Control: in the house the note is there.
  expect((await shown(office)).text).toContain('Trautvetter')
})

test('at voll a person who may not read it sees what the matrix gives', async () => {
  const reply = await world.said(
    'vorgang zeige KA-2024-0017',
    person('vergabestelle'),
    at(directMessage, 'voll'),
  )
  expect(renderText(reply)).not.toMatch(/Jonas|Zeitplan/)
})

test('a single child, the press, an applicant and a request are shown alike at every level', async () => {
  for (const number of ['0006', '0007', '0008', '0009', '0010'])
    for (const place of [directMessage, channel]) {
      const [low, middle, high] = await Promise.all(
        (['metadaten', 'auszug', 'voll'] as const).map(level => shown(at(place, level), number)),
      )
      expect(middle).toEqual(low)
      expect(high).toEqual(low)
    }
})

test('a child in danger and bidders do not exist in a cloud, whatever its level', async () => {
  for (const number of ['0004', '0005'])
    for (const role of ['asd', 'vergabestelle'] as const)
      for (const level of ['metadaten', 'auszug', 'voll'] as const) {
        const reply = await world.said(
          `vorgang zeige KA-2024-${number}`,
          person(role),
          at(directMessage, level),
        )
        const none = await world.said('vorgang zeige KA-2024-0999', person(role), at(directMessage, level))
        expect(renderText(reply).replace(number, '0999')).toBe(renderText(none))
      }
})
