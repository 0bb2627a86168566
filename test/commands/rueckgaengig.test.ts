import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eq, sql } from '../../src/db/drizzle.ts'
import { auditLog, corrections, messages, possibleMatches, tickets } from '../../src/db/schema.ts'
import { exampleWorld, person } from './exampleWorld.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
beforeEach(async () => {
  world = await exampleWorld()
})
afterEach(() => world.drop())

const bySeq = async (seq: number) => (await world.db.select().from(tickets).where(eq(tickets.seq, seq)))[0]!
/** All of a Vorgang that people see. */
const seen = async (seq: number) => {
  const { changedAt: _, ...rest } = await bySeq(seq)
  return rest
}
const both = person('koordination_jugendamt', 'fachdienst', 'asd')

describe('each change can be taken back, and then everything is as before', () => {
  test.each([
    ['vorgang übernehmen 17', 17],
    ['vorgang zuweisen 17 Projektgruppe', 17],
    ['vorgang abgeben 17 an anderes Amt grund: dort richtig', 17],
    ['vorgang schlummern 17 bis 29.04.2024', 17],
    ['vorgang einordnen 17 typ:eltern thema:konzept ort:Uetersen', 17],
    ['vorgang einordnen 17 dringend', 17],
    ['vorgang einordnen 6 typ:schule schutz:allgemein wirklich', 6],
    ['vorgang abschließen 17 grund: geklärt', 17],
    ['vorgang öffnen 12', 12],
    ['vorgang verknüpfen 17 mit 14', 17],
    ['vorgang zuordnen 14 zu 17 wirklich', 17],
    ['vorgang zuordnen 14 zu 17 wirklich', 14],
    ['vorgang zuordnen 17 zu 9 wirklich', 9],
  ] as const)('%s (seen at KA-%i)', async (typed, seq) => {
    const before = await seen(seq)
    const shownBefore = await world.shown(`vorgang zeige ${seq}`, both)
    const reply = await world.said(typed, both)
    expect(await world.shown(`vorgang zeige ${seq}`, both)).not.toBe(shownBefore)
    const undo = reply.blocks
      .flatMap(block => (block.kind === 'actions' ? block.actions : []))
      .find(action => action.label === 'Rückgängig')
    expect(await world.shown(undo!.command, both)).toMatch(/zurückgenommen/)
    expect(await seen(seq)).toEqual(before)
    expect(await world.shown(`vorgang zeige ${seq}`, both)).toBe(shownBefore)
    expect(await world.db.select().from(corrections)).toEqual([])
    expect(await world.shown('rückgängig', both)).toContain('gibt es keine Änderung')
    const actions = (await world.db.select().from(auditLog)).map(each => each.action)
    expect(actions).toContain('zurueckgenommen')
  })

  test('without a number the last one of the asker is meant', async () => {
    await world.said('vorgang übernehmen 14')
    await world.said('vorgang übernehmen 17', person('projektgruppe'))
    expect(await world.shown('rückgängig')).toContain('Die Zuweisung ist zurückgenommen.')
    expect((await bySeq(14)).owner).toBe('Koordination Schulamt')
    expect((await bySeq(17)).owner).toBe('projektgruppe')
  })
})

describe('a change is not taken back', () => {
  test('by somebody else', async () => {
    await world.said('vorgang übernehmen 17')
    expect(await world.shown('vorgang rückgängig 17', person('projektgruppe'))).toContain('jemand anders')
    expect((await bySeq(17)).owner).toBe('Koordination Jugendamt')
  })

  test('after ten minutes', async () => {
    await world.said('vorgang übernehmen 17')
    await world.db.execute(sql`update ticket_changes set at = at - interval '10 minutes 1 second'`)
    await world.db.execute(
      sql`update tickets set changed_at = changed_at - interval '10 minutes 1 second' where seq = 17`,
    )
    expect(await world.shown('vorgang rückgängig 17')).toContain('länger als zehn Minuten')
    await world.db.execute(sql`update ticket_changes set at = at + interval '1 second'`)
    await world.db.execute(
      sql`update tickets set changed_at = changed_at + interval '1 second' where seq = 17`,
    )
    expect(await world.shown('vorgang rückgängig 17')).toContain('zurückgenommen')
  })

  test('when somebody changed it since, or a letter came in', async () => {
    await world.said('vorgang übernehmen 17')
    await world.said('vorgang einordnen 17 ort:Uetersen', person('projektgruppe'))
    expect(await world.shown('rückgängig')).toContain('weiter verändert')
    await world.said('vorgang übernehmen 3')
    await world.db.update(tickets).set({ changedAt: '2024-04-22T07:20:00Z' }).where(eq(tickets.seq, 3))
    expect(await world.shown('vorgang rückgängig 3')).toContain('weiter verändert')
    expect((await bySeq(3)).owner).toBe('Koordination Jugendamt')
  })

  test('when an answer left the house', async () => {
    await world.said('vorgang antworten 17: Guten Tag, ja.')
    expect(await world.shown('entwurf senden E-1')).not.toContain('nicht geklappt')
    expect((await bySeq(17)).state).toBe('beantwortet')
    for (const typed of ['rückgängig', 'vorgang rückgängig 17'])
      expect(await world.shown(typed)).toContain('ein Brief lässt sich nicht zurückholen')
  })

  test('twice', async () => {
    await world.said('vorgang übernehmen 17')
    await world.said('vorgang rückgängig 17')
    expect(await world.shown('vorgang rückgängig 17')).toContain('schon zurückgenommen')
  })

  test('by who may not see it any more, and from a hint at a child in danger by the ASD alone', async () => {
    await world.said(
      'vorgang einordnen 17 dringlichkeit:kindeswohl',
      person('koordination_jugendamt', 'fachdienst'),
    )
    for (const typed of ['rückgängig', 'vorgang rückgängig 17'])
      expect(await world.shown(typed, person('koordination_jugendamt', 'fachdienst'))).toContain(
        'Einen Vorgang KA-2024-0017 gibt es nicht',
      )
    expect((await bySeq(17)).dataClass).toBe('kindeswohl')
  })

  test('to show what somebody wrote while it was protected', async () => {
    await world.said('vorgang einordnen 17 dringend')
    expect((await bySeq(17)).dataClass).toBe('einzelfall')
    await world.said('vorgang notiz 17: Hausbesuch ist vereinbart.', person('asd'))
    expect(await world.shown('rückgängig')).toContain('nur, wer den Vorgang ganz lesen darf')
    expect((await bySeq(17)).dataClass).toBe('einzelfall')
  })

  test('to show a note that was written into two that were one, not even by who reads both', async () => {
    const reader = person('koordination_jugendamt', 'fachdienst')
    await world.said('vorgang zuordnen 9 zu 17 wirklich', reader)
    await world.said('vorgang notiz 17: Hausbesuch ist vereinbart.', person('asd'))
    expect(await world.shown('vorgang rückgängig 17', reader)).toContain('weiter verändert')
    expect((await bySeq(17)).dataClass).toBe('einzelfall')
    expect(await world.shown('vorgang zeige 17', person('koordination_schulamt'))).not.toContain('Hausbesuch')
  })
})

test('two who take it back at once: one does, and it is as before', async () => {
  await world.said('vorgang übernehmen 17')
  const said = await Promise.all([world.shown('rückgängig'), world.shown('vorgang rückgängig 17')])
  expect(said.filter(text => text.includes('Die Zuweisung ist zurückgenommen.'))).toHaveLength(1)
  expect((await bySeq(17)).owner).toBeNull()
})

test('a change and the taking back of the one before it never undo each other’s work', async () => {
  await world.said('vorgang übernehmen 17')
  await Promise.all([world.said('rückgängig'), world.said('vorgang übernehmen 17', person('projektgruppe'))])
  // Whichever was first: the later person has it.
  expect((await bySeq(17)).owner).toBe('projektgruppe')
})

test('two that were joined have their letters and their questions again', async () => {
  const [one, other, third] = [await bySeq(14), await bySeq(17), await bySeq(3)]
  await world.db.insert(possibleMatches).values([
    { programmeId: 'pinneberg', ticketId: one.id, otherTicketId: other.id, reason: 'Nummer im Betreff.' },
    { programmeId: 'pinneberg', ticketId: third.id, otherTicketId: one.id, reason: 'Nummer im Betreff.' },
  ])
  const letters = () =>
    world.db.select({ id: messages.id, ticketId: messages.ticketId }).from(messages).orderBy(messages.id)
  const matches = () =>
    world.db.select().from(possibleMatches).orderBy(possibleMatches.ticketId, possibleMatches.otherTicketId)
  const before = [await letters(), await matches()]
  await world.said('vorgang zuordnen 14 zu 17')
  expect([await letters(), await matches()]).not.toEqual(before)
  await world.said('vorgang rückgängig 14')
  expect([await letters(), await matches()]).toEqual(before)
  expect(await world.shown('vorgang zuordnen 14 zu 17')).toContain('gehört jetzt zu')
})
