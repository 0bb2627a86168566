import { Temporal } from 'temporal-polyfill'
import { zone } from '../day.ts'
import { lastDayOf } from './count.ts'
import type { EventInput, Moment, PeriodCase } from './inputs.ts'
import type { Condition } from './period.ts'
import type { Length, RuleSet } from './ruleSet.ts'

/** What a case says of one thing: yes, no, or nothing. */
export type Answer = 'yes' | 'no' | 'open'

/** The days on which the notice went out, or might go out; none: not said. */
export function dispatchDays({ inputs }: PeriodCase): readonly Temporal.PlainDate[] {
  const said = inputs.auftragsbekanntmachung_abgesendet
  if (said === undefined) return []
  return said instanceof Temporal.PlainDate ? [said] : said
}

/** The moment of an event; of a notice with several days the one that is looked at. */
export function momentOf(
  event: EventInput,
  { inputs }: PeriodCase,
  dispatch: Temporal.PlainDate | null,
): Moment | null {
  if (event === 'auftragsbekanntmachung_abgesendet') return dispatch
  return inputs[event] ?? null
}

/** The local calendar day of a moment. */
export function dayOfMoment(moment: Moment): Temporal.PlainDate {
  return moment instanceof Temporal.PlainDate ? moment : moment.toPlainDate()
}

/** The day to which the end of a period belongs: midnight is the end of the day before. */
export function closingDay(closing: Moment): Temporal.PlainDate {
  const day = dayOfMoment(closing)
  if (closing instanceof Temporal.PlainDate || !closing.equals(day.toZonedDateTime(zone))) return day
  return day.subtract({ days: 1 })
}

/** What the answer to a condition depends on. */
export interface Facts {
  case: PeriodCase
  law: Pick<RuleSet, 'fristen'>
  /** The day of the notice that is looked at; null: not known. */
  dispatch: Temporal.PlainDate | null
}

/** Whether a condition is met. */
export function answerTo(condition: Condition, { case: { inputs, regime }, law, dispatch }: Facts): Answer {
  if (condition === 'vorinformation') {
    if (inputs.vorinformation === false) return 'no'
    const window = law.fristen.find(each => each.art === 'zeitfenster')
    if (!inputs.vorinformation_uebermittelt || !dispatch || !window) return 'open'
    return inWindow(inputs.vorinformation_uebermittelt, dispatch, window) ? 'yes' : 'no'
  }
  const said =
    inputs[condition] ??
    (condition === 'soziale_dienstleistung' && regime === 'EU_VgV_sozial' ? true : undefined)
  return said === undefined ? 'open' : said ? 'yes' : 'no'
}

/**
 * Whether `event` lies at least so long and at most so long before `until`. Twelve months are counted from both ends and the
 * narrower one decides: from 28.02.2023 to 29.02.2024 it is more than a year.
 */
export function inWindow(
  event: Temporal.PlainDate,
  until: Temporal.PlainDate,
  { mindestens, hoechstens }: { mindestens: Length; hoechstens: Length },
): boolean {
  const backward = until.subtract({ [hoechstens.unit]: hoechstens.count })
  return (
    Temporal.PlainDate.compare(lastDayOf(event, mindestens), until) <= 0 &&
    Temporal.PlainDate.compare(until, lastDayOf(event, hoechstens)) <= 0 &&
    Temporal.PlainDate.compare(backward, event) <= 0
  )
}
