import { folded } from '../programme/spelling.ts'
import type { Role } from '../ticket/visibility.ts'

/** An entry of the list of people: a function, what it may see, and how its holder is recognised. */
export interface ListedPerson {
  /** Accounts of the holder: "slack:U012AB", "web". Empty: only by linking an account to the address. */
  accounts: readonly string[]
  /** Official mail address, lower case; null: no account can be linked to the entry. */
  mail: string | null
  /** The function, "Koordination Jugendamt", as it stands in Vorgänge. */
  name: string
  roles: readonly Role[]
}

/** The entry that names this account; null: it is in none, and a link may count. */
export function listedWithAccount(people: readonly ListedPerson[], accountId: string): ListedPerson | null {
  return people.find(each => each.accounts.includes(accountId)) ?? null
}

/** The entry with this address, however its letters are cased; null: there is none. */
export function listedWithMail(people: readonly ListedPerson[], address: string): ListedPerson | null {
  const wanted = address.toLowerCase()
  return people.find(each => each.mail === wanted) ?? null
}

/** All roles that the holders of a function have together; [] when nobody on the list has it. */
export function rolesOfFunction(people: readonly ListedPerson[], name: string): Role[] {
  const holders = people.filter(each => folded(each.name) === folded(name))
  return [...new Set(holders.flatMap(each => each.roles))]
}
