import type { Temporal } from 'temporal-polyfill'
import type { Word } from '../words.ts'
import type { DeadlineValue } from './args.ts'
import { pointAt } from './readWhen.ts'

/** Words that end a title: what follows is a date or a key. */
const ends = new Set(
  'am auf bis zum um ab seit grund begruendung beschlossen wer zustaendig region ort verschieben verschoben erledigt fertig unbestimmt abhaken abgehakt erledigen verlegen verlaengern'.split(
    ' ',
  ),
)
const articles = new Set('der die das den dem frist schritt termin'.split(' '))

/** Longer titles are none; words. */
const mostWords = 14

/** "F-7", "f7", "F 7", "V-2"; null for everything else. */
export function deadlineNumber(word: Word | undefined): { seq: number; number: string } | null {
  const match = word && !word.quoted ? /^([fv])-?(\d{1,5})$/.exec(word.folded) : null
  return match && { seq: Number(match[2]), number: `${match[1]!.toUpperCase()}-${Number(match[2])}` }
}

/** What is named at word `at`: a number, or the words of a title up to a date, a key or an order's own word. */
export function deadlineAt(
  words: readonly Word[],
  at: number,
  today: Temporal.PlainDate,
): { value: DeadlineValue; length: number } | null {
  const first = words[at]
  if (!first) return null
  const number = deadlineNumber(first)
  if (number) return { value: { kind: 'number', ...number }, length: 1 }
  const next = words[at + 1]
  if (/^[fv]$/.test(first.folded) && next && /^\d{1,5}$/.test(next.folded))
    return {
      value: {
        kind: 'number',
        seq: Number(next.folded),
        number: `${first.text.toUpperCase()}-${Number(next.folded)}`,
      },
      length: 2,
    }
  const title = titleAt(words, at, today)
  return title && { value: { kind: 'words', text: title.value }, length: title.length }
}

/** A title in quotation marks, or its words up to a date or a key. */
export function titleAt(
  words: readonly Word[],
  at: number,
  today: Temporal.PlainDate,
): { value: string; length: number } | null {
  const first = words[at]
  if (!first) return null
  if (first.quoted) return { value: first.text, length: 1 }
  const skipped = articles.has(first.folded) && words.length > at + 1 ? 1 : 0
  let end = at + skipped
  while (end < words.length && end - at < mostWords && !isEnd(words, end, at + skipped, today)) end++
  const title = words
    .slice(at + skipped, end)
    .map(word => word.text)
    .join(' ')
  return title === '' ? null : { value: title, length: end - at }
}

function isEnd(words: readonly Word[], at: number, start: number, today: Temporal.PlainDate): boolean {
  const word = words[at]!
  if (word.quoted) return at > start
  if (ends.has(word.folded) || /^\p{L}+:/u.test(word.text)) return true
  // "1. Schultag" begins with no date; "Vorlage 03.05." ends with one.
  return at > start && /\d/.test(word.text) && pointAt(words, at, today) !== null
}
