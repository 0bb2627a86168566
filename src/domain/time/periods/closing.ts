import { Temporal } from 'temporal-polyfill'
import { germanDayWithWeekday, zone } from '../day.ts'
import { type Counter, commonOf, reason } from './counter.ts'
import { closingDay, momentOf } from './facts.ts'
import type { Moment, PeriodInputs } from './inputs.ts'
import { momentWords } from './latest.ts'
import { appliesTo } from './law.ts'
import type { Period } from './period.ts'
import type { Rule, RuleOf } from './ruleSet.ts'
import { nextWorkingDayFrom } from './workCalendar.ts'

type DatePeriod = Extract<Period, { kind: 'date' }>

/** A period and the rule it came from. */
export interface Found {
  rule: Rule
  period: Period
}

/** Whether a closing date that was set keeps the least period and does not fall on a day off. */
export function closingChecks(
  rule: RuleOf<'schlusstermin_pruefung'>,
  found: readonly Found[],
  counter: Counter,
): Period[] {
  const closing = momentOf(rule.ereignis, counter.case, counter.dispatch)
  if (!closing) return []
  const { sentences, ...common } = commonOf(rule, null, counter)
  const least = leastPeriods(rule, found, counter)
  const sure = byDate(least.filter(each => each.open.length === 0))[0] ?? null
  // The longest of those that would do asks for the least.
  const perhaps = byDate(least.filter(each => each.open.length > 0 && keeps(closing, each.date))).at(-1)
  const day = closingDay(closing)
  const dayOff = !counter.calendar.isWorkingDay(day)
  const value = !dayOff && (sure === null || keeps(closing, sure.date))
  return [
    {
      ...common,
      kind: 'value',
      value,
      why: reason(
        `Gesetzt ist ${closing instanceof Temporal.PlainDate ? `der Ablauf des ${germanDayWithWeekday(closing)}` : momentWords(closing)}.`,
        dayOff
          ? `Das ist kein Arbeitstag; eine Frist endet erst mit Ablauf des nächsten, ${germanDayWithWeekday(nextWorkingDayFrom(day, counter.calendar))} (Art. 3 Abs. 4 VO (EWG, Euratom) 1182/71).`
          : null,
        sure ? leastWords(sure, closing) : uncheckedWords(rule, counter),
        !value && sure && perhaps
          ? `Mit einer kürzeren Mindestfrist (${perhaps.norm}) wäre es möglich, wenn deren Voraussetzung vorliegt.`
          : null,
        !value && sure?.deviation
          ? `Für soziale Dienstleistungen geht eine kürzere Frist mit Begründung (${sure.deviation}).`
          : null,
        ...sentences,
      ),
    },
  ]
}

function leastWords(sure: DatePeriod, closing: Moment): string {
  const end = `Die Mindestfrist (${sure.norm}) läuft bis zum Ablauf des ${germanDayWithWeekday(sure.date)}`
  return keeps(closing, sure.date) ? `${end} und ist gewahrt.` : `${end} und wird verkürzt.`
}

function uncheckedWords(rule: RuleOf<'schlusstermin_pruefung'>, { law, case: one }: Counter): string {
  const known = law.fristen.some(each => appliesTo(each, one) && isLeastFor(each, rule.ereignis, one.inputs))
  return known
    ? 'Die Mindestfrist ist nicht geprüft, weil der Tag der Absendung fehlt.'
    : 'Eine Mindestfrist in Tagen ist für dieses Verfahren nicht hinterlegt; die Frist muss angemessen sein (§ 20 Abs. 1 VgV).'
}

/** A rule whose end is a least one for a closing date. */
export type LeastRule = RuleOf<'mindestfrist'> | RuleOf<'vereinbarte_frist'>

/**
 * Whether a rule counts for a closing date. Where the documents are not online, only those with the five days more do, and
 * the urgent one (§ 41 Abs. 2, 3 VgV).
 */
export function isLeastFor(rule: Rule, closing: LeastRule['fuer'], inputs: PeriodInputs): rule is LeastRule {
  if (rule.art !== 'mindestfrist' && rule.art !== 'vereinbarte_frist') return false
  if (rule.fuer !== closing) return false
  const longer = inputs.unterlagen_nicht_online || inputs.vertraulichkeitsmassnahmen
  return !(longer && rule.nur_wenn.length === 0 && !rule.wenn.includes('dringlich_begruendet'))
}

/** The least periods for this closing date. */
function leastPeriods(
  rule: RuleOf<'schlusstermin_pruefung'>,
  found: readonly Found[],
  { case: { inputs } }: Counter,
): DatePeriod[] {
  return found.flatMap(({ rule: from, period }) => {
    if (!isLeastFor(from, rule.ereignis, inputs) || period.kind !== 'date') return []
    // The second period of the same rule is the first closing date, not the end.
    if (from.art === 'mindestfrist' && from.schlusstermin && period.key.startsWith(from.schlusstermin))
      return []
    return [period]
  })
}

function byDate(periods: readonly DatePeriod[]): DatePeriod[] {
  return [...periods].sort((a, b) => Temporal.PlainDate.compare(a.date, b.date))
}

/** Whether the whole last day of the least period is left to bidders (Art. 3 Abs. 2 lit. b VO 1182/71). */
function keeps(closing: Moment, last: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(lastWholeDayOf(closing), last) >= 0
}

function lastWholeDayOf(closing: Moment): Temporal.PlainDate {
  if (closing instanceof Temporal.PlainDate) return closing
  return closing.withTimeZone(zone).toPlainDate().subtract({ days: 1 })
}
