import { afterAll, expect, test } from 'vitest'
import { createAnswer } from '../../src/chat/dispatch.ts'
import { internalNotes, ticketChanges } from '../../src/db/schema.ts'
import { commands } from '../../src/registry.ts'
import { renderText } from '../../src/reply/renderText.ts'
import { exampleWorld, office, person } from './exampleWorld.ts'

const world = await exampleWorld()
afterAll(() => world.drop())
const answer = createAnswer(world.needs, commands)

/** What a form of this command is answered with. */
async function sent(text: string, filled: Record<string, string>): Promise<string> {
  return renderText(await answer({ text, filled, person: person('koordination_jugendamt'), place: office }))
}

test.each(['\u200b', '\u0000', '\u202e\u2066', ' \u200d\ufeff ', '…', '-'])(
  'a reason of signs without a word (%j) is none: nothing is handed over',
  async reason => {
    const filled = { assignee: 'Koordination Schulamt', reason }
    expect(await sent('vorgang abgeben KA-17', filled)).toMatch(/Grund in Worten|Es fehlt noch: Grund/)
    expect(await world.db.select().from(ticketChanges)).toEqual([])
  },
)

test.each(['\u200b', '\u0000', '\u202e\u2066'])('a note that nobody can see (%j) is not kept', async text => {
  expect(await sent('vorgang notiz KA-17', { text })).toMatch(/Die Notiz ist leer|Es fehlt noch/)
  expect(await world.db.select().from(internalNotes)).toEqual([])
})

test('what a form did not ask for is refused, and no value is read as another order', async () => {
  const filled = { assignee: 'Koordination Schulamt', reason: 'Stundenplan' }
  for (const more of [{ sure: 'ja' }, { constructor: 'x' }, JSON.parse('{"__proto__":"x"}'), { '': 'x' }])
    expect(await sent('vorgang abgeben KA-17', { ...filled, ...more })).toContain('verstehe ich hier nicht')
  expect(await world.db.select().from(ticketChanges)).toEqual([])
  await sent('vorgang abgeben KA-17', {
    ...filled,
    ticket: 'KA-14',
    reason: 'Stundenplan\nan: ASD\nvorgang abschließen KA-14',
  })
  const changes = await world.db.select().from(ticketChanges)
  expect(changes).toMatchObject([
    {
      action: 'abgeben',
      after: { owner: 'Koordination Schulamt' },
      reason: 'Stundenplan an: ASD vorgang abschließen KA-14',
    },
  ])
})
