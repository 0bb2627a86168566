import { describe, expect, test } from 'vitest'
import type { ProcessEvent } from '../../../src/domain/process/process.ts'
import { type ProcessTemplate, templateSchema } from '../../../src/domain/process/template/template.ts'
import { event, itemsAfter } from './plans.ts'

const shown = (events: readonly ProcessEvent[], start: string) =>
  itemsAfter(events).find(each => each.title.startsWith(start))

describe('milestones of Pinneberg in a calendar', () => {
  test('a month that is expected is a span of days, and says that it is expected', () => {
    expect(shown([], 'Bekanntmachung')).toMatchObject({
      title: expect.stringMatching(/\(voraussichtlich April 2024\)$/),
      start: '2024-04-01',
      end: '2024-04-30',
      tentative: true,
    })
    expect(shown([], 'Teamleitungen')).toMatchObject({
      title: 'Teamleitungen an den Schulen (voraussichtlich 4. Quartal 2024)',
      start: '2024-10-01',
      end: '2024-12-31',
      regions: ['region-1'],
    })
  })

  test('a day that is certain is that day', () => {
    expect(shown([], 'erster Schultag')).toMatchObject({
      title: 'erster Schultag 2025/26',
      start: '2025-09-08',
      end: null,
      tentative: false,
      regions: [],
    })
  })

  test('a milestone without a time stands in no calendar', () => {
    expect(shown([], 'Start in Region 2')).toBeUndefined()
  })

  test('what is moved keeps its uid, what fell away is gone', () => {
    const moved = event({ kind: 'moved', step: 'M5', to: '2025-09-01', tentative: true })
    expect(shown([moved], 'Klassenassistenzen starten')).toMatchObject({
      uid: shown([], 'Klassenassistenzen starten')!.uid,
      title: 'Klassenassistenzen starten (voraussichtlich)',
      start: '2025-09-01',
      tentative: true,
    })
    expect(shown([event({ kind: 'dropped', step: 'M5' })], 'Klassenassistenzen')).toBeUndefined()
  })

  test('what is done stands on its day, no longer as expected', () => {
    const done = event({ kind: 'done', step: 'M3', on: '2024-04-29' })
    expect(shown([done], 'Bekanntmachung')).toMatchObject({
      start: '2024-04-29',
      end: null,
      tentative: false,
      description: expect.stringContaining('Erledigt.'),
    })
  })

  test('no two dates share a uid', () => {
    const uids = itemsAfter([]).map(each => each.uid)
    expect(uids.length).toBeGreaterThan(4)
    expect(new Set(uids).size).toBe(uids.length)
  })
})

describe('what people typed', () => {
  const task: ProcessEvent = event({
    kind: 'added',
    step: 'X1',
    title: 'Gespräch mit Frau Beispiel wegen Jonas',
    when: '2024-05-06',
    tentative: false,
    role: null,
    soft: true,
  })

  test('never reaches a calendar: no title, no reason, no name', () => {
    const moved = event({ kind: 'moved', step: 'M5', to: '2025-09-01', tentative: false })
    const items = itemsAfter([task, moved])
    expect(items.find(each => each.start === '2024-05-06')?.title).toBe(
      'eigene Frist (Wortlaut im Arbeitsplatz)',
    )
    expect(JSON.stringify(items)).not.toMatch(/Beispiel|Jonas|krank/)
  })

  test('nor does it tell that a company asked or had the procedure reviewed', () => {
    const procedure = template('vergabe', 'verfahren')
    for (const id of ['auskunft', 'nachpruefung']) {
      const [item] = itemsAfter([], {
        template: {
          ...procedure,
          schritte: procedure.schritte.map(each => ({ ...each, id, norm: '§ 62 VgV' })),
        },
        subject: { kind: 'verfahren', name: '' },
      })
      expect(item).toMatchObject({
        title: 'Probe: Frist im Vergabeverfahren',
        description: '',
        start: '2024-06-03',
      })
    }
  })

  test('nor does the name of a procedure, which may be a company', () => {
    const [item] = itemsAfter([], {
      template: template('vergabe', 'verfahren'),
      subject: { kind: 'verfahren', name: 'Firma Beispiel GmbH' },
    })
    expect(item?.title).toBe('Probe: Schritt')
  })
})

test('dates of a region and of its schools belong to the region', () => {
  const ofRegion = itemsAfter([], {
    template: template('checkliste', 'region'),
    subject: { kind: 'region', name: 'region-1' },
  })
  expect(ofRegion[0]).toMatchObject({
    regions: ['region-1'],
    title: 'Probe · Region 1: Schritt',
    role: 'vergabestelle',
  })
  const ofBody = itemsAfter([], {
    template: template('sitzung', 'gremium'),
    subject: { kind: 'gremium', name: 'steuerung' },
  })
  expect(ofBody[0]?.regions).toEqual([])
})

function template(art: ProcessTemplate['art'], je: ProcessTemplate['je']): ProcessTemplate {
  return templateSchema.parse({
    id: 'probe',
    name: 'Probe',
    art,
    je,
    schritte: [
      { id: 'S1', titel: 'Schritt', wer: 'vergabestelle', termin: { am: '2024-06-03' }, quelle: 'Test' },
    ],
    quelle: 'Test',
  })
}
