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

export type ArgSpec = PlaceSpec | TicketSpec | PersonSpec | ChoiceSpec | RangeSpec | TextSpec | LetterSpec
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
          : string

export type ArgValues<Args extends ArgSpecs> = {
  -readonly [K in keyof Args]: Args[K] extends { required: true } ? ValueOf<Args[K]> : ValueOf<Args[K]> | null
}
