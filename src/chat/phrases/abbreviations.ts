import { fold } from '../words.ts'
import { isOrderWord } from './orderWords.ts'
import { isCueWord } from './phrases.ts'
import { isTimeWord } from './timeSlips.ts'
import { classifying } from './vocabulary.ts'

/** Words that offices cut short. */
const long = (
  'abschließen überfällig wochenübersicht vergabestelle pressestelle projektleitung koordination jugendamt schulamt zuständig erledigt ' +
  'verschieben übernehmen kooperationsvertrag vereinbarung offene vorgänge anfragen fristen beantwortet dringend unbeantwortet'
).split(' ')

/** "abschl.", "Überf.", "Wochenübers.": what ends with a point, is no word and begins exactly one of them, is that one. */
export function withoutAbbreviations(text: string): string {
  return text.replace(/(?<!\p{L})(\p{L}{3,20})\.(?=[\s,]|$)/gu, (typed, start: string) => {
    const folded = fold(start)
    if (isOrderWord(folded) || isCueWord(folded) || classifying.has(folded) || isTimeWord(folded))
      return typed
    const whole = long.filter(each => fold(each).startsWith(folded) && fold(each) !== folded)
    return whole.length === 1 ? whole[0]! : typed
  })
}
