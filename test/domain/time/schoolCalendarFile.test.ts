import { expect, test } from 'vitest'
import { readSchoolCalendar } from '../../../src/domain/time/schoolCalendarFile.ts'

const good = `land: SH
name: Schleswig-Holstein
ferien:
  quelle: Bekanntmachung
  lizenz: amtlich
  stand: 2026-01-21
  zeiten:
    - { art: Sommerferien, von: 2026-07-04, bis: 2026-08-15 }
    - { art: Herbstferien, von: 2026-10-12, bis: 2026-10-24 }
erste_schultage:
  quelle: Bekanntmachung
  lizenz: amtlich
  stand: 2026-01-21
  tage:
    - { schuljahr: 2026/27, tag: 2026-08-17 }
einschulung: null
`

const faultsOf = (text: string) => {
  const read = readSchoolCalendar(text, 'sh.yaml')
  return 'faults' in read ? read.faults : []
}

test('a calendar without faults is taken', () => {
  expect(readSchoolCalendar(good, 'sh.yaml')).toHaveProperty('calendar')
})

test.each([
  ['a date that does not exist', '2026-07-04', '2026-02-30', 'Zeile 8: „von“ („2026-02-30“) ist kein Datum'],
  ['an unknown Land', 'land: SH', 'land: XX', 'Zeile 1: „land“ („XX“) hat einen Wert, den ich nicht kenne'],
  [
    'a mistyped kind',
    'Herbstferien',
    'Herbsferien',
    'Zeile 9: „art“ („Herbsferien“) hat einen Wert, den ich nicht kenne. Meinten Sie „Herbstferien“?',
  ],
  [
    'a break that ends before it begins',
    'bis: 2026-08-15',
    'bis: 2026-07-03',
    'Zeile 8: Die Sommerferien enden vor ihrem Beginn.',
  ],
  ['a wrong year', 'bis: 2026-08-15', 'bis: 2027-08-15', 'Zeile 8: Die Sommerferien dauern 408 Tage'],
  ['two breaks on one day', 'von: 2026-10-12', 'von: 2026-08-10', 'Zeile 9: Die Herbstferien dauern'],
  [
    'an overlap',
    'Herbstferien, von: 2026-10-12, bis: 2026-10-24',
    'Herbstferien, von: 2026-08-15, bis: 2026-08-20',
    'Zeile 9: Die Herbstferien überschneiden sich mit Sommerferien ab 2026-07-04.',
  ],
  [
    'a first school day in the holidays',
    'tag: 2026-08-17',
    'tag: 2026-08-14',
    'Zeile 15: Der 2026-08-14 liegt in den Sommerferien (bis 2026-08-15).',
  ],
  [
    'a first school day of another year',
    'schuljahr: 2026/27',
    'schuljahr: 2027/28',
    'Zeile 15: Der 2026-08-17 liegt nicht am Anfang des Schuljahrs 2027/28.',
  ],
  [
    'a school year of two years',
    '2026/27',
    '2026/28',
    'Zeile 15: „schuljahr“ („2026/28“) ist kein Schuljahr wie 2025/26.',
  ],
  [
    'dates without a source',
    '  quelle: Bekanntmachung\n  lizenz: amtlich\n  stand: 2026-01-21\n  zeiten',
    '  zeiten',
    '„quelle“ fehlt.',
  ],
  [
    'a key that nobody reads',
    'einschulung: null',
    'einschulungen: null',
    '„einschulungen“ kenne ich nicht. Meinten Sie „einschulung“?',
  ],
])('%s is named with its line', (_what, right, wrong, sentence) => {
  expect(good).toContain(right)
  const faults = faultsOf(good.replace(right, wrong))
  expect(faults.join('\n')).toContain(sentence)
  expect(faults.every(each => each.startsWith('sh.yaml, Zeile '))).toBe(true)
})

test.each(['', 'Ferien', '- 1', '[]'])('„%s“ is no calendar, and is told what one looks like', text => {
  expect(faultsOf(text)).toEqual([expect.stringContaining('Erwartet werden Zeilen wie „land: SH“.')])
})
