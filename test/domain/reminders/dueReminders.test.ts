import { describe, expect, test } from 'vitest'
import type { ReminderThing } from '../../../src/domain/reminders/reminderThing.ts'
import { day, inShort, legal, type Mornings, mornings, thing } from './daily.ts'

/** What is said of one thing that nobody touches. */
const played = (one: ReminderThing, from: string, to: string, other: Partial<Mornings> = {}) =>
  inShort(mornings({ from, to, things: () => [one], ...other }))

describe('a date', () => {
  test('is said at its lead times and on the day, and then goes to deputy and lead when nobody acts', () => {
    // Wed 24.04.2024; 01.05. and 09.05. are public holidays.
    expect(played(thing('2024-04-24'), '2024-03-01', '2024-06-30')).toEqual([
      // 10.04. lies in the Easter holidays, which last to Fri 19.04.: the farthest rung that is reached is said after them.
      '2024-04-22 ahead',
      '2024-04-23 ahead',
      '2024-04-24 today',
      '2024-04-25 overdue',
      '2024-04-29 deputy',
      '2024-05-03 lead',
    ])
  })

  test('of the law is said on its days, weekends and holidays included', () => {
    // Sun 28.04.2024.
    expect(played(thing('2024-04-28', legal), '2024-03-01', '2024-05-01')).toEqual([
      '2024-04-14 ahead',
      '2024-04-21 ahead',
      '2024-04-25 ahead',
      '2024-04-27 ahead',
      '2024-04-28 today',
      '2024-04-29 overdue',
    ])
  })

  test('that falls on days without a morning is said on the last morning before them', () => {
    // Sat 27.04.2024: said on Friday, and never as if it were late before Monday.
    expect(played(thing('2024-04-27', { leads: [] }), '2024-04-01', '2024-04-29')).toEqual([
      '2024-04-26 ahead',
      '2024-04-29 overdue',
    ])
    // In the summer holidays of 2024 (22.07. to 31.08.).
    expect(played(thing('2024-08-14', { leads: [] }), '2024-04-01', '2024-09-02')).toEqual([
      '2024-07-19 ahead',
      '2024-09-02 overdue',
    ])
  })

  test('that takes place by itself is never late', () => {
    const school = thing('2025-09-08')
    const occasion = { ...school.occasion, needsDoing: false } as ReminderThing['occasion']
    expect(played({ ...school, occasion }, '2025-09-01', '2025-12-01').at(-1)).toBe('2025-09-08 today')
  })

  test('that is fuzzy counts from its first day, and is late after its last one', () => {
    const april = thing('2024-04', { leads: [30, 7], quiet: 'freeDays' })
    expect(played(april, '2024-01-01', '2024-05-02')).toEqual([
      // 02.03. is a Saturday, 29.03. to 01.04.2024 is Easter: of a month enough is left after it.
      '2024-03-04 ahead',
      '2024-03-25 ahead',
      '2024-04-02 today',
      '2024-05-02 overdue',
    ])
  })

  test('in a leap year has a 29 February, and year ends and week 53 are days like others', () => {
    expect(played(thing('2024-02-29', { ...legal, leads: [1] }), '2024-02-01', '2024-03-01')).toEqual([
      '2024-02-28 ahead',
      '2024-02-29 today',
      '2024-03-01 overdue',
    ])
    const week53 = thing('2026-W53', { ...legal, leads: [7] })
    expect(played(week53, '2026-12-01', '2027-01-04')).toEqual([
      '2026-12-21 ahead',
      '2026-12-28 today',
      '2027-01-04 overdue',
    ])
  })
})

test('what comes up long after its lead time waits for the next one when that comes in a moment', () => {
  const pool = thing('2024-06-03', { leads: [60, 30, 7], quiet: 'freeDays' })
  // 30 days before it is Saturday 04.05.
  expect(played(pool, '2024-05-02', '2024-06-01')).toEqual(['2024-05-06 ahead', '2024-05-27 ahead'])
})

describe('a date that moves', () => {
  const moved = (to: (iso: string) => string) =>
    inShort(mornings({ from: '2024-05-01', to: '2024-07-15', things: iso => [thing(to(iso), legal)] }))

  test('is said anew for the new one', () => {
    expect(moved(iso => (iso < '2024-06-01' ? '2024-06-03' : '2024-07-12'))).toEqual([
      '2024-05-20 ahead',
      '2024-05-27 ahead',
      '2024-05-31 ahead',
      '2024-06-28 ahead',
      '2024-07-05 ahead',
      '2024-07-09 ahead',
      '2024-07-11 ahead',
      '2024-07-12 today',
      '2024-07-13 overdue',
    ])
  })

  test('and comes back is not said again', () => {
    expect(
      moved(iso => (iso >= '2024-05-29' && iso < '2024-05-31' ? '2024-09-02' : '2024-06-03')).slice(0, 4),
    ).toEqual(['2024-05-20 ahead', '2024-05-27 ahead', '2024-05-31 ahead', '2024-06-02 ahead'])
  })
})

describe('when the program was away', () => {
  test('only the nearest rung is said, and the owner is told before anybody else', () => {
    const away = (iso: string) => iso > '2024-04-10' && iso < '2024-05-13'
    expect(played(thing('2024-04-24', { quiet: 'freeDays' }), '2024-04-01', '2024-06-01', { away })).toEqual([
      '2024-04-10 ahead',
      '2024-05-13 overdue',
      '2024-05-15 deputy',
      '2024-05-21 lead',
    ])
  })

  test('and the morning is made up in quiet hours, what is firm is said and the rest waits for the next one', () => {
    const quietHours = (iso: string) => iso === '2024-04-24'
    const things = () => [
      thing('2024-04-24', { leads: [] }),
      thing('2024-04-24', { ...legal, id: '2:L', leads: [] }),
    ]
    const said = mornings({ from: '2024-04-23', to: '2024-04-25', quietHours, things })
    expect(said.map(each => `${each.on} ${each.line.thing.id} ${each.line.stage}`)).toEqual([
      '2024-04-24 2:L today',
      '2024-04-25 2:L overdue',
      '2024-04-25 1:S1 overdue',
    ])
  })
})

describe('who did not act', () => {
  const from = '2024-04-24'
  const overdue = (other: Partial<ReminderThing>) =>
    mornings({
      from,
      to: '2024-06-30',
      things: () => [thing('2024-04-23', { quiet: 'freeDays', ...other })],
    })

  test('without a deputy hands it straight to the lead, without both it is said once more', () => {
    expect(inShort(overdue({ deputy: null }))).toEqual(['2024-04-24 overdue', '2024-04-26 lead'])
    expect(inShort(overdue({ deputy: null, lead: null }))).toEqual([
      '2024-04-24 overdue',
      '2024-04-26 oncemore',
    ])
    expect(inShort(overdue({ lead: null }))).toEqual([
      '2024-04-24 overdue',
      '2024-04-26 deputy',
      '2024-05-02 oncemore',
    ])
  })

  test('sees it in the own channel too when the lead is told in another', () => {
    expect(overdue({}).at(-1)?.line.channels).toEqual(['leitung', 'koordination'])
  })

  test('is left in peace by a step that may be left out', () => {
    expect(inShort(overdue({ escalates: false }))).toEqual(['2024-04-24 overdue'])
  })

  test('comes back from the holidays before it goes to the lead', () => {
    // Summer holidays from 22.07. to 31.08.2024.
    const soft = thing('2024-07-18', { leads: [] })
    expect(played(soft, '2024-07-18', '2024-09-30')).toEqual([
      '2024-07-18 today',
      '2024-07-19 overdue',
      '2024-09-03 deputy',
      '2024-09-06 lead',
    ])
  })
})

describe('put off', () => {
  test('it is silent until that day, then said, and the days for the deputy begin anew', () => {
    const until = (iso: string) => (iso > '2024-04-25' ? day('2024-05-06') : null)
    const things = (iso: string) => [
      thing('2024-04-24', { leads: [], quiet: 'freeDays', snoozedUntil: until(iso) }),
    ]
    expect(inShort(mornings({ from: '2024-04-24', to: '2024-05-31', things }))).toEqual([
      '2024-04-24 today',
      '2024-04-25 overdue',
      '2024-05-06 again',
      '2024-05-08 deputy',
      '2024-05-14 lead',
    ])
  })

  test('what the law demands is said on the day before its date all the same', () => {
    const one = thing('2024-04-24', { ...legal, leads: [7], snoozedUntil: day('2024-05-20') })
    expect(played(one, '2024-04-01', '2024-04-25')).toEqual([
      '2024-04-23 ahead',
      '2024-04-24 today',
      '2024-04-25 overdue',
    ])
  })
})

describe('who waits', () => {
  const waitsFor = [{ title: 'Entwurf', role: 'Schulamt' }]

  test('is told before the date what it waits for, and is not called late', () => {
    expect(played(thing('2024-04-24', { waitsFor, leads: [1] }), '2024-04-22', '2024-06-30')).toEqual([
      '2024-04-23 ahead',
      '2024-04-24 today',
    ])
  })

  test('is late all the same when the law set the date', () => {
    expect(played(thing('2024-04-24', { ...legal, waitsFor }), '2024-04-24', '2024-04-25')).toEqual([
      '2024-04-24 today',
      '2024-04-25 overdue',
    ])
  })
})

test('a step without a date is asked for after 21 days, and each time after twice as long', () => {
  const pending = thing('2024-04-24', { occasion: { kind: 'pending', since: day('2024-04-03'), every: 21 } })
  expect(played(pending, '2024-04-01', '2024-07-20')).toEqual([
    '2024-04-24 pending',
    '2024-05-15 pending',
    '2024-06-26 pending',
  ])
})

test('a Vorgang that nobody has is said once, after more than one working day', () => {
  // Came on Friday 19.04.2024.
  const one = thing('2024-04-24', {
    occasion: { kind: 'unassigned', since: day('2024-04-19') },
    quiet: 'freeDays',
  })
  expect(played(one, '2024-04-19', '2024-05-31')).toEqual(['2024-04-23 unassigned'])
})

test('what rests is not said', () => {
  expect(played(thing('2024-04-24', { rests: true }), '2024-04-01', '2024-06-01')).toEqual([])
})
