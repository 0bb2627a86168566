import { Temporal } from 'temporal-polyfill'
import { dayOf, germanDayWithWeekday, germanTime } from '../day.ts'
import { countBackward, countForward, lastDayOf } from './count.ts'
import { beginningWords, type Counter, commonOf, reason, regionalHolidayNote } from './counter.ts'
import { closingDay, dayOfMoment, momentOf } from './facts.ts'
import { wordsForEvent } from './inputs.ts'
import type { Period } from './period.ts'
import type { RuleOf } from './ruleSet.ts'
import { daysOff, lastWorkingDayUpTo, workingDaysWithin } from './workCalendar.ts'

function eventDay(rule: { ereignis: RuleOf<'hoechstfrist'>['ereignis'] }, counter: Counter) {
  const moment = momentOf(rule.ereignis, counter.case, counter.dispatch)
  return moment && dayOfMoment(moment)
}

/** The last day on which something can be done. */
export function latestPeriods(rule: RuleOf<'hoechstfrist'>, counter: Counter): Period[] {
  const event = eventDay(rule, counter)
  if (!event) return []
  const { sentences, ...common } = commonOf(rule, 'not-after', counter)
  const { zaehlung } = counter.law
  const start = rule.ab === 'quartalsende' ? quarterEnd(event) : event
  const rolls = rule.verschiebung === 'naechster_arbeitstag'
  const first = countForward(start, rule.dauer, zaehlung, counter.calendar, rolls)
  const last = rule.danach ? countForward(first.date, rule.danach, zaehlung, counter.calendar, rolls) : first
  const beginning =
    rule.ab === 'quartalsende'
      ? `Ausgangstag ist der ${germanDayWithWeekday(event)}; sein Quartal endet am ${germanDayWithWeekday(start)}, Fristbeginn am Tag danach`
      : beginningWords(rule, event)
  const regional = last.regional && zaehlung === 'vo_1182_71'
  const certainty = last.shifted ? (rule.sicherheit_verschoben ?? common.certainty) : common.certainty
  return [
    {
      ...common,
      kind: 'date',
      unrolled: last.unrolled,
      date: last.date,
      shifted: last.shifted,
      certainty: regional && certainty === 'settled' ? 'prevailing' : certainty,
      why: reason(
        `${beginning}; ${first.words}.`,
        last === first ? null : `Vom Ende dieser Frist an: ${last.words}.`,
        regional ? regionalHolidayNote : null,
        ...sentences,
      ),
    },
  ]
}

function quarterEnd(day: Temporal.PlainDate): Temporal.PlainDate {
  const month = Math.ceil(day.month / 3) * 3
  return Temporal.PlainDate.from({ year: day.year, month, day: 31 }, { overflow: 'constrain' })
}

/** The last day on which something can be done so many days before an end. */
export function backwardPeriods(rule: RuleOf<'rueckwaerts'>, counter: Counter): Period[] {
  const moment = momentOf(rule.ereignis, counter.case, counter.dispatch)
  if (!moment) return []
  const closing = closingDay(moment)
  const { sentences, ...common } = commonOf(rule, 'not-after', counter)
  const days = rule.dauer.count
  const strict = countBackward(closing, days, true)
  const plain = countBackward(closing, days, false)
  const date = rule.zaehlweise === 'streng' ? strict : plain
  return [
    {
      ...common,
      kind: 'date',
      unrolled: date,
      date,
      shifted: false,
      why: reason(
        rule.zaehlweise === 'streng'
          ? `Zwischen der Auskunft und dem Tag des Ablaufs (${germanDayWithWeekday(closing)}) müssen ${days} volle Tage liegen, ${germanDayWithWeekday(strict.add({ days: 1 }))} bis ${germanDayWithWeekday(closing.subtract({ days: 1 }))}; der letzte Tag davor ist ${germanDayWithWeekday(strict)}. Nach der großzügigeren Zählung genügt ${germanDayWithWeekday(plain)}.`
          : `${days} Tage vor dem Tag des Ablaufs (${germanDayWithWeekday(closing)}) ist ${germanDayWithWeekday(plain)}.`,
        notShifted(date, counter),
        rule.zaehlweise === 'streng' ? fewWorkingDays(date, closing, counter) : null,
        ...sentences,
      ),
    },
  ]
}

/** Art. 3 Abs. 4 UAbs. 2 VO 1182/71: what is counted backward is not shifted. */
function notShifted(date: Temporal.PlainDate, { calendar }: Counter): string | null {
  const last = lastWorkingDayUpTo(date, calendar)
  if (last.equals(date)) return null
  return `Rückwärts gezählte Fristen verschieben sich nicht (Art. 3 Abs. 4 VO (EWG, Euratom) 1182/71); kein Arbeitstag: ${daysOff(last.add({ days: 1 }), date.add({ days: 1 }), calendar)}; am letzten Arbeitstag davor zu erledigen: ${germanDayWithWeekday(last)}.`
}

/** Art. 3 Abs. 5 VO 1182/71 says two working days; whether it holds backward is open, so it is only named. */
function fewWorkingDays(
  date: Temporal.PlainDate,
  closing: Temporal.PlainDate,
  { calendar }: Counter,
): string | null {
  const between = workingDaysWithin(date, closing.subtract({ days: 1 }), calendar)
  if (between >= 2) return null
  return `Dazwischen ${between === 1 ? 'liegt nur ein Arbeitstag' : 'liegt kein Arbeitstag'}; Art. 3 Abs. 5 VO (EWG, Euratom) 1182/71 verlangt für Fristen ab zwei Tagen zwei, deshalb besser früher.`
}

/** Until the event itself. */
export function untilEventPeriods(rule: RuleOf<'bis_zum_ereignis'>, counter: Counter): Period[] {
  const moment = momentOf(rule.ereignis, counter.case, counter.dispatch)
  if (!moment) return []
  const { sentences, ...common } = commonOf(rule, 'not-after', counter)
  if (moment instanceof Temporal.PlainDate) {
    const why = reason(`Mit Ablauf des ${germanDayWithWeekday(moment)}.`, ...sentences)
    return [{ ...common, kind: 'date', unrolled: moment, date: moment, shifted: false, why }]
  }
  return [
    {
      ...common,
      kind: 'datetime',
      datetime: moment,
      why: reason(`Am ${momentWords(moment)}.`, ...sentences),
    },
  ]
}

/** Until the event, and no shorter than so long after another (§ 8 Abs. 4 VgV). Keeping is no act, so no day is shifted. */
export function retentionPeriods(rule: RuleOf<'aufbewahrung'>, counter: Counter): Period[] {
  const end = eventDay(rule, counter)
  const award = eventDay({ ereignis: rule.ab }, counter)
  const least = award && lastDayOf(award, rule.mindestens)
  const date = end && least ? (Temporal.PlainDate.compare(end, least) < 0 ? least : end) : (end ?? least)
  if (!date) return []
  const { sentences, ...common } = commonOf(rule, null, counter)
  const years = `${rule.mindestens.count} Jahre ab ${wordsForEvent(rule.ab)}`
  return [
    {
      ...common,
      kind: 'date',
      unrolled: date,
      date,
      shifted: false,
      why: reason(
        end
          ? `Die Laufzeit endet am ${germanDayWithWeekday(end)}.`
          : 'Das Ende der Laufzeit ist nicht angegeben.',
        least
          ? `${years} (${germanDayWithWeekday(award)}) enden am ${germanDayWithWeekday(least)}; der spätere Tag zählt.`
          : `Mindestens ${years}; dieser Tag ist nicht angegeben.`,
        ...sentences,
      ),
    },
  ]
}

/** "Fr 19.04.2024, 14:23 Uhr". */
export function momentWords(moment: Temporal.ZonedDateTime): string {
  const now = moment.toInstant()
  return `${germanDayWithWeekday(dayOf(now))}, ${germanTime(now)} Uhr`
}
