import { germanDayWithWeekday } from '../day.ts'
import { lastDayOf } from './count.ts'
import { beginningWords, type Counter, commonOf, reason } from './counter.ts'
import { dayOfMoment, momentOf } from './facts.ts'
import type { Period } from './period.ts'
import type { Length, RuleOf } from './ruleSet.ts'
import { daysOff, nextWorkingDayFrom, workingDaysWithin } from './workCalendar.ts'

/** Fewer leave bidders no real chance to complain (OLG Düsseldorf, VII-Verg 20/14 and VII-Verg 24/16). */
const fewWorkingDays = 5

/**
 * The time in which nothing may be signed. It is a mere waiting period, so by the prevailing opinion its end is not shifted;
 * the careful reading lets it run to the end of the next working day (domain.md section 3.5).
 */
export function standstillPeriods(rule: RuleOf<'wartefrist'>, counter: Counter): Period[] {
  const moment = momentOf(rule.ereignis, counter.case, counter.dispatch)
  if (!moment) return []
  const { calendar } = counter
  const event = dayOfMoment(moment)
  const { length, lengthWords, assumed } = lengthOf(rule, counter)
  const last = lastDayOf(event, length)
  const rolled = nextWorkingDayFrom(last, calendar)
  const disputed = !rolled.equals(last)
  const signed = last.add({ days: 1 })
  const signedCarefully = rolled.add({ days: 1 })
  const { sentences, ...common } = commonOf(rule, 'not-before', counter)
  const counted = `${beginningWords(rule, event)}; ${lengthWords}der ${length.count}. Kalendertag ist ${germanDayWithWeekday(last)}`
  const off = disputed ? ` (kein Arbeitstag: ${daysOff(last, rolled, calendar)})` : ''
  const workingDays = workingDaysWithin(event, last, calendar)
  const fewWords =
    'das kann den Rechtsschutz unzumutbar verkürzen (OLG Düsseldorf, VII-Verg 20/14 und VII-Verg 24/16), deshalb besser länger warten.'
  const few =
    workingDays < fewWorkingDays
      ? `Darin ${workingDays === 1 ? 'liegt' : 'liegen'} nur ${workingDays} ${workingDays === 1 ? 'Arbeitstag' : 'Arbeitstage'}; ${fewWords}`
      : null
  const certainty = assumed ? 'cautious' : disputed ? 'prevailing' : common.certainty
  return [
    {
      ...common,
      kind: 'date',
      bound: null,
      unrolled: last,
      date: last,
      shifted: false,
      certainty,
      why: reason(
        `${counted}${off}.`,
        disputed
          ? 'Nach herrschender Meinung verschiebt sich das Ende nicht (OLG Düsseldorf, VII-Verg 11/08; VK Bund, VK 2-77/21).'
          : null,
        few,
        ...sentences,
      ),
    },
    {
      ...common,
      key: rule.vertrag_herrschend,
      label: 'Vertragsschluss, herrschende Meinung',
      kind: 'date',
      unrolled: signed,
      date: signed,
      shifted: false,
      certainty,
      why: reason(
        `${counted}${off}; frühester Vertragsschluss am Tag danach, ${germanDayWithWeekday(signed)}.`,
        disputed
          ? 'Ob sich das Ende auf den nächsten Arbeitstag verschiebt, ist umstritten (dafür OLG Bremen, 2 Verg 1/22).'
          : null,
        few,
        ...sentences,
      ),
    },
    {
      ...common,
      key: rule.vertrag_vorsichtig,
      label: 'Vertragsschluss, vorsichtig geplant',
      kind: 'date',
      unrolled: signed,
      date: signedCarefully,
      shifted: disputed,
      certainty: 'cautious',
      why: reason(
        disputed
          ? `${counted}${off}; vorsichtig gerechnet läuft die Frist bis zum Ablauf des nächsten Arbeitstags, ${germanDayWithWeekday(rolled)} (OLG Bremen, 2 Verg 1/22), Vertragsschluss ab ${germanDayWithWeekday(signedCarefully)}.`
          : `${counted}, ein Arbeitstag; Vertragsschluss ab ${germanDayWithWeekday(signedCarefully)}, beide Lesarten führen zum selben Tag.`,
        few,
        ...sentences,
      ),
    },
    {
      ...common,
      key: rule.arbeitstage,
      label: 'Arbeitstage in der Wartefrist',
      kind: 'value',
      value: workingDays,
      bound: null,
      certainty: 'settled',
      why: reason(
        `Vom ${germanDayWithWeekday(event.add({ days: 1 }))} bis ${germanDayWithWeekday(last)} ${workingDays === 1 ? 'liegt 1 Arbeitstag' : `liegen ${workingDays} Arbeitstage`}.`,
        few && `Das ist wenig; ${fewWords}`,
      ),
    },
  ]
}

/** § 134 Abs. 2 Satz 2 GWB: ten days when sent electronically or by fax. Nobody said how: the longer one is safe. */
function lengthOf(
  rule: RuleOf<'wartefrist'>,
  { case: { inputs } }: Counter,
): { length: Length; lengthWords: string; assumed?: true } {
  if (!rule.dauer_elektronisch) return { length: rule.dauer, lengthWords: '' }
  switch (inputs.versandweg) {
    case 'elektronisch':
      return { length: rule.dauer_elektronisch, lengthWords: 'bei elektronischem Versand ' }
    case 'fax':
      return { length: rule.dauer_elektronisch, lengthWords: 'bei Versand per Fax ' }
    case 'brief':
      return { length: rule.dauer, lengthWords: 'bei Versand per Brief ' }
    case undefined:
      return {
        length: rule.dauer,
        assumed: true,
        lengthWords: `der Versandweg ist nicht angegeben, elektronisch oder per Fax wären es ${rule.dauer_elektronisch.count} Tage; `,
      }
  }
}
