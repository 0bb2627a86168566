import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { calendarText } from '../../../src/adapters/ical/calendarText.ts'
import type { FeedEntry } from '../../../src/domain/feed/entry.ts'

const entry = (more: Partial<FeedEntry>): FeedEntry => ({
  uid: 'a@kreis-beispiel.example',
  title: 'Termin',
  start: Temporal.PlainDate.from('2024-05-06'),
  end: null,
  tentative: false,
  description: '',
  sequence: 0,
  status: 'CONFIRMED',
  changedAt: Temporal.Instant.from('2024-04-22T07:14:00Z'),
  ...more,
})
const textOf = (...entries: FeedEntry[]) => calendarText({ name: 'Klassenassistenz: Region 1', entries })

/** Read by the parser of another project. */
function eventOf(more: Partial<FeedEntry>) {
  const [component] = new ICAL.Component(ICAL.parse(textOf(entry(more)))).getAllSubcomponents('vevent')
  return new ICAL.Event(component)
}
const berlin = (iso: string) => Temporal.ZonedDateTime.from(`${iso}[Europe/Berlin]`)

describe('a calendar as text', () => {
  test('lines end with CR LF, and are folded at 75 bytes without breaking an umlaut', () => {
    const title = `Größenänderung für Schülerinnen und Schüler; Prüfung, „voraussichtlich“ 4. Quartal ${'ä€😀'.repeat(40)} \\n Ende`
    const text = textOf(entry({ title, description: 'Zeile eins\nZeile zwei, mit; Zeichen' }))
    const lines = text.split('\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(lines.filter(line => Buffer.byteLength(line) > 75)).toEqual([])
    expect(text).not.toContain('\uFFFD')
    const read = eventOf({ title, description: 'Zeile eins\nZeile zwei, mit; Zeichen' })
    expect(read.summary).toBe(title)
    expect(read.description).toBe('Zeile eins\nZeile zwei, mit; Zeichen')
  })

  test('nothing in a title can begin a line of its own', () => {
    const text = textOf(
      entry({ title: 'Termin\r\nEND:VEVENT\r\nBEGIN:VEVENT\u0000', description: 'a\rBEGIN:VALARM' }),
    )
    expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(1)
    expect(text).not.toMatch(/^BEGIN:VALARM/m)
    expect(eventOf({ title: 'a\r\nb' }).summary).toBe('a b')
  })

  test('a day is a day: without time and zone, its end the day after', () => {
    const event = eventOf({})
    expect(event.startDate.isDate).toBe(true)
    expect(event.startDate.toString()).toBe('2024-05-06')
    expect(event.endDate.toString()).toBe('2024-05-07')
  })

  test('a quarter covers all its days, is tentative and makes nobody busy', () => {
    const event = eventOf({
      start: Temporal.PlainDate.from('2024-10-01'),
      end: Temporal.PlainDate.from('2024-12-31'),
      tentative: true,
      status: 'TENTATIVE',
    })
    expect(event.startDate.toString()).toBe('2024-10-01')
    expect(event.endDate.toString()).toBe('2025-01-01')
    expect(event.component.getFirstPropertyValue('status')).toBe('TENTATIVE')
    expect(event.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
  })

  test.each([
    ['in winter', '2024-01-15T12:00', '2024-01-15T11:00:00Z'],
    ['in summer', '2024-07-15T12:00', '2024-07-15T10:00:00Z'],
    ['an hour before the clock goes forward', '2025-03-30T01:00', '2025-03-30T00:00:00Z'],
    ['an hour after it went forward', '2025-03-30T03:00', '2025-03-30T01:00:00Z'],
    ['after the clock went back', '2025-10-26T12:00', '2025-10-26T11:00:00Z'],
  ])('a time of day %s is the same instant for every reader', (_when, local, utc) => {
    const event = eventOf({ start: berlin(local), end: berlin(local).add({ minutes: 30 }) })
    expect(event.startDate.isDate).toBe(false)
    expect(event.startDate.toString()).toBe(utc)
    expect(event.startDate.zone.tzid).toBe('UTC')
    expect(event.duration.toSeconds()).toBe(1800)
  })

  test('uid, sequence and cancellation arrive', () => {
    const event = eventOf({ sequence: 3, status: 'CANCELLED' })
    expect(event.uid).toBe('a@kreis-beispiel.example')
    expect(event.sequence).toBe(3)
    expect(event.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(String(event.component.getFirstPropertyValue('dtstamp'))).toBe('2024-04-22T07:14:00Z')
  })

  test('the same entries give the same bytes, so that a program need not load them again', () => {
    expect(textOf(entry({}))).toBe(textOf(entry({})))
  })

  test('a calendar without dates is one too', () => {
    const calendar = new ICAL.Component(ICAL.parse(textOf()))
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Klassenassistenz: Region 1')
    expect(calendar.getAllSubcomponents('vevent')).toEqual([])
  })
})
