import { Temporal } from 'temporal-polyfill'
import type { StepOfProcess } from '../../domain/process/stepsNamed.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import type { MilestoneAt } from '../../domain/programme/statusAt.ts'
import type { DueTicket } from '../../domain/status/ticketFigures.ts'
import { dayOf, germanDay, germanDayWithWeekday, germanTime } from '../../domain/time/day.ts'
import type { Block, Reply, Row } from '../../reply/reply.ts'
import { ticketWords } from '../figures.ts'
import { type Paging, pageBlocks, pageShown, totalWords } from '../listPages.ts'
import { milestoneRows } from './milestoneRows.ts'
import { stepRow } from './stepRows.ts'
import type { NameOf } from './stepWords.ts'

/** All that an answer to "fristen" is made of. */
export interface DeadlineFacts {
  /** "diese Woche", "überfällig"; goes behind "Fristen". */
  range: string
  /** "Region 1", "Elmshorn"; null: everything. */
  where: string | null
  /** null: the asker may know of no Vorgänge. */
  tickets: { shown: DueTicket[]; total: number } | null
  /** null: the asker may know of no Abläufe. `undated`: under way without a date. */
  steps: { dated: StepOfProcess[]; undated: StepOfProcess[] } | null
  profile: Pick<Profile, 'beteiligte'>
  nameOf: NameOf
  milestones: MilestoneAt[]
  /** Programme suspended or ended: the headline of that. */
  resting: string | null
  stand: string
  quelle: string
  inChannel: boolean
  now: Temporal.Instant
  paging: Paging
}

/** The answer to "fristen": what is due, overdue first, then the milestones of that time. */
export function deadlinesReply(facts: DeadlineFacts): Reply {
  const today = dayOf(facts.now)
  const where = facts.where ? ` · ${facts.where}` : ''
  const heading = `Fristen: ${facts.range}${where} · ${germanDayWithWeekday(today)} (KW ${today.weekOfYear})`
  return {
    summary: `Fristen ${facts.range}${where}: ${found(facts)}`,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text: heading },
      ...(facts.resting ? [{ kind: 'text', text: facts.resting } satisfies Block] : []),
      ...ticketBlocks(facts, today),
      ...stepBlocks(facts, today),
      ...(deadlinesPage(facts) > 1 ? [] : milestoneBlocks(facts)),
      ...actionBlocks(facts),
      ...pageBlocks(lengths(facts), facts.paging),
      { kind: 'note', text: note(facts) },
    ],
  }
}

function found({ tickets, steps, milestones }: DeadlineFacts): string {
  const parts = [
    ...(tickets ? [tickets.total === 1 ? '1 Anfrage' : `${totalWords(tickets.total)} Anfragen`] : []),
    ...(steps && steps.dated.length > 0
      ? [steps.dated.length === 1 ? '1 Frist' : `${steps.dated.length} Fristen`]
      : []),
    milestones.length === 1 ? '1 Meilenstein' : `${milestones.length} Meilensteine`,
  ]
  return parts.join(', ')
}

function ticketBlocks({ tickets }: DeadlineFacts, today: Temporal.PlainDate): Block[] {
  if (!tickets) return []
  if (tickets.total === 0) return [{ kind: 'text', text: 'In dieser Zeit ist keine Antwort fällig.' }]
  if (tickets.shown.length === 0) return []
  return [{ kind: 'rows', title: 'Antworten', rows: tickets.shown.map(ticket => dueRow(ticket, today)) }]
}

function dueRow(ticket: DueTicket, today: Temporal.PlainDate): Row {
  const day = Temporal.PlainDate.from(ticket.dueOn)
  const days = today.until(day, { largestUnit: 'days' }).days
  return {
    sign: days <= 0 ? 'urgent' : 'planned',
    state: days < 0 ? 'überfällig' : days === 0 ? 'heute' : days === 1 ? 'morgen' : `in ${days} Tagen`,
    text: `${ticket.number} · ${ticketWords(ticket)}`,
    detail: germanDayWithWeekday(day),
    remark: `zuständig: ${ticket.owner ?? 'noch niemand'}`,
  }
}

/** Rows of one page of each list; the lists are turned over together. */
export const mostTickets = 15
const mostSteps = 20

type Lists = Pick<DeadlineFacts, 'steps' | 'paging'> & { tickets: { total: number } | null }

/** The page of "fristen" that is shown, from 1. */
export function deadlinesPage(lists: Lists): number {
  return pageShown(lengths(lists), lists.paging)
}

function lengths({ tickets, steps }: Lists) {
  return [
    { total: tickets?.total ?? 0, most: mostTickets },
    { total: steps?.dated.length ?? 0, most: mostSteps },
    { total: steps?.undated.length ?? 0, most: mostSteps },
  ]
}

function stepBlocks(facts: DeadlineFacts, today: Temporal.PlainDate): Block[] {
  const { steps, profile, nameOf } = facts
  if (!steps) return []
  const { dated, undated } = steps
  const start = (deadlinesPage(facts) - 1) * mostSteps
  const list = (title: string, all: StepOfProcess[]): Block[] => {
    const rows = all.slice(start, start + mostSteps).map(at => stepRow(at, { profile, nameOf, today }))
    return rows.length > 0 ? [{ kind: 'rows', title, rows }] : []
  }
  return [...list('Fristen und Schritte', dated), ...list('Läuft, ohne Termin', undated)]
}

/** The most urgent ones to look at. */
function actionBlocks({ steps, nameOf }: DeadlineFacts): Block[] {
  const first = (steps?.dated ?? []).map(nameOf).filter(name => name.startsWith('F-'))
  const actions = first
    .slice(0, 3)
    .map(name => ({ label: `${name} zeigen`, command: `frist zeigen ${name}` }))
  return actions.length > 0 ? [{ kind: 'actions', actions }] : []
}

function milestoneBlocks({ milestones }: DeadlineFacts): Block[] {
  const rows = milestoneRows(milestones).map((row, i) => ({
    ...row,
    text: `${milestones[i]!.milestone.id} · ${row.text}`, // one row for each
  }))
  return rows.length > 0
    ? [{ kind: 'rows', title: 'Meilensteine', rows }]
    : [{ kind: 'text', text: 'In dieser Zeit liegt kein Meilenstein.' }]
}

function note({ stand, quelle, tickets, inChannel, now }: DeadlineFacts): string {
  const figures = tickets
    ? ` Antworten: interne Wiedervorlage, heute ${germanTime(now)}${inChannel ? ', ohne geschützte Anfragen' : ''}`
    : ''
  return `Meilensteine: Stand ${germanDay(Temporal.PlainDate.from(stand))}, Quelle: ${quelle}.${figures}`
}
