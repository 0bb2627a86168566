import { afterEach, beforeEach, expect, test } from 'vitest'
import { channel, directMessage, exampleWorld, office, person, correspondence } from '../commands/exampleWorld.ts'
import { tickets, ticketChanges, internalNotes, drafts, outgoingMails, auditLog } from '../../src/db/schema.ts'
import { renderText } from '../../src/reply/renderText.ts'
import { createAnswer } from '../../src/chat/dispatch.ts'
import { commands } from '../../src/registry.ts'
import { formFor } from '../../src/chat/form.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
beforeEach(async () => { world = await exampleWorld('pinneberg', { workplaceUrl: 'https://kla.kreis.example' }) })
afterEach(() => world.drop())
const kj = person('koordination_jugendamt')
async function snap() { const t = await world.db.select().from(tickets); return { t: Object.fromEntries(t.map(x => [x.number, `${x.state}|${x.owner}|${x.dataClass}|${x.snoozedUntil}`])), notes: (await world.db.select().from(internalNotes)).map(n => `${n.ticketId}:${n.text}`), drafts: (await world.db.select().from(drafts)).length, out: (await world.db.select().from(outgoingMails)).length } }
function diff(a: any, b: any) { const d: string[] = []; for (const k of Object.keys(b.t)) if (a.t[k] !== b.t[k]) d.push(`${k}: ${a.t[k]} -> ${b.t[k]}`); d.push(...b.notes.slice(a.notes.length).map((x: string) => 'note ' + x.slice(0, 100))); if (b.drafts !== a.drafts) d.push('draft'); if (b.out !== a.out) d.push('OUT'); return d }
const cases: [string, Record<string, string>?][] = [
  ['vorgang abgeben KA-17', { assignee: 'Koordination Schulamt', reason: 'a\u0000b\ud800c' }],
  ['vorgang abgeben KA-17', { assignee: 'Projektgruppe', reason: '\u0000\u202e\u200b' }],
  ['vorgang abgeben KA-17', { assignee: 'Koordination Schulamt', reason: '\u200b' }],
  ['vorgang notiz KA-17', { text: '\u200b' }],
  ['vorgang notiz KA-17', { text: '\u0000' }],
  ['vorgang notiz KA-17', { text: '\ufeff\u2028' }],
  ['vorgang abschließen KA-14', { reason: 'a\u0000b\ud800c' }],
  ['vorgang abschließen KA-3 grund: a\u0000b\ud800c'],
  ['vorgang antworten KA-17', { text: 'a\u0000b\ud800c' }],
  ['vorgang antworten KA-17', { text: '\u200b' }],
]
test('inject', async () => {
  const answer = createAnswer(world.needs as never, commands)
  for (const [text, filled] of cases) for (const place of [office, channel]) {
    const a = await snap()
    const s = performance.now()
    const r = await answer({ text, person: kj, place, ...(filled && { filled }) })
    const ms = performance.now() - s
    const d = diff(a, await snap())
    if (place === office || d.length) console.log(`${place.platform} ${JSON.stringify(text).slice(0, 110)} ${filled ? JSON.stringify(filled).slice(0, 160) : ''}\n    => ${d.join(' ; ') || '-'} | ${renderText(r, { width: 300 }).replace(/\n/g, ' / ').slice(0, 170)} ${ms > 200 ? Math.round(ms) + 'ms' : ''}`)
  }
  console.log(JSON.stringify(world.logged).slice(0, 600))
})
