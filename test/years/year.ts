import type { Role } from '../../src/domain/ticket/visibility.ts'
import type { Person } from '../../src/reply/incoming.ts'

/** One thing that a function types. */
export interface Order {
  /** Local time, after the morning message: "09:30". */
  at: string
  by: Person
  types: string
  /** Part of the answer. */
  shows: string
  /** It shows a preview first: a part of it. Its button is pressed, and `shows` is in what follows. */
  previews?: string
}

/** A programme's year: what people do in it, and when the program is not there. */
export interface Year {
  programme: string
  /** First and last day. Nothing is said on the first: who starts for the first time has missed nothing. */
  from: string
  to: string
  happens: Readonly<Record<string, readonly Order[]>>
  /** Days on which the program is away; the time at which it comes back, null: not on this day. */
  away?: Readonly<Record<string, string | null>>
}

/** A function that works with the programme. */
export function office(name: string, role: Role): Person {
  return { id: `web:${name}`, name, roles: [role] }
}

/** Orders of one function, from 09:00 on: pairs of what is typed and what is shown. */
export function by(person: Person, ...orders: readonly (readonly [types: string, shows: string])[]): Order[] {
  return orders.map(([types, shows]) => ({ at: '09:00', by: person, types, shows }))
}

/** An order that moves other dates: its preview is confirmed. */
export function confirmed(person: Person, types: string, previews: string, shows: string): Order {
  return { at: '11:00', by: person, types, previews, shows }
}
