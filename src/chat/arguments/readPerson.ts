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
    (first === 'ohne' && /^(zustaendig|bearbeiter|zuweisung|verantwort)/.test(second)) ||
    (/^keine?n?$/.test(first) &&
      /^(zustaendig|bearbeiter|sachbearbeiter|verantwort|besitzer)/.test(second)) ||
    (first === 'nicht' && /^(zugewiesen|vergeben|zugeordnet|uebernommen|verteilt)/.test(second))
  )
    return { value: { kind: 'nobody' }, length: 2 }
  if (nobody.has(first)) return { value: { kind: 'nobody' }, length: 1 }
  const known = functionsOf(profile)
  const others = new Map([...more, ...(asker ? [asker] : [])].map(name => [fold(name), name]))
  for (let length = Math.min(8, words.length - at); length > 0; length--) {
    const key = words
      .slice(at, at + length)
      .map(word => word.folded)
      .join(' ')
    const name = known.get(key) ?? others.get(key)
    if (name) return { value: { kind: 'named', name }, length }
  }
  const inflected = byFirstWord(profile, first)
  return inflected ? { value: { kind: 'named', name: inflected }, length: 1 } : null
}

/** "Rechtsabteilung" of "Rechtsabteilungen beider Seiten": a long first word in another form, when only one function begins so. */
function byFirstWord(profile: Profile, word: string): string | null {
  if (word.length < 10) return null
  const fits = [...functionsOf(profile)].filter(([key]) => {
    const start = key.split(' ')[0]!
    return start !== word ? start.startsWith(word) && start.length - word.length <= 2 : key !== word
  })
  return fits.length === 1 ? fits[0]![1] : null
}

const foldedFunctions = new WeakMap<Profile, ReadonlyMap<string, string>>()

/** The functions of a profile by their folded names. */
function functionsOf(profile: Profile): ReadonlyMap<string, string> {
  let known = foldedFunctions.get(profile)
  if (!known) {
    known = new Map(functionNames(profile).map(name => [fold(name), name]))
    foldedFunctions.set(profile, known)
  }
  return known
}

export function nearFunctions(profile: Profile, typed: string): string[] {
  return nearestNames(typed, functionNames(profile))
}
