import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createAnswer } from '../../src/chat/dispatch.ts'
import { auditLog, deadlineNumbers, processEvents, processes } from '../../src/db/schema.ts'
import { loadPlans } from '../../src/flows/processes/plans.ts'
import { programmeNow } from '../../src/flows/processes/programmeNow.ts'
import { commands } from '../../src/registry.ts'
import { renderText } from '../../src/reply/renderText.ts'
import type { Reply } from '../../src/reply/reply.ts'
import { channel, exampleWorld, office, person } from './exampleWorld.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
let today: string
let answer: ReturnType<typeof createAnswer>

beforeAll(async () => {
  world = await exampleWorld()
  const now = () => Temporal.Instant.from(`${today}T09:14:00+02:00`)
  answer = createAnswer({ ...world.needs, now }, commands)
})
beforeEach(async () => {
  today = '2024-04-22'
  for (const table of [processEvents, deadlineNumbers, processes]) await world.db.delete(table)
})
afterAll(async () => {
  expect(world.logged.filter(each => each.message.includes('failed'))).toEqual([])
  await world.drop()
})

const vergabestelle = person('vergabestelle')

const ask = (text: string, by = vergabestelle, place = office) => answer({ text, person: by, place })

const shown = (reply: Reply) => renderText(reply, { width: 400 })

/** What the words answer. */
const say = async (text: string, by = vergabestelle, place = office) => shown(await ask(text, by, place))

function yesOf(reply: Reply): string | undefined {
  const actions = reply.blocks.flatMap(block => (block.kind === 'actions' ? block.actions : []))
  return actions.find(each => each.command.includes('wirklich:'))?.command
}

/** Says it and confirms the preview that it brings. */
async function make(text: string, by = vergabestelle): Promise<string> {
  const preview = await ask(text, by)
  const yes = yesOf(preview)
  expect(yes, shown(preview)).toBeDefined()
  return say(yes!, by)
}

/** Procedures that were begun, oldest first; other Abläufe begin of themselves. */
const begun = async () =>
  (await world.db.select().from(processes).orderBy(processes.id)).filter(
    each => each.subjectKind === 'verfahren',
  )

const events = async () => (await world.db.select().from(processEvents)).map(each => each.change)

/** Days on which the Vergabestelle tells of them, from the notice to the letters of § 134 GWB. */
async function untilInformation() {
  today = '2024-09-05'
  await make('vergabe start bekanntmachung:15.04.2024 elektronisch:ja')
  await make('vergabe ereignis aufforderung am 05.06.2024')
  await make('vergabe ereignis information am 05.09.2024 versandweg:elektronisch')
}

test('a notice of 15.04.2024 is shown with its periods first and begins only when that was confirmed', async () => {
  const preview = await ask('vergabe start bekanntmachung:15.04.2024 elektronisch:ja')
  expect(shown(preview)).toContain('Bekanntmachung abgesendet am Mo 15.04.2024?')
  expect(shown(preview)).toMatch(/frühestens\s+Teilnahmefrist\s+Mi 15\.05\.2024/)
  expect(shown(preview)).toContain('§ 17 Abs. 2 VgV · gesichert')
  expect(await begun()).toEqual([])
  const made = await say(yesOf(preview)!)
  expect(made).toContain('Begonnen: Verhandlungsverfahren mit Teilnahmewettbewerb')
  const phases = await say('vergabe phase')
  expect(phases).toContain('Vergabe 1: Verhandlungsverfahren mit Teilnahmewettbewerb')
  expect(phases).toMatch(/in 23 Tagen\s+F-\d+ · Ende der Teilnahmefrist\s+Mi 15\.05\.2024/)
  expect(phases).toContain('Gesperrt: „Zuschlag und Vertragsschluss“')
  // What letters are answered hangs on it.
  expect((await programmeNow(world.db, world.programme)).profile.vergabe.phase).toBe('tnw')
  expect(await say('status')).toContain(
    'Teilnahmewettbewerb läuft seit 15.04.2024. Nächster Termin: Ende der Teilnahmefrist frühestens Mi 15.05.2024',
  )
})

test('a confirmation of something else changes nothing and shows it anew', async () => {
  const reply = await ask('vergabe start bekanntmachung:15.04.2024 wirklich:00000000')
  expect(shown(reply)).toContain('Inzwischen hat sich etwas geändert.')
  const yes = yesOf(reply)!.replace('2024-04-15', '2024-04-16')
  expect(await say(yes)).toContain('Inzwischen hat sich etwas geändert.')
  expect(await begun()).toEqual([])
})

test('two at once: one procedure begins', async () => {
  const both = await Promise.all([say('vergabe start'), say('vergabe start')])
  expect(both.filter(each => each.includes('Begonnen:'))).toHaveLength(1)
  expect(both.filter(each => each.includes('Es läuft schon ein Verfahren'))).toHaveLength(1)
  expect(await say('vergabe start verfahren:offenes_verfahren')).toContain('Es läuft schon ein Verfahren')
})

test.each([
  ['vergabe start bekanntmachung:30.02.2024', '30.02.2024'],
  ['vergabe start verfahren:verhandlungsverfaren', 'verhandlungsverfahren'],
  ['vergabe start verfahren:vv_ohne_tnw', '§ 14 Abs. 4 VgV'],
  ['vergabe start verfahren:direktauftrag bekanntmachung:15.04.2024', 'keine Auftragsbekanntmachung'],
  ['vergabe start verfahren:verhandlungsvergabe wert:750.000', 'diese Verfahrensart gibt es dort nicht'],
  ['vergabe ereignis zuschlag', 'noch kein Verfahren begonnen'],
  ['vergabe schlusstermin teilnahmefrist 24.05.2024', 'noch kein Verfahren begonnen'],
  ['vergabe wechsel offenes_verfahren grund: besser', 'noch kein Verfahren begonnen'],
  ['vergabe phase setzen tnw', 'noch kein Verfahren begonnen'],
])('„%s“ is answered with one sentence: %s', async (typed, sentence) => {
  expect(await say(typed)).toContain(sentence)
  expect(await world.db.select().from(processEvents)).toEqual([])
})

test('a day ahead is only kept in mind; periods run from the dispatch', async () => {
  const made = await make('vergabe start bekanntmachung:02.05.2024')
  expect(made).toContain('liegt noch vor uns und ist nur vorgemerkt')
  expect(await say('vergabe phase')).toContain('in Vorbereitung')
  expect(await say('vergabe ereignis bekanntmachung am 02.05.2024')).toContain('liegt in der Zukunft')
})

test('wettbewerblicher Dialog is kept without periods, and that is said', async () => {
  expect(await say('vergabe start verfahren:wettbewerblicher_dialog')).toContain('wird nicht unterstützt')
})

test('the value says which law follows, by the day of dispatch', async () => {
  expect(await say('vergabe start wert:749.999 EUR')).toContain('ein Verfahren nach VgV ist freiwillig')
  expect(await say('vergabe start wert:4,1 Mio')).toContain('Es gelten GWB und VgV.')
})

test('a closing date below the minimum is refused, with a reason it is a deviation that stays in the history', async () => {
  await make('vergabe start bekanntmachung:19.04.2024')
  const refused = await say('vergabe schlusstermin teilnahmefrist 10.05.2024 uhrzeit: 12 Uhr')
  expect(refused).toContain(
    'Der 10.05.2024 liegt vor dem frühesten zulässigen Ende der Teilnahmefrist (Mi 22.05.2024, § 17 Abs. 2 VgV). Für eine kürzere Frist nach § 65 Abs. 3 VgV bitte Begründung angeben.',
  )
  await make('vergabe schlusstermin teilnahmefrist 10.05.2024 uhrzeit: 12 Uhr grund: kleine Lose')
  expect(await say('frist zeigen „Ende der Teilnahmefrist“')).toContain(
    'Abweichung mit Begründung (§ 65 Abs. 3 VgV): kleine Lose',
  )
})

test('„frist verschieben“ asks the same law', async () => {
  await make('vergabe start bekanntmachung:15.04.2024')
  const line = 'frist verschieben „Ende der Teilnahmefrist“'
  expect(await say(`${line} auf 10.05.2024`)).toContain('Für eine kürzere Frist nach § 65 Abs. 3 VgV')
  expect(await say(`${line} auf Mai 2024 grund: später`)).toContain('Das Ende einer Frist ist ein Tag.')
  expect(await make(`${line} auf 24.05.2024 grund: Brückentag`)).toContain('Fr 24.05.2024')
  expect(await make(`${line} auf 10.05.2024 grund: kleine Lose`)).toContain('Fr 10.05.2024')
  const moved = (await world.db.select().from(processEvents)).filter(each => each.change.kind === 'moved')
  expect(moved.map(each => each.reason)).toEqual([
    'Brückentag',
    'Abweichung mit Begründung (§ 65 Abs. 3 VgV): kleine Lose',
  ])
})

test('periods say norm, certainty and both readings of the standstill, and what comes later', async () => {
  await untilInformation()
  const text = await say('vergabe fristen')
  expect(text).toContain(
    'Vertragsschluss ab Mo 16.09.2024 nach herrschender Meinung, vorsichtig gezählt ab Di 17.09.2024',
  )
  expect(text).toContain('§ 17 Abs. 9 VgV · gesichert')
  expect(text).toContain('vorsichtig gezählt')
  expect(text).toMatch(/nach dem Zuschlag\s+Vergabebekanntmachung/)
  expect(text).toMatch(
    /Stand 22\.03\.2024, Quelle: .*Keine Rechtsberatung; Stand der Regeln: .*VgV, Fassung ab/,
  )
  expect(text).not.toContain('liegen nur')
})

test('a standstill over Easter is warned of', async () => {
  const text = await say('vergabe simuliere information am 28.03.2024 versandweg:elektronisch')
  expect(text).toContain('In der Wartefrist liegen nur 4 Arbeitstage')
})

test('the award waits for the agreement, then for the standstill, then for the review', async () => {
  await untilInformation()
  today = '2024-10-20'
  expect(await say('frist erledigt zuschlag am 17.09.2024')).toContain('gesperrt, bis')
  expect(await say('vergabe ereignis zuschlag am 17.09.2024')).toContain('Unterzeichnung')
  await say('frist freigeben zuschlag grund: Vertrag liegt unterschrieben vor')
  expect(await say('vergabe ereignis zuschlag am 15.09.2024')).toContain('unwirksam (§ 135 Abs. 1 GWB)')
  await make('vergabe ereignis nachprüfungsantrag am 06.09.2024')
  for (const order of ['vergabe ereignis zuschlag am 17.09.2024', 'frist erledigt zuschlag am 17.09.2024'])
    expect(await say(order)).toContain('Nachprüfung beendet')
  await make('vergabe ereignis entscheidung am 01.10.2024')
  expect(await say('vergabe ereignis nachprüfung beendet am 15.10.2024')).toContain('Di 15.10.2024')
  await make('vergabe ereignis nachprüfung beendet am 16.10.2024')
  expect(await make('vergabe ereignis zuschlag am 17.10.2024')).toMatch(
    /Vergabebekanntmachung\s+Mo 18\.11\.2024/,
  )
  expect(await say('vergabe phase')).toContain('Vertrag geschlossen seit 17.10.2024')
})

test('a review can be passed by a person with a reason', async () => {
  await untilInformation()
  today = '2024-09-20'
  await say('frist freigeben zuschlag grund: Vertrag liegt unterschrieben vor')
  await make('vergabe ereignis nachprüfungsantrag am 06.09.2024')
  await say('frist freigeben zuschlag grund: Die Vergabekammer hat den Zuschlag gestattet')
  expect(await make('vergabe ereignis zuschlag am 19.09.2024')).toContain('Eingetragen: Zuschlag erteilt')
})

test('what does not fit together is said in words that people use', async () => {
  await make('vergabe start verfahren:offenes_verfahren bekanntmachung:15.04.2024')
  expect(await say('vergabe ereignis eingangsbestätigung am 12.04.2024 uhrzeit: 14:23')).toContain(
    '„Eingang vom Amt für Veröffentlichungen bestätigt“ (12.04.2024) liegt vor',
  )
  expect(await say('vergabe ereignis aufforderung am 20.04.2024')).toContain(
    'gibt es im Verfahren „offenes Verfahren“ nicht',
  )
  expect(await say('vergabe ereignis eingangsbestätigung am 16.04.2024 uhrzeit: 25:10')).toContain(
    'keine Uhrzeit',
  )
  expect(await make('vergabe ereignis eingangsbestätigung am 16.04.2024 uhrzeit: 14:23')).toContain(
    'Do 18.04.2024, 14:23 Uhr',
  )
})

test('a simulation writes nothing and shows what would move in the procedure that runs', async () => {
  await make('vergabe start bekanntmachung:15.04.2024 elektronisch:ja')
  const before = await events()
  expect(await say('vergabe simuliere angebotsfrist 10.07.2024')).toContain('noch nicht eingetragen')
  const text = await say('vergabe simuliere aufforderung am 05.06.2024')
  expect(text).toContain('Eingetragen ist nichts')
  expect(text).toMatch(/bei elektronischen Angeboten\s+Mo 01\.07\.2024/)
  expect(await say('vergabe simuliere teilnahmefrist 31.05.2024')).toContain('Mi 15.05.2024 → Fr 31.05.2024')
  expect(await say('vergabe simuliere bekanntmachung am 15.04.2024 verfahren:offenes_verfahren')).toMatch(
    /Angebotsfrist\s+Di 21\.05\.2024/,
  )
  expect(await events()).toEqual(before)
})

test('the count-back names the notice, the buffer and the first block that breaks', async () => {
  const text = await say('vergabe machbarkeit start:2025-08-01')
  expect(text).toContain('spätestens am Mi 23.10.2024 abgesendet werden, in 184 Tagen')
  expect(text).toContain('Planwert')
  today = '2025-02-03'
  const late = await say('vergabe machbarkeit start:2025-08-01')
  expect(late).toContain('nicht mehr erreichbar')
  expect(late).toContain('(bricht zuerst)')
  expect(late).toContain('Keine Rechtsberatung; Stand der Regeln')
})

test('the phase set by hand says first what companies are answered then', async () => {
  await make('vergabe start bekanntmachung:15.04.2024')
  const preview = await ask('vergabe phase wartefrist')
  expect(shown(preview)).toContain('Rügen werden ihr sofort gemeldet')
  expect((await programmeNow(world.db, world.programme)).profile.vergabe.phase).toBe('tnw')
  await say(yesOf(preview)!)
  expect((await programmeNow(world.db, world.programme)).profile.vergabe.phase).toBe('wartefrist')
  await make('vergabe phase automatisch')
  expect((await programmeNow(world.db, world.programme)).profile.vergabe.phase).toBe('tnw')
})

test('before the notice a procedure changes its kind and the new one is linked', async () => {
  await say('vergabe start')
  await make('vergabe wechsel nicht offenes Verfahren grund: mehr Wettbewerb')
  const [old, next] = await begun()
  expect(next).toMatchObject({
    cycle: '2',
    facts: { verfahren: 'nicht_offenes_verfahren', folgt_auf: old!.id },
  })
  const plans = await loadPlans(world.needs, world.db)
  expect(plans.all.find(each => each.instance.id === old!.id)?.over).toBe(true)
  expect(await say('vergabe phase')).toContain('Vergabe 2: nicht offenes Verfahren')
})

test('after it, only giving up and beginning anew is left, and all companies are owed the reasons', async () => {
  await make('vergabe start bekanntmachung:15.04.2024')
  const preview = await ask('vergabe wechsel offenes_verfahren grund: kein Bedarf')
  expect(shown(preview)).toContain('nur, indem es aufgehoben (§ 63 VgV) und ein neues begonnen wird')
  await say(yesOf(preview)!)
  expect(await say('fristen heute')).toContain('Gründe der Aufhebung allen Unternehmen mitteilen')
  expect(await say('vergabe phase')).toContain('Vergabe 2: offenes Verfahren')
  expect((await programmeNow(world.db, world.programme)).profile.vergabe.phase).toBe('vorbereitung')
})

test('a channel hears the phase and the next public date, nothing else', async () => {
  await untilInformation()
  await make('vergabe ereignis nachprüfungsantrag am 05.09.2024')
  for (const question of ['vergabe fristen', 'vergabe phase']) {
    const text = await say(question, vergabestelle, channel)
    expect(text).toContain('Wartefrist vor dem Zuschlag (§ 134 GWB)')
    expect(text).not.toMatch(/Nachprüfung|Rüge|16\.09\.2024/)
  }
  for (const order of ['vergabe start', 'vergabe ereignis zuschlag', 'vergabe simuliere zuschlag'])
    expect(await say(order, vergabestelle, channel)).toContain('gehören in keinen Kanal')
})

test('what tells of a company is entered and seen by the Vergabestelle alone', async () => {
  await make('vergabe start bekanntmachung:15.04.2024')
  const coordination = person('koordination_jugendamt')
  expect(await say('vergabe ereignis antrag am 22.04.2024', coordination)).toContain('nur die Vergabestelle')
  await make('vergabe ereignis antrag am 22.04.2024')
  expect(await say('vergabe fristen')).toContain('Unterrichtung auf Verlangen')
  for (const question of ['vergabe fristen', 'vergabe phase'])
    expect(await say(question, coordination)).not.toContain('Unterrichtung auf Verlangen')
})

test('others may look, and change nothing', async () => {
  const schulamt = person('koordination_schulamt')
  expect(await say('vergabe start', schulamt)).toContain('Vergabestelle')
  expect(await begun()).toEqual([])
  await make('vergabe start bekanntmachung:15.04.2024')
  expect(await say('vergabe fristen', schulamt)).toContain('Mi 15.05.2024')
  expect(await say('vergabe phase aufgehoben', schulamt)).toContain('Vergabestelle')
  expect(await say('vergabe fristen', person('gast'))).not.toContain('15.05.2024')
})

test('every change is in the audit log, without words of a reason', async () => {
  await world.db.delete(auditLog)
  await make('vergabe start bekanntmachung:15.04.2024')
  await make('vergabe schlusstermin teilnahmefrist 10.05.2024 grund: Firma Muster hat gebeten')
  const rows = await world.db.select().from(auditLog)
  expect(rows.map(each => each.action)).toEqual(['ablauf:done', 'ablauf:moved'])
  expect(JSON.stringify(rows)).not.toContain('Muster')
})
