import type { Programme } from '../../domain/programme/programme.ts'
import { knownPlace, resolvePlace } from '../../domain/programme/resolvePlace.ts'
import { folded } from '../../domain/programme/spelling.ts'
import type { Word } from '../words.ts'
import type { PlaceValue } from './args.ts'

/** How many words the longest place name may have: "Amt Geest und Marsch Südholstein". */
const mostWords = 5

/** A bare number is a region only behind the word "Region": elsewhere it is a number of days or a Vorgang. */
const numeral = /^(?:die )?(?:\d+|eins|zwei|drei|erste|zweite|dritte)$/

/** The place that begins at word `at`, the longest name first, and how many words it takes; null if none does. */
export function placeAt(
  programme: Programme,
  words: readonly Word[],
  at: number,
): { value: PlaceValue; length: number } | null {
  if (at >= words.length || !mayBegin(programme, words[at]!.folded)) return null
  for (let length = Math.min(mostWords, words.length - at); length > 0; length--) {
    const typed = words.slice(at, at + length)
    const key = typed.map(word => word.folded).join(' ')
    if (numeral.test(key)) continue
    const value = placeValue(knownPlace(programme, key))
    if (value) return { value, length }
  }
  return null
}

/** "1" where only a region can stand: "status region 1". */
export function regionNumbered(programme: Programme, word: Word | undefined): PlaceValue | null {
  if (!word || !/^\d{1,2}$/.test(word.folded)) return null
  return placeValue(knownPlace(programme, `region ${word.folded}`))
}

const firstWords = new WeakMap<Programme, ReadonlySet<string>>()

/** Whether a place's name can begin with this word; spares the search for the words of a long sentence. */
function mayBegin(programme: Programme, word: string): boolean {
  let known = firstWords.get(programme)
  if (!known) {
    const { regionen, gebiet } = programme.profile
    const names = [
      ...programme.placeBySpelling.keys(),
      ...programme.placesByOffice.keys(),
      ...regionen.flatMap(region => [region.id, region.name]),
      ...[gebiet.name, ...gebiet.auch],
      ...'amt stadt gemeinde insel ortsteil region kreis landkreis alle gesamt'.split(' '),
    ]
    known = new Set(names.flatMap(name => [folded(name), folded(name).split(' ')[0]!]))
    firstWords.set(programme, known)
  }
  const first = folded(word)
  return [first, first.split(' ')[0]!, first.replace(/er$/, '')].some(each => known.has(each))
}

function placeValue(found: ReturnType<typeof knownPlace>): PlaceValue | null {
  switch (found?.kind) {
    case 'place':
      return { kind: 'place', name: found.place.name }
    case 'region':
      return { kind: 'region', id: found.region.id, name: found.region.name }
    case 'office':
      return { kind: 'office', name: found.name }
    case 'area':
      return { kind: 'area' }
    case undefined:
      return null
  }
}

/** Official names that a mistyped place may mean, nearest first. */
export function nearPlaces(programme: Programme, typed: string): string[] {
  const found = resolvePlace(programme, typed)
  return found.kind === 'unknown' ? found.nearest : []
}

/** Names of the places that a value stands for, for filters; undefined when it narrows nothing. */
export function placeNamesOf(programme: Programme, value: PlaceValue | null): readonly string[] | undefined {
  if (!value || value.kind === 'area') return undefined
  if (value.kind === 'place') return [value.name]
  const found = resolvePlace(programme, value.name)
  if (found.kind === 'office') return found.places.map(place => place.name)
  return found.kind === 'region' ? found.region.orte : []
}
