import type { ArgSpec } from './arguments/args.ts'
import type { AnyCommand } from './command.ts'

/** Why a changing command that was recognised is not carried out. */
export type HoldReason =
  | 'asked'
  | 'weighed'
  | 'negated'
  | 'conditional'
  | 'ahead'
  | 'quoted'
  | 'reported'
  | 'several'
  | 'strange'
  | 'unsure'

/** A command line that would do what was probably meant, e.g. "status region Elmshorn". */
export interface Suggestion {
  /** The nearest known words, e.g. "Elmshorn". */
  label: string
  command: string
}

/** Everything that keeps an input from being carried out. Dispatch turns each into a Reply. */
export type Problem =
  | { kind: 'empty' }
  | { kind: 'too-long'; length: number; most: number }
  | { kind: 'unknown-command'; typed: string; near: Suggestion[] }
  | { kind: 'missing'; command: AnyCommand; key: string; spec: ArgSpec }
  /** `typed` is the word at fault. */
  | { kind: 'wrong'; command: AnyCommand; typed: string; spec: ArgSpec | null; near: Suggestion[] }
  /** A date that no calendar has: "30.02.". */
  | { kind: 'no-day'; command: AnyCommand | null; typed: string }
  | { kind: 'unknown-place'; command: AnyCommand; key: string; typed: string; near: Suggestion[] }
  /** A change that was not said plainly. `line` would do it, null when it must not be offered; `show` shows what it is about. */
  | { kind: 'held'; why: HoldReason; line: string | null; show: Suggestion | null }
  /** Understood, but this version has no command for it. */
  | { kind: 'not-yet'; near: Suggestion[] }
