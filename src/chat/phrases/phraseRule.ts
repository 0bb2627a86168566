import type { Programme } from '../../domain/programme/programme.ts'
import type { Intent } from '../command.ts'
import type { Features } from './sentenceFeatures.ts'

/** What a sentence asks for, with the arguments' values under the contract's names. */
export interface Meant {
  intent: Intent
  args: Record<string, unknown>
}

/** How a wish is recognised, and the arguments that it says. */
export interface Rule {
  intent: Intent
  /** Matched against the folded words, joined by spaces, with one at each end. */
  cue: RegExp
  /** What must be there besides the cue. */
  when?(found: Features, text: string, programme: Programme): boolean
  args?(found: Features, text: string, programme: Programme): Record<string, unknown>
}

/** A place that was named, under the contract's names. */
export const region = (found: Features) => ({ region: placeOf(found), ...rawPlace(found) })

/** The whole area narrows nothing. */
export function placeOf(found: Features) {
  return found.places.find(place => place.kind !== 'area') ?? null
}

function rawPlace(found: Features) {
  return found.places.length === 0 && found.unknownPlace ? { region_raw: found.unknownPlace } : {}
}

/** The folded words with a space at each end. */
export function joined(found: Features): string {
  return ` ${found.words.join(' ')} `
}

/** Nothing, when no place was named. */
export function optionalRegion(found: Features) {
  return placeOf(found) || rawPlace(found).region_raw ? region(found) : {}
}
