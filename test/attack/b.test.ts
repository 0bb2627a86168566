import { afterAll, expect, test } from 'vitest'
import { channel, directMessage, exampleWorld, office, person } from '../commands/exampleWorld.ts'
import { createAnswer } from '../../src/chat/dispatch.ts'
import { commands } from '../../src/registry.ts'
import { chatMessages, tickets, posts } from '../../src/db/schema.ts'
import { eq } from '../../src/db/drizzle.ts'
import { renderText } from '../../src/reply/renderText.ts'

const world = await exampleWorld('pinneberg', { workplaceUrl: 'https://kla.kreis.example' })
afterAll(() => world.drop())
const bySeq = async (seq: number) => (await world.db.select().from(tickets).where(eq(tickets.seq, seq)))[0]!

test('timing', async () => {
  const t: Record<string, number[]> = { hidden: [], none: [] }
  for (let i = 0; i < 400; i++) for (const [k, n] of [['hidden', 'KA-2024-0004'], ['none', 'KA-2024-0999']] as const) {
    const s = performance.now(); await world.said(`vorgang zeige ${n}`, person('koordination_jugendamt'), channel); t[k]!.push(performance.now() - s)
  }
  const med = (a: number[]) => a.toSorted((x, y) => x - y)[a.length >> 1]!
  console.log('timing ms', med(t.hidden!), med(t.none!))
})
test('thread of hidden', async () => {
  const t4 = await bySeq(4), t17 = await bySeq(17)
  const base = { programmeId: 'pinneberg', platform: 'slack', channel: 'C1', authorId: 'slack:UG', authorName: 'Gast', text: 'x', files: 0, at: world.now().toString(), thread: null }
  await world.db.insert(chatMessages).values([{ ...base, ticketId: t4.id, address: '1.1' }, { ...base, ticketId: t17.id, address: '3.1' }])
  for (const text of ['vorgang zeige', 'abschließen', 'übernehmen', 'erledigt', 'notiz: hallo', 'kannst du das abschließen?', 'wer macht das?', 'vorgang', 'rückgängig', 'vorgang verknüpfen mit KA-17', 'antworten: hallo', 'Stand?', 'übernehme ich', 'grund', 'hilfe'])
    for (const r of ['koordination_jugendamt', 'gast', 'asd'] as const) {
    const out = []
    for (const thread of ['1.1', '2.1']) out.push(renderText(await world.said(text, person(r), { ...channel, thread }), { width: 200 }))
    if (out[0] !== out[1]) console.log(`LEAK ${r} ${text}\n  hidden: ${out[0]!.slice(0, 200)}\n  none:   ${out[1]!.slice(0, 200)}`)
  }
})
