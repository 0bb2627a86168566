import type { Temporal } from 'temporal-polyfill'
import type { Days } from '../time/pointInTime.ts'
import type { ProcessTemplate, SubjectKind } from './template/template.ts'

/** What an Ablauf is about. `name` is the region's id, the school's or body's name; "" for the programme. */
export interface Subject {
  kind: SubjectKind
  name: string
}

/** One Ablauf that is under way or was: a template that has begun for a subject. */
export interface ProcessInstance {
  id: number
  /** Id of its template. */
  template: string
  subject: Subject
  /** "2024", "2024-H1", "2024/25" of a repeated one, a number for the n-th; "" when there is only one. */
  cycle: string
  /** The day from which its own dates are counted. */
  start: Temporal.PlainDate
  /** Known facts beside dates: `verfahren`, `regime`, `elektronisch` … of a procurement. */
  facts: Readonly<Record<string, unknown>>
}

/** A point in time with its fuzziness. `wann` as in pointInTime.ts. */
export interface When extends Days {
  wann: string
  tentative: boolean
}

/** What happened to an Ablauf. Nothing is overwritten; what holds is read from the list, in its order. */
export type ProcessChange =
  | { kind: 'done'; step: string; on: string }
  | { kind: 'reopened'; step: string }
  /** Not needed any more; holds nothing up. */
  | { kind: 'dropped'; step: string }
  /** `to` null: no time is known any more. */
  | { kind: 'moved'; step: string; to: string | null; tentative: boolean }
  /** Back to the date that the rule of the template gives. */
  | { kind: 'unset'; step: string }
  | { kind: 'snoozed'; step: string; until: string }
  | { kind: 'owner'; step: string; role: string }
  | { kind: 'unlocked'; step: string }
  /** A step that the template does not have; `fields` e.g. the cell of a matrix. */
  | {
      kind: 'added'
      step: string
      title: string
      when: string | null
      tentative: boolean
      role: string | null
      soft: boolean
      fields?: Readonly<Record<string, string>>
    }
  /** A fact that dates follow from, e.g. auftragsbekanntmachung_abgesendet: "2024-04-15". */
  | { kind: 'fact'; name: string; value: unknown }
  | { kind: 'noted'; step: string | null; text: string }
  | { kind: 'ended' }

/** A change with who, when and why. */
export type ProcessEvent = ProcessChange & {
  /** ISO instant. */
  at: string
  /** A function, never a person's name: "Koordination Jugendamt". */
  by: string
  reason: string | null
  decidedBy: string | null
}

/** An Ablauf as it is stored: the instance and all that happened to it, oldest first. */
export interface ProcessHistory {
  instance: ProcessInstance
  events: readonly ProcessEvent[]
}

/** How a date came to be where it is. */
export interface Move {
  from: When | null
  to: When | null
  reason: string | null
  decidedBy: string | null
  by: string | null
  /** ISO instant; null: so the source document tells it. */
  at: string | null
}

export type StepState = 'offen' | 'laeuft' | 'erledigt' | 'entfallen'

/** A step of an Ablauf as it stands on a day. */
export interface PlannedStep {
  id: string
  title: string
  /** Id of one of the `beteiligte`. */
  role: string | null
  state: StepState
  /** The day on which it was done; null: not done, or the source does not say when. */
  doneOn: Temporal.PlainDate | null
  /** Title of the step elsewhere with which it was done (`erledigt_mit`); null: it was done by itself, or is not. */
  doneWith: string | null
  when: When | null
  /** German: where the date comes from, e.g. "12 Monate nach Unterzeichnung"; "" for a date that was set. */
  why: string
  /** Reason of a date that the law sets. */
  norm: string | null
  legal: boolean
  /** The day of the event that a date of law is counted from; null: not known, or no such date. */
  from: Temporal.PlainDate | null
  soft: boolean
  leadDays: readonly number[] | null
  /** Ids of steps that must be done first and are not. */
  waitsFor: readonly string[]
  /** The gate before it, when it is not open. */
  gate: { needs: string; effect: 'warnen' | 'sperren'; unlocked: boolean } | null
  /** Steps before it that lie later than it: a plan that cannot hold. */
  conflicts: readonly string[]
  moves: readonly Move[]
  snoozedUntil: Temporal.PlainDate | null
  regions: readonly string[]
  optional: boolean
  hint: string | null
  source: string
  fields: Readonly<Record<string, string>>
}

/** An Ablauf with all its steps, in the order of the template. */
export interface PlannedProcess {
  instance: ProcessInstance
  template: ProcessTemplate
  /** "Kooperationsvertrag", with its subject and cycle: "Auswertungsgespräch · Mitte · 2024". */
  title: string
  steps: readonly PlannedStep[]
  /** True when it was ended, or nothing that must be done is left. */
  over: boolean
  /** A person ended it, whatever was left to do. */
  ended: boolean
  /** Facts of the instance and those that were entered later. */
  facts: Readonly<Record<string, unknown>>
  /** ISO instant of the last change; null: none. */
  changedAt: string | null
  /** Facts that the statutory periods could not be computed from, said in German. */
  faults: readonly string[]
}
