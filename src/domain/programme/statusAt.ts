import { Temporal } from 'temporal-polyfill'
import { daysOf, relationTo } from '../time/pointInTime.ts'
import type { Milestone, ProgrammeEvent, ProgrammeStatus, Region, TenderPhase } from './profile.ts'
import type { Programme } from './programme.ts'

/** A fact and the event that brought it; null: so it stands in the programme's own document. */
export interface Since<T> {
  value: T
  event: ProgrammeEvent | null
}

/** What held on a day, as far as the profile's dated sources say. */
export interface StatusAt {
  programme: Since<ProgrammeStatus>
  phase: Since<TenderPhase>
  /** null: no litigation known. */
  litigation: Since<'laufend' | 'beendet'> | null
  /** Events up to the day, oldest first. */
  history: ProgrammeEvent[]
  /** Events after the profile's `stand` up to the day: what the document could not know. */
  news: ProgrammeEvent[]
}

/**
 * The state of a programme on a day. An event counts from its day on; one known by its month only counts
 * from the last day of that month, because before that nobody can say that it has happened.
 */
export function statusAt(programme: Programme, day: Temporal.PlainDate): StatusAt {
  const { profile } = programme
  const history = profile.ereignisse
    .map(event => ({ event, from: effectiveFrom(event) }))
    .filter(each => Temporal.PlainDate.compare(each.from, day) <= 0)
    .sort((a, b) => Temporal.PlainDate.compare(a.from, b.from))
    .map(each => each.event)
  const status: StatusAt = {
    programme: { value: profile.programm_status, event: null },
    phase: { value: profile.vergabe.phase, event: null },
    litigation: null,
    history,
    news: history.filter(event => Temporal.PlainDate.compare(firstDay(event), profile.stand) > 0),
  }
  for (const event of history) {
    const { programm_status, vergabe_phase, rechtsstreit } = event.wirkung
    // What the document itself describes was known when it was written; only later events override it.
    const later = status.news.includes(event)
    if (programm_status && later) status.programme = { value: programm_status, event }
    if (vergabe_phase && later) status.phase = { value: vergabe_phase, event }
    if (rechtsstreit) status.litigation = { value: rechtsstreit, event }
  }
  return status
}

/** How a milestone looks on a day. `open`: its time is over and no source says that it was reached. */
export type MilestoneState = Milestone['status'] | 'open' | 'ausgesetzt'

export interface MilestoneAt {
  milestone: Milestone
  state: MilestoneState
}

/** The milestones that concern a region, or the whole programme without one, each with its state on a day. */
export function milestonesAt(programme: Programme, day: Temporal.PlainDate, region?: Region): MilestoneAt[] {
  const suspended = statusAt(programme, day).programme.value !== 'aktiv'
  return programme.profile.meilensteine
    .filter(each => region === undefined || each.regionen.length === 0 || each.regionen.includes(region.id))
    .map(milestone => ({ milestone, state: stateOf(milestone, day, suspended) }))
}

function stateOf(milestone: Milestone, day: Temporal.PlainDate, suspended: boolean): MilestoneState {
  // A school day takes place whatever becomes of the programme.
  if (milestone.status === 'erledigt' || milestone.status === 'fest') return milestone.status
  if (suspended) return 'ausgesetzt'
  const days = milestone.jetzt && daysOf(milestone.jetzt.wann)
  return days && relationTo(days, day) === 'after' ? 'open' : milestone.status
}

/** The next milestone that is still ahead or under way; null when none has a time, or the programme rests. */
export function nextMilestone(milestones: readonly MilestoneAt[], day: Temporal.PlainDate): Milestone | null {
  const ahead = milestones.flatMap(({ milestone, state }) => {
    const days = milestone.jetzt && daysOf(milestone.jetzt.wann)
    if (!days || ['erledigt', 'ausgesetzt', 'open', 'fest'].includes(state)) return []
    return relationTo(days, day) === 'after' ? [] : [{ milestone, last: days.last }]
  })
  return ahead.sort((a, b) => Temporal.PlainDate.compare(a.last, b.last))[0]?.milestone ?? null
}

function firstDay(event: ProgrammeEvent): Temporal.PlainDate {
  return daysOf(event.datum)!.first // the profile's schema has checked it
}

function effectiveFrom(event: ProgrammeEvent): Temporal.PlainDate {
  return daysOf(event.datum)!.last // as above
}
