import { Temporal } from 'temporal-polyfill'
import { evidenceKinds } from '../domain/classify/explain.ts'
import {
  type Evidence,
  type Stakeholder,
  stakeholderNames,
  type Topic,
  topicNames,
} from '../domain/classify/labels.ts'
import { isSnoozed } from '../domain/ticket/snooze.ts'
import { stateNames, type TicketState } from '../domain/ticket/states.ts'
import type { DataClass, Sight } from '../domain/ticket/visibility.ts'
import { dayOf, germanDayWithWeekday, germanTime } from '../domain/time/day.ts'
import type { Row, Sign } from '../reply/reply.ts'

/** What these texts use of a Vorgang. */
export interface TicketShown {
  number: string
  state: TicketState
  stakeholder: Stakeholder | null
  topic: Topic | null
  place: string | null
  unknownPlace: string | null
  owner: string | null
  /** ISO day. */
  dueOn: string | null
  /** ISO day until which it is put off; null or absent: it is not. */
  snoozedUntil?: string | null
  /** ISO instant. */
  createdAt: string
  dataClass: DataClass
  because: readonly Evidence[]
}

type Shown = Exclude<Sight, 'nothing'>

/** What a channel is told of a protected Vorgang besides its number (visibility matrix, domain.md section 8). */
const reducedWords: Record<DataClass, (ticket: TicketShown) => string[]> = {
  allgemein: () => [],
  einzelfall: () => ['Einzelfall'],
  kindeswohl: () => [],
  antrag_verdacht: () => [],
  vergabe: () => [],
  angebot_anlage: () => [],
  presse: ticket => [topicName(ticket)],
  bewerbung: () => [],
  dsgvo_izg: ticket => (ticket.dueOn ? [dueText(ticket.dueOn)] : []),
}

/** "KA-2024-0017 · Schule · Zeitplan · Elmshorn", or what a channel may see of it. */
export function ticketTitle(ticket: TicketShown, sight: Shown): string {
  if (sight === 'reduced') return [ticket.number, ...reducedWords[ticket.dataClass](ticket)].join(' · ')
  const place = ticket.place ? [ticket.place] : []
  return [ticket.number, stakeholderName(ticket), topicName(ticket), ...place].join(' · ')
}

/** Label and value of everything that may be shown; nothing but the title when reduced. */
export function ticketFacts(
  ticket: TicketShown,
  sight: Shown,
  today: Temporal.PlainDate,
): { label: string; value: string }[] {
  if (sight === 'reduced') return []
  const created = Temporal.Instant.from(isoInstant(ticket.createdAt))
  const reasons = reasonsText(ticket.because, sight)
  return [
    { label: 'Stand', value: stateNames[ticket.state] },
    { label: 'Zuständig', value: ticket.owner ?? 'noch niemand' },
    ...(ticket.dueOn ? [{ label: 'Antwort bis', value: dueWords(ticket, today) }] : []),
    ...(isSnoozed(ticket, today) ? [{ label: 'Wiedervorlage', value: dayText(ticket.snoozedUntil!) }] : []),
    { label: 'Eingang', value: `${germanDayWithWeekday(dayOf(created))}, ${germanTime(created)} Uhr` },
    { label: 'Typ', value: stakeholderName(ticket) },
    { label: 'Thema', value: topicName(ticket) },
    { label: 'Ort', value: placeText(ticket, sight) },
    ...(reasons ? [{ label: 'Erkannt an', value: reasons }] : []),
  ]
}

/** One line of a list. */
export function ticketRow(ticket: TicketShown, sight: Shown, today: Temporal.PlainDate): Row {
  if (sight === 'reduced')
    return { sign: 'none', state: 'geschützt', text: ticketTitle(ticket, sight), detail: '' }
  const late = overdue(ticket, today)
  return {
    sign: signOf(ticket, late),
    state: late ? 'überfällig' : stateNames[ticket.state],
    text: ticketTitle(ticket, sight),
    detail: ticket.dueOn && ticket.state !== 'abgeschlossen' ? dueText(ticket.dueOn) : '',
    remark: [
      `zuständig: ${ticket.owner ?? 'noch niemand'}`,
      ...(isSnoozed(ticket, today) ? [`zurückgestellt bis ${dayText(ticket.snoozedUntil!)}`] : []),
    ].join(' · '),
  }
}

function signOf(ticket: TicketShown, late: boolean): Sign {
  if (ticket.state === 'abgeschlossen' || ticket.state === 'beantwortet') return 'done'
  if (late) return 'urgent'
  return ticket.stakeholder === null ? 'question' : 'planned'
}

/** An answer that was given is not overdue, whatever its day. */
function overdue(ticket: TicketShown, today: Temporal.PlainDate): boolean {
  const answered = ticket.state === 'beantwortet' || ticket.state === 'abgeschlossen'
  return ticket.dueOn !== null && !answered && ticket.dueOn < today.toString()
}

function dueText(dueOn: string): string {
  return `bis ${dayText(dueOn)}`
}

function dayText(isoDay: string): string {
  return germanDayWithWeekday(Temporal.PlainDate.from(isoDay))
}

function dueWords(ticket: TicketShown, today: Temporal.PlainDate): string {
  const day = germanDayWithWeekday(Temporal.PlainDate.from(ticket.dueOn!)) // only called with a due date
  return overdue(ticket, today) ? `${day} (überfällig)` : day
}

function stakeholderName(ticket: TicketShown): string {
  return ticket.stakeholder ? stakeholderNames[ticket.stakeholder] : 'Typ ungeklärt'
}

function topicName(ticket: TicketShown): string {
  return ticket.topic ? topicNames[ticket.topic] : 'Thema ungeklärt'
}

/** A place that the profile does not know is a word of the letter: only its readers see it. */
function placeText(ticket: TicketShown, sight: Shown): string {
  if (ticket.place) return ticket.place
  if (ticket.unknownPlace)
    return sight === 'full' ? `${ticket.unknownPlace} (nicht im Programm)` : 'nicht im Programm'
  return 'keiner oder mehrere'
}

function reasonsText(because: readonly Evidence[], sight: Shown): string {
  const reasons =
    sight === 'full'
      ? because.map(each => (each.words ? `${each.kind} („${each.words}“)` : each.kind))
      : evidenceKinds(because)
  return [...new Set(reasons)].slice(0, 6).join(', ')
}

/** PostgreSQL writes "2024-04-22 06:52:00+00", which ISO 8601 allows with "T" and minutes of the zone only. */
export function isoInstant(text: string): string {
  return text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')
}
