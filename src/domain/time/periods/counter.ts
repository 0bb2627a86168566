import type { Temporal } from 'temporal-polyfill'
import { germanDayWithWeekday } from '../day.ts'
import { answerTo, dayOfMoment, type Facts, momentOf } from './facts.ts'
import { flagInputs, wordsForEvent } from './inputs.ts'
import { lawName } from './law.ts'
import type { Condition, Period } from './period.ts'
import type { Rule, RuleSet } from './ruleSet.ts'
import type { WorkCalendar } from './workCalendar.ts'

/** All that counting one rule may look at. */
export interface Counter extends Facts {
  law: RuleSet
  calendar: WorkCalendar
  /** Ending of the keys when several days of dispatch are compared. */
  suffix: string
}

export type CommonOfPeriod = Omit<Period, 'kind' | 'why'> & { sentences: string[] }

/** Whether the rule holds: its conditions are met or open, never denied. */
export function holds(rule: Rule, counter: Counter): boolean {
  const answer = (condition: Condition) => answerTo(condition, counter)
  return rule.wenn.every(each => answer(each) !== 'no') && rule.nur_wenn.every(each => answer(each) === 'yes')
}

/** What all periods of a rule share; `sentences` are the last ones of the reason. */
export function commonOf(rule: Rule, bound: Period['bound'], counter: Counter): CommonOfPeriod {
  const open = rule.wenn.filter(each => answerTo(each, counter) === 'open')
  const event = momentOf(rule.ereignis, counter.case, counter.dispatch)
  const conditions = open.map(each => conditionWords[each])
  return {
    key: `${rule.schluessel}${counter.suffix}`,
    label: rule.bezeichnung,
    norm: rule.quelle,
    certainty: rule.sicherheit,
    bound,
    event: rule.ereignis,
    eventDay: event && dayOfMoment(event),
    open,
    law: lawName(counter.law),
    deviation: null,
    urgentFloor: null,
    sentences: [
      ...(conditions.length > 0 ? [`Gilt nur, wenn ${conditions.join(' und ')}.`] : []),
      ...(rule.hinweis ? [rule.hinweis] : []),
    ],
  }
}

const conditionWords: Record<Condition, string> = {
  ...flagInputs,
  vorinformation:
    'eine Vorinformation wenigstens 35 Tage und nicht mehr als zwölf Monate vor der Bekanntmachung übermittelt wurde',
}

/** "Fristbeginn am Tag nach der Absendung der Auftragsbekanntmachung (Fr 19.04.2024), am Sa 20.04.2024". */
export function beginningWords(rule: Pick<Rule, 'ereignis'>, event: Temporal.PlainDate): string {
  return `Fristbeginn am Tag nach ${wordsForEvent(rule.ereignis)} (${germanDayWithWeekday(event)}), am ${germanDayWithWeekday(event.add({ days: 1 }))}`
}

/** One reason of many sentences. */
export function reason(...sentences: (string | null)[]): string {
  return sentences.filter(each => each !== null && each !== '').join(' ')
}

export const regionalHolidayNote =
  'Dass auch ein Feiertag nur dieses Landes zählt, ist für die VO (EWG, Euratom) 1182/71 nicht abschließend geklärt.'
