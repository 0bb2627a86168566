import { Temporal } from 'temporal-polyfill'
import { germanDayWithWeekday, zone } from '../day.ts'
import { type Counter, commonOf, reason } from './counter.ts'
import { inWindow, momentOf } from './facts.ts'
import type { Moment } from './inputs.ts'
import { momentWords } from './latest.ts'
import type { Period } from './period.ts'
import type { RuleOf } from './ruleSet.ts'

/**
 * Hours after a moment, or another moment if that comes first (§ 40 Abs. 3 VgV). Hours pass as they do, through nights,
 * weekends, holidays and the change of the clock; nothing is shifted (Art. 3 Abs. 3, 4 VO 1182/71).
 */
export function hourPeriods(rule: RuleOf<'stunden'>, counter: Counter): Period[] {
  const received = momentOf(rule.ereignis, counter.case, counter.dispatch)
  const published = momentOf(rule.oder_mit, counter.case, counter.dispatch)
  const hours = rule.dauer.count
  const after = received && hourAfter(received).add({ hours })
  const at = published && hourOf(published)
  const first = after && at ? (Temporal.ZonedDateTime.compare(at, after) < 0 ? at : after) : (after ?? at)
  if (!first) return []
  const { sentences, ...common } = commonOf(rule, 'not-before', counter)
  return [
    {
      ...common,
      kind: 'datetime',
      datetime: first,
      why: reason(
        received && after ? countedHours(received, after, hours) : null,
        at && published
          ? publishedWords(published, at, after !== null, first === at)
          : 'Erscheint sie vorher im Amtsblatt der EU, darf von da an auch im Inland veröffentlicht werden.',
        ...sentences,
      ),
    },
  ]
}

function publishedWords(
  published: Moment,
  at: Temporal.ZonedDateTime,
  compared: boolean,
  decides: boolean,
): string {
  const when = published instanceof Temporal.PlainDate ? germanDayWithWeekday(published) : momentWords(at)
  return decides
    ? `Im Amtsblatt der EU veröffentlicht am ${when}${compared ? ', also früher' : ''}; von da an darf im Inland veröffentlicht werden.`
    : `Im Amtsblatt der EU veröffentlicht am ${when}, also nicht früher; es bleibt beim Ablauf der Stunden.`
}

function countedHours(received: Moment, after: Temporal.ZonedDateTime, hours: number): string {
  const whole = received instanceof Temporal.PlainDate
  const from = whole
    ? `am ${germanDayWithWeekday(received)}, Uhrzeit unbekannt und deshalb von dessen Ende an`
    : `am ${momentWords(received)}`
  const broken = after.minute + after.second + after.millisecond > 0
  const careful = broken
    ? ` Wer die angebrochene Stunde nicht mitzählt (Art. 3 Abs. 1 VO (EWG, Euratom) 1182/71), wartet bis ${momentWords(after.round({ smallestUnit: 'hour', roundingMode: 'ceil' }))}.`
    : ''
  return `Eingang bestätigt ${from}; ${hours} Stunden später ist ${momentWords(after)}; Wochenenden, Feiertage und die Zeitumstellung halten Stunden nicht auf.${careful}`
}

/** Of a day without hour its end: nobody can say that it was earlier. */
function hourAfter(moment: Moment): Temporal.ZonedDateTime {
  return moment instanceof Temporal.PlainDate ? moment.add({ days: 1 }).toZonedDateTime(zone) : moment
}

/** Of a day without hour its beginning: what is published on a day may be repeated on it. */
function hourOf(moment: Moment): Temporal.ZonedDateTime {
  return moment instanceof Temporal.PlainDate ? moment.toZonedDateTime(zone) : moment
}

/** For each day of dispatch, whether it lies in the window after the event (§ 38 Abs. 3 Nr. 2 VgV). */
export function windowPeriods(
  rule: RuleOf<'zeitfenster'>,
  days: readonly Temporal.PlainDate[],
  counter: Counter,
): Period[] {
  const event = momentOf(rule.ereignis, counter.case, counter.dispatch)
  if (!(event instanceof Temporal.PlainDate)) return []
  const { sentences, ...common } = commonOf(rule, null, counter)
  const first = event.add({ [rule.mindestens.unit]: rule.mindestens.count })
  const last = event.add({ [rule.hoechstens.unit]: rule.hoechstens.count })
  return days.map(day => {
    const value = inWindow(event, day, rule)
    const distance = event.until(day, { largestUnit: 'days' }).days
    return {
      ...common,
      key: rule.schluessel.replace('<datum>', day.toString()),
      kind: 'value',
      value,
      why: reason(
        `Zwischen der Vorinformation (${germanDayWithWeekday(event)}) und der Absendung (${germanDayWithWeekday(day)}) liegen ${distance} Tage; möglich ist die Verkürzung bei Absendung von ${germanDayWithWeekday(first)} bis ${germanDayWithWeekday(last)}; sie ist ${value ? 'zulässig' : 'nicht zulässig'}.`,
        day.equals(first)
          ? `Wer ${rule.mindestens.count} volle Tage dazwischen verlangt, sendet einen Tag später ab.`
          : null,
        ...sentences,
      ),
    }
  })
}
