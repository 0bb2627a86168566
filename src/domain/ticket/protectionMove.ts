import { classAfter, type DataClass, type Role, sightOf } from './visibility.ts'

/** The first sign of these decides (domain.md section 9); of two classes with the same readers a channel hears less of the first. */
const order: readonly DataClass[] = [
  'kindeswohl',
  'angebot_anlage',
  'vergabe',
  'antrag_verdacht',
  'dsgvo_izg',
  'presse',
  'einzelfall',
  'bewerbung',
  'allgemein',
]

/** Whether the signs of the one class decide although there are signs of the other. */
export function beats(one: DataClass, other: DataClass): boolean {
  return order.indexOf(one) <= order.indexOf(other)
}

/**
 * What another class does to the protection of a Vorgang. raised: nobody sees more than before, it was general, or a child may be in
 * danger (K1: any doubt is an alarm). lowered: somebody sees more, or it goes to other readers.
 */
export function protectionMove(before: DataClass, after: DataClass): 'same' | 'raised' | 'lowered' {
  if (before === after) return 'same'
  if (after === 'kindeswohl' || classAfter(before, after) === after) return 'raised'
  const sameReaders = classAfter(before, after) === 'stay' && classAfter(after, before) === 'stay'
  return sameReaders && beats(after, before) ? 'raised' : 'lowered'
}

/** Whether a person with these roles may lower the protection of a Vorgang: who reads all of it; of a child in danger the ASD alone (K4, K6). */
export function mayLower(roles: readonly Role[], dataClass: DataClass): boolean {
  return roles.some(
    role => sightOf(role, dataClass) === 'full' && (dataClass !== 'kindeswohl' || role === 'asd'),
  )
}
