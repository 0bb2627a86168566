import { Temporal } from 'temporal-polyfill'
import { type Stakeholder, stakeholderNames, topicNames } from '../domain/classify/labels.ts'
import type { DueTicket, TicketFigures } from '../domain/status/ticketFigures.ts'
import { type Land, workingDaysBetween } from '../domain/time/calendar.ts'
import { dayOf, germanDay, weekday } from '../domain/time/day.ts'
import { isoInstant } from './ticketFacts.ts'

/** Several of a type: "Schulen 3". Those that are their own plural are missing. */
const plurals: Partial<Record<Stakeholder, string>> = {
  schule: 'Schulen',
  schulamt: 'Schulamt',
  automatisch: 'automatische Nachrichten',
}

/** "12 offen: Eltern 5, Schulen 3, ungeklärt 1. Überfällig 1, älteste KA-2024-0009 (9 Arbeitstage)". */
export function openTicketsLine(figures: TicketFigures, today: Temporal.PlainDate, land: Land): string {
  if (figures.open === 0) return 'keine offen'
  const types = figures.byStakeholder
    .map(({ stakeholder, n }) => `${typeName(stakeholder, n)} ${n}`)
    .join(', ')
  const overdue = figures.overdue > 0 ? `Überfällig ${figures.overdue}` : 'Nichts überfällig'
  const oldest = figures.oldest
    ? `, älteste ${figures.oldest.number} (${age(figures.oldest.arrived, today, land)})`
    : ''
  return `${figures.open} offen: ${types}. ${overdue}${oldest}`
}

function typeName(stakeholder: Stakeholder | null, n: number): string {
  if (stakeholder === null) return 'ungeklärt'
  return (n > 1 && plurals[stakeholder]) || stakeholderNames[stakeholder]
}

/** "heute", "1 Arbeitstag", "9 Arbeitstage": working days since the day of arrival. */
function age(arrived: string, today: Temporal.PlainDate, land: Land): string {
  const days = workingDaysBetween(land, dayOf(Temporal.Instant.from(isoInstant(arrived))), today)
  return days <= 0 ? 'heute' : days === 1 ? '1 Arbeitstag' : `${days} Arbeitstage`
}

/** "KA-2024-0017 bis Mi 24.04. · KA-2024-0018 bis Fr 26.04." */
export function dueLine(due: readonly DueTicket[], today: Temporal.PlainDate): string {
  return due
    .map(each => `${each.number} bis ${shortDay(Temporal.PlainDate.from(each.dueOn), today)}`)
    .join(' · ')
}

/** "Schule · Zeitplan · Elmshorn"; a place is left out when there is none. */
export function ticketWords(ticket: Pick<DueTicket, 'stakeholder' | 'topic' | 'place'>): string {
  return [
    ticket.stakeholder ? stakeholderNames[ticket.stakeholder] : 'Typ ungeklärt',
    ticket.topic ? topicNames[ticket.topic] : 'Thema ungeklärt',
    ...(ticket.place ? [ticket.place] : []),
  ].join(' · ')
}

/** "Mi 24.04." within this year, with the year otherwise. */
function shortDay(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  return `${weekday(day)} ${day.year === today.year ? germanDay(day).slice(0, 6) : germanDay(day)}`
}
