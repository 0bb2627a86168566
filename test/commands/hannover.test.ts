import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { exampleWorld, person } from './exampleWorld.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
beforeAll(async () => {
  world = await exampleWorld('hannover')
})
beforeEach(() => world.goTo('2024-04-22'))
afterAll(() => world.drop())

const asGuest = (text: string) => world.shown(text, person('gast'))

describe('who is competent', () => {
  test('in a town without a Jugendamt of its own the Region is, for both laws', async () => {
    const text = await asGuest('zuständig Springe')
    expect(text).toContain('Region Hannover, Fachbereich Jugend (FB 51)')
    expect(text).toContain('früher SGB XII')
    expect(text).toContain('Team Sozialmedizin und Teilhabeplanung')
    expect(text).toMatch(/Stand 01\.11\.2018, Quelle: /)
  })

  test('in a town with a Jugendamt of its own the town is for SGB VIII only', async () => {
    const text = await asGuest('zustaendig Lehrte')
    expect(text).toContain('Stadt Lehrte, eigenes Jugendamt')
    expect(text).toContain('Fachbereich Soziales (FB 50)')
    expect(text).not.toContain('FB 51')
  })

  test('of the whole Region only what holds everywhere is said', async () => {
    const text = await asGuest('zuständig Regionsgebiet')
    expect(text).toContain('Fachbereich Soziales (FB 50)')
    expect(text).not.toMatch(/FB 51|eigenes Jugendamt/)
    expect(text).toContain('bitte nennen Sie einen einzelnen Ort')
  })

  test('an unknown place is answered with the known ones, never guessed', async () => {
    expect(await asGuest('zuständig Sprnige')).toContain('Meinten Sie Springe?')
    expect(await asGuest('zuständig Elmshorn')).toContain('Es gehört nicht zu diesem Programm')
  })
})

describe('a pool', () => {
  test('is begun for a school that nobody knew, and shows what is missing', async () => {
    const text = await world.shown('pool anlegen „Grundschule am Lindenweg“ ort:Springe')
    expect(text).toContain('Pool Grundschule am Lindenweg (Springe)')
    expect(text).toContain('Es fehlt: C1, C2, C3, C4, C5, C6, P1, P2')
    expect(await world.shown('pool anlegen „Grundschule am Lindenweg“')).toContain(
      'Diesen Pool gibt es schon.',
    )
    expect(await world.shown('zuständig schule Lindenweg')).toContain('Grundschule am Lindenweg (Springe)')
  })

  test('asks for the place, and for a name that is almost a known one', async () => {
    expect(await world.shown('pool anlegen Förderschule Nord')).toContain(
      'In welchem Ort liegt Förderschule Nord?',
    )
    const text = await world.shown('pool anlegen Beispielschulle ort:Garbsen')
    expect(text).toContain('Fast so heißt schon: Beispielschule')
    expect(await world.shown('pool anlegen "Beispielschulle" ort:"Garbsen" wirklich:ja')).toContain(
      'Pool angelegt.',
    )
  })

  test('counts its conditions, takes one back, and is not installed before all are met', async () => {
    await world.shown('pool anlegen „IGS Musterfeld“ ort:Wunstorf')
    const condition = (what: string) => world.shown(`pool bedingung ${what} schule:"IGS Musterfeld"`)
    expect(await condition('C3 erfüllt')).toContain('1 von 8 erfüllt')
    expect(await condition('c3 erfüllt')).toContain('C3 war schon erfüllt.')
    expect(await condition('C3 offen')).toContain('C3 ist wieder offen.')
    expect(await condition('P2 erfüllt')).toContain('Vorher fehlt noch: C1, C2, C3, C4, C5, C6, P1')
    expect(await condition('C9 erfüllt')).toContain('Eine Bedingung C9 gibt es nicht')
    expect(await condition('C1 erfüllt am 23.04.2024')).toContain('liegt in der Zukunft')
    expect(await world.shown('pool bedingung C3 nicht erfüllt schule:"IGS Musterfeld"')).not.toContain(
      'C3 ist',
    )
  })

  test('once installed is renewed for every school year that begins after it, not for the running one', async () => {
    await world.shown('pool anlegen „Grundschule Moorblick“ ort:Neustadt')
    for (const step of ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'P1', 'P2'])
      await world.shown(`pool bedingung ${step} erfüllt schule:"Grundschule Moorblick"`)
    const text = await world.shown('pool status Moorblick')
    expect(text).toContain('Alles erfüllt, der Pool ist eingerichtet.')
    expect(text).toContain('Verlängerung für das Schuljahr 2024/25')
    expect(text).not.toContain('2023/24')
    world.goTo('2025-02-03')
    // Summer holidays 2025 begin on 03.07. in Lower Saxony.
    const next = await world.shown('fristen')
    expect(next).toContain('Moorblick')
    expect(await world.shown('pool status')).toContain(
      'eingerichtet  Grundschule Moorblick (Neustadt am Rübenberge)',
    )
  })

  test('is shown by place, and asks which is meant when there are several', async () => {
    await world.shown('pool anlegen „Grundschule Seeblick“ ort:Seelze')
    expect(await world.shown('pool status Seelze')).toContain('Grundschule Seeblick (Seelze)')
    expect(await world.shown('pool status Uetze')).toContain('In Uetze ist kein Pool angelegt')
    expect(await world.shown('pool bedingung C1 erfüllt')).toContain('Von welcher Schule?')
    expect(await world.shown('pool status Sebelick')).toContain('kenne ich nicht')
  })

  test('that ends is asked for first; another one of the school begins anew', async () => {
    await world.shown('pool anlegen „Grundschule Talblick“ ort:Seelze')
    await world.shown('pool bedingung C1 erfüllt schule:"Grundschule Talblick"')
    expect(await world.shown('pool beenden Talblick')).toContain('wirklich beenden?')
    expect(await world.shown('pool beenden "Grundschule Talblick" wirklich:ja')).toContain('ist beendet')
    expect(await world.shown('pool status Talblick')).toContain('noch kein Pool')
    const again = await world.shown('pool anlegen „Grundschule Talblick“')
    expect(again).toContain('Pool angelegt.')
    expect(again).toContain('0 von ')
  })

  test('is for those who work with it; its dates are public and name no school', async () => {
    expect(await asGuest('pool status')).toContain('Das darf nur')
    expect(await asGuest('pool anlegen „X-Schule“ ort:Seelze')).toContain('Das darf nur')
    const dates = await asGuest('pool termine')
    expect(dates).toContain('Verlängerung für das Schuljahr 2025/26')
    expect(dates).toContain('Zufriedenheitsabfrage 2024')
    expect(dates).not.toMatch(/Beispielschule|Grundschule/)
  })
})

describe('the survey date', () => {
  test('shows what is due for a year and the last figures known by then', async () => {
    const text = await asGuest('stichtag 2025')
    for (const day of ['01.12.2025', '31.12.2025', '31.01.2026']) expect(text).toContain(day)
    expect(text).toContain('Letzte Zahlen, Stand 31.12.2017')
    expect(text).toContain('1.198 Schulkinder')
  })

  test('of a year before the first figures says that there are none', async () => {
    expect(await asGuest('stichtag 2016')).toContain('Zahlen dazu liegen nicht vor.')
  })

  test('in January is still that of the year before, as long as something of it is open', async () => {
    await world.shown('stichtag')
    world.goTo('2025-01-10')
    expect(await asGuest('stichtag')).toContain('31.12.2024')
  })
})

test('the application path has five steps and never a person', async () => {
  const text = await asGuest('antragsweg')
  for (const step of ['A1', 'A2', 'A3', 'A4', 'A5']) expect(text).toContain(step)
  expect(text).toContain('Das ist eine Vorlage.')
})

test('what the programme does not have is not offered', async () => {
  const help = await world.shown('hilfe')
  expect(help).toContain('pool status')
  for (const absent of ['vergabe', 'schlichtung', 'bezirk', 'schule status', 'abdeckung', 'modell status'])
    expect(help).not.toContain(`\n${absent}`)
})
