import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseInput } from '../../src/chat/parseInput.ts'
import { eq } from '../../src/db/drizzle.ts'
import { messages, possibleMatches, tickets } from '../../src/db/schema.ts'
import { commands } from '../../src/registry.ts'
import { channel, exampleWorld, office, person } from './exampleWorld.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
beforeEach(async () => {
  world = await exampleWorld()
})
afterEach(() => world.drop())

const bySeq = async (seq: number) => (await world.db.select().from(tickets).where(eq(tickets.seq, seq)))[0]!
async function maybe(seq: number, otherSeq: number): Promise<void> {
  await world.db.insert(possibleMatches).values({
    programmeId: 'pinneberg',
    ticketId: (await bySeq(seq)).id,
    otherTicketId: (await bySeq(otherSeq)).id,
    reason: 'Die Vorgangsnummer steht im Betreff.',
  })
}

test('what may belong together is shown with both ways to decide it, and the decision ends the question', async () => {
  await maybe(14, 17)
  const shown = await world.shown('vorgang zeige 14')
  expect(shown).toContain('Gehört vielleicht zu KA-2024-0017: Die Vorgangsnummer steht im Betreff.')
  expect(shown).toContain('vorgang zuordnen KA-2024-0014 zu KA-2024-0017')
  expect(await world.shown('vorgang trennen KA-2024-0014 von KA-2024-0017')).toContain(
    'KA-2024-0014 gehört nicht zu KA-2024-0017.',
  )
  expect(await world.shown('vorgang zeige 14')).not.toMatch(/vielleicht|zuordnen/)
  expect(await world.shown('vorgang trennen 14 von 17')).toContain(
    'Zwischen beiden steht kein Hinweis; es ist nichts zu trennen.',
  )
})

test('joined, each of the two numbers leads to the other', async () => {
  await world.said('vorgang zuordnen KA-14 zu KA-17 wirklich')
  expect(await world.shown('vorgang zeige 14')).toMatch(/Geht weiter in\s+KA-2024-0017/)
  expect(await world.shown('vorgang zeige 17')).toMatch(/Führt weiter\s+KA-2024-0014/)
  expect(await world.shown('vorgang zuordnen 3 zu 14')).toContain(
    'KA-2024-0014 geht weiter in KA-2024-0017; bitte nennen Sie diese Nummer.',
  )
})

test('one that goes on in what was protected since is not said to be there', async () => {
  await world.said('vorgang zuordnen KA-14 zu KA-17 wirklich')
  await world.said('vorgang einordnen KA-17 kindeswohl')
  for (const place of [office, channel])
    for (const typed of ['vorgang zuordnen 14 zu 3 wirklich', 'vorgang zuordnen 3 zu 14 wirklich']) {
      const shown = await world.shown(typed, undefined, place)
      expect(shown).toContain('KA-2024-0014 geht schon in einem anderen Vorgang weiter.')
      expect(shown).not.toContain('0017')
    }
  expect(await world.shown('vorgang zeige 14')).not.toContain('0017')
})

test('without a hint a person is asked first, as it cannot be undone for long; the button does it', async () => {
  const asked = await world.said('vorgang zuordnen 14 zu 17')
  expect(asked.summary).toBe(
    'KA-2024-0014 und KA-2024-0017 haben keinen Hinweis aufeinander. Zusammenführen lässt sich nur zehn Minuten lang zurücknehmen. Wirklich?',
  )
  expect((await bySeq(14)).state).toBe('in_bearbeitung')
  const [yes] = asked.blocks.flatMap(block => (block.kind === 'actions' ? block.actions : []))
  expect(yes?.command).toBe('vorgang zuordnen KA-2024-0014 zu KA-2024-0017 wirklich')
  expect(await world.shown(yes!.command)).toContain('KA-2024-0014 gehört jetzt zu KA-2024-0017.')
})

test('with a hint it is done at once, whichever of the two is named first', async () => {
  await maybe(17, 14)
  expect(await world.shown('vorgang zuordnen 14 zu 17')).toContain('gehört jetzt zu')
})

test('the hint is taken away, whichever of the two is named first', async () => {
  await maybe(14, 17)
  expect(await world.shown('vorgang trennen 17 von 14')).toContain('gehört nicht zu')
  expect(await world.shown('vorgang zeige 14')).not.toContain('vielleicht')
})

test.each(['vorgang öffnen 14', 'vorgang übernehmen 14', 'vorgang antworten 14: Guten Tag, ja.'])(
  'after joining, „%s“ only says where it goes on',
  async typed => {
    await world.said('vorgang zuordnen KA-14 zu KA-17 wirklich')
    const shown = await world.shown(typed)
    expect(shown).toContain('KA-2024-0014 gehört zu KA-2024-0017; dort geht es weiter.')
    expect(shown).toContain('vorgang zeige KA-2024-0017')
    expect((await bySeq(14)).state).toBe('abgeschlossen')
    expect(await world.shown('vorgang zeige 14')).not.toMatch(/Wieder öffnen|Übernehmen/)
  },
)

test('where the other one may not be named, it is not', async () => {
  const both = person('koordination_jugendamt', 'fachdienst')
  await world.said('vorgang zuordnen 17 zu 9 wirklich', both)
  for (const typed of ['vorgang öffnen 17', 'vorgang zeige 17'])
    expect(JSON.stringify(await world.said(typed, person('koordination_jugendamt'), channel))).not.toContain(
      'KA-2024-0009',
    )
})

test('a Vorgang is not put to itself nor parted from itself', async () => {
  for (const typed of ['vorgang zuordnen 17 zu 17', 'vorgang trennen 17 von 17'])
    expect(await world.shown(typed)).toContain('Das ist derselbe Vorgang.')
})

test('only who may read both may put them together, and what must not be seen does not exist', async () => {
  for (const [typed, by, says] of [
    ['vorgang zuordnen 9 zu 17', 'koordination_jugendamt', 'Das darf nur, wer KA-2024-0009 auch lesen darf.'],
    ['vorgang zuordnen 17 zu 9', 'koordination_jugendamt', 'Das darf nur, wer KA-2024-0009 auch lesen darf.'],
    ['vorgang zuordnen 17 zu 4', 'koordination_jugendamt', 'Einen Vorgang KA-2024-0004 gibt es nicht'],
    ['vorgang trennen 17 von 4', 'koordination_jugendamt', 'Einen Vorgang KA-2024-0004 gibt es nicht'],
    ['vorgang zuordnen 14 zu 17', 'gast', ''],
  ] as const)
    expect(await world.shown(typed, person(by))).toContain(says)
  expect((await bySeq(17)).state).toBe('eingegangen')
  expect((await bySeq(14)).state).toBe('in_bearbeitung')
})

test('what different people read stays apart, said in one sentence', async () => {
  const both = person('fachdienst', 'vergabestelle')
  expect(await world.shown('vorgang zuordnen 9 zu 5', both)).toContain(
    'KA-2024-0009 und KA-2024-0005 bleiben getrennt, weil verschiedene Stellen sie lesen dürfen.',
  )
})

test('in a channel nothing is said of a protected one, also not by what it is put to', async () => {
  const both = person('koordination_jugendamt', 'fachdienst')
  for (const typed of ['vorgang zuordnen 17 zu 9', 'vorgang zuordnen 17 zu 9 wirklich']) {
    expect((await bySeq(17)).state).toBe('eingegangen')
    const said = JSON.stringify(await world.said(typed, both, channel))
    expect(said).not.toMatch(/KA-2024-0017|Schule|Zeitplan/)
  }
  expect((await bySeq(17)).state).toBe('abgeschlossen')
})

test('in a channel both must be known there, before a possible match is named', async () => {
  await maybe(17, 9)
  await maybe(14, 17)
  expect(
    JSON.stringify(await world.said('vorgang zeige 17', person('koordination_jugendamt'), channel)),
  ).not.toContain('KA-2024-0009')
  expect(
    JSON.stringify(await world.said('vorgang zeige 14', person('koordination_jugendamt'), channel)),
  ).toContain('KA-2024-0017')
})

test('a sender that is not confirmed is said in one line, to those who may read the letter', async () => {
  await world.db
    .update(messages)
    .set({ authenticity: 'fail' })
    .where(eq(messages.ticketId, (await bySeq(17)).id))
  expect(await world.shown('vorgang zeige 17', person('koordination_jugendamt'), office)).toMatch(
    /Absender nicht bestätigt:? +\S/,
  )
  expect(await world.shown('vorgang zeige 14')).not.toContain('nicht bestätigt')
})

test.each([
  [
    'vorgang zuordnen KA-2024-0018 zu KA-2024-0017',
    { intent: 'ticket_join', args: { ticket: 'KA-2024-0018', other: 'KA-2024-0017' } },
  ],
  ['KA-18 zuordnen zu KA-17', null],
  [
    'vorgang trennen KA-18 von KA-17',
    { intent: 'ticket_separate', args: { ticket: 'KA-2024-0018', other: 'KA-2024-0017' } },
  ],
  ['vorgang zuordnen KA-18 nicht zu KA-17', { intent: 'unknown', args: {} }],
  [
    'KA-17 gehört zu Thema Zeitplan',
    { intent: 'ticket_reclassify', args: { ticket: 'KA-2024-0017', topic: 'zeitplan' } },
  ],
])('„%s“', (typed, expected) => {
  const parsed = parseInput(commands, world.programme, typed, { now: world.now(), asker: null })
  if (expected) expect(parsed).toEqual(expected)
  else expect(parsed.intent).not.toBe('ticket_join')
})
