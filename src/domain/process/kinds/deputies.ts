import { Temporal } from 'temporal-polyfill'
import type { PlannedProcess, ProcessChange } from '../process.ts'
import { deputiesId } from '../template/templatesOf.ts'

/** A function that is away, and who has what is its. Ids of `beteiligte`, or names of other functions. */
export interface Deputy {
  absent: string
  by: string
  /** The last day; null: until it is ended. */
  until: Temporal.PlainDate | null
}

/** The deputies that people named and that hold on a day, in the order in which they were named; those of the profile are not among them. */
export function deputiesOn(plans: readonly PlannedProcess[], today: Temporal.PlainDate): Deputy[] {
  const facts = plans.find(({ template }) => template.id === deputiesId)?.facts ?? {}
  return Object.entries(facts)
    .flatMap(([absent, value]) => deputyIn(absent, value) ?? [])
    .filter(({ until }) => until === null || Temporal.PlainDate.compare(today, until) <= 0)
}

/** The change that names one; `by` null ends it. */
export function deputyChange(
  absent: string,
  by: string | null,
  until: Temporal.PlainDate | null,
): ProcessChange {
  const value = by === null ? null : { durch: by, bis: until?.toString() ?? null }
  return { kind: 'fact', name: absent, value }
}

/** Who acts for a function: the deputy, or the deputy's deputy; null: it is there itself. */
export function actingFor(deputies: readonly Deputy[], role: string): string | null {
  const passed = new Set<string>()
  let at = role
  for (;;) {
    const next = deputies.find(each => each.absent === at)
    // A circle is refused when it is named; one that came about by an end that passed leads nowhere.
    if (!next || passed.has(at)) return at === role ? null : at
    passed.add(at)
    at = next.by
  }
}

function deputyIn(absent: string, value: unknown): Deputy | null {
  if (typeof value !== 'object' || value === null || !('durch' in value)) return null
  const { durch, bis } = value as { durch: unknown; bis?: unknown } // written by deputyChange
  if (typeof durch !== 'string') return null
  return { absent, by: durch, until: typeof bis === 'string' ? Temporal.PlainDate.from(bis) : null }
}
