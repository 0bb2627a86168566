import type { Profile } from '../../domain/programme/profile.ts'
import { nearestNames } from '../../domain/programme/spelling.ts'
import { fold, type Word } from '../words.ts'
import type { PersonValue } from './args.ts'

/** Functions that every programme has (roles of the visibility matrix, domain.md section 8). */
const everywhere = [
  'Koordination Jugendamt',
  'Koordination Schulamt',
  'Projektgruppe',
  'Projektleitung',
  'Fachdienst',
  'ASD',
  'Vergabestelle',
  'Pressestelle',
  'Personal',
]

/**
 * The functions that a Vorgang can be given to. Never names of people: who has a Vorgang is shown in channels
 * (D08), and a function stays when the person goes.
 */
export function functionNames(profile: Profile): string[] {
  return [
    ...new Set([
      ...everywhere,
      profile.stelle,
      ...(profile.fachdienst ? [profile.fachdienst.name] : []),
      ...(profile.pressestelle ? [profile.pressestelle.name] : []),
      ...(profile.vergabe.vergabestelle ? [profile.vergabe.vergabestelle] : []),
      ...profile.beteiligte.map(each => each.name),
    ]),
  ]
}

const me = new Set('ich mir mich selbst meine mein meinen meiner me'.split(' '))
const nobody = new Set('niemand niemandem niemanden keiner keinem unzugewiesen unvergeben'.split(' '))

/** Who is named at word `at`, the longest function name first. `asker` and the names in `more` are known too. */
export function personAt(
  profile: Profile,
  asker: string | null,
  words: readonly Word[],
  at: number,
  more: readonly string[] = [],
): { value: PersonValue; length: number } | null {
  const first = words[at]?.folded ?? ''
  if (me.has(first)) return { value: { kind: 'me' }, length: 1 }
  const second = words[at + 1]?.folded ?? ''
  if (
    (first === 'ohne' && second.startsWith('zustaendig')) ||
    (first === 'nicht' && second.startsWith('zugewiesen'))
  )
    return { value: { kind: 'nobody' }, length: 2 }
  if (nobody.has(first)) return { value: { kind: 'nobody' }, length: 1 }
  const names = new Map(
    [...functionNames(profile), ...more, ...(asker ? [asker] : [])].map(name => [fold(name), name]),
  )
  for (let length = Math.min(8, words.length - at); length > 0; length--) {
    const key = words.slice(at, at + length).map(word => word.folded)
    const name = names.get(key.join(' '))
    if (name) return { value: { kind: 'named', name }, length }
  }
  return null
}

export function nearFunctions(profile: Profile, typed: string): string[] {
  return nearestNames(typed, functionNames(profile))
}
