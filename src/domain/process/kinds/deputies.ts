import { Temporal } from 'temporal-polyfill'
import { roles as allRoles, type Role } from '../../ticket/visibility.ts'
import type { PlannedProcess, ProcessChange } from '../process.ts'
import { deputiesId } from '../template/templatesOf.ts'

/** A function that is away, and who has what is its. Ids of `beteiligte`, or names of other functions. */
export interface Deputy {
  absent: string
  by: string
  /** The first day; null: from when it was named. */
  from: Temporal.PlainDate | null
  /** The last day; null: until it is ended. */
  until: Temporal.PlainDate | null
  /** Roles that whoever named it gave to the deputy for that time; beside its own (domain/people/lentRoles). */
  roles: readonly Role[]
}

/** The deputies that people named and that hold on a day, in the order in which they were named; those of the profile are not among them. */
export function deputiesOn(plans: readonly PlannedProcess[], today: Temporal.PlainDate): Deputy[] {
  return deputiesNamed(plans, today).filter(each => !isAhead(each, today))
}

/** Those that hold on a day and those that begin later. */
export function deputiesNamed(plans: readonly PlannedProcess[], today: Temporal.PlainDate): Deputy[] {
  return deputiesIn(plans.find(({ template }) => template.id === deputiesId)?.facts ?? {}).filter(
    each => !isOver(each, today),
  )
}

/** All that were named and not ended, whenever they hold, from the facts of their Ablauf. */
export function deputiesIn(facts: Readonly<Record<string, unknown>>): Deputy[] {
  return Object.entries(facts).flatMap(([absent, value]) => deputyIn(absent, value) ?? [])
}

/** Whether its last day was before this one. */
export function isOver({ until }: Pick<Deputy, 'until'>, today: Temporal.PlainDate): boolean {
  return until !== null && Temporal.PlainDate.compare(today, until) > 0
}

/** Whether its first day comes after this one. */
export function isAhead({ from }: Pick<Deputy, 'from'>, today: Temporal.PlainDate): boolean {
  return from !== null && Temporal.PlainDate.compare(today, from) < 0
}

/** The change that names one. */
export function deputyChange({ absent, by, from, until, roles }: Deputy): ProcessChange {
  const value = { durch: by, von: from?.toString() ?? null, bis: until?.toString() ?? null, rollen: roles }
  return { kind: 'fact', name: absent, value }
}

/** The change that ends one. */
export function deputyEnd(absent: string): ProcessChange {
  return { kind: 'fact', name: absent, value: null }
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

/** Facts written by deputyChange; the first version of it knew neither `von` nor `rollen`. */
function deputyIn(absent: string, value: unknown): Deputy | null {
  if (typeof value !== 'object' || value === null || !('durch' in value)) return null
  const { durch, von, bis, rollen } = value as {
    durch: unknown
    von?: unknown
    bis?: unknown
    rollen?: unknown
  }
  if (typeof durch !== 'string') return null
  const day = (iso: unknown) => (typeof iso === 'string' ? Temporal.PlainDate.from(iso) : null)
  const given = Array.isArray(rollen) ? allRoles.filter(role => rollen.includes(role)) : []
  return { absent, by: durch, from: day(von), until: day(bis), roles: given }
}
