import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { processParts } from '../../../src/build/buildProcesses.ts'
import { stakeholders } from '../../../src/domain/classify/labels.ts'
import { plansOf } from '../../../src/domain/process/plansOf.ts'
import { subjectName, subjectsOf } from '../../../src/domain/process/subjects.ts'
import { wantedInstances } from '../../../src/domain/process/wantedInstances.ts'
import { placeOf, resolvePlace } from '../../../src/domain/programme/region.ts'
import { programmeView } from '../../../src/domain/status/programmeView.ts'
import { dataClasses } from '../../../src/domain/ticket/visibility.ts'
import { renderText } from '../../../src/reply/renderText.ts'
import { acknowledgement } from '../../../src/texts/letters/acknowledgement.ts'
import { statusReply } from '../../../src/texts/status.ts'
import { profileNames, profileYaml, programmeNamed } from './profiles.ts'

const today = Temporal.PlainDate.from('2024-04-22')

/** Signs of a gap in a text that people read. */
const gap = /undefined|null|\[object|NaN|: \.|, \.| {2}\.|„“|\(\)| ,/

describe.each(profileNames)('the profile %s', name => {
  const programme = programmeNamed(name)
  const { profile } = programme

  test('is called like its file and says what is not settled', () => {
    expect(profile.profil).toBe(name)
    expect(profile.offen.length).toBeGreaterThan(0)
  })

  test('calls a date that no source gives a Voreinstellung, and holds no note of ours', () => {
    expect(profileYaml(name)).not.toMatch(/\[I\]|\[P\]|\[M\]|\[\?\]|TODO|domain\.md/)
  })

  test('a source is a document, never an empty word', () => {
    const facts = profileYaml(name).replaceAll(/^\s*#.*$/gm, '')
    const sources = [...facts.matchAll(/quelle: ?"?([^"\n}]*)/g)].map(match => match[1]!.trim())
    expect(sources.length).toBeGreaterThan(20)
    for (const source of sources) expect(source).toMatch(/\p{L}{2}/u)
  })

  test('writes an acknowledgement without gaps to everybody', () => {
    for (const stakeholder of stakeholders)
      for (const dataClass of dataClasses) {
        const ticket = { number: 'X-2024-0001', stakeholder, dataClass, bidderQuestion: false, flags: [] }
        const { subject, text } = acknowledgement(profile, ticket, today)
        expect(`${subject}\n${text}`, `${stakeholder} ${dataClass}`).not.toMatch(gap)
        expect(text).toContain('110')
        expect(text).toContain(profile.stelle)
      }
  })

  test('shows its status without gaps, as a whole and for each part of the area', () => {
    const scopes = [
      { kind: 'programme' as const },
      ...profile.regionen.map(region => ({ kind: 'region' as const, region })),
    ]
    for (const scope of scopes) {
      const view = programmeView(programme, scope, today)
      const now = today.toZonedDateTime('Europe/Berlin').toInstant()
      const text = renderText(
        statusReply({
          programme,
          view,
          tickets: null,
          steps: null,
          inChannel: false,
          enteredUntil: null,
          now,
        }),
        {
          width: 200,
        },
      )
      expect(text).not.toMatch(gap)
      expect(text).toMatch(/Stand \d\d\.\d\d\.\d{4}, Quelle: /)
    }
  })

  test('finds every place by its name', () => {
    for (const place of profile.orte)
      expect(resolvePlace(programme, place.name).kind, place.name).toMatch(/^(place|region)$/)
  })

  test('a school in each place is a question about that place', () => {
    for (const place of profile.orte) {
      const newestText = `Guten Tag, wann beginnt es an der Grundschule in ${place.name}?`
      expect(placeOf(programme, { subject: '', newestText, signature: '' }).place, place.name).toBe(
        place.name,
      )
    }
  })

  test('all that should exist on a day has a plan, in every month of three years', () => {
    const { templates, dates } = processParts(programme)
    const stand = Temporal.PlainDate.from(profile.stand)
    for (let month = 0; month < 36; month++) {
      const day = today.add({ months: month })
      const wanted = wantedInstances(
        [...templates.values()],
        kind => subjectsOf(programme, [{ kind: 'schule', name: 'Beispielschule', place: null }], kind),
        [],
        { today: day, stand },
      )
      const plans = plansOf(
        templates,
        wanted.map((each, i) => ({ instance: { ...each, id: i + 1 }, events: [] })),
        { ...dates, nameOf: subject => subjectName(programme, subject) },
      )
      expect(plans).toHaveLength(wanted.length)
      for (const plan of plans) for (const step of plan.steps) expect(step.conflicts, step.id).toEqual([])
    }
  })
})

describe('the profile hannover', () => {
  const { profile } = programmeNamed('hannover')

  test('has 21 municipalities, each by itself; five towns have a Jugendamt of their own', () => {
    expect(profile.regionen).toHaveLength(21)
    expect(profile.orte).toHaveLength(21)
    const own = profile.zustaendigkeiten.filter(each => each.stelle.includes('eigenes Jugendamt'))
    expect(own.flatMap(each => each.orte)).toEqual([
      'Hannover',
      'Burgdorf',
      'Laatzen',
      'Langenhagen',
      'Lehrte',
    ])
    const region = profile.zustaendigkeiten.find(each => each.id === 'sgb8-region')!
    expect(region.orte).toHaveLength(16)
  })

  test('in every place exactly one office is competent for each law', () => {
    for (const place of profile.orte)
      for (const law of ['SGB VIII', 'SGB IX'])
        expect(
          profile.zustaendigkeiten.filter(
            each =>
              each.bereich.startsWith(`${law} `) && (each.orte === 'alle' || each.orte.includes(place.name)),
          ),
          `${law} ${place.name}`,
        ).toHaveLength(1)
  })

  test('the figures of 31.12.2017 add up to 1.198 children, however they are divided', () => {
    const figure = (id: string) => profile.kennzahlen.find(each => each.id === id)!.wert as number
    for (const parts of [
      ['jungen', 'maedchen'],
      ['sgb12', 'sgb8'],
      ['qualifiziert', 'nicht-qualifiziert', 'nicht-erfasst'],
      ['foerderschule', 'regelschule'],
      ['primar', 'sekundar'],
    ])
      expect(parts.map(figure).reduce((sum, n) => sum + n)).toBe(figure('kinder'))
    expect(figure('kinder')).toBe(1198)
  })

  test('„Region Hannover“ in a letter is the whole area, „in Hannover“ the city', () => {
    const programme = programmeNamed('hannover')
    const place = (newestText: string) => placeOf(programme, { subject: '', newestText, signature: '' }).place
    expect(place('Die Region Hannover plant ein Treffen zum Poolmodell.')).toBeNull()
    expect(place('Was gilt in der Region Hannover?')).toBeNull()
    expect(place('Was gilt an der Grundschule in Hannover?')).toBe('Hannover')
    expect(place('Wir stehen noch am Anfang der Springe-Übung.')).toBeNull()
  })
})

describe('the profile berlin', () => {
  const programme = programmeNamed('berlin')
  const { profile } = programme

  test('has twelve Bezirke and the vocational schools', () => {
    expect(profile.regionen).toHaveLength(13)
    expect(resolvePlace(programme, 'berufliche Schulen').kind).toBe('region')
  })

  test('holds the steps B1 to B16, but for B15, which is a body that meets', () => {
    const ids = profile.ablaeufe.flatMap(each => each.schritte.map(step => step.id))
    for (let n = 1; n <= 16; n++) if (n !== 15) expect(ids).toContain(`B${n}`)
    expect(profile.gremien.map(each => each.id)).toContain('zentrales-arbeitstreffen')
  })

  test('„Mitte Mai“ is a time, „Bezirk Mitte“ and „Berlin-Mitte“ are places', () => {
    const place = (newestText: string) => placeOf(programme, { subject: '', newestText, signature: '' }).place
    for (const time of [
      'Geht es bis Mitte Mai?',
      'Wir treffen uns zu Mitte September.',
      'Es ist für Mitte 2024 geplant.',
      'In der Mitte des Raumes.',
      'Wir brauchen es für Mitte des Schuljahres.',
    ])
      expect(place(time), time).toBeNull()
    for (const there of [
      'Wer ist im Bezirk Mitte zuständig?',
      'Eine Schule in Berlin-Mitte fragt.',
      'Das Bezirksamt Mitte lädt ein.',
      'Was gilt in Mitte?',
    ])
      expect(place(there), there).toBe('Mitte')
  })
})
