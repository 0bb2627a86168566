import { Temporal } from 'temporal-polyfill'
import type { Flag } from '../classify/labels.ts'
import type { TicketState } from './states.ts'
import type { DataClass } from './visibility.ts'

/** Nobody puts a letter off for longer; days. */
export const longestSnooze = 366

/** Signs of letters whose day the law sets (D10, D18, D19, D20). */
const legalFlags: readonly Flag[] = ['dsgvo', 'izg', 'antrag_verdacht', 'widerspruch']
const legalClasses: readonly DataClass[] = ['dsgvo_izg', 'antrag_verdacht', 'kindeswohl']

/** Why a Vorgang is not put off. */
export type NoSnooze =
  | { kind: 'closed' }
  /** The day is today or over. */
  | { kind: 'past' }
  | { kind: 'too-far' }
  /** The law sets its day, and it lies before. */
  | { kind: 'legal'; dueOn: string }
  /** A child may be in danger. */
  | { kind: 'urgent' }

/** Why it is not put off until this day; null: it may be. */
export function whyNoSnooze(
  ticket: { state: TicketState; dataClass: DataClass; flags: readonly Flag[]; dueOn: string | null },
  until: Temporal.PlainDate,
  today: Temporal.PlainDate,
): NoSnooze | null {
  if (ticket.state === 'abgeschlossen') return { kind: 'closed' }
  if (Temporal.PlainDate.compare(until, today) <= 0) return { kind: 'past' }
  if (today.until(until, { largestUnit: 'days' }).days > longestSnooze) return { kind: 'too-far' }
  if (ticket.dataClass === 'kindeswohl') return { kind: 'urgent' }
  const legal =
    legalClasses.includes(ticket.dataClass) || ticket.flags.some(flag => legalFlags.includes(flag))
  return legal && ticket.dueOn !== null && ticket.dueOn < until.toString()
    ? { kind: 'legal', dueOn: ticket.dueOn }
    : null
}

/** Whether it is put off today. */
export function isSnoozed(
  { snoozedUntil }: { snoozedUntil?: string | null },
  today: Temporal.PlainDate,
): boolean {
  return (snoozedUntil ?? null) !== null && snoozedUntil! > today.toString()
}
