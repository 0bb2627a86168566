import type { ProfilePlace, Region } from './profile.ts'
import { type Programme, regionOfPlace } from './programme.ts'
import { folded, nearestNames } from './spelling.ts'

/** What a coordinator meant by a place. */
export type ResolvedPlace =
  | { kind: 'place'; place: ProfilePlace; region: Region | null }
  | { kind: 'region'; region: Region }
  /** The whole Kreis. */
  | { kind: 'area' }
  /** An Amt: several municipalities that may lie in different regions or in none. */
  | { kind: 'office'; name: string; places: readonly ProfilePlace[] }
  /** `nearest`: names of places and regions that look alike, best first; may be empty. */
  | { kind: 'unknown'; typed: string; nearest: string[] }

const numerals: Record<string, string> = {
  eins: '1',
  erste: '1',
  zwei: '2',
  zweite: '2',
  drei: '3',
  dritte: '3',
}

/**
 * Reads what a coordinator typed after "status region": a town, a region, the whole Kreis. Case, umlauts
 * written out, hyphens and "Stadt …" do not matter; a misspelt name is not guessed but offered.
 * A name that is both town and Kreis means the town; "Kreis Pinneberg" means the Kreis.
 */
export function resolvePlace(programme: Programme, typed: string): ResolvedPlace {
  const wanted = wantedPlace(typed)
  return (
    knownPlace(programme, typed) ?? {
      kind: 'unknown',
      typed: typed.trim(),
      nearest: nearestPlaces(programme, wanted),
    }
  )
}

/** The same without a search for what looks alike: null when it is not known. Quick, for every word of a sentence. */
export function knownPlace(
  programme: Programme,
  typed: string,
): Exclude<ResolvedPlace, { kind: 'unknown' }> | null {
  const wanted = wantedPlace(typed)
  if (isArea(programme, wanted)) return { kind: 'area' }
  const region = regionCalled(programme, wanted)
  if (region) return { kind: 'region', region }
  const office = officeCalled(programme, wanted)
  if (office) return office
  const place = placeCalled(programme, wanted.replace(/^region /, ''))
  if (place) return { kind: 'place', place, region: regionOfPlace(programme, place.name) }
  return null
}

function wantedPlace(typed: string): string {
  return folded(typed.replace(/["„“”‚‘’',;!?]/g, ' ')).replace(/^(?:in|fuer|von|aus|die|der) /, '')
}

function isArea(programme: Programme, wanted: string): boolean {
  const { name, auch } = programme.profile.gebiet
  // "Kreis" alone can only mean the one we work for, "Region" alone cannot.
  const kind = folded(name).split(' ')[0] ?? ''
  const short = /kreis$/.test(kind) ? [kind, 'kreis', 'landkreis'] : []
  return [folded(name), ...auch.map(folded), ...short, 'alle', 'alle regionen', 'gesamt'].includes(wanted)
}

function regionCalled(programme: Programme, wanted: string): Region | null {
  const number = wanted.replace(
    /^(?:die )?(eins|zwei|drei|erste|zweite|dritte)(?: region)?$/,
    (_, word) => `region ${numerals[word]}`,
  )
  const spoken = number.replace(/^region (eins|zwei|drei)$/, (_, word) => `region ${numerals[word]}`)
  const compact = (text: string) => folded(text).replaceAll(' ', '')
  for (const region of programme.profile.regionen) {
    const names = [region.id, region.name].map(compact)
    if (names.includes(compact(spoken)) || (/^\d+$/.test(spoken) && names.includes(`region${spoken}`)))
      return region
  }
  return regionListed(programme, spoken)
}

/** "Elmshorn, Pinneberg und Barmstedt": all places of one region, in any order. */
function regionListed(programme: Programme, wanted: string): Region | null {
  const words = new Set(
    wanted
      .replace(/^region /, '')
      .split(' ')
      .filter(word => word !== 'und'),
  )
  if (words.size < 2) return null
  const listed = (region: Region) =>
    region.orte.length > 1 &&
    words.size === region.orte.length &&
    region.orte.every(name => words.has(folded(name)))
  return programme.profile.regionen.find(listed) ?? null
}

function officeCalled(
  programme: Programme,
  wanted: string,
): Extract<ResolvedPlace, { kind: 'office' }> | null {
  const key = wanted.replace(/^amt /, '')
  const places = programme.placesByOffice.get(key)
  // Without the word "Amt" a place of the same name comes first (Hörnerkirchen).
  if (!places || (key === wanted && programme.placeBySpelling.has(key))) return null
  return { kind: 'office', name: places[0]!.amt!, places }
}

function placeCalled(programme: Programme, wanted: string): ProfilePlace | null {
  const bare = wanted.replace(/^(?:stadt|gemeinde|ort|insel|ortsteil) /, '')
  return programme.placeBySpelling.get(bare) ?? programme.placeBySpelling.get(bare.replace(/er$/, '')) ?? null
}

function nearestPlaces(programme: Programme, wanted: string): string[] {
  const bare = wanted.replace(/^(?:region|stadt|gemeinde) /, '')
  const places = nearestNames(bare, [...programme.placeBySpelling.keys()], 6).map(
    spelling => programme.placeBySpelling.get(spelling)!.name,
  )
  if (places.length === 0 && /^reg/.test(wanted)) return programme.profile.regionen.map(region => region.name)
  return [...new Set(places)].slice(0, 3)
}
