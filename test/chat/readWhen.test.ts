import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { clausesIn } from '../../src/chat/arguments/clauses.ts'
import { isNoDay, sharpDayAt } from '../../src/chat/arguments/readDay.ts'
import { deadlineAt } from '../../src/chat/arguments/readDeadline.ts'
import { shiftAt } from '../../src/chat/arguments/readShift.ts'
import { pointAt } from '../../src/chat/arguments/readWhen.ts'
import { wordsOf } from '../../src/chat/words.ts'
import { germanDay } from '../../src/domain/time/day.ts'
import { daysOf } from '../../src/domain/time/pointInTime.ts'

const monday = Temporal.PlainDate.from('2024-04-22')
const day = (text: string, today = monday) => {
  const read = sharpDayAt(wordsOf(text), 0, today)
  return read && [read.value.toString(), read.length]
}
const point = (text: string, today = monday) => {
  const read = pointAt(wordsOf(text), 0, today)
  return read && [read.value.wann, read.value.tentative, read.length]
}

describe('a day', () => {
  test.each([
    ['2024-04-24', ['2024-04-24', 1]],
    ['24.04.2024', ['2024-04-24', 1]],
    ['24.4.', ['2024-04-24', 1]],
    ['1.6.24', ['2024-06-01', 1]],
    ['den 3. Mai', ['2024-05-03', 3]],
    ['3. Mai 2025', ['2025-05-03', 3]],
    ['3. März', ['2024-03-03', 2]],
    ['morgen', ['2024-04-23', 1]],
    ['gestern', ['2024-04-21', 1]],
    ['nächsten Freitag', ['2024-04-26', 2]],
    ['Freitag, den 3. Mai', ['2024-05-03', 4]],
    ['Fr 03.05.', ['2024-05-03', 2]],
    ['letzten Freitag', ['2024-04-19', 2]],
    ['in drei Tagen', ['2024-04-25', 3]],
    ['in zwei Wochen', ['2024-05-06', 3]],
    ['30.02.', null],
    ['31.04.2024', null],
    ['29.02.2023', null],
    ['32.1.', null],
    ['24.04.9999', null],
    ['Mai', null],
    ['„morgen“', null],
  ])('%s', (text, expected) => expect(day(text)).toEqual(expected))

  test('without a year is the nearest one, also around the turn of the year', () => {
    expect(day('10.1.', Temporal.PlainDate.from('2024-12-22'))).toEqual(['2025-01-10', 1])
    expect(day('20.12.', Temporal.PlainDate.from('2025-01-05'))).toEqual(['2024-12-20', 1])
    expect(day('29.2.', Temporal.PlainDate.from('2023-11-20'))).toEqual(['2024-02-29', 1])
  })

  test('that no calendar has is recognised as such', () => {
    for (const text of ['30.02', '31.4.2025', '2024-13-01', '29.02.2023'])
      expect(isNoDay({ folded: text }), text).toBe(true)
    for (const text of ['29.02', '3.5', 'mai', '1.000']) expect(isNoDay({ folded: text }), text).toBe(false)
  })

  test('reads back as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), n => {
        const date = Temporal.PlainDate.from('1990-01-01').add({ days: n })
        expect(day(germanDay(date))).toEqual([date.toString(), 1])
        expect(day(date.toString())).toEqual([date.toString(), 1])
      }),
    )
  })
})

describe('a point in time stays as sharp as it was said', () => {
  test.each([
    ['24.04.2024', ['2024-04-24', false, 1]],
    ['April 2025', ['2025-04', false, 2]],
    ['im April 2025', ['2025-04', false, 3]],
    ['März', ['2025-03', false, 1]],
    ['Mai', ['2024-05', false, 1]],
    ['04/2025', ['2025-04', false, 1]],
    ['2025-04', ['2025-04', false, 1]],
    ['Q4 2025', ['2025-Q4', false, 2]],
    ['Q4/2025', ['2025-Q4', false, 1]],
    ['4. Quartal 2025', ['2025-Q4', false, 3]],
    ['viertes Quartal 2025', ['2025-Q4', false, 3]],
    ['1. Quartal', ['2025-Q1', false, 2]],
    ['letzten Quartal des Jahres', ['2024-Q4', false, 4]],
    ['nächstes Quartal', ['2024-Q3', false, 2]],
    ['KW 12', ['2024-W12', false, 2]],
    ['KW 52', ['2023-W52', false, 2]],
    ['KW 12 2025', ['2025-W12', false, 3]],
    ['KW12/2025', ['2025-W12', false, 1]],
    ['2025/26', ['2025/26', false, 1]],
    ['Schuljahr 2025/26', ['2025/26', false, 2]],
    ['Schuljahr 2025/2026', ['2025/26', false, 2]],
    ['2025/27', null],
    ['Ende Mai', ['2024-05-21/2024-05-31', false, 2]],
    ['Mitte Februar 2025', ['2025-02-11/2025-02-20', false, 3]],
    ['voraussichtlich April 2025', ['2025-04', true, 3]],
    ['vsl. im 4. Quartal 2025', ['2025-Q4', true, 5]],
    ['voraussichtlich 24.04.2024', ['2024-04-24', true, 2]],
    ['01.06.–01.08.2024', ['2024-06-01/2024-08-01', false, 1]],
    ['zwischen 01.06. und 01.08.2024', ['2024-06-01/2024-08-01', false, 4]],
    ['2024-06-01/2024-08-01', ['2024-06-01/2024-08-01', false, 1]],
    ['KW 54', null],
    ['2024-13', null],
    ['Elmshorn', null],
    ['grund', null],
  ])('%s', (text, expected) => expect(point(text.replace('–', '-'))).toEqual(expected))

  test('and what was read is a point in time of profiles, whatever was typed', () => {
    const words = fc.constantFrom(
      ...'auf den 3 31.02 mai april q4 kw 12 53 2025 2025/26 voraussichtlich ende zwischen und quartal letztes naechsten freitag morgen schuljahr in drei tagen 1.6 - 99.99 2024-w60'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), typed => {
        const read = pointAt(wordsOf(typed.join(' ')), 0, monday)
        if (!read) return
        expect(daysOf(read.value.wann), typed.join(' ')).not.toBeNull()
        expect(read.length).toBeLessThanOrEqual(typed.length)
      }),
      { numRuns: 2000 },
    )
  })
})

test.each([
  ['um 2 Wochen', { days: 14, months: 0 }, 3],
  ['um einen Monat', { days: 0, months: 1 }, 3],
  ['um drei Tage früher', { days: -3, months: 0 }, 4],
  ['zwei Wochen nach hinten', { days: 14, months: 0 }, 4],
  ['um eine Woche nach vorne', { days: -7, months: 0 }, 5],
])('%s', (text, value, length) => expect(shiftAt(wordsOf(text), 0)).toEqual({ value, length }))

test.each([
  ['F-7 am 3.5.', { kind: 'number', seq: 7, number: 'F-7' }, 1],
  ['f 7', { kind: 'number', seq: 7, number: 'F-7' }, 2],
  [
    'Rechtsprüfung Kooperationsvertrag am 3.5.',
    { kind: 'words', text: 'Rechtsprüfung Kooperationsvertrag' },
    2,
  ],
  ['die Rechtsprüfung 03.05.2024', { kind: 'words', text: 'Rechtsprüfung' }, 2],
  ['„Vorlage auf den Weg bringen“ auf Mai', { kind: 'words', text: 'Vorlage auf den Weg bringen' }, 1],
  ['1. Schultag auf Mai', { kind: 'words', text: '1 Schultag' }, 2],
  ['K4a wer:Schulamt', { kind: 'words', text: 'K4a' }, 1],
])('a Frist named as %s', (text, value, length) =>
  expect(deadlineAt(wordsOf(text), 0, monday)).toEqual({ value, length }),
)

test('free words behind their key are set apart as they were typed', () => {
  const { order, clauses } = clausesIn(
    'frist verschieben F-7 auf 3.5., Grund: Frau B. ist krank; noch nicht klar? beschlossen von: JHA, 3.5.',
    ['grund', 'beschlossen von'],
  )
  expect(order).toBe('frist verschieben F-7 auf 3.5.')
  expect([...clauses]).toEqual([
    ['grund', 'Frau B. ist krank; noch nicht klar?'],
    ['beschlossen von', 'JHA, 3.5.'],
  ])
})

test('inside a quotation nothing is set apart', () => {
  expect(clausesIn('„frist erledigt F-7 grund: krank“', ['grund']).clauses.size).toBe(0)
})
