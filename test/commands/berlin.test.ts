import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAnswer } from '../../src/chat/dispatch.ts'
import { templatesOf } from '../../src/domain/process/template/templatesOf.ts'
import { type Programme, programmeOf } from '../../src/domain/programme/programme.ts'
import { readProfile } from '../../src/domain/programme/readProfile.ts'
import { changeProcesses } from '../../src/flows/processes/changeProcesses.ts'
import { commands } from '../../src/registry.ts'
import { renderText } from '../../src/reply/renderText.ts'
import { profileYaml } from '../domain/programme/profiles.ts'
import { exampleWorld, office, person } from './exampleWorld.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
beforeAll(async () => {
  world = await exampleWorld('berlin')
})
beforeEach(() => world.goTo('2024-04-22'))
afterAll(() => world.drop())

/** Marks steps of a Bezirk as done on a day, as `frist erledigt` does. */
async function done(region: string, on: string, ...steps: string[]) {
  await changeProcesses(world.needs, person('koordination_jugendamt'), plans => ({
    changes: steps.flatMap(step => {
      const plan = plans.all.findLast(
        each =>
          each.instance.subject.name === region && !each.over && each.steps.some(own => own.id === step),
      )
      return plan ? [{ processId: plan.instance.id, change: { kind: 'done' as const, step, on } }] : []
    }),
    result: null,
  }))
}

describe('the agreement of a Bezirk', () => {
  test('lacks its four steps at first, and its duties begin with the signature', async () => {
    const text = await world.shown('bezirk status Spandau')
    expect(text).toContain('Offen: B1, B2, B3, B4.')
    expect(text).toContain('beginnt mit B4 (Beide Leitungen unterschreiben mit Datum)')
    await done('spandau', '2024-04-15', 'B1', 'B2', 'B3', 'B4')
    const signed = await world.shown('bezirk status Spandau')
    expect(signed).toContain('Offen: B5.')
    expect(signed).toContain('B6 · Auswertungsgespräch führen')
    expect(signed).toContain('15.04.2025')
  })

  test('a Bezirk with nothing open is not listed among those that lack something', async () => {
    await done('neukoelln', '2024-04-15', 'B1', 'B2', 'B3', 'B4')
    await done('neukoelln', '2024-04-16', 'B5')
    const text = await world.shown('bezirk offen')
    expect(text).not.toContain('Neukölln')
    expect(text).toMatch(/Offen in 1[01] von 12 Bezirken und bei den beruflichen Schulen\./)
  })

  test('the yearly talk is open 60 days before, the next one begins when it is done', async () => {
    await done('pankow', '2024-04-15', 'B1', 'B2', 'B3', 'B4')
    await done('pankow', '2024-04-16', 'B5')
    world.goTo('2025-02-13')
    expect(await world.shown('bezirk status Pankow')).toContain('Zurzeit ist nichts offen.')
    world.goTo('2025-02-14')
    expect(await world.shown('bezirk status Pankow')).toContain('Offen: B6.')
    await done('pankow', '2025-02-14', 'B6')
    const text = await world.shown('bezirk status Pankow')
    // The result is due 14 days after the talk; the next talk begins to run, and the old one is not over yet.
    expect(text).toContain('Offen: B7.')
    await done('pankow', '2025-02-14', 'B7')
    expect(await world.shown('bezirk status Pankow')).toContain('14.02.2026')
  })

  test('what is overdue comes first', async () => {
    await done('mitte', '2022-01-10', 'B1', 'B2', 'B3', 'B4')
    const text = await world.shown('bezirk offen')
    expect(text).toMatch(/1 überfällig\s+Mitte/)
    expect(text.indexOf('Mitte')).toBeLessThan(text.indexOf('Reinickendorf'))
  })
})

describe('an arbitration', () => {
  test('runs for 14 days; an end on a holiday moves to the next working day', async () => {
    const text = await world.shown('vereinbarung schlichtung start Lichtenberg am 17.04.2024')
    for (const day of ['24.04.2024', '29.04.2024', 'Do 02.05.2024', 'Fr 03.05.2024'])
      expect(text).toContain(day)
    expect(text).toContain('verschoben vom 01.05.2024 auf den nächsten Arbeitstag (§ 193 BGB)')
    expect(text).toContain('Tag 5.')
    expect(await world.shown('schlichtung start Lichtenberg')).toContain('Diese Schlichtung läuft schon.')
  })

  test('that finds a solution is over, and the next one of the same Bezirk is another', async () => {
    await world.shown('schlichtung start Treptow-Köpenick am 15.04.2024')
    const text = await world.shown('schlichtung ergebnis Treptow-Köpenick einig am 19.04.2024')
    expect(text).toContain('die Schlichtung ist beendet')
    expect(await world.shown('schlichtung ergebnis Treptow-Köpenick einig')).toContain(
      'läuft keine Schlichtung',
    )
    expect(await world.shown('schlichtung start Treptow-Köpenick')).toContain('Die Frist läuft.')
    expect(await world.shown('schlichtung status Treptow-Köpenick')).toContain('begonnen am 22.04.2024')
  })

  test('without a solution goes to the SenBildJugFam, I A and III A', async () => {
    await world.shown('schlichtung start Reinickendorf am 02.04.2024')
    const over = await world.shown('schlichtung status Reinickendorf')
    expect(over).toContain('Die Frist endete am Di 16.04.2024. Gibt es eine Lösung?')
    const text = await world.shown('schlichtung ergebnis Reinickendorf gescheitert')
    expect(text).toContain('Als Nächstes: SenBildJugFam I A und III A einbeziehen')
    expect(text).toMatch(/nicht erreicht\s+Tag 14/)
    await done('reinickendorf', '2024-04-22', 'B11')
    expect(await world.shown('schlichtung status Reinickendorf')).toContain(
      'Als Nächstes: Verfahrensvorschlag der SenBildJugFam liegt vor.',
    )
    await done('reinickendorf', '2024-04-22', 'B11b')
    expect(await world.shown('schlichtung status Reinickendorf')).toContain('alles Weitere ist erledigt')
  })

  test('begins on no day that lies ahead or long ago, and for one Bezirk only', async () => {
    expect(await world.shown('schlichtung start Mitte am 01.05.2024')).toContain('liegt in der Zukunft')
    expect(await world.shown('schlichtung start Mitte am 17.04.2022')).toContain('liegt über ein Jahr zurück')
    expect(await world.shown('schlichtung start Berlin')).toContain('für welchen Bezirk')
    expect(await world.shown('schlichtung start Mitte am 30.02.2024')).not.toContain('Die Frist läuft.')
  })
})

test('the status of the programme counts agreements, and says of each date which Bezirk it is of', async () => {
  for (const region of ['mitte', 'neukoelln', 'pankow']) await done(region, '2024-04-15', 'B1')
  await world.shown('schlichtung start Mitte am 12.04.2024')
  const text = (await world.shown('status')).replaceAll(/\s+/g, ' ')
  expect(text).toMatch(/\d Vereinbarungen begonnen, davon \d abgeschlossen/)
  expect(text).toContain('SenBildJugFam I A und III A einbeziehen · Mitte · Nr. 1')
})

describe('reports', () => {
  test('are expected from nobody while no cycle is set, and it is said how to set one', async () => {
    const text = await world.shown('bericht offen')
    expect(text).toContain('kein Turnus festgelegt')
    expect(text).toContain('profiles/berlin.yaml')
    expect(text).toContain('wiederholung: { jedes: jahr }')
    expect(await world.shown('bericht erledigt Mitte')).toContain('kein Turnus festgelegt')
    expect(await world.shown('bericht erledigt Mite')).toContain('Meinten Sie Mitte?')
  })

  test('once the office has set a cycle as told, are owed by each Bezirk until they are there', async () => {
    const yaml = profileYaml('berlin')
      .replace(
        /(id: berichte[\s\S]*?)beginnt: auf_befehl\n {4}wiederholung: null/,
        '$1beginnt: zyklus\n    wiederholung: { jedes: jahr }',
      )
      .replace(
        /(titel: Bericht erstatten, wer: koordination, termin: )null/,
        '$1{ nach: beginn, monate: 12 }',
      )
      .replace('profil: berlin', 'profil: berlin-mit-turnus')
    const read = readProfile(yaml, 'berlin.yaml')
    if ('faults' in read) throw new Error(read.faults.join('\n'))
    const programme: Programme = programmeOf(read.profile)
    const answer = createAnswer({ ...world.needs, programme, templates: templatesOf(programme) }, commands)
    const ask = async (text: string) =>
      renderText(await answer({ text, person: person('koordination_jugendamt'), place: office }), {
        width: 200,
      })
    expect(await ask('bericht offen')).toContain('Bericht: 13 fehlen.')
    const text = await ask('bericht erledigt Mitte')
    expect(text).toContain('Bericht · Mitte · 2024 ist erledigt.')
    expect(text).toContain('12 fehlen')
    world.goTo('2025-01-10')
    expect(await ask('bericht offen')).toContain('davon 12 überfällig')
  })
})

test('a programme without milestones has a status and a timetable all the same', async () => {
  expect(await world.shown('status')).toContain('12 Bezirke und die beruflichen Schulen')
  expect(await world.shown('status region berufliche Schulen')).toContain('Berufliche Schulen: ganz Berlin')
  expect(await world.shown('zeitplan')).not.toContain('undefined')
  expect(await world.shown('hilfe bezirk')).toContain('bezirk status Mitte')
  expect(await world.shown('hilfe status region')).not.toContain('Elmshorn')
})
