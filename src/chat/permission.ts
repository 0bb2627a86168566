import type { Role } from '../domain/ticket/visibility.ts'
import type { Person } from '../reply/incoming.ts'
import type { Permission } from './command.ts'

/** Whether this person may use a command with this permission. */
export function mayUse(permission: Permission, person: Pick<Person, 'roles'>): boolean {
  return permission === 'everyone' || person.roles.some(role => permission.includes(role))
}

/** Functions behind the roles, for sentences. */
export const roleNames: Record<Role, string> = {
  koordination_jugendamt: 'Koordination Jugendamt',
  koordination_schulamt: 'Koordination Schulamt',
  projektgruppe: 'Projektgruppe',
  fachdienst: 'Fachdienst',
  asd: 'ASD',
  vergabestelle: 'Vergabestelle',
  pressestelle: 'Pressestelle',
  personal: 'Personal',
  kanal: 'Kanal',
  admin: 'Administration',
  gast: 'Gast',
}
