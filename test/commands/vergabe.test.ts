import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { processEvents } from '../../src/db/schema.ts'
import { programmeNow } from '../../src/flows/processes/programmeNow.ts'
import { yesOf } from './exampleWorld.ts'
import { shown, tenderStory } from './tenderStory.ts'

let story: Awaited<ReturnType<typeof tenderStory>>
beforeAll(async () => {
  story = await tenderStory()
})
beforeEach(() => story.again())
afterAll(() => story.end())

test('a notice of 15.04.2024 is shown with its periods first and begins only when that was confirmed', async () => {
  const preview = await story.ask('vergabe start bekanntmachung:15.04.2024 elektronisch:ja')
  expect(shown(preview)).toContain('Bekanntmachung abgesendet am Mo 15.04.2024?')
  expect(shown(preview)).toMatch(/frühestens\s+Teilnahmefrist\s+Mi 15\.05\.2024/)
  expect(shown(preview)).toContain('§ 17 Abs. 2 VgV · gesichert')
  expect(await story.begun()).toEqual([])
  const made = await story.say(yesOf(preview)!)
  expect(made).toContain('Begonnen: Verhandlungsverfahren mit Teilnahmewettbewerb')
  const phases = await story.say('vergabe phase')
  expect(phases).toContain('Vergabe 1: Verhandlungsverfahren mit Teilnahmewettbewerb')
  expect(phases).toMatch(/in 23 Tagen\s+F-\d+ · Ende der Teilnahmefrist\s+Mi 15\.05\.2024/)
  expect(phases).toContain('Gesperrt: „Zuschlag und Vertragsschluss“')
  // What letters are answered hangs on it.
  expect((await programmeNow(story.world.db, story.world.programme)).profile.vergabe.phase).toBe('tnw')
  expect(await story.say('status')).toContain(
    'Teilnahmewettbewerb läuft seit 15.04.2024. Nächster Termin: Ende der Teilnahmefrist frühestens Mi 15.05.2024',
  )
})

test('a confirmation of something else changes nothing and shows it anew', async () => {
  const reply = await story.ask('vergabe start bekanntmachung:15.04.2024 wirklich:00000000')
  expect(shown(reply)).toContain('Inzwischen hat sich etwas geändert.')
  const yes = yesOf(reply)!.replace('2024-04-15', '2024-04-16')
  expect(await story.say(yes)).toContain('Inzwischen hat sich etwas geändert.')
  expect(await story.begun()).toEqual([])
})

test('two at once: one procedure begins', async () => {
  const both = await Promise.all([story.say('vergabe start'), story.say('vergabe start')])
  expect(both.filter(each => each.includes('Begonnen:'))).toHaveLength(1)
  expect(both.filter(each => each.includes('Es läuft schon ein Verfahren'))).toHaveLength(1)
  expect(await story.say('vergabe start verfahren:offenes_verfahren')).toContain(
    'Es läuft schon ein Verfahren',
  )
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
  expect(await story.say(typed)).toContain(sentence)
  expect(await story.world.db.select().from(processEvents)).toEqual([])
})

test('a day ahead is only kept in mind; periods run from the dispatch', async () => {
  const made = await story.make('vergabe start bekanntmachung:02.05.2024')
  expect(made).toContain('liegt noch vor uns und ist nur vorgemerkt')
  expect(await story.say('vergabe phase')).toContain('in Vorbereitung')
  expect(await story.say('vergabe ereignis bekanntmachung am 02.05.2024')).toContain('liegt in der Zukunft')
})

test('wettbewerblicher Dialog is kept without periods, and that is said', async () => {
  expect(await story.say('vergabe start verfahren:wettbewerblicher_dialog')).toContain(
    'wird nicht unterstützt',
  )
})

test('the value says which law follows, by the day of dispatch', async () => {
  expect(await story.say('vergabe start wert:749.999 EUR')).toContain('ein Verfahren nach VgV ist freiwillig')
  expect(await story.say('vergabe start wert:4,1 Mio')).toContain('Es gelten GWB und VgV.')
})

test('a closing date below the minimum is refused, with a reason it is a deviation that stays in the history', async () => {
  await story.make('vergabe start bekanntmachung:19.04.2024')
  const refused = await story.say('vergabe schlusstermin teilnahmefrist 10.05.2024 uhrzeit: 12 Uhr')
  expect(refused).toContain(
    'Der 10.05.2024 liegt vor dem frühesten zulässigen Ende der Teilnahmefrist (Mi 22.05.2024, § 17 Abs. 2 VgV). Für eine kürzere Frist nach § 65 Abs. 3 VgV bitte Begründung angeben.',
  )
  await story.make('vergabe schlusstermin teilnahmefrist 10.05.2024 uhrzeit: 12 Uhr grund: kleine Lose')
  expect(await story.say('frist zeigen „Ende der Teilnahmefrist“')).toContain(
    'Abweichung mit Begründung (§ 65 Abs. 3 VgV): kleine Lose',
  )
})

test('„frist verschieben“ asks the same law', async () => {
  await story.make('vergabe start bekanntmachung:15.04.2024')
  const line = 'frist verschieben „Ende der Teilnahmefrist“'
  expect(await story.say(`${line} auf 10.05.2024`)).toContain('Für eine kürzere Frist nach § 65 Abs. 3 VgV')
  expect(await story.say(`${line} auf Mai 2024 grund: später`)).toContain('Das Ende einer Frist ist ein Tag.')
  expect(await story.make(`${line} auf 24.05.2024 grund: Brückentag`)).toContain('Fr 24.05.2024')
  expect(await story.make(`${line} auf 10.05.2024 grund: kleine Lose`)).toContain('Fr 10.05.2024')
  const moved = (await story.world.db.select().from(processEvents)).filter(
    each => each.change.kind === 'moved',
  )
  expect(moved.map(each => each.reason)).toEqual([
    'Brückentag',
    'Abweichung mit Begründung (§ 65 Abs. 3 VgV): kleine Lose',
  ])
})

test('periods say norm, certainty and both readings of the standstill, and what comes later', async () => {
  await story.untilInformation()
  const text = await story.say('vergabe fristen')
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
  const text = await story.say('vergabe simuliere information am 28.03.2024 versandweg:elektronisch')
  expect(text).toContain('In der Wartefrist liegen nur 4 Arbeitstage')
})

test('what does not fit together is said in words that people use', async () => {
  await story.make('vergabe start verfahren:offenes_verfahren bekanntmachung:15.04.2024')
  expect(await story.say('vergabe ereignis eingangsbestätigung am 12.04.2024 uhrzeit: 14:23')).toContain(
    '„Eingang vom Amt für Veröffentlichungen bestätigt“ (12.04.2024) liegt vor',
  )
  expect(await story.say('vergabe ereignis aufforderung am 20.04.2024')).toContain(
    'gibt es im Verfahren „offenes Verfahren“ nicht',
  )
  expect(await story.say('vergabe ereignis eingangsbestätigung am 16.04.2024 uhrzeit: 25:10')).toContain(
    'keine Uhrzeit',
  )
  expect(await story.make('vergabe ereignis eingangsbestätigung am 16.04.2024 uhrzeit: 14:23')).toContain(
    'Do 18.04.2024, 14:23 Uhr',
  )
})

test('a simulation writes nothing and shows what would move in the procedure that runs', async () => {
  await story.make('vergabe start bekanntmachung:15.04.2024 elektronisch:ja')
  const before = await story.events()
  expect(await story.say('vergabe simuliere angebotsfrist 10.07.2024')).toContain('noch nicht eingetragen')
  const text = await story.say('vergabe simuliere aufforderung am 05.06.2024')
  expect(text).toContain('Eingetragen ist nichts')
  expect(text).toMatch(/bei elektronischen Angeboten\s+Mo 01\.07\.2024/)
  expect(await story.say('vergabe simuliere teilnahmefrist 31.05.2024')).toContain(
    'Mi 15.05.2024 → Fr 31.05.2024',
  )
  expect(
    await story.say('vergabe simuliere bekanntmachung am 15.04.2024 verfahren:offenes_verfahren'),
  ).toMatch(/Angebotsfrist\s+Di 21\.05\.2024/)
  expect(await story.events()).toEqual(before)
})

test('the count-back names the notice, the buffer and the first block that breaks', async () => {
  const text = await story.say('vergabe machbarkeit start:2025-08-01')
  expect(text).toContain('spätestens am Mi 23.10.2024 abgesendet werden, in 184 Tagen')
  expect(text).toContain('Planwert')
  story.on('2025-02-03')
  const late = await story.say('vergabe machbarkeit start:2025-08-01')
  expect(late).toContain('nicht mehr erreichbar')
  expect(late).toContain('(bricht zuerst)')
  expect(late).toContain('Keine Rechtsberatung; Stand der Regeln')
})

test('after the notice the count-back says what is done, what runs, what is left, and whether it fits', async () => {
  await story.make('vergabe start bekanntmachung:15.04.2024')
  const text = await story.say('vergabe machbarkeit start:2025-08-01')
  expect(text).toContain('Erledigt: Auftragsbekanntmachung abgesendet (Mo 15.04.2024).')
  expect(text).toContain(
    'Es läuft: Teilnahmefrist, bis Mi 15.05.2024. Danach bleiben 8 Bausteine mit zusammen 252 Tagen.',
  )
  expect(text).toContain(
    'passt noch: „Teilnahmefrist“ darf spätestens am Fr 22.11.2024 enden, Puffer 191 Tage.',
  )
  expect(text).not.toMatch(/muss spätestens|beginnen müssen/)
  expect(text).toMatch(/Teilnahmefrist\s+gesetzlich[^\n]*hat begonnen/)
  const tight = await story.say('vergabe machbarkeit start:2025-01-15')
  expect(tight).toMatch(
    /nicht mehr erreichbar: „Teilnahmefrist“ darf spätestens am .* enden, \d+ Tage vor dem vorgesehenen Ende/,
  )
  story.on('2024-05-20')
  await story.make('vergabe ereignis aufforderung am 20.05.2024')
  const later = await story.say('vergabe machbarkeit start:2025-08-01')
  expect(later).toContain(
    'Erledigt: Auftragsbekanntmachung abgesendet (Mo 15.04.2024), Teilnahmefrist, Prüfung',
  )
  expect(later).toMatch(/Teilnahmefrist\s+erledigt/)
})

test('what is known later shortens a period then, and what was entered by mistake is taken back', async () => {
  await story.make('vergabe start bekanntmachung:01.03.2024')
  const invited = await story.make(
    'vergabe ereignis aufforderung am 15.04.2024 elektronisch:ja einvernehmen:14',
  )
  expect(invited).toMatch(/Angebotsfrist im Einvernehmen\s+Mo 29\.04\.2024/)
  expect(await story.say('vergabe phase')).toMatch(/Ende der Angebotsfrist\s+Mo 29\.04\.2024/)
  expect(await story.say('vergabe ereignis nachprüfungsantrag zurücknehmen')).toContain('nicht eingetragen')
  await story.make('vergabe ereignis nachprüfungsantrag am 16.04.2024')
  expect(await story.say('vergabe phase')).toContain('Nachprüfung beendet')
  await story.make('vergabe ereignis nachprüfungsantrag zurücknehmen')
  expect(await story.say('vergabe phase')).not.toContain('Nachprüfung beendet')
  expect(await story.say('vergabe ereignis aufforderung zurücknehmen')).toContain('frist öffnen aufforderung')
})
