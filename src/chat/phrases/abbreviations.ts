import type { Word } from '../words.ts'
import { isOrderWord } from './orderWords.ts'
import { isCueWord } from './phrases.ts'

/** Words that offices cut short: "abschl.", "Überf.", "Wochenübers.", "Vergabest.". */
const long = (
  'abschliessen ueberfaellig wochenuebersicht vergabestelle pressestelle projektleitung koordination jugendamt schulamt zustaendig erledigt ' +
  'verschieben uebernehmen kooperationsvertrag vereinbarung offene vorgaenge anfragen fristen beantwortet dringend unbeantwortet'
).split(' ')

/** A word that is nothing else but the beginning of exactly one of them is that one. */
export function withoutAbbreviations(words: readonly Word[]): Word[] {
  return words.map(word => {
    const { folded, quoted } = word
    if (quoted || folded.length < 4 || !/^[a-z]+$/.test(folded) || isOrderWord(folded) || isCueWord(folded))
      return word
    const whole = long.filter(each => each.startsWith(folded) && each.length - folded.length >= 3)
    return whole.length === 1 ? { ...word, folded: whole[0]! } : word
  })
}
