import type { Programme } from '../programme/programme.ts'
import { coverFor, legible } from './pseudonymised.ts'
import type { Removed } from './removal.ts'

export const personalDataKinds = [
  'name',
  'geburtsdatum',
  'gesundheit',
  'herkunft',
  'anschrift',
  'telefon',
  'mail',
  'iban',
  'zeichen',
  'schule_klasse',
] as const
export type PersonalDataKind = (typeof personalDataKinds)[number]

/** As people are told of them, behind "enthält vermutlich". */
export const personalDataNames: Record<PersonalDataKind, string> = {
  name: 'den Namen einer Person',
  geburtsdatum: 'ein Geburtsdatum',
  gesundheit: 'Angaben zur Gesundheit',
  herkunft: 'Angaben zu Herkunft oder Religion',
  anschrift: 'eine Anschrift',
  telefon: 'eine Telefonnummer',
  mail: 'eine Mailadresse',
  iban: 'eine Kontonummer',
  zeichen: 'ein Aktenzeichen oder Kennzeichen',
  schule_klasse: 'eine Klasse',
}

/**
 * What counts of what an excerpt would leave out. A word that is merely unknown, a school alone and an age give no hint: hints
 * that come too often are not read.
 */
const counted: Partial<Record<Removed, PersonalDataKind>> = {
  name: 'name',
  geburtsdatum: 'geburtsdatum',
  gesundheit: 'gesundheit',
  herkunft: 'herkunft',
  anschrift: 'anschrift',
  telefon: 'telefon',
  mail: 'mail',
  konto: 'iban',
  zeichen: 'zeichen',
  kennzeichen: 'zeichen',
  klasse: 'schule_klasse',
}

/** What kinds of personal data a text seems to hold; never its words. */
export function personalDataIn(text: string, programme: Programme): { kinds: PersonalDataKind[] } {
  const cover = coverFor(legible(text.slice(0, 8_000)), programme, [])
  const kinds = new Set(
    cover.removed().flatMap(({ kind }) => (kind === 'bleibt' ? [] : (counted[kind] ?? []))),
  )
  return { kinds: personalDataKinds.filter(kind => kinds.has(kind)) }
}
