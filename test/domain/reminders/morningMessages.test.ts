import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { keysSaid, morningMessages } from '../../../src/domain/reminders/morningMessages.ts'
import type { DueReminder } from '../../../src/domain/reminders/reminderThing.ts'
import { renderText } from '../../../src/reply/renderText.ts'
import { morningReply } from '../../../src/texts/steps/reminders.ts'
import { day, thing } from './daily.ts'

const shared = { id: 'verlaengerung:antrag', title: 'Verlängerung beantragen', of: 'schule' } as const

const due = (n: number, own: Partial<DueReminder['thing']> = {}): DueReminder => ({
  thing: {
    ...thing('2024-04-24'),
    id: `${n}:antrag`,
    number: `F-${n}`,
    title: `Verlängerung beantragen · Schule ${n}`,
    shared,
    ...own,
  },
  stage: 'ahead',
  keys: [`${n}:antrag|2024-04-24|2`],
  given: null,
  channels: ['koordination'],
  plannedOn: day('2024-04-22'),
  first: true,
})
const many = (from: number, to: number, own: Partial<DueReminder['thing']> = {}) =>
  Array.from({ length: to - from + 1 }, (_, i) => due(from + i, own))
const one = (all: DueReminder[], most = 15) => morningMessages(all, () => ['hier'], most)[0]!

function shown(all: DueReminder[], most = 15): string {
  const now = Temporal.Instant.from('2024-04-22T08:00:00+02:00')
  const facts = { now, planned: now, late: 'no', restsSince: null, words: true } as const
  return renderText(morningReply(one(all, most), facts), { width: 300 })
}

describe('the same step with the same date of many schools', () => {
  test('is one line that counts them and names the first numbers', () => {
    const text = shown(many(31, 42))
    expect(text).toContain('Verlängerung beantragen · 12 Schulen')
    expect(text).toContain('F-31, F-32, F-33, F-34, F-35, … (7 weitere: fristen)')
    expect(text).toContain('Fristen zeigen')
    expect(text).not.toContain('Schule 31')
  })

  test('is said of each: the keys of all of them are kept', () => {
    const message = one(many(1, 40))
    expect(message.lines).toHaveLength(1)
    expect(message.more).toBe(0)
    expect(keysSaid([message])).toHaveLength(40)
  })

  test('leaves room for the others, and what is left out is counted one by one', () => {
    const others = many(100, 120, { shared: null })
    const message = one([...many(1, 12), ...others], 3)
    expect(message.lines).toHaveLength(3)
    expect(message.more).toBe(33 - keysSaid([message]).length)
  })

  test('never hides what the law demands', () => {
    const legal = many(50, 53, { legal: true })
    const message = one([...many(1, 12), ...legal], 2)
    expect(message.lines.map(each => each.thing.number)).toEqual(['F-50', 'F-51', 'F-52', 'F-53'])
  })

  test('of two only, or with another date, or told to another function, stands alone', () => {
    expect(one(many(1, 2)).lines).toHaveLength(2)
    expect(one([...many(1, 2), due(3, { occasion: thing('2024-04-25').occasion })]).lines).toHaveLength(3)
    expect(one([...many(1, 2), due(3, { owner: { name: 'Schulamt', channel: 'x' } })]).lines).toHaveLength(3)
  })
})
