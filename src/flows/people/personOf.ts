import type { Temporal } from 'temporal-polyfill'
import { type AccountFacts, accountFacts } from '../../db/accountLinks.ts'
import type { Queries } from '../../db/connect.ts'
import { type Deputyship, deputyshipsOf, rolesWithLent } from '../../domain/people/lentRoles.ts'
import { type ListedPerson, listedWithAccount, listedWithMail } from '../../domain/people/listedPerson.ts'
import { deputiesIn, isAhead, isOver } from '../../domain/process/kinds/deputies.ts'
import { deputiesId } from '../../domain/process/template/templatesOf.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { dayOf } from '../../domain/time/day.ts'
import type { Person } from '../../reply/incoming.ts'

export interface PeopleNeeds {
  db: Queries
  now(): Temporal.Instant
  programme: Programme
  /** The list of people. */
  people: readonly ListedPerson[]
}

/** All that is known of who speaks. */
export interface KnownPerson {
  person: Person
  /** Why it is known; null: nobody knows the account. `since`: ISO instant of the link. */
  known: { by: 'list' } | { by: 'link'; since: string } | null
  /** For whom it acts today. */
  deputyships: readonly Deputyship[]
}

/** Who is behind an account: the list of people, otherwise a link to an address that still stands in it, otherwise a guest. One statement. */
export async function personOf(needs: PeopleNeeds, accountId: string): Promise<Person> {
  return (await knownPerson(needs, accountId)).person
}

/** The same, with why. */
export async function knownPerson(needs: PeopleNeeds, accountId: string): Promise<KnownPerson> {
  const facts = await factsOf(needs, accountId)
  const listed = listedWithAccount(needs.people, accountId)
  // Whoever leaves the list, or whose address does, is a guest with the next word: the link alone is worth nothing.
  const linked = listed || !facts.link ? null : listedWithMail(needs.people, facts.link.mail)
  const entry = listed ?? linked
  if (!entry) return { person: guest(accountId), known: null, deputyships: [] }
  const own = { id: accountId, name: entry.name, roles: entry.roles }
  return {
    ...withDeputyships(needs, own, facts),
    known: listed ? { by: 'list' } : { by: 'link', since: facts.link!.linkedAt }, // linked comes from it
  }
}

/** Who sits at this machine, with the roles of the functions that it acts for today. */
export async function actingPerson(needs: PeopleNeeds, person: Person): Promise<Person> {
  const facts = await factsOf(needs, person.id)
  return withDeputyships(needs, person, facts).person
}

function factsOf({ db, programme }: PeopleNeeds, accountId: string): Promise<AccountFacts> {
  return accountFacts(db, { programmeId: programme.id, accountId }, deputiesId)
}

export function guest(accountId: string): Person {
  return { id: accountId, name: 'Gast', roles: ['gast'] }
}

function withDeputyships(
  { people, programme, now }: PeopleNeeds,
  person: Person,
  facts: AccountFacts,
): Pick<KnownPerson, 'person' | 'deputyships'> {
  const today = dayOf(now())
  const holding = deputiesIn(facts.deputies).filter(each => !isOver(each, today) && !isAhead(each, today))
  const deputyships = deputyshipsOf(person.name, holding, { people, profile: programme.profile })
  const { roles, lent } = rolesWithLent(person.roles, deputyships)
  return { person: lent.length > 0 ? { ...person, roles, lent } : person, deputyships }
}
