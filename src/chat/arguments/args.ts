import type { NamedDeadline } from '../../domain/process/deadlineNamed.ts'

/**
 * What a command takes, as data. A `required` or optional argument is typed in its place, or anywhere as
 * `schlüssel:wert` under one of its `keys`; an argument with `keysOnly` has no place of its own.
 */
interface Spec {
  /** How the argument is called in usage and messages, e.g. "Ort". */
  label: string
  /** Missing: optional, and null in `run` when not said. */
  required?: true
  /** Words before a colon, the first is shown: ["region", "ort"]. */
  keys?: readonly string[]
  keysOnly?: true
  /** One line for `hilfe <Befehl>`. */
  hint?: string
}

export interface PlaceSpec extends Spec {
  kind: 'place'
}
export interface TicketSpec extends Spec {
  kind: 'ticket'
}
export interface PersonSpec extends Spec {
  kind: 'person'
  /** Offices outside the house can be named too. */
  outside?: true
}
/** One of some words. Keys are the values that `run` gets, each with the German words that mean it. */
export interface ChoiceSpec extends Spec {
  kind: 'choice'
  choices: Readonly<Record<string, readonly string[]>>
}
export interface RangeSpec extends Spec {
  kind: 'range'
}
/** The rest of the line, as typed. */
export interface TextSpec extends Spec {
  kind: 'text'
}

/** What is to be written: all behind a colon or on the lines below, as typed (dictated.ts). At most one, the last. */
export interface LetterSpec extends Spec {
  kind: 'letter'
}

/** One day: "24.04.2024", "24.4." (the nearest), "3. Mai", "morgen", "nächsten Freitag", "in drei Tagen". */
export interface DaySpec extends Spec {
  kind: 'day'
}
/** A point in time as sharp as it was said: a day, or "April 2025", "Q4 2025", "KW 12", "2025/26", "Ende Mai". */
export interface WhenSpec extends Spec {
  kind: 'when'
}
/** "um zwei Wochen", "um 3 Tage früher". */
export interface ShiftSpec extends Spec {
  kind: 'shift'
}
/** A step with a date: "F-7", "M5", "K4a", or words of its title up to a date or the next key. */
export interface DeadlineSpec extends Spec {
  kind: 'deadline'
}
/** A title in quotation marks, or the words up to a date or the next key. */
export interface TitleSpec extends Spec {
  kind: 'title'
}
/** A name in quotation marks, or all words up to the next `schlüssel:`: Grundschule am Beispielweg. */
export interface NameSpec extends Spec {
  kind: 'name'
}
/** A whole number. */
export interface NumberSpec extends Spec {
  kind: 'number'
}
/** Euro: "600000", "600.000", "600.000 EUR", "4,1 Mio". Whole Euro in `run`. */
export interface MoneySpec extends Spec {
  kind: 'money'
}
/** A mail address, "vorname.nachname@kreis.example". */
export interface MailSpec extends Spec {
  kind: 'mail'
}
/** One word of letters and digits that a button carries, e.g. the fingerprint of what was shown. */
export interface CodeSpec extends Spec {
  kind: 'code'
}
/**
 * Free words behind one of its keys and a colon, as typed, up to the next such key or the end: "grund: Frist der Vergabestelle".
 * They are set apart before the rest is read, so "nicht" or a question mark in them means nothing (clauses.ts).
 */
export interface ClauseSpec extends Spec {
  kind: 'clause'
  keys: readonly string[]
  keysOnly: true
}

export type ArgSpec =
  | PlaceSpec
  | TicketSpec
  | PersonSpec
  | ChoiceSpec
  | RangeSpec
  | TextSpec
  | LetterSpec
  | DaySpec
  | WhenSpec
  | ShiftSpec
  | DeadlineSpec
  | TitleSpec
  | NameSpec
  | NumberSpec
  | MoneySpec
  | CodeSpec
  | MailSpec
  | ClauseSpec
export type ArgSpecs = Readonly<Record<string, ArgSpec>>

/** A place that the profile knows. Unknown ones are answered by dispatch and never reach a command. */
export type PlaceValue =
  /** One of the profile's `orte`, spelled as there. It may belong to no region. */
  | { kind: 'place'; name: string }
  /** One of the profile's `regionen`. */
  | { kind: 'region'; id: string; name: string }
  /** An Amt: several municipalities. */
  | { kind: 'office'; name: string }
  /** The whole area, e.g. "Kreis Pinneberg". */
  | { kind: 'area' }

export interface TicketValue {
  year: number
  seq: number
  /** "KA-2024-0017". */
  number: string
}

export type PersonValue =
  /** The asker: "ich", "mir". */
  | { kind: 'me' }
  /** Nobody: "niemand". */
  | { kind: 'nobody' }
  /** A function, e.g. "Koordination Jugendamt". */
  | { kind: 'named'; name: string }

export interface RangeValue {
  /** The contract's word: heute, morgen, diese_woche, naechste_woche, ueberfaellig, alle, YYYY-MM, YYYY-Www … */
  name: string
  /** First day, ISO; null: no lower bound. */
  from: string | null
  /** Last day (included), ISO; null: no upper bound. */
  to: string | null
  /** For headings: "diese Woche", "KW 17", "Mai 2024". */
  german: string
}

/** `wann` as in pointInTime.ts: "2025-04", "2025-Q4", "2025-W12". */
export interface WhenValue {
  wann: string
  /** „voraussichtlich“ was said. */
  tentative: boolean
}

/** By how much a date moves; negative is earlier. One of the two is 0. */
export interface ShiftValue {
  days: number
  months: number
}

export type DeadlineValue = NamedDeadline

export type ValueOf<S extends ArgSpec> = S extends ChoiceSpec
  ? Extract<keyof S['choices'], string>
  : S extends PlaceSpec
    ? PlaceValue
    : S extends TicketSpec
      ? TicketValue
      : S extends PersonSpec
        ? PersonValue
        : S extends RangeSpec
          ? RangeValue
          : S extends WhenSpec
            ? WhenValue
            : S extends ShiftSpec
              ? ShiftValue
              : S extends DeadlineSpec
                ? DeadlineValue
                : S extends NumberSpec | MoneySpec
                  ? number
                  : string

export type ArgValues<Args extends ArgSpecs> = {
  -readonly [K in keyof Args]: Args[K] extends { required: true } ? ValueOf<Args[K]> : ValueOf<Args[K]> | null
}
