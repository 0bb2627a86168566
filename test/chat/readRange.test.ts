import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { dayAt, rangeAt } from '../../src/chat/arguments/readRange.ts'
import { wordsOf } from '../../src/chat/words.ts'

const monday = Temporal.PlainDate.from('2024-04-22')
const span = (text: string, today = monday) => {
  const read = rangeAt(wordsOf(text), 0, today)
  return read && [read.value.name, read.value.from, read.value.to, read.length]
}

test.each([
  ['heute', ['heute', '2024-04-22', '2024-04-22', 1]],
  ['übermorgen', ['uebermorgen', '2024-04-24', '2024-04-24', 1]],
  ['diese Woche', ['diese_woche', '2024-04-22', '2024-04-28', 2]],
  ['dieser Woche', ['diese_woche', '2024-04-22', '2024-04-28', 2]],
  ['nächster Woche', ['naechste_woche', '2024-04-29', '2024-05-05', 2]],
  ['dieser Monat', ['dieser_monat', '2024-04-01', '2024-04-30', 2]],
  ['nächsten Monat', ['naechster_monat', '2024-05-01', '2024-05-31', 2]],
  ['nächste 14 Tage', ['naechste_14_tage', '2024-04-22', '2024-05-06', 3]],
  ['nächsten zwei Wochen', ['naechste_14_tage', '2024-04-22', '2024-05-06', 3]],
  ['naechste_14_tage', ['naechste_14_tage', '2024-04-22', '2024-05-06', 1]],
  ['überfällig', ['ueberfaellig', null, '2024-04-21', 1]],
  ['alle', ['alle', null, null, 1]],
  ['KW 17', ['2024-W17', '2024-04-22', '2024-04-28', 2]],
  ['KW1/2025', ['2025-W01', '2024-12-30', '2025-01-05', 1]],
  ['2020-W53', ['2020-W53', '2020-12-28', '2021-01-03', 1]],
  ['Februar', ['2024-02', '2024-02-01', '2024-02-29', 1]],
  ['März 2025', ['2025-03', '2025-03-01', '2025-03-31', 2]],
  ['05/2024', ['2024-05', '2024-05-01', '2024-05-31', 1]],
  ['15.05.', ['2024-05-15', '2024-05-15', '2024-05-15', 1]],
  ['1.6.24', ['2024-06-01', '2024-06-01', '2024-06-01', 1]],
  // Neither of these is in the calendar.
  ['KW 53', null],
  ['KW 0', null],
  ['31.04.2024', null],
  ['2024-13', null],
  ['Elmshorn', null],
])('%s', (text, expected) => {
  expect(span(text)).toEqual(expected)
})

test('a weekday is the next one, never today', () => {
  expect(dayAt('montag', monday)?.toString()).toBe('2024-04-29')
  expect(dayAt('dienstag', monday)?.toString()).toBe('2024-04-23')
  expect(dayAt('sonntag', monday)?.toString()).toBe('2024-04-28')
})
