import type { Profile } from '../programme/profile.ts'
import { type DataClass, type Role, roles, sightOf } from './visibility.ts'

/** Functions that every programme has, with the roles of the visibility matrix behind them (domain.md section 8). */
const everywhere: Readonly<Record<string, Role>> = {
  'Koordination Jugendamt': 'koordination_jugendamt',
  'Koordination Schulamt': 'koordination_schulamt',
  Projektgruppe: 'projektgruppe',
  Projektleitung: 'koordination_jugendamt',
  Fachdienst: 'fachdienst',
  ASD: 'asd',
  Vergabestelle: 'vergabestelle',
  Pressestelle: 'pressestelle',
  Personal: 'personal',
}

/** Whom a Vorgang can be given to outside the house, in every programme. Never names of people (D08). */
export const outsideReceivers: readonly string[] = [
  'anderes Jugendamt',
  'anderes Amt',
  'andere Behörde',
  'Schulträger',
  'freier Träger',
  'Ministerium',
  'Familiengericht',
]

/** Offices that are competent for single children like ours: § 8a Abs. 6 SGB VIII, § 16 Abs. 2 SGB I. */
const competentOutside: Readonly<Record<string, Role>> = { 'anderes Jugendamt': 'asd' }

/** A function that a Vorgang is given to. */
export interface Receiver {
  name: string
  /** Not part of our administration: the Vorgang is handed over for good. */
  outside: boolean
  /** What it may read; empty: nothing that is protected. */
  roles: readonly Role[]
}

/** What is known of a function, by the people of the settings and the profile. */
export function receiverOf(
  profile: Pick<Profile, 'beteiligte' | 'fachdienst' | 'pressestelle' | 'stelle' | 'vergabe'>,
  people: readonly { name: string; roles: readonly Role[] }[],
  name: string,
): Receiver {
  const inside = (...found: readonly Role[]): Receiver => ({ name, outside: false, roles: found })
  const person = people.filter(each => each.name === name)
  if (person.length > 0) return inside(...new Set(person.flatMap(each => each.roles)))
  const own = everywhere[name]
  if (own && Object.hasOwn(everywhere, name)) return inside(own)
  if (name === profile.fachdienst?.name) return inside('fachdienst')
  if (name === profile.pressestelle?.name) return inside('pressestelle')
  if (name === profile.vergabe.vergabestelle) return inside('vergabestelle')
  if (name === profile.stelle) return inside('projektgruppe')
  const party = profile.beteiligte.find(each => each.name === name)
  const role = roles.find(each => each === party?.id)
  if (party && !party.ausserhalb) return inside(...(role ? [role] : []))
  if (party || outsideReceivers.includes(name)) {
    const competent = Object.hasOwn(competentOutside, name) ? competentOutside[name] : undefined
    return { name, outside: true, roles: competent ? [competent] : [] }
  }
  return inside()
}

/** Whether it may be given a Vorgang of this class: what is protected only goes to who may read it. */
export function mayReceive({ roles: its }: Receiver, dataClass: DataClass): boolean {
  return dataClass === 'allgemein' || its.some(role => sightOf(role, dataClass) === 'full')
}

/** Whether it may at least know that there is such a Vorgang; of a function without a known role only what is general may be said. */
export function mayKnowOf({ roles: its }: Receiver, dataClass: DataClass): boolean {
  return dataClass === 'allgemein' || its.some(role => sightOf(role, dataClass) !== 'nothing')
}

/** The functions of every programme that may read this class, for sentences. */
export function readersOf(dataClass: DataClass): string[] {
  return Object.entries(everywhere)
    .filter(([, role]) => sightOf(role, dataClass) === 'full')
    .map(([name]) => name)
}
