import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import type { ReminderThing } from '../../../src/domain/reminders/reminderThing.ts'
import { day, legal, mornings, thing } from './daily.ts'

// Rules that hold for whatever is due whenever, over two years of mornings.
const from = '2024-01-01'
const to = '2025-12-31'
const dayAt = (n: number) => day(from).add({ days: n })

/** A date in the first year and a half: alone, a month, a quarter or some days. */
const wann = fc.tuple(fc.nat(540), fc.constantFrom('day', 'month', 'quarter', 'range')).map(([n, form]) => {
  const first = dayAt(n)
  if (form === 'month') return first.toString().slice(0, 7)
  if (form === 'quarter') return `${first.year}-Q${Math.ceil(first.month / 3)}`
  return form === 'day' ? first.toString() : `${first}/${first.add({ days: 9 })}`
})

const anyThing = fc
  .record({
    wann,
    quiet: fc.constantFrom('never', 'freeDays', 'schoolHolidaysToo'),
    law: fc.boolean(),
    leads: fc.uniqueArray(fc.constantFrom(1, 2, 3, 7, 14, 30, 60), { maxLength: 4 }),
    snoozed: fc.option(fc.nat(300).map(dayAt), { freq: 4 }),
    deputy: fc.boolean(),
    lead: fc.boolean(),
  })
  .map(({ wann, law, quiet, leads, snoozed, deputy, lead }) => {
    const usual = thing(wann, { leads, snoozedUntil: snoozed })
    return {
      ...usual,
      quiet,
      ...(law && legal),
      deputy: deputy ? usual.deputy : null,
      lead: lead ? usual.lead : null,
    } satisfies ReminderThing
  })

const anyThings = fc
  .array(anyThing, { minLength: 1, maxLength: 6 })
  .map(all => all.map((each, i) => ({ ...each, id: `${i}:S` })))

const runs = { numRuns: 40 }

test.prop([anyThings], runs)('no key is said twice, and what nobody does is said', things => {
  const said = mornings({ from, to, things: () => things })
  expect(new Set(said.map(each => each.line.thing.id)).size).toBe(things.length)
})

test.prop([anyThings], runs)('what nobody does is said after its date, and in the end given on', things => {
  const said = mornings({ from, to, things: () => things })
  for (const { id, deputy, lead } of things) {
    const stages = said.filter(each => each.line.thing.id === id).map(each => each.line.stage)
    expect(stages).toContain('overdue')
    expect(stages.at(-1)).toBe(lead ? 'lead' : 'oncemore')
    expect(stages.includes('deputy')).toBe(deputy !== null)
  }
})

test.prop([anyThings], runs)('what the law demands is said on each of its days', things => {
  const said = mornings({ from, to, things: () => things })
  for (const { id, legal: law, occasion, snoozedUntil } of things) {
    if (!law || occasion.kind !== 'date' || snoozedUntil !== null) continue
    const { first, last } = occasion.when
    const days = [0, ...occasion.leadDays].map(lead => first.subtract({ days: lead }).toString())
    const expected = [...days, last.add({ days: 1 }).toString()].filter(iso => iso >= from && iso <= to)
    const on = said.filter(each => each.line.thing.id === id).map(each => each.on)
    expect(on).toEqual(expect.arrayContaining(expected))
  }
})

test.prop([anyThings], runs)(
  'what is soft is never said at weekends, and never more than once a morning',
  things => {
    const said = mornings({ from, to, things: () => things })
    for (const { on, line } of said)
      if (line.thing.quiet !== 'never') expect(day(on).dayOfWeek).toBeLessThan(6)
    const lines = said.map(each => `${each.on} ${each.line.thing.id}`)
    expect(new Set(lines).size).toBe(lines.length)
  },
)

test.prop(
  [anyThings, fc.array(fc.tuple(fc.nat(700), fc.integer({ min: 1, max: 90 })), { maxLength: 5 })],
  runs,
)('a program that was away says the same things later', (things, gaps) => {
  const gone = new Set(
    gaps.flatMap(([start, length]) => Array.from({ length }, (_, i) => dayAt(start + i).toString())),
  )
  const late = '2026-06-30'
  const ids = (away: (iso: string) => boolean) =>
    new Set(mornings({ from, to: late, away, things: () => things }).map(each => each.line.thing.id))
  expect(ids(iso => gone.has(iso))).toEqual(ids(() => false))
})

test.prop([anyThings, fc.integer({ min: 1, max: 2 })], runs)(
  'a message that is full leaves nothing out, only later',
  (things, most) => {
    const all = mornings({ from, to, things: () => things })
    const few = mornings({ from, to, most, things: () => things })
    expect(new Set(few.map(each => each.line.thing.id))).toEqual(new Set(all.map(each => each.line.thing.id)))
    for (const { on, line } of all.filter(each => each.line.thing.legal))
      expect(few.some(each => each.on === on && each.line.thing.id === line.thing.id)).toBe(true)
  },
)

test.prop([anyThing, wann, fc.nat(700)], runs)(
  'a date that moves and comes back brings back nothing that was said',
  (one, other, at) => {
    const elsewhere = { ...one, occasion: thing(other).occasion } as ReminderThing
    const away = dayAt(at).toString()
    const back = dayAt(at + 10).toString()
    // mornings() throws for a key that is said twice.
    mornings({ from, to, things: iso => [iso >= away && iso < back ? elsewhere : one] })
  },
)
