import { afterEach, beforeEach, expect, test } from 'vitest'
import { channel, directMessage, exampleWorld, office, person, correspondence } from '../commands/exampleWorld.ts'
import { chatMessages, tickets, posts, internalNotes, ticketChanges } from '../../src/db/schema.ts'
import { eq } from '../../src/db/drizzle.ts'
import { refreshPost } from '../../src/flows/posts/refreshPost.ts'
import { renderText } from '../../src/reply/renderText.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
beforeEach(async () => {
  world = await exampleWorld('pinneberg', {
    postTargets: type => [{ platform: 'web', channel: type }],
    outgoing: { domain: correspondence.domain, alarmTo: ['bereitschaft@kreis.example'], procurementTo: ['vergabestelle@kreis.example'] },
    workplaceUrl: 'https://kla.kreis.example',
  })
})
afterEach(() => world.drop())
const bySeq = async (seq: number) => (await world.db.select().from(tickets).where(eq(tickets.seq, seq)))[0]!
const announced = async (seq: number) => {
  const { id } = await bySeq(seq)
  const key = `announcement:${id}:web:sonst`
  const [post] = await world.db.insert(posts).values({ programmeId: 'pinneberg', ticketId: id, key, platform: 'web', channel: 'sonst', reply: { summary: '', audience: 'everyone', blocks: [] }, state: 'posted', address: key, createdAt: world.now().toString() }).returning()
  return post!.id
}
const rn = () => ({ db: world.db, programme: world.programme, platforms: new Map([['web', { name: 'web', update: async () => ({ kind: 'posted', address: 'x' }) } as never]]), instanceId: 1, underWay: new Set<number>(), workplaceUrl: null })
async function drain() { const js = world.jobs.splice(0); const ids = [...new Set(js.filter(j => j.kind === 'refreshPost').map(j => (j.payload as {postId: number}).postId))]; for (const id of ids) await refreshPost(rn(), id).catch(e => console.log('refresh', id, e.message)) }
const said = async (id: number) => JSON.stringify((await world.db.select().from(posts).where(eq(posts.id, id)))[0]!.reply)
const asd = person('asd'), fach = person('fachdienst'), kj = person('koordination_jugendamt'), ks = person('koordination_schulamt')
const both = person('koordination_jugendamt', 'fachdienst', 'asd')

test('neighbour after raise', async () => {
  const a = await announced(17), b = await announced(14), c = await announced(3)
  await world.said('vorgang verknüpfen KA-17 mit KA-14')
  await world.said('vorgang zuordnen KA-3 zu KA-14 wirklich')
  await drain()
  console.log('before', (await said(a)).includes('0014'), (await said(c)).includes('0014'))
  await world.said('vorgang einordnen KA-14 kindeswohl')
  await drain()
  console.log('after raise: linked names it', (await said(a)).includes('0014'), 'joined names it', (await said(c)).includes('0014'), (await said(b)).slice(0,100))
  console.log('zuordnen moved:', renderText(await world.said('vorgang zuordnen KA-3 zu KA-17 wirklich', kj, channel), {width: 200}))
  console.log('zuordnen moved rev:', renderText(await world.said('vorgang zuordnen KA-17 zu KA-3 wirklich', kj, channel), {width: 200}))
  console.log('show:', renderText(await world.said('vorgang zeige KA-3', kj, office), {width: 200}).slice(0, 300))
  console.log('ks close:', renderText(await world.said('vorgang öffnen KA-3', ks, office), {width: 200}))
  console.log('trennen:', renderText(await world.said('vorgang trennen KA-3 von KA-17', kj, office), {width: 200}))
})
test('undo join with note', async () => {
  console.log(renderText(await world.said('vorgang zuordnen KA-9 zu KA-17 wirklich', both), {width:200}))
  console.log((await bySeq(17)).dataClass)
  console.log(renderText(await world.said('vorgang notiz KA-17: Kind Jonas Diagnose', asd), {width:200}))
  console.log(renderText(await world.said('vorgang rückgängig KA-17', both), {width:200}))
  console.log((await bySeq(17)).dataClass, renderText(await world.said('vorgang zeige KA-17', ks), {width:200}).includes('Diagnose'), 'note exposed?')
})
test('undo at minutes', async () => {
  let clock = world.now(); const w = world as never
  await world.said('vorgang übernehmen KA-17')
  console.log(JSON.stringify((await world.db.select().from(ticketChanges))))
})
