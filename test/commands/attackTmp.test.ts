import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { programmeNow } from '../../src/flows/processes/programmeNow.ts'
import { loadPlans } from '../../src/flows/processes/plans.ts'
import { directMessage, person, channel, office } from './exampleWorld.ts'
import { shown, tenderStory, vergabestelle, yesOf } from './tenderStory.ts'
let story: Awaited<ReturnType<typeof tenderStory>>
beforeAll(async () => { story = await tenderStory() })
beforeEach(() => story.again())
afterAll(async () => { console.log(story.world.logged); await story.world.drop() })
const phase = async () => (await programmeNow(story.world.db, story.world.programme)).profile.vergabe.phase
const schulamt = person('koordination_schulamt')
test('A schulamt', async () => {
  await story.make('vergabe start bekanntmachung:15.04.2024')
  console.log(await story.say('frist öffnen bekanntmachung', schulamt))
  const r = await story.ask('frist öffnen bekanntmachung', schulamt)
  if (yesOf(r)) console.log(await story.say(yesOf(r)!, schulamt))
  console.log('PHASE', await phase())
  console.log(await story.say('frist freigeben zuschlag grund: egal', schulamt))
})
test('B wechsel', async () => {
  await story.say('vergabe start')
  const r = await story.ask('vergabe wechsel offenes_verfahren grund: a')
  const fp = /wirklich:(\w+)/.exec(yesOf(r)!)![1]
  console.log('B', await story.say(`vergabe wechsel nicht_offenes_verfahren wirklich:${fp} grund: b`))
  console.log((await story.begun()).map(e=>e.facts))
})
test('B2 start', async () => {
  const r = await story.ask('vergabe start wert:100000 verfahren:verhandlungsvergabe_mit_tnw')
  console.log(shown(r)); 
  const fp = /wirklich:(\w+)/.exec(yesOf(r)??'')?.[1]
  console.log('B2', await story.say(`vergabe start wert:800000 wirklich:${fp}`))
})
test('C old procedure', async () => {
  await story.say('vergabe start')
  await story.make('vergabe wechsel offenes_verfahren grund: a')
  await story.make('vergabe ereignis bekanntmachung am 15.04.2024')
  console.log('C1', await phase())
  const plans = await loadPlans(story.world.needs, story.world.db)
  const old = plans.all.find(e=>e.template.id==='vergabe-verhandlungsverfahren_mit_tnw')!
  const nums = old.steps.map(s=>[s.id, plans.numberOf(old.instance.id, s.id), s.state])
  console.log(nums, old.over)
  for (const s of old.steps) { const n = plans.numberOf(old.instance.id, s.id); if (n && s.state!=='erledigt') { const r = await story.ask(`frist erledigt F-${n}`); console.log(s.id, shown(r).slice(0,200)); if (yesOf(r)) await story.say(yesOf(r)!) } }
  console.log(await story.say('frist erledigt „bekanntmachung"'))
  console.log('C2', await phase())
})
test('D hostile', async () => {
  for (const t of ['a\u0000b', '\u202Egnp.exe', '<!channel> @channel *x*', '🧒'.repeat(61), 'x\ud83d', '„a“ b', 'a\r\nBEGIN:VEVENT'])
    console.log(JSON.stringify(t), (await story.say(`frist anlegen "${t}" bis 26.04.2024 wer:Projektleitung`)).slice(0,150))
  console.log((await story.say(`frist verschieben M4 auf 2025-Q1 grund: ${'a\u0000\ud83d'}`)).slice(0,300))
  console.log((await story.say('frist erledigt M3 grund: ' + 'x'.repeat(100000))).slice(0,200))
  console.log((await story.say('frist erledigt M3 grund: ' + '🧒'.repeat(599/1))).slice(0,300))
  console.log((await story.say('frist erledigt M3 am 19.04.2024 grund: x' + '🧒'.repeat(599/1))).slice(0,300))
})
test('E company facts', async () => {
  await story.make('vergabe start bekanntmachung:15.04.2024')
  await story.make('vergabe ereignis antrag am 22.04.2024 grund: Firma Muster')
  for (const [w,p,pl] of [['schulamt', schulamt, office], ['channel', vergabestelle, channel], ['dm', vergabestelle, directMessage], ['guest', person('gast'), channel]] as const) {
    console.log('== ', w)
    for (const q of ['fristen alle','frist zeigen auskunft','vergabe phase', 'vergabe fristen', 'status'])
      console.log(q, (await story.say(q, p, pl)).split('\n').filter(l=>/unterricht|Auskunft|Verlangen|Muster/i.test(l)).join(' | '))
  }
})
