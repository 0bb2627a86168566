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
