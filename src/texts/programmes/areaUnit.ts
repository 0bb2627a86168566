import type { Profile, Region } from '../../domain/programme/profile.ts'

interface UnitWords {
  /** "Bezirke". */
  many: string
  /** "Bezirken". */
  ofMany: string
  /** "noch kein Bezirk". */
  none: string
}

const known: Readonly<Record<string, UnitWords>> = {
  Region: { many: 'Regionen', ofMany: 'Regionen', none: 'noch keine Region' },
  Bezirk: { many: 'Bezirke', ofMany: 'Bezirken', none: 'noch kein Bezirk' },
  Stadtbezirk: { many: 'Stadtbezirke', ofMany: 'Stadtbezirken', none: 'noch kein Stadtbezirk' },
  Kommune: { many: 'Kommunen', ofMany: 'Kommunen', none: 'noch keine Kommune' },
  Gemeinde: { many: 'Gemeinden', ofMany: 'Gemeinden', none: 'noch keine Gemeinde' },
  Sozialraum: { many: 'Sozialräume', ofMany: 'Sozialräumen', none: 'noch kein Sozialraum' },
}

/** How a profile calls the parts of its area, in the forms that sentences need; "Gebiete" for a word of its own. */
export function areaUnits({ gebietseinheit }: Pick<Profile, 'gebietseinheit'>): UnitWords {
  return known[gebietseinheit] ?? { many: 'Gebiete', ofMany: 'Gebieten', none: 'noch kein Gebiet' }
}

type Units = Pick<Profile, 'gebietseinheit'> & { regionen: readonly Region[] }

/** "12 Bezirke und die beruflichen Schulen": those that are no such unit are named, not counted. */
export function unitsCounted(profile: Units): string {
  const { true: own = [], false: others = [] } = Object.groupBy(profile.regionen, isUnit)
  const names = others.flatMap(each => each.statt_einheit?.wer ?? [])
  return joined([`${own.length} ${areaUnits(profile).many}`, ...names])
}

/** "in 3 von 12 Bezirken und bei den beruflichen Schulen"; `some` are parts of this area, at least one. */
export function unitsAmong(some: readonly Region[], profile: Units): string {
  const own = some.filter(each => isUnit(each) === 'true').length
  const all = profile.regionen.filter(each => isUnit(each) === 'true').length
  const names = some.flatMap(each => each.statt_einheit?.wem ?? []).map(name => `bei ${name}`)
  return joined([
    ...(own > 0 || names.length === 0 ? [`in ${own} von ${all} ${areaUnits(profile).ofMany}`] : []),
    ...names,
  ])
}

const isUnit = ({ statt_einheit }: Region) => (statt_einheit === null ? 'true' : 'false')

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1)}`
}

/** A part of the area that is one place of the same name: "Springe", not "Springe: Springe". */
export function isItsOwnPlace({ name, orte }: Region): boolean {
  return orte.length === 1 && orte[0] === name
}

/** "Region 1 (Elmshorn, Pinneberg, Barmstedt)", "Springe", "Berufliche Schulen (ganz Berlin)"; null: nobody knows its places. */
export function regionWithPlaces(region: Region): string | null {
  if (isItsOwnPlace(region)) return region.name
  const places = region.orte.join(', ') || region.hinweis
  return places ? `${region.name} (${places})` : null
}
