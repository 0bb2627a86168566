import type { PersonValue, PlaceValue, RangeValue, TicketValue } from './args.ts'

/** What a German sentence is about, found word by word. Each word is taken once. */
export interface Features {
  tickets: TicketValue[]
  /** "F-7", "V-2". */
  deadlines: string[]
  places: PlaceValue[]
  /** A word that stands where a place would, or is nearly one. */
  unknownPlace: string | null
  range: RangeValue | null
  /** A single day, ISO, e.g. where a date is to be moved to. */
  day: string | null
  state: string | null
  stakeholder: string | null
  topic: string | null
  person: PersonValue | null
  urgent: boolean
  bidder: boolean
  /** Folded words in their order; '#' stands where a Vorgang was named. Places, persons and spans of time are left out. */
  words: string[]
}
