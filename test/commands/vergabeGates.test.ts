import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { programmeNamed } from '../../src/buildWorld.ts'
import { offeredCommands } from '../../src/chat/offeredCommands.ts'
import { auditLog } from '../../src/db/schema.ts'
import { loadPlans } from '../../src/flows/processes/plans.ts'
import { programmeNow } from '../../src/flows/processes/programmeNow.ts'
import { commands } from '../../src/registry.ts'
import { channel, person, yesOf } from './exampleWorld.ts'
import { shown, tenderStory, vergabestelle } from './tenderStory.ts'

let story: Awaited<ReturnType<typeof tenderStory>>
beforeAll(async () => {
  story = await tenderStory()
})
beforeEach(() => story.again())
afterAll(() => story.end())

test('the award waits for the agreement, then for the standstill, then for the review', async () => {
  await story.untilInformation()
  story.on('2024-10-20')
  expect(await story.say('frist erledigt zuschlag am 17.09.2024')).toContain('gesperrt, bis')
  expect(await story.say('vergabe ereignis zuschlag am 17.09.2024')).toContain('Unterzeichnung')
  await story.say('frist freigeben zuschlag grund: Vertrag liegt unterschrieben vor')
  expect(await story.say('vergabe ereignis zuschlag am 15.09.2024')).toContain('unwirksam (§ 135 Abs. 1 GWB)')
  await story.make('vergabe ereignis nachprüfungsantrag am 06.09.2024')
  for (const order of ['vergabe ereignis zuschlag am 17.09.2024', 'frist erledigt zuschlag am 17.09.2024'])
    expect(await story.say(order)).toContain('Nachprüfung beendet')
  await story.make('vergabe ereignis entscheidung am 01.10.2024')
  expect(await story.say('vergabe ereignis nachprüfung beendet am 15.10.2024')).toContain('Di 15.10.2024')
  await story.make('vergabe ereignis nachprüfung beendet am 16.10.2024')
  expect(await story.make('vergabe ereignis zuschlag am 17.10.2024')).toMatch(
    /Vergabebekanntmachung\s+Mo 18\.11\.2024/,
  )
  expect(await story.say('vergabe phase')).toContain('Vertrag geschlossen seit 17.10.2024')
})

test('a review can be passed by a person with a reason', async () => {
  await story.untilInformation()
  story.on('2024-09-20')
  await story.say('frist freigeben zuschlag grund: Vertrag liegt unterschrieben vor')
  await story.make('vergabe ereignis nachprüfungsantrag am 06.09.2024')
  await story.say('frist freigeben zuschlag grund: Die Vergabekammer hat den Zuschlag gestattet')
  expect(await story.make('vergabe ereignis zuschlag am 19.09.2024')).toContain(
    'Eingetragen: Zuschlag erteilt',
  )
})

test('the phase set by hand says first what companies are answered then', async () => {
  await story.make('vergabe start bekanntmachung:15.04.2024')
  const preview = await story.ask('vergabe phase wartefrist')
  expect(shown(preview)).toContain('Rügen werden ihr sofort gemeldet')
  expect((await programmeNow(story.world.db, story.world.programme)).profile.vergabe.phase).toBe('tnw')
  await story.say(yesOf(preview)!)
  expect((await programmeNow(story.world.db, story.world.programme)).profile.vergabe.phase).toBe('wartefrist')
  await story.make('vergabe phase automatisch')
  expect((await programmeNow(story.world.db, story.world.programme)).profile.vergabe.phase).toBe('tnw')
})

test('before the notice a procedure changes its kind and the new one is linked', async () => {
  await story.say('vergabe start')
  await story.make('vergabe wechsel nicht offenes Verfahren grund: mehr Wettbewerb')
  const [old, next] = await story.begun()
  expect(next).toMatchObject({
    cycle: '2',
    facts: { verfahren: 'nicht_offenes_verfahren', folgt_auf: old!.id },
  })
  const plans = await loadPlans(story.world.needs, story.world.db)
  expect(plans.all.find(each => each.instance.id === old!.id)?.over).toBe(true)
  expect(await story.say('vergabe phase')).toContain('Vergabe 2: nicht offenes Verfahren')
})

test('after it, only giving up and beginning anew is left, and all companies are owed the reasons', async () => {
  await story.make('vergabe start bekanntmachung:15.04.2024')
  const preview = await story.ask('vergabe wechsel offenes_verfahren grund: kein Bedarf')
  expect(shown(preview)).toContain('nur, indem es aufgehoben (§ 63 VgV) und ein neues begonnen wird')
  await story.say(yesOf(preview)!)
  expect(await story.say('fristen heute')).toContain('Gründe der Aufhebung allen Unternehmen mitteilen')
  expect(await story.say('vergabe phase')).toContain('Vergabe 2: offenes Verfahren')
  expect((await programmeNow(story.world.db, story.world.programme)).profile.vergabe.phase).toBe(
    'vorbereitung',
  )
})

test('a channel hears the phase and the next public date, nothing else', async () => {
  await story.untilInformation()
  await story.make('vergabe ereignis nachprüfungsantrag am 05.09.2024')
  for (const question of ['vergabe fristen', 'vergabe phase']) {
    const text = await story.say(question, vergabestelle, channel)
    expect(text).toContain('Wartefrist vor dem Zuschlag (§ 134 GWB)')
    expect(text).not.toMatch(/Nachprüfung|Rüge|16\.09\.2024/)
  }
  for (const order of ['vergabe start', 'vergabe ereignis zuschlag', 'vergabe simuliere zuschlag'])
    expect(await story.say(order, vergabestelle, channel)).toContain('gehören in keinen Kanal')
})

test('what tells of a company is entered and seen by the Vergabestelle alone', async () => {
  await story.make('vergabe start bekanntmachung:15.04.2024')
  const coordination = person('koordination_jugendamt')
  expect(await story.say('vergabe ereignis antrag am 22.04.2024', coordination)).toContain(
    'nur die Vergabestelle',
  )
  await story.make('vergabe ereignis antrag am 22.04.2024')
  expect(await story.say('vergabe fristen')).toContain('Unterrichtung auf Verlangen')
  for (const question of ['vergabe fristen', 'vergabe phase'])
    expect(await story.say(question, coordination)).not.toContain('Unterrichtung auf Verlangen')
})

test('others may look, and change nothing', async () => {
  const schulamt = person('koordination_schulamt')
  expect(await story.say('vergabe start', schulamt)).toContain('Vergabestelle')
  expect(await story.begun()).toEqual([])
  await story.make('vergabe start bekanntmachung:15.04.2024')
  expect(await story.say('vergabe fristen', schulamt)).toContain('Mi 15.05.2024')
  expect(await story.say('vergabe phase aufgehoben', schulamt)).toContain('Vergabestelle')
  expect(await story.say('vergabe fristen', person('gast'))).not.toContain('15.05.2024')
})

test('every change is in the audit log, without words of a reason', async () => {
  await story.world.db.delete(auditLog)
  await story.make('vergabe start bekanntmachung:15.04.2024')
  await story.make('vergabe schlusstermin teilnahmefrist 10.05.2024 grund: Firma Muster hat gebeten')
  const rows = await story.world.db.select().from(auditLog).orderBy(auditLog.id)
  expect(rows.map(each => each.action)).toEqual(['ablauf:begonnen', 'ablauf:done', 'ablauf:moved'])
  expect(JSON.stringify(rows)).not.toContain('Muster')
})

test.each([
  ['pinneberg', true],
  ['krefeld', false],
  ['verden', false],
])('procurement is offered in %s: %s', (profile, offered) => {
  const names = offeredCommands(programmeNamed(profile), commands).map(each => each.name)
  expect(names.some(name => name.startsWith('vergabe '))).toBe(offered)
})
