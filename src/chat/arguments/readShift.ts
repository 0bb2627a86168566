import type { Word } from '../words.ts'
import type { ShiftValue } from './args.ts'
import { countOf, type Found, plain } from './dayWords.ts'

/** "um zwei Wochen", "um 3 Tage früher", "um einen Monat nach hinten". */
export function shiftAt(words: readonly Word[], at: number): Found<ShiftValue> | null {
  const start = plain(words[at]) === 'um' ? at + 1 : at
  const n = countOf(plain(words[start]))
  const unit = plain(words[start + 1])
  const each = /^tage?n?$/.test(unit)
    ? { days: 1, months: 0 }
    : /^(wochen?|wo)$/.test(unit)
      ? { days: 7, months: 0 }
      : /^monate?n?$/.test(unit)
        ? { days: 0, months: 1 }
        : null
  if (n === null || !each) return null
  const behind = [2, 3].map(i => plain(words[start + i]))
  const [length, sign] =
    behind[0] === 'frueher' || behind[0] === 'vor'
      ? [3, -1]
      : behind[0] === 'nach' && /^vorne?$/.test(behind[1]!)
        ? [4, -1]
        : /^(spaeter|mehr|laenger)$/.test(behind[0]!)
          ? [3, 1]
          : behind[0] === 'nach' && behind[1] === 'hinten'
            ? [4, 1]
            : [2, 1]
  const value = { days: sign * n * each.days || 0, months: sign * n * each.months || 0 }
  return { value, length: start - at + length }
}
