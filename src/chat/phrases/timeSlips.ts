import { spellingDistance } from '../../domain/programme/spelling.ts'
import type { Word } from '../words.ts'
import { isOrderWord } from './orderWords.ts'
import { isCueWord } from './phrases.ts'

/** Words of time that are long enough to be known with a slip in them. "morgen" is too near to other words. */
const timeWords = (
  'ueberfaellig ueberfaellige ueberfaelligen naechste naechsten naechster kommende kommenden uebermorgen gestern woche wochen ' +
  'montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar maerz april august september oktober november dezember'
).split(' ')

export function isTimeWord(folded: string): boolean {
  return timeWords.includes(folded)
}

/** "überfälige", "Frietag": read before the words are, because a span of time is made of several of them. */
export function withTimeRight(words: readonly Word[]): Word[] {
  return words.map(word => {
    const { folded, quoted } = word
    if (quoted || folded.length < 5 || folded.length > 15 || !/^[a-z]+$/.test(folded)) return word
    if (timeWords.includes(folded) || isCueWord(folded) || isOrderWord(folded)) return word
    const limit = folded.length >= 9 ? 2 : 1
    const near = timeWords.find(
      each =>
        each[0] === folded[0] &&
        Math.abs(each.length - folded.length) <= limit &&
        spellingDistance(each, folded) <= limit,
    )
    return near ? { ...word, folded: near } : word
  })
}
