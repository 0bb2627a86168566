import type { Deputy } from '../process/kinds/deputies.ts'
import type { Profile } from '../programme/profile.ts'
import { folded } from '../programme/spelling.ts'
import {
  roles as allRoles,
  dataClasses,
  type Role,
  showsAtLeast,
  sightOf,
  sightOfAll,
} from '../ticket/visibility.ts'
import { type ListedPerson, rolesOfFunction } from './listedPerson.ts'

/**
 * Roles that only their holders hand on, or the list of people: what they protect is not covered by seeing as much elsewhere
 * (Art. 9 DSGVO, § 8a SGB VIII, §§ 5, 8 VgV), and `admin` sees no Vorgang at all.
 */
const handedOnByHoldersOnly: ReadonlySet<Role> = new Set([
  'asd',
  'fachdienst',
  'vergabestelle',
  'personal',
  'pressestelle',
  'admin',
])

/**
 * Which of `wanted` somebody with the roles `own` may not give to a deputy. Who holds a role may; of the others only those that see
 * nothing that the giver does not see: else the Schulamt would make itself the deputy of the Jugendamt and read single cases (D03).
 */
export function notToLend(own: readonly Role[], wanted: readonly Role[]): Role[] {
  return wanted.filter(role => !own.includes(role) && (handedOnByHoldersOnly.has(role) || !covers(own, role)))
}

function covers(own: readonly Role[], role: Role): boolean {
  return dataClasses.every(dataClass => showsAtLeast(sightOfAll(own, dataClass), sightOf(role, dataClass)))
}

/** Which roles of the absent function its deputy lacks: those that a deputyship would give. Holders of `by` differ only where the list says so. */
export function rolesToLend(people: readonly ListedPerson[], absent: string, by: string): Role[] {
  const holders = people.filter(each => folded(each.name) === folded(by))
  return rolesOfFunction(people, absent).filter(
    role => role !== 'gast' && (holders.length === 0 || holders.some(each => !each.roles.includes(role))),
  )
}

/** A function for which somebody acts now, and the roles that this gives. */
export interface Deputyship {
  /** Name of the absent function. */
  absent: string
  /** ISO days; null: no such end. */
  from: string | null
  until: string | null
  roles: readonly Role[]
}

/**
 * For which functions the holder of `name` acts, of the deputies that hold now. A role counts as long as it was given with the deputyship and
 * the absent function still has it in the list of people: who takes it away there takes it from the deputy too.
 */
export function deputyshipsOf(
  name: string,
  deputies: readonly Deputy[],
  { people, profile }: { people: readonly ListedPerson[]; profile: Pick<Profile, 'beteiligte'> },
): Deputyship[] {
  return deputies
    .filter(({ by }) => folded(functionNamed(profile, by)) === folded(name))
    .map(({ absent, from, until, roles }) => {
      const absentName = functionNamed(profile, absent)
      const held = rolesOfFunction(people, absentName)
      return {
        absent: absentName,
        from: from?.toString() ?? null,
        until: until?.toString() ?? null,
        roles: roles.filter(role => held.includes(role)),
      }
    })
}

/** The name of a function that is kept by its id of the profile, or by its name. */
export function functionNamed({ beteiligte }: Pick<Profile, 'beteiligte'>, kept: string): string {
  return beteiligte.find(each => each.id === kept)?.name ?? kept
}

/** Own and lent roles together, in the order in which they are told everywhere; `lent` are those that end with the deputyship. */
export function rolesWithLent(
  own: readonly Role[],
  deputyships: readonly Deputyship[],
): { roles: Role[]; lent: Role[] } {
  const lent = new Set(deputyships.flatMap(each => each.roles).filter(role => !own.includes(role)))
  return {
    roles: allRoles.filter(role => own.includes(role) || lent.has(role)),
    lent: allRoles.filter(role => lent.has(role)),
  }
}
