import type { Temporal } from 'temporal-polyfill'
import type { NamedDeadline } from '../../domain/process/deadlineNamed.ts'
import type {
  PersonValue,
  PlaceValue,
  RangeValue,
  ShiftValue,
  TicketValue,
  WhenValue,
} from '../arguments/args.ts'

/** What a German sentence is about, found word by word. Each word is taken once. */
export interface Features {
  /** The day on which it is said. */
  today: Temporal.PlainDate
  tickets: TicketValue[]
  /** "F-7", "V-2". */
  deadlines: NamedDeadline[]
  /** Ids of steps of the profile, spelt as there: "M5", "K4a". */
  steps: string[]
  places: PlaceValue[]
  /** A word that stands where a place would, or is nearly one. */
  unknownPlace: string | null
  range: RangeValue | null
  /** A single day, ISO, e.g. where a date is to be moved to. */
  day: string | null
  /** The same, also when it is no sharp day: "auf April 2025". */
  point: WhenValue | null
  /** "um zwei Wochen nach hinten". */
  shift: ShiftValue | null
  /** A date that no calendar has, as typed. */
  noDay: string | null
  state: string | null
  stakeholder: string | null
  topic: string | null
  person: PersonValue | null
  /** Functions that were named, each once. */
  functions: string[]
  /** A function of one word that stands without "an" or an article: "KA-12 Vergabestelle". It may be a sender as well. */
  functionWord: string | null
  /** Values of the same kind were said twice: two kinds of sender, two topics, two new dates. */
  twofold: boolean
  urgent: boolean
  bidder: boolean
  /** Folded words in their order; '#' stands where a Vorgang was named. Places, persons and spans of time are left out. */
  words: string[]
}
