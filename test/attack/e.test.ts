import { afterAll, expect, test } from 'vitest'
import { talkingWorld, guest, coordinator, question } from '../flows/talk/talking.ts'
import { joinTickets } from '../../src/flows/tickets/joinTickets.ts'
import { undoChange } from '../../src/flows/tickets/undoChange.ts'

const world = await talkingWorld()
afterAll(() => world.drop())
test('reply while joining', async () => {
  const one = world.said(question), two = world.said('Wer zahlt die Räume in Pinneberg für die Klassenassistenz?')
  await world.hear(one); await world.hear(two)
  const [a, b] = (await world.rows()).tickets
  const gate = Promise.withResolvers<void>(), reached = Promise.withResolvers<void>()
  let first = true
  const joining = joinTickets({ ...world.needs, enqueue: async (tx, k, p, o) => { if (first) { first = false; reached.resolve(); await gate.promise } } }, a!.id, b!.id, coordinator, { withoutHint: true })
  await reached.promise
  const hearing = world.hear(world.said('Wann kommt denn die Antwort für Elmshorn?', { thread: one.address }))
  await new Promise(r => setTimeout(r, 500))
  gate.resolve()
  console.log((await joining).kind)
  await hearing
  const { messages, tickets } = await world.rows()
  console.log(messages.map(m => [m.ticketId, m.text.slice(0, 30)]), tickets.map(t => [t.id, t.number, t.state]))
})
