import type { Temporal } from 'temporal-polyfill'
import type { EventInput } from './inputs.ts'
import type { certainties, conditionNames } from './ruleSet.ts'

export type Certainty = (typeof certainties)[number]
export type Condition = (typeof conditionNames)[number]

interface Common {
  /** "teilnahmefrist_min_ende". */
  key: string
  /** German, for people: "Teilnahmefrist". */
  label: string
  /** "§ 17 Abs. 2 VgV". */
  norm: string
  certainty: Certainty
  /** German sentences that count it out. */
  why: string
  /** What a chosen date must not do: lie before it, lie after it; null: nothing is chosen here. */
  bound: 'not-before' | 'not-after' | null
  /** What it was counted from. */
  event: EventInput
  /** The local day of that event; null: not known. */
  eventDay: Temporal.PlainDate | null
  /** Conditions that nobody has said yes or no to; the period applies only if they are met. */
  open: readonly Condition[]
  /** "VgV, Fassung ab 18.04.2016": the law that was counted with. */
  law: string
  /** Norm that allows a shorter period for social services with a reason, e.g. § 65 Abs. 3 VgV. */
  deviation: string | null
  /** What is left when urgency is well reasoned. */
  urgentFloor: { date: Temporal.PlainDate; norm: string } | null
}

/** One date, moment or figure that follows from what is known. */
export type Period = Common &
  (
    | {
        kind: 'date'
        /** Last day before any shift. */
        unrolled: Temporal.PlainDate
        date: Temporal.PlainDate
        shifted: boolean
      }
    | { kind: 'datetime'; datetime: Temporal.ZonedDateTime }
    | { kind: 'value'; value: string | number | boolean }
  )
