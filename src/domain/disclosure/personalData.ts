import type { Programme } from '../programme/programme.ts'

/*
 * For DISCLOSURE: this is a first cut by TALK, so that flows/talk has something to call. The file is yours; the quiet hint of flows/talk
 * uses `personalDataIn` and the German words of `personalDataNames`, nothing else.
 */

const personalDataKinds = [
  'name',
  'geburtsdatum',
  'gesundheit',
  'anschrift',
  'telefon',
  'mail',
  'iban',
  'schule_klasse',
] as const
export type PersonalDataKind = (typeof personalDataKinds)[number]

/** As people are told of them, behind "enthält vermutlich". */
export const personalDataNames: Record<PersonalDataKind, string> = {
  name: 'den Namen einer Person',
  geburtsdatum: 'ein Geburtsdatum',
  gesundheit: 'Angaben zur Gesundheit',
  anschrift: 'eine Anschrift',
  telefon: 'eine Telefonnummer',
  mail: 'eine Mailadresse',
  iban: 'eine Kontonummer',
  schule_klasse: 'eine Klasse',
}

const patterns: Record<PersonalDataKind, RegExp> = {
  name: /(?:Sohn|Tochter|Kind|Sch(?:ü|ue)ler(?:in)?|Frau|Herrn?|Familie|Junge|M(?:ä|ae)dchen)\s+\p{Lu}\p{Ll}{2,}/u,
  geburtsdatum: /(?:geb\.?|geboren|\*)\s*(?:am\s*)?\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{2}){1,2}/i,
  gesundheit:
    /\b(?:diagnos\p{L}*|autis\p{L}*|adhs|asperger|epilep\p{L}*|diabet\p{L}*|trisomie\p{L}*|depress\p{L}*)/iu,
  anschrift: /\p{Lu}\p{L}+(?:stra(?:ß|ss)e|str\.|weg|allee|platz|gasse|ring|damm)\s*\d{1,4}\s?[a-z]?\b/u,
  telefon: /(?:\+49|0)[\d\s/()-]{6,}\d/,
  mail: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/,
  iban: /\b[A-Z]{2}\d{2}(?:\s?[\dA-Z]{4}){3,7}\b/,
  schule_klasse: /\b(?:klasse\s*)?[1-9]\d?\s?[a-f]\b/i,
}

/** What kinds of personal data a text seems to hold; never its words. */
export function personalDataIn(text: string, _programme: Programme): { kinds: PersonalDataKind[] } {
  const read = text.slice(0, 20_000)
  return { kinds: personalDataKinds.filter(kind => patterns[kind].test(read)) }
}
