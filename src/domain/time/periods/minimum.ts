import { germanDayWithWeekday } from '../day.ts'
import { isLeastFor } from './closing.ts'
import { type Counted, countForward } from './count.ts'
import { beginningWords, type Counter, commonOf, reason, regionalHolidayNote } from './counter.ts'
import { dayOfMoment, momentOf } from './facts.ts'
import { appliesTo } from './law.ts'
import type { Period } from './period.ts'
import type { Length, RuleOf } from './ruleSet.ts'
import { daysOff, nextWorkingDayFrom } from './workCalendar.ts'

/** The first day on which a period may end, and the first closing date with a clock time. */
export function minimumPeriods(rule: RuleOf<'mindestfrist'>, counter: Counter): Period[] {
  const counted = countFrom(rule, rule.dauer, counter)
  if (!counted) return []
  const deviation = counter.case.regime === 'EU_VgV_sozial' ? (rule.abweichung ?? null) : null
  const urgentFloor = floorOf(rule, counter)
  const end = { ...endPeriod(rule, counted, counter), deviation, urgentFloor }
  if (!rule.schlusstermin) return [end]
  return [end, { ...closingPeriod(rule, rule.schlusstermin, counted, counter), deviation, urgentFloor }]
}

/** The end of a period that those who take part agreed upon (§ 16 Abs. 6, § 17 Abs. 7 VgV). */
export function agreedPeriods(rule: RuleOf<'vereinbarte_frist'>, counter: Counter): Period[] {
  const days = counter.case.inputs.einvernehmliche_frist_tage
  const counted = days === undefined ? null : countFrom(rule, { count: days, unit: 'days' }, counter)
  if (!counted) return []
  const period = endPeriod(rule, counted, counter)
  return [{ ...period, key: period.key.replace('<n>', String(days)) }]
}

type MinimumRule = RuleOf<'mindestfrist'> | RuleOf<'vereinbarte_frist'>

function countFrom(rule: MinimumRule, length: Length, counter: Counter): Counted | null {
  const moment = momentOf(rule.ereignis, counter.case, counter.dispatch)
  return moment && countForward(dayOfMoment(moment), length, counter.law.zaehlung, counter.calendar)
}

function endPeriod(rule: MinimumRule, counted: Counted, counter: Counter): Period {
  const { sentences, ...common } = commonOf(rule, 'not-before', counter)
  const event = dayOfMoment(momentOf(rule.ereignis, counter.case, counter.dispatch)!)
  return {
    ...common,
    kind: 'date',
    unrolled: counted.unrolled,
    date: counted.date,
    shifted: counted.shifted,
    certainty: counted.regional && common.certainty === 'settled' ? 'prevailing' : common.certainty,
    why: reason(
      `${beginningWords(rule, event)}; ${counted.words}.`,
      counted.regional ? regionalHolidayNote : null,
      rule.fuer && !isLeastFor(rule, rule.fuer, counter.case.inputs) ? fiveDaysMore : null,
      ...sentences,
    ),
  }
}

const fiveDaysMore = 'Hier reicht sie nicht: § 41 Abs. 2, 3 VgV verlangt fünf Tage mehr.'

/**
 * A closing hour on the last day of a least period would cut it, for the period runs to the end of that day's last hour
 * (Art. 3 Abs. 2 lit. b VO 1182/71). So the first closing date with a clock time is the next working day.
 */
function closingPeriod(
  rule: RuleOf<'mindestfrist'>,
  key: string,
  { date: end }: Counted,
  counter: Counter,
): Period {
  const { sentences, ...common } = commonOf(rule, 'not-before', counter)
  const after = end.add({ days: 1 })
  const date = nextWorkingDayFrom(after, counter.calendar)
  const off = date.equals(after) ? '' : ` (kein Arbeitstag: ${daysOff(after, date, counter.calendar)})`
  return {
    ...common,
    key: `${key}${counter.suffix}`,
    label: `${rule.bezeichnung}, Schlusstermin mit Uhrzeit`,
    kind: 'date',
    unrolled: after,
    date,
    shifted: !date.equals(after),
    certainty: common.certainty === 'settled' ? 'prevailing' : common.certainty,
    why: reason(
      `Die Mindestfrist läuft bis zum Ablauf des ${germanDayWithWeekday(end)}; eine Uhrzeit an diesem Tag würde sie verkürzen; der nächste Arbeitstag ist ${germanDayWithWeekday(date)}${off}.`,
      ...sentences,
    ),
  }
}

/** The end of the period that well reasoned urgency leaves, from the rule beside it whose key ends in `_dringlich`. */
function floorOf(rule: RuleOf<'mindestfrist'>, counter: Counter): Period['urgentFloor'] {
  const key = `${rule.schluessel.replace(/_min_ende.*$/, '_min_ende')}_dringlich`
  const urgent = counter.law.fristen.find(
    (each): each is RuleOf<'mindestfrist'> =>
      each.art === 'mindestfrist' && each.schluessel === key && appliesTo(each, counter.case),
  )
  const counted = urgent && countFrom(urgent, urgent.dauer, counter)
  return counted ? { date: counted.date, norm: urgent.quelle } : null
}
