import { Temporal } from 'temporal-polyfill'
import { germanDayWithWeekday } from '../day.ts'
import { closingDay } from './facts.ts'
import type { PeriodCase } from './inputs.ts'
import type { Period } from './period.ts'

/**
 * German sentences on an award before the end of the tender period and a contract before that of the standstill. The one may be
 * a slip, the other happens, and periods follow from both (§ 135 GWB), so neither is a fault of the case.
 */
export function tooEarlyNotes(one: PeriodCase, periods: readonly Period[]): string[] {
  return [...beforeClosing(one), ...inStandstill(one, periods)]
}

/** Nobody wins while tenders may still come; mostly a closing date that was put off without these. */
function beforeClosing({ inputs }: PeriodCase): string[] {
  const closing = inputs.angebotsfrist_ende && closingDay(inputs.angebotsfrist_ende)
  if (!closing) return []
  return afterClosing.flatMap(event => {
    const day = inputs[event]
    return day && Temporal.PlainDate.compare(day, closing) < 0
      ? [
          `„${event}“ (${germanDayWithWeekday(day)}) liegt vor dem Ende der Angebotsfrist (${germanDayWithWeekday(closing)}); bitte beide Tage prüfen.`,
        ]
      : []
  })
}

const afterClosing = ['information_134_abgesendet', 'zuschlag_am', 'vertrag_geschlossen'] as const

function inStandstill({ inputs }: PeriodCase, periods: readonly Period[]): string[] {
  const event = inputs.vertrag_geschlossen ? 'vertrag_geschlossen' : 'zuschlag_am'
  const signed = inputs[event]
  if (!signed) return []
  // In the order of the rules: by the prevailing opinion, then by the careful reading.
  const [prevailing, careful] = periods.flatMap(each =>
    each.kind === 'date' && each.event === 'information_134_abgesendet' && each.bound === 'not-before'
      ? [each.date]
      : [],
  )
  if (!prevailing || !careful || Temporal.PlainDate.compare(signed, careful) >= 0) return []
  const when = `„${event}“ (${germanDayWithWeekday(signed)})`
  return Temporal.PlainDate.compare(signed, prevailing) < 0
    ? [
        `${when} liegt vor dem Ende der Wartefrist; der früheste Tag ist ${germanDayWithWeekday(prevailing)} (§ 134 Abs. 2 GWB), und ein früherer Vertrag kann von Anfang an unwirksam sein (§ 135 Abs. 1 Nr. 1 GWB).`,
      ]
    : [
        `${when} liegt nach herrschender Meinung nach der Wartefrist, vorsichtig gerechnet noch in ihr; sicher ist erst ${germanDayWithWeekday(careful)}.`,
      ]
}
