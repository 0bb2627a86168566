import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { renderSlack } from '../../src/adapters/slack/renderSlack.ts'
import { channel, exampleWorld, person } from './exampleWorld.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
beforeAll(async () => {
  world = await exampleWorld('krefeld')
})
afterAll(() => world.drop())

const source = /Stand [^,]+, Quelle: /

describe('the nine aspects of a school', () => {
  test('all are open at first, and each that is settled counts', async () => {
    await world.said('schule anlegen „Gesamtschule am Hafen“ ort:Uerdingen schulform:Gesamtschule')
    expect(await world.shown('schule status Gesamtschule am Hafen')).toContain('0 von 9 erfüllt')
    const shown = await world.shown('schule aspekt 8 erfüllt schule:Gesamtschule am Hafen')
    expect(shown).toContain('A8 Einbindung in die schulinternen Verfahren zum Kinderschutz ist erfüllt.')
    expect(shown).toContain('1 von 9 erfüllt')
    expect(shown).toMatch(source)
    expect(await world.shown('schule lücken')).toContain('Gesamtschule am Hafen')
  })

  test('said twice it stays one entry, and it can be taken back', async () => {
    await world.said('schule anlegen „Schule Zwei“')
    await world.said('schule aspekt 1 erfüllt schule:Schule Zwei')
    expect(await world.shown('schule aspekt 1 erfüllt schule:Schule Zwei')).toContain(
      'war schon so eingetragen',
    )
    expect(await world.shown('schule aspekt 1 offen schule:Schule Zwei')).toContain('0 von 9 erfüllt')
  })

  test('a school that exists is not made a second time, however it is spelt', async () => {
    await world.said('schule anlegen „Grundschule Süd“')
    expect(await world.shown('schule anlegen „grundschule sued“')).toContain('Grundschule Süd gibt es schon.')
  })

  test('a slip in its name is offered, never guessed', async () => {
    await world.said('schule anlegen „Musterschule Linn“')
    expect(await world.shown('schule aspekt 1 erfüllt schule:Musterschule Lin')).toContain(
      'Meinten Sie Musterschule Linn?',
    )
    expect(await world.shown('schule status Musterschule Linn')).toContain('0 von 9 erfüllt')
  })

  test('an aspect that does not exist is said with those that do', async () => {
    expect(await world.shown('schule aspekt 10 erfüllt schule:Beispielschule')).toContain(
      'A9 Qualitätsentwicklung',
    )
  })

  test('a denial changes nothing', async () => {
    expect(await world.shown('schule aspekt 2 nicht erfüllt schule:Beispielschule')).not.toContain(
      'ist erfüllt',
    )
    expect(await world.shown('schule status Beispielschule')).toContain('0 von 9 erfüllt')
  })
})

describe('coverage', () => {
  test('is the figure of the source; schools entered here do not change it', async () => {
    const shown = await world.shown('abdeckung')
    expect(shown).toMatch(/40 von 62.*22 ohne/)
    expect(shown).toContain('31')
    expect(shown).toMatch(/Hier angelegt\s+\d+ Schule/)
    expect(shown).toContain('Stand Februar 2019')
  })

  test('a guest sees the published figures and nothing that was entered', async () => {
    const shown = await world.shown('abdeckung', person('gast'))
    expect(shown).toContain('40 von 62')
    expect(shown).not.toContain('Hier angelegt')
  })
})

describe('the reporting chain', () => {
  test('goes from the school over Fachstelle and Steuergruppe to the committee, without a date that nobody named', async () => {
    const shown = await world.shown('bericht sammelstand')
    const at = [
      'Jahresberichte auswerten',
      'Steuergruppe vorlegen',
      'Zielerreichung prüfen',
      'hilfeausschuss berichten',
    ].map(each => shown.indexOf(each))
    expect(at.every(each => each > 0)).toBe(true)
    expect([...at].sort((a, b) => a - b)).toEqual(at)
    expect(shown).toContain('Termin noch nicht festgelegt')
    expect(shown).toContain('2023/24')
    expect(shown).toMatch(/0 von \d+ sind da/)
  })
})

describe('a school that is taken away', () => {
  test('is asked for first, is spoken of no more, and comes back with all that was written', async () => {
    await world.said('schule anlegen „Musterschule Nord“')
    await world.said('schule aspekt 1 erfüllt schule:Musterschule Nord')
    expect(await world.shown('schule entfernen „Musterschule Nord“')).toContain('wirklich entfernen?')
    expect(await world.shown('schule lücken')).toContain('Musterschule Nord')
    expect(await world.shown('schule entfernen "Musterschule Nord" wirklich:ja')).toContain('ist entfernt')
    expect(await world.shown('schule lücken')).not.toContain('Musterschule Nord')
    expect(await world.shown('fristen alle')).not.toContain('Musterschule Nord')
    expect(await world.shown('schule entfernen „Musterschule Nord“')).toContain('kenne ich nicht')
    expect(await world.shown('schule anlegen „Musterschule Nord“')).toContain('1 von 9 erfüllt')
  })
})

describe('bodies', () => {
  test('a meeting brings invitation, papers and minutes, counted from its day', async () => {
    const shown = await world.shown('gremium termin Steuergruppe 04.06.2024')
    expect(shown).toContain('Steuergruppe „Schulsozialarbeit“ tagt am Di 04.06.2024.')
    expect(shown).toMatch(/Einladung verschicken\s+Di 21\.05\.2024/)
    expect(shown).toMatch(/Unterlagen und Vorlagen fertig\s+Di 28\.05\.2024/)
    expect(shown).toMatch(/Protokoll verschicken\s+Di 18\.06\.2024/)
    expect(await world.shown('gremium termin Steuergruppe 04.06.2024')).toContain('gibt es schon')
    expect(await world.shown('gremium vorlage')).toContain('Einladung verschicken')
    expect(await world.shown('gremium nächste Steuergruppe')).toContain('04.06.2024')
  })

  test('a day that is over or exists in no calendar makes no meeting', async () => {
    expect(await world.shown('gremium termin Lenkungskreis 04.03.2024')).toContain('ist vorbei')
    await world.said('gremium termin Lenkungskreis 31.06.2024')
    expect(await world.shown('gremium nächste Lenkungskreis')).toContain('kein Termin eingetragen')
  })

  test('a meeting on a Sunday is made and said to be none', async () => {
    expect(await world.shown('gremium termin Qualitätszirkel 09.06.2024')).toContain('kein Arbeitstag')
  })

  describe('a decision', () => {
    const words = 'Die Indikatoren werden nicht vor Mai überarbeitet. Oder doch?'
    beforeEach(async () => {
      await world.said(`gremium beschluss Steuergruppe: ${words}`)
    })

    test('is kept with its words, whatever stands in them', async () => {
      expect(await world.shown('gremium Steuergruppe')).toContain(words)
    })

    test('is counted only where a channel reads along', async () => {
      const shown = await world.shown('gremium Steuergruppe', undefined, channel)
      expect(shown).toContain('Festgehaltene Beschlüsse')
      expect(shown).not.toContain('Indikatoren werden')
    })

    test('is not shown to guests', async () => {
      expect(await world.shown('gremium Steuergruppe', person('gast'))).not.toContain('Indikatoren werden')
    })
  })

  test('a body that does not exist is answered with those that do', async () => {
    expect(await world.shown('gremium nächste Kaffeerunde')).toContain('Bekannt sind: Lenkungskreis')
  })
})

test('money that has ended is said to have ended', async () => {
  const shown = await world.shown('finanzierung')
  expect(shown).toMatch(/Ende erreicht.*Bildungs- und Teilhabepakets\s+bis 2014/)
  expect(shown).toContain('bis 31.12.2018')
})

test('the six Kernbereiche and the legal anchors can be asked for', async () => {
  const shown = await world.shown('grundlagen')
  for (const each of [
    'Begleitende Beratung',
    'Schule im Sozialraum',
    'BASS 21-13 Nr. 9',
    'NICHT dazu',
    '5.104',
  ])
    expect(shown).toContain(each)
})

test('a programme without tender and without regions shows neither', async () => {
  const help = await world.shown('hilfe')
  expect(help).not.toMatch(/^vergabe/m)
  expect(help).not.toMatch(/^matrix/m)
  const status = await world.shown('status')
  expect(status).not.toContain('Regionen')
  expect(status).toContain('Kooperationsvereinbarung Schule – Jugendhilfe besteht (April 2014)')
  expect(await world.shown('status region Uerdingen')).toContain('es gilt der Stand des ganzen Programms')
  expect(await world.shown('status region Timbuktu')).toContain('Festgelegt sind: Stadtbezirk West')
})

test('all this may be asked, and nothing went wrong unseen', () => {
  expect(world.logged.filter(each => 'incident' in each.fields)).toEqual([])
})

describe('with forty schools', () => {
  beforeAll(async () => {
    for (let n = 1; n <= 40; n++) await world.said(`schule anlegen „Zahlschule ${n}“`)
  })

  test('each stands on one page of the list, and Slack cuts none of them off', async () => {
    const pages = [await world.said('schule lücken'), await world.said('schule lücken seite:2')]
    const buttons = pages[0]!.blocks.flatMap(block => (block.kind === 'actions' ? block.actions : []))
    expect(buttons).toContainEqual({ label: 'weiter', command: 'schule lücken seite:2' })
    const inSlack = JSON.stringify(pages.map(page => renderSlack(page).blocks))
    for (let n = 1; n <= 40; n++) expect(inSlack.split(`Zahlschule ${n} `).length).toBe(2)
    expect(inSlack).not.toContain('weitere')
  })
})

test('what is entered here and not in a document says so in its last line', async () => {
  await world.said('schule anlegen „Endschule“')
  for (const line of ['schule entfernen „Endschule“ wirklich:ja', 'kalender', 'vorgang liste', 'entwürfe'])
    expect(await world.shown(line)).toMatch(
      /Stand: heute \d\d:\d\d, Quelle: dieses Programm\.|Kein Entwurf wartet/,
    )
})
