import type { Temporal } from 'temporal-polyfill'
import type { Programme } from '../../domain/programme/programme.ts'
import { readTicketNumber, ticketNumber } from '../../domain/ticket/number.ts'
import { outsideReceivers } from '../../domain/ticket/receivers.ts'
import { fold, type Word } from '../words.ts'
import type { ArgSpec, ChoiceSpec, TicketValue } from './args.ts'
import { spelledNumber } from './numberWords.ts'
import { sharpDayAt } from './readDay.ts'
import { deadlineAt, titleAt } from './readDeadline.ts'
import { moneyAt } from './readMoney.ts'
import { personAt } from './readPerson.ts'
import { placeAt, regionNumbered } from './readPlace.ts'
import { rangeOfListAt } from './readRange.ts'
import { shiftAt } from './readShift.ts'
import { pointAt } from './readWhen.ts'

/** What words mean depends on. */
export interface Reading {
  programme: Programme
  today: Temporal.PlainDate
  /** How the asker is called in Vorgänge; null when nobody in particular asks. */
  asker: string | null
  /** What stood behind "grund:" and the like, by the folded key; set apart before the words are read. */
  clauses?: ReadonlyMap<string, string>
  /** The Vorgang in whose thread it was said; it is meant where a number is missing. */
  ticket?: TicketValue | null
}

/** The value that `spec` finds at word `at`, and how many words it takes; null when the words are no such thing. */
export function readAt(
  spec: ArgSpec,
  words: readonly Word[],
  at: number,
  reading: Reading,
): { value: unknown; length: number } | null {
  switch (spec.kind) {
    case 'place':
      return (
        placeAt(reading.programme, words, at) ?? (spec.required ? numberedRegion(words, at, reading) : null)
      )
    case 'ticket':
      return ticketAt(words, at, reading)
    case 'person':
      return personAt(
        reading.programme.profile,
        reading.asker,
        words,
        at,
        spec.outside ? outsideReceivers : [],
      )
    case 'choice':
      return choiceAt(spec, words, at)
    case 'range':
      return rangeOfListAt(words, at, reading.today)
    case 'day': {
      const day = sharpDayAt(words, at, reading.today)
      return day && { value: day.value.toString(), length: day.length }
    }
    case 'when':
      return pointAt(words, at, reading.today)
    case 'shift':
      return shiftAt(words, at)
    case 'deadline':
      return deadlineAt(words, at, reading.today)
    case 'title':
      return titleAt(words, at, reading.today)
    case 'name':
      return nameAt(words, at)
    case 'number':
      return /^#?\d{1,4}$/.test(words[at]?.folded ?? '')
        ? { value: Number(words[at]!.folded.replace('#', '')), length: 1 }
        : null
    case 'money':
      return moneyAt(words, at)
    case 'code':
      return /^[a-z0-9]{4,16}$/.test(words[at]?.folded ?? '') ? { value: words[at]!.folded, length: 1 } : null
    case 'mail':
      return mailAt(words, at)
    // readArgs takes them from the reading.
    case 'clause':
      return null
    // Words are read one by one and lose their punctuation; a letter is taken as it stands (dictated.ts).
    case 'letter':
      return null
    case 'text':
      return at < words.length
        ? {
            value: words
              .slice(at)
              .map(word => word.text)
              .join(' '),
            length: words.length - at,
          }
        : null
  }
}

/** As it is typed or as chats write it: "mailto:a@b.example". Only its form is looked at. */
function mailAt(words: readonly Word[], at: number) {
  const typed = words[at]?.text.replace(/^mailto:/i, '') ?? ''
  return /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>"]+$/.test(typed)
    ? { value: typed.toLowerCase(), length: 1 }
    : null
}

/** Names hold any word ("Grundschule am Beispielweg"), so only a key ends them. */
function nameAt(words: readonly Word[], at: number) {
  const first = words[at]
  if (!first) return null
  if (first.quoted) return { value: first.text, length: 1 }
  const rest = words.slice(at)
  const end = rest.findIndex(word => /^\p{L}+:/u.test(word.text))
  const name = end < 0 ? rest : rest.slice(0, end)
  return name.length === 0 ? null : { value: name.map(word => word.text).join(' '), length: name.length }
}

function numberedRegion(words: readonly Word[], at: number, reading: Reading) {
  const value = regionNumbered(reading.programme, words[at])
  return value && { value, length: 1 }
}

/** "KA-2024-0017", "ka-17", "17", "#17", "KA 17", "siebzehn". */
export function ticketAt(
  words: readonly Word[],
  at: number,
  reading: Reading,
): { value: TicketValue; length: number } | null {
  const prefix = reading.programme.profile.nummern_praefix
  for (const length of [2, 1]) {
    if (at + length > words.length) continue
    const typed = words.slice(at, at + length).map(word => word.text)
    const spelled = length === 1 && words[at]!.folded !== 'ein' ? spelledNumber(words[at]!.folded) : null
    if (spelled !== null) typed[0] = String(spelled)
    if (length === 2 && fold(typed[0]!) !== fold(prefix)) continue
    const found = readTicketNumber(typed.join(' '), prefix, reading.today.year)
    if (found) return { value: { ...found, number: ticketNumber(prefix, found.year, found.seq) }, length }
  }
  return null
}

/** True for "KA-17" and "#17", false for a bare "17", which can be any number. */
export function isPlainTicket(word: Word, { profile }: Programme): boolean {
  const typed = word.folded
  return (
    (typed.startsWith('#') || typed.startsWith(fold(profile.nummern_praefix))) &&
    readTicketNumber(word.text, profile.nummern_praefix, 2000) !== null
  )
}

function choiceAt({ choices }: ChoiceSpec, words: readonly Word[], at: number) {
  const known = wordsOfChoice(choices)
  for (const length of [3, 2, 1]) {
    if (at + length > words.length) continue
    const typed = words
      .slice(at, at + length)
      .map(word => word.folded)
      .join(' ')
    const value = known.get(typed)
    if (value !== undefined) return { value, length }
  }
  return null
}

const knownChoices = new WeakMap<ChoiceSpec['choices'], ReadonlyMap<string, string>>()

/** The values of a choice by the folded words that mean them; looked up for every word of every sentence. */
function wordsOfChoice(choices: ChoiceSpec['choices']): ReadonlyMap<string, string> {
  let known = knownChoices.get(choices)
  if (!known) {
    // Of two values with a word in common the first one has it.
    known = new Map(
      Object.entries(choices)
        .flatMap(([value, aliases]) => [value, ...aliases].map(word => [fold(word), value] as const))
        .reverse(),
    )
    knownChoices.set(choices, known)
  }
  return known
}
