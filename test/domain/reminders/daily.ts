import { Temporal } from 'temporal-polyfill'
import { schoolCalendarOf } from '../../../src/build/schoolCalendars.ts'
import { whenOf } from '../../../src/domain/process/when.ts'
import { dueReminders } from '../../../src/domain/reminders/dueReminders.ts'
import { keysSaid, morningMessages } from '../../../src/domain/reminders/morningMessages.ts'
import type { DueReminder, ReminderThing } from '../../../src/domain/reminders/reminderThing.ts'
import { speakingDays } from '../../../src/domain/reminders/speakingDays.ts'

export const day = (iso: string) => Temporal.PlainDate.from(iso)

/** Mornings of Schleswig-Holstein with its school holidays. */
export const days = speakingDays('SH', schoolCalendarOf('SH'))

/** A soft step of the Jugendamt on this date, "2024-04" or "2024-04-24". */
export function thing(
  wann: string,
  other: Partial<ReminderThing> & { leads?: number[] } = {},
): ReminderThing {
  const { leads = [14, 7, 3, 1], ...rest } = other
  return {
    id: '1:S1',
    number: 'F-7',
    title: 'Rechtsprüfung',
    kind: 'vereinbarung',
    occasion: { kind: 'date', when: whenOf(wann), leadDays: leads, needsDoing: true },
    quiet: 'schoolHolidaysToo',
    legal: false,
    owner: { name: 'Jugendamt', channel: 'koordination' },
    channel: 'koordination',
    deputy: { name: 'Vertretung Jugendamt', channel: 'koordination' },
    lead: { name: 'Leitung des Jugendamtes', channel: 'leitung' },
    escalates: true,
    snoozedUntil: null,
    norm: null,
    why: '',
    waitsFor: [],
    holdsUp: null,
    rests: false,
    numberOnly: false,
    shared: null,
    ...rest,
  }
}

export const legal = { legal: true, quiet: 'never' } as const

export interface Said {
  on: string
  line: DueReminder
}

export interface Mornings {
  from: string
  to: string
  /** Days on which the program was away. */
  away?: (iso: string) => boolean
  quietHours?: (iso: string) => boolean
  most?: number
  /** What the things are on a day. */
  things: (iso: string) => readonly ReminderThing[]
}

/** Plays morning after morning as the program does, and gives every line that was said. */
export function mornings({ from, to, away, quietHours, most = 1000, things }: Mornings): Said[] {
  const sent = new Map<string, Temporal.PlainDate>()
  const said: Said[] = []
  for (let today = day(from); Temporal.PlainDate.compare(today, to) <= 0; today = today.add({ days: 1 })) {
    const on = today.toString()
    if (away?.(on)) continue
    const due = dueReminders(things(on), {
      today,
      land: 'SH',
      days,
      quietHours: quietHours?.(on) ?? false,
      sent,
      deputyAfter: 2,
      leadAfter: 5,
      channel: 'koordination',
    })
    const messages = morningMessages(due, () => ['hier'], most)
    for (const key of keysSaid(messages)) {
      if (sent.has(key)) throw new Error(`said twice: ${key}`)
      sent.set(key, today)
    }
    said.push(...messages.flatMap(message => message.lines.map(line => ({ on, line }))))
  }
  return said
}

/** "2024-04-10 ahead". */
export function inShort(said: readonly Said[]): string[] {
  return said.map(({ on, line }) => `${on} ${line.stage}`)
}
