import { Temporal } from 'temporal-polyfill'
import { germanDayWithWeekday } from '../day.ts'
import { germanMonth } from '../pointInTime.ts'
import type { FeasibilityPlan, PlannedBlock } from './feasibilityPlan.ts'
import type { Procedure } from './inputs.ts'
import { daysOff, nextWorkingDayFrom, type WorkCalendar } from './workCalendar.ts'

export interface FeasibilityQuestion {
  /** The day on which everything must run. */
  start: Temporal.PlainDate
  today: Temporal.PlainDate
  procedure: Procedure
  /** Tenders and the letters of § 134 GWB go electronically. */
  electronic: boolean
  /** Days on which the political body meets; null: no such body decides; empty: it decides, meetings not known. */
  meetings: readonly Temporal.PlainDate[] | null
  /** Ids of blocks that are behind us. */
  done?: readonly string[]
}

export interface FeasibleBlock {
  id: string
  name: string
  days: number
  kind: PlannedBlock['art']
  source: string
  /** The block must have begun by then; it needs `days` days up to `latestEnd`. */
  latestBegin: Temporal.PlainDate
  latestEnd: Temporal.PlainDate
  /** Days from today to the latest beginning; negative: too late. */
  buffer: number
}

export interface Feasibility {
  /** In the order of the procedure. */
  blocks: readonly FeasibleBlock[]
  /** Names of the blocks that are behind us. */
  behind: readonly string[]
  /** The day by which the notice must leave: the latest beginning of the first block. */
  noticeBy: Temporal.PlainDate
  /** Days left until then; negative: too late. */
  buffer: number
  /** Counted back from the start, the first block that does not fit any more; null: all do. */
  firstBreak: FeasibleBlock | null
  /** German sentences. */
  warnings: readonly string[]
}

/** Counts back from a start, block by block in calendar days (domain.md section 3.6). A planning aid, no period of law. */
export function feasibilityOf(
  question: FeasibilityQuestion,
  plan: FeasibilityPlan,
  calendar: WorkCalendar,
): Feasibility {
  const planned = plan.bloecke.filter(each => belongs(each, question))
  const warnings: string[] = []
  const blocks: FeasibleBlock[] = []
  let end = question.start
  for (const block of planned.toReversed()) {
    const days = question.electronic ? block.tage : (block.tage_nicht_elektronisch ?? block.tage)
    const latestEnd = block.gremium ? meetingUpTo(end, question.meetings ?? [], warnings) : end
    const latestBegin = latestEnd.subtract({ days })
    const buffer = question.today.until(latestBegin, { largestUnit: 'days' }).days
    warnings.push(...warningsOf(block, latestBegin, latestEnd, calendar))
    blocks.push({
      id: block.id,
      name: block.name,
      days,
      kind: block.art,
      source: block.quelle,
      latestBegin,
      latestEnd,
      buffer,
    })
    end = latestBegin
  }
  return {
    blocks: blocks.toReversed(),
    behind: plan.bloecke
      .filter(each => question.done?.includes(each.id) && belongs(each, { ...question, done: [] }))
      .map(each => each.name),
    noticeBy: end,
    buffer: question.today.until(end, { largestUnit: 'days' }).days,
    firstBreak: blocks.find(each => each.buffer < 0) ?? null,
    warnings: warnings.toReversed(),
  }
}

function belongs(block: PlannedBlock, { procedure, meetings, done = [] }: FeasibilityQuestion): boolean {
  if (done.includes(block.id) || (block.gremium && meetings === null)) return false
  return block.verfahren?.includes(procedure) ?? true
}

/** The last meeting that is early enough; without a calendar of meetings the day itself. */
function meetingUpTo(
  end: Temporal.PlainDate,
  meetings: readonly Temporal.PlainDate[],
  warnings: string[],
): Temporal.PlainDate {
  if (meetings.length === 0) return end
  const early = meetings.filter(each => Temporal.PlainDate.compare(each, end) <= 0)
  const last = [...early].sort(Temporal.PlainDate.compare).at(-1)
  if (last) return last
  warnings.push(
    `Im Sitzungskalender gibt es keine Sitzung bis ${germanDayWithWeekday(end)}; gerechnet ist ohne sie.`,
  )
  return end
}

function warningsOf(
  block: PlannedBlock,
  begin: Temporal.PlainDate,
  end: Temporal.PlainDate,
  calendar: WorkCalendar,
): string[] {
  const warnings: string[] = []
  const months = monthsTouched(begin, end).filter(each => block.ungeeignete_monate.includes(each))
  if (months.length > 0)
    warnings.push(
      `„${block.name}“ läge vom ${germanDayWithWeekday(begin)} bis ${germanDayWithWeekday(end)}, teils im ${months.map(germanMonth).join(' und ')}; dann fehlen oft Beteiligte.`,
    )
  const rolled = nextWorkingDayFrom(end, calendar)
  if (block.art === 'legal' && !rolled.equals(end))
    warnings.push(
      `„${block.name}“ endet auf keinem Arbeitstag, ${daysOff(end, rolled, calendar)}; vorsichtig gerechnet erst am ${germanDayWithWeekday(rolled)}, so viel weniger Zeit bleibt danach.`,
    )
  return warnings
}

function monthsTouched(first: Temporal.PlainDate, last: Temporal.PlainDate): number[] {
  const months: number[] = []
  for (
    let at = first.toPlainYearMonth();
    Temporal.PlainYearMonth.compare(at, last.toPlainYearMonth()) <= 0;
  ) {
    months.push(at.month)
    at = at.add({ months: 1 })
  }
  return [...new Set(months)]
}
