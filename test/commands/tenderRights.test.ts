import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadPlans } from '../../src/flows/processes/plans.ts'
import { programmeNow } from '../../src/flows/processes/programmeNow.ts'
import { channel, directMessage, person, yesOf } from './exampleWorld.ts'
import { shown, tenderStory, vergabestelle } from './tenderStory.ts'

let story: Awaited<ReturnType<typeof tenderStory>>
beforeAll(async () => {
  story = await tenderStory()
})
beforeEach(() => story.again())
afterAll(() => story.end())

const schulamt = person('koordination_schulamt')
const phase = async () => (await programmeNow(story.world.db, story.world.programme)).profile.vergabe.phase

test('who does not lead the procedure changes none of its steps, by whatever order', async () => {
  await story.make('vergabe start bekanntmachung:15.04.2024')
  const before = await story.events()
  for (const order of [
    'frist erledigt auswahl',
    'frist öffnen bekanntmachung',
    'frist verschieben auswahl auf 2024-06-03 grund: Urlaub',
    'frist freigeben zuschlag grund: Weisung',
    'frist schlummern auswahl bis 06.05.2024',
  ])
    for (const by of [schulamt, person('asd'), person('projektgruppe')])
      expect(await story.say(order, by), order).toContain('ändern nur die Vergabestelle und die Koordination')
  expect(await story.events()).toEqual(before)
  expect(await phase()).toBe('tnw')
  expect(
    await story.say('frist freigeben zuschlag grund: Weisung', person('koordination_jugendamt')),
  ).toContain('Freigegeben von Koordination Jugendamt')
})

test('others read the dates of a procedure, not why somebody moved them', async () => {
  await story.make('vergabe start bekanntmachung:15.04.2024')
  await story.make('vergabe schlusstermin teilnahmefrist 22.05.2024 grund: Muster GmbH hat gebeten')
  expect(await story.say('frist zeigen teilnahmefrist')).toContain('Muster GmbH')
  const text = await story.say('frist zeigen teilnahmefrist', schulamt)
  expect(text).toContain('Grund hinterlegt')
  expect(text).not.toContain('Muster')
})

test('that a company asked stands in no list of others and in no cloud', async () => {
  await story.make('vergabe start bekanntmachung:15.04.2024')
  await story.make('vergabe ereignis antrag am 22.04.2024')
  const told = /Unterrichtung auf Verlangen|wenn ein Antrag/
  for (const question of ['fristen alle', 'frist zeigen auskunft']) {
    expect(await story.say(question), question).toMatch(told)
    for (const by of [schulamt, person('koordination_jugendamt')])
      expect(await story.say(question, by), question).not.toMatch(told)
    for (const place of [directMessage, channel])
      expect(await story.say(question, vergabestelle, place), question).not.toMatch(told)
  }
  const number = /(F-\d+) · Unterrichtung/.exec(await story.say('fristen alle'))![1]
  expect(await story.say(`frist zeigen ${number}`, schulamt)).not.toMatch(told)
  expect(await story.say('vergabe phase', vergabestelle, directMessage)).not.toMatch(told)
})

test('a confirmation that was given for another kind of procedure begins none', async () => {
  const preview = await story.ask('vergabe start verhandlungsvergabe_mit_tnw wert:100000')
  const code = /wirklich:\w+/.exec(yesOf(preview)!)![0]
  expect(await story.say(`vergabe start wert:800000 ${code}`)).toContain('Inzwischen hat sich etwas geändert')
  expect(await story.begun()).toEqual([])
})

test('what is noted later in a procedure that was left does not decide what companies are answered', async () => {
  await story.say('vergabe start')
  await story.make('vergabe wechsel offenes_verfahren grund: mehr Wettbewerb')
  await story.make('vergabe ereignis bekanntmachung am 15.04.2024')
  expect(await phase()).toBe('angebotsphase')
  const late = await story.ask('frist erledigt „bekanntmachung Nr. 1“ am 15.04.2024')
  if (yesOf(late)) await story.say(yesOf(late)!)
  const plans = await loadPlans(story.world.needs, story.world.db)
  const old = plans.all.find(each => each.template.id === 'vergabe-verhandlungsverfahren_mit_tnw')!
  expect(old.facts.phase, shown(late)).toBe('tnw')
  expect(await phase()).toBe('angebotsphase')
})

test('in a direct message of a cloud dates are for those who lead the procedure; others read its phase and the public ones', async () => {
  await story.make('vergabe start bekanntmachung:01.03.2024')
  await story.make('vergabe ereignis aufforderung am 15.04.2024')
  const secret = /15\.05\.2024|Ende der Angebotsfrist/
  for (const question of [
    'fristen alle',
    'zeitplan',
    'vergabe phase',
    'vergabe fristen',
    'frist zeigen angebote',
  ]) {
    expect(await story.say(question, vergabestelle, directMessage), question).toMatch(/Angebotsfrist/)
    expect(await story.say(question, schulamt), question).toMatch(/Angebotsfrist/)
    for (const place of [directMessage, channel])
      expect(await story.say(question, schulamt, place), question).not.toMatch(secret)
  }
  expect(await story.say('vergabe phase', schulamt, directMessage)).toContain('auf der Web-Seite')
  for (const question of [
    'vergabe machbarkeit start:2025-08-01',
    'vergabe simuliere information am 05.09.2024',
  ])
    expect(await story.say(question, schulamt, directMessage), question).toContain('auf der Web-Seite')
})

test('the end of the period for participation stands in the notice: others read it in a cloud too', async () => {
  await story.make('vergabe start bekanntmachung:15.04.2024')
  expect(await story.say('fristen alle', schulamt, directMessage)).toContain('Ende der Teilnahmefrist')
  expect(await story.say('fristen alle', schulamt, channel)).not.toContain('Ende der Teilnahmefrist')
  expect(await story.say('frist zeigen teilnahmefrist', schulamt, directMessage)).toContain('Mi 15.05.2024')
})

test('a phase without a number goes by its title', async () => {
  await story.make('vergabe start bekanntmachung:15.04.2024')
  const locked = await story.say('frist erledigt zuschlag')
  expect(locked).toContain('Zuschlag und Vertragsschluss')
  for (const typed of [
    'frist erledigt zuschlag',
    'frist zeigen zuschlag',
    'frist zuständig zuschlag Schulamt',
  ])
    expect(await story.say(typed), typed).not.toMatch(/zuschlag Nr\. 1/)
  expect(await story.say('frist zeigen zuschlag')).not.toMatch(/Vertragsschluss\W+Zuschlag und/)
})
