import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAnswer } from '../../src/chat/dispatch.ts'
import { programmeOf } from '../../src/domain/programme/programme.ts'
import { commands } from '../../src/registry.ts'
import type { Place } from '../../src/reply/incoming.ts'
import { renderText } from '../../src/reply/renderText.ts'
import { channel, exampleWorld, office, person } from './exampleWorld.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
beforeAll(async () => {
  world = await exampleWorld('verden')
})
afterAll(() => world.drop())

/** What is answered on Thursday, 12.03.2020, two days after the document. */
async function shown(text: string, place: Place = office): Promise<string> {
  const now = () => Temporal.Instant.from('2020-03-12T09:00:00+01:00')
  const answer = createAnswer({ ...world.needs, now }, commands)
  return renderText(await answer({ text, person: person('koordination_jugendamt'), place }), { width: 200 })
}

describe('the two sub-groups', () => {
  test('their meetings of March 2020 are known from the letter', async () => {
    expect(await shown('gremium nächste UA Konzept')).toContain('tagt am Mo 16.03.2020')
    expect(await shown('gremium nächste UA-Ressourcen')).toContain('tagt am Do 19.03.2020')
    expect(await world.shown('gremium nächste UA Konzept')).toContain('kein Termin eingetragen')
  })

  test('a result that one hands over waits for the next meeting of the other', async () => {
    const words = 'Modellstandorte statt flächendeckendem Beginn?'
    const answered = await shown(`gremium übergabe UA-Ressourcen UA-Konzept: ${words}`)
    expect(answered).toContain('UA Pädagogisches Konzept hat das Ergebnis aus UA Ressourcenplanung.')
    expect(answered).toContain(words)
    const agenda = await shown('gremium vorlage')
    expect(agenda).toMatch(/Ergebnis aus UA Ressourcenplanung beraten\s+Mo 16\.03\.2020/)
    expect(agenda).not.toContain(words)
    expect(await shown('gremium UA Konzept', channel)).not.toContain(words)
    expect(await shown('fristen', channel)).not.toContain(words)
  })

  test('nobody hands a result to itself or to someone unknown', async () => {
    expect(await shown('gremium übergabe UA Konzept an UA Konzept: Unsinn')).toContain('kenne ich nicht')
    expect(await shown('gremium übergabe UA Konzept an Landtag: Unsinn')).toContain('kenne ich nicht')
  })
})

describe('model sites', () => {
  test('have both learning goals and a review after each half-year', async () => {
    const answered = await shown('modell anlegen „Musterschule Achim“ ort:Achim')
    expect(answered).toContain('Bedarfsfeststellung')
    expect(answered).toContain('bedarfsorientierte Personalzuordnung')
    expect(answered).toMatch(/Nächste Auswertung\s+Di 01\.09\.2020/)
    expect(answered).toMatch(/Ort\s+Achim/)
  })

  test('one that ends is asked for first', async () => {
    await shown('modell anlegen „Musterschule Thedinghausen“')
    expect(await shown('modell beenden Musterschule Thedinghausen')).toContain('wirklich beenden?')
    expect(await shown('modell beenden "Musterschule Thedinghausen" wirklich:ja')).toContain('ist beendet')
    expect(await shown('modell status')).not.toContain('Thedinghausen')
  })

  test('what was learned is kept, and told to people but not to channels', async () => {
    await shown('modell anlegen „Musterschule Oyten“')
    const words = 'Die Bedarfe waren höher als gedacht.'
    expect(await shown(`modell erfahrung Musterschule Oyten: ${words}`)).toContain(words)
    expect(await shown('modell status Musterschule Oyten', channel)).toContain('Festgehaltene Erfahrungen: 1')
    expect(await shown('modell status Musterschule Oyten', channel)).not.toContain(words)
    expect(await shown('modell status')).toMatch(/Musterschule Oyten\s+Erfahrungen: 1/)
  })
})

describe('the matrix', () => {
  test('keeps what is asked for and what is settled; a channel learns no names', async () => {
    await shown('matrix interesse träger:Beispiel gGmbH sozialraum:Nord schule:Musterschule am Wall')
    expect(
      await shown('matrix interesse träger:beispiel ggmbh sozialraum:Nord schule:Musterschule am Wall'),
    ).toContain('Das steht schon da, als Nummer 1.')
    await shown('matrix interesse träger:Muster e. V.')
    const settled = await shown('matrix geklärt 1')
    expect(settled).toContain('2 eingetragen, davon 1 geklärt und 1 offen.')
    expect(settled).toMatch(/1\s+Beispiel gGmbH\s+Nord\s+Musterschule am Wall\s+geklärt/)
    const seen = await shown('matrix zeigen', channel)
    expect(seen).toContain('2 eingetragen')
    expect(seen).not.toMatch(/Beispiel gGmbH|Muster e/)
    expect(await shown('fristen alle', channel)).not.toMatch(/Beispiel gGmbH|Muster e/)
    expect(await shown('matrix geklärt 99')).toContain('Eine Nummer 99 hat die Matrix nicht.')
  })

  test('does not exist while a tender runs', async () => {
    const { profile } = world.programme
    const tendering = programmeOf({
      ...profile,
      vergabe: { ...profile.vergabe, gebraucht: 'ja', phase: 'tnw' },
    })
    const answer = createAnswer({ ...world.needs, programme: tendering }, commands)
    const reply = await answer({
      text: 'matrix zeigen',
      person: person('koordination_jugendamt'),
      place: office,
    })
    expect(reply.summary).not.toContain('eingetragen')
    expect(renderText(reply, { width: 200 })).toContain('Dieses Programm hat zurzeit keine Matrix')
  })
})

test('the financing variants stand side by side, with the known risk and the legal examination', async () => {
  const answered = await shown('finanzierung vergleich')
  for (const each of [
    'personalisierte Förderungsfinanzierung',
    'Fachleistungsstunden',
    'Vergabe eines öffentlichen Auftrags',
  ])
    expect(answered).toContain(each)
  expect(answered).toContain('VG Hamburg')
  expect(answered).toContain('rechtlich prüfen')
  expect(answered).toContain('Stand 10.03.2020')
})

test('the start that was given up keeps its old time and the reason; the suspension of 2021 is known from its day on', async () => {
  const then = await shown('status')
  expect(then).toMatch(/verschoben\s+Kreisweite Einführung/)
  expect(then).toContain('bisher Schuljahr 2020/21: flächendeckender Beginn nicht realisierbar')
  expect(then).toContain('Programm aktiv.')
  expect(await world.shown('status')).toContain('Programm ausgesetzt seit Juli 2021')
})

test('whether there will be a tender is open, so there are no commands for one', async () => {
  expect(await shown('hilfe')).not.toMatch(/^vergabe/m)
  expect(await shown('vergabe start')).toContain('Dieses Programm hat keine Ausschreibung')
})

test('nothing went wrong unseen', () => {
  expect(world.logged.filter(each => 'incident' in each.fields)).toEqual([])
})
