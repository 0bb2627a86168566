import type { Profile, ProfilePlace, Region } from './profile.ts'
import { folded } from './spelling.ts'

/** A profile made ready for use: looked up by name instead of searched. */
export interface Programme {
  /** `profil` of the profile; the `programme_id` of every row. */
  id: string
  profile: Profile
  /** Every spelling of a place, folded. */
  placeBySpelling: ReadonlyMap<string, ProfilePlace>
  regionById: ReadonlyMap<string, Region>
  /** By the name of a place; a place without region is missing. */
  regionByPlace: ReadonlyMap<string, Region>
  /** By the folded name of an Amt without the word "Amt": its municipalities. */
  placesByOffice: ReadonlyMap<string, readonly ProfilePlace[]>
}

const prepared = new WeakMap<Profile, Programme>()

/** The programme of a profile; the same object for the same profile. */
export function programmeOf(profile: Profile): Programme {
  let programme = prepared.get(profile)
  if (!programme) {
    programme = prepare(profile)
    prepared.set(profile, programme)
  }
  return programme
}

/** The region that a place belongs to, null when no source has put it into one. */
export function regionOfPlace(programme: Programme, placeName: string): Region | null {
  return programme.regionByPlace.get(placeName) ?? null
}

/** All ways in which a place is written, as the profile has them and with the usual short forms. */
export function spellingsOf(place: ProfilePlace): string[] {
  const names = [place.name, ...place.auch]
  const short = names.flatMap(name => [
    ...(/^Klein[ -]/.test(name) ? [name.replace(/^Klein[ -]/, 'Kl. ')] : []),
    ...(/^Groß[ -]/.test(name) ? [name.replace(/^Groß[ -]/, 'Gr. ')] : []),
  ])
  return [...names, ...short]
}

function prepare(profile: Profile): Programme {
  const placeBySpelling = new Map<string, ProfilePlace>()
  const placesByOffice = new Map<string, ProfilePlace[]>()
  for (const place of profile.orte) {
    for (const spelling of spellingsOf(place)) placeBySpelling.set(folded(spelling), place)
    if (!place.amt) continue
    const office = folded(place.amt.replace(/^Amt /, ''))
    placesByOffice.set(office, [...(placesByOffice.get(office) ?? []), place])
  }
  return {
    id: profile.profil,
    profile,
    placeBySpelling,
    placesByOffice,
    regionById: new Map(profile.regionen.map(region => [region.id, region])),
    regionByPlace: new Map(profile.regionen.flatMap(region => region.orte.map(name => [name, region]))),
  }
}
