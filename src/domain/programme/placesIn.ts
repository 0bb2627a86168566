import { type PlainLetters, plainLetters } from './plainLetters.ts'
import type { ProfilePlace } from './profile.ts'
import { type Programme, spellingsOf } from './programme.ts'
import { spellingDistance, unaccented } from './spelling.ts'

/** A place that a text names, in the role that it plays there. */
export interface PlaceMention {
  /** The name as in the profile. */
  place: string
  /** Position in the text with umlauts written out; only good for order. */
  at: number
  /** The words found, e.g. "Elmshorner". */
  words: string
  /**
   * topic: what is said is about this place. origin: where somebody lives or has a seat.
   * comparison: "wie in Elmshorn". address: post code and town.
   */
  role: 'topic' | 'origin' | 'comparison' | 'address'
}

/**
 * The places of the programme that a text names: inflected ("Elmshorns"), as adjective ("Elmshorner Schulen"),
 * in compounds ("Elmshorn-Nord"), with umlauts written out or one letter slipped ("Elmshron"). The Kreis of
 * the same name, streets, newspapers, courts, surnames and addresses of mail are none.
 */
export function placesIn(programme: Programme, text: string): PlaceMention[] {
  return mentionsIn(programme, plainLetters(text))
}

/** The same on letters that are written out already. */
export function mentionsIn(programme: Programme, letters: PlainLetters): PlaceMention[] {
  const { text } = letters
  const { pattern, placeOfForm } = formsOf(programme)
  const mentions: PlaceMention[] = []
  let lastEnd = -1
  for (const match of text.matchAll(pattern)) {
    const [words, name = '', ending = ''] = match
    const at = match.index
    const place = placeOfForm.get(form(name))
    if (!place) continue
    const around = {
      before: text.slice(Math.max(0, at - 80), at),
      after: text.slice(at + words.length, at + words.length + 80),
    }
    const inList = lastEnd >= 0 && /^\s*(?:,|und|sowie|oder|\/|&)\s*$/.test(text.slice(lastEnd, at))
    if (!meansPlace(programme, place, { name, ending, inList, ...around })) continue
    mentions.push({
      place: place.name,
      at,
      words: letters.original(at, at + words.length),
      role: roleIn(around, ending),
    })
    lastEnd = at + words.length
  }
  return [...mentions, ...slippedNames(programme, letters, mentions)].sort((a, b) => a.at - b.at)
}

interface Forms {
  pattern: RegExp
  placeOfForm: ReadonlyMap<string, ProfilePlace>
}

const preparedForms = new WeakMap<Programme, Forms>()

/** How a name looks as key: lower case, one blank between parts. */
function form(name: string): string {
  return name.toLowerCase().replace(/[\s.‐-―-]+/g, ' ')
}

function formsOf(programme: Programme): Forms {
  let forms = preparedForms.get(programme)
  if (!forms) {
    const placeOfForm = new Map<string, ProfilePlace>()
    for (const place of programme.profile.orte)
      for (const spelling of spellingsOf(place)) {
        const name = form(unaccented(spelling))
        placeOfForm.set(name, place)
        // Rellingen: "Rellinger"; Uetersen: "Uetersener" needs no rule of its own.
        if (/ing?en$/.test(name)) placeOfForm.set(name.slice(0, -2), place)
      }
    const names = [...placeOfForm.keys()].sort((a, b) => b.length - a.length)
    const alternatives = names.map(name => name.replaceAll(' ', '[\\s.‐-―-]{1,3}')).join('|')
    // The ending is greedy, and a hyphen may follow: "Elmshorner", "Elmshorn-Nord".
    const pattern = new RegExp(
      `(?<![\\p{L}\\d])(${alternatives})(s|ers|ern|er|erin|erinnen|erinnern)?(?![\\p{L}\\d])`,
      'giu',
    )
    forms = { pattern, placeOfForm }
    preparedForms.set(programme, forms)
  }
  return forms
}

interface Around {
  name: string
  ending: string
  /** Stands in a list right after an accepted place. */
  inList: boolean
  before: string
  after: string
}

const street =
  /^[\s-]*(?:Strasse|Str\.|Str\b|Chaussee|Weg\b|Allee|Damm\b|Landstrasse|Platz\b|Ring\b|Stieg\b|Kirchenweg|Schulstrasse)/i
const newspaper = /^[\s-]*(?:Tageblatt|Nachrichten|Zeitung|Anzeiger|Rundschau|Kurier|Wochenblatt|Abendblatt)/i
const court =
  /(?:Amtsgericht|Landgericht|Arbeitsgericht|Sozialgericht|Finanzamt|Kreisverband|Ortsverein|Tageblatt)s?\s+(?:in\s+)?$/i
const titled =
  /(?:^|[^\p{L}])(?:Herrn?|Frau|Familie|Fam\.|Dr\.|Prof\.|Fraeulein|Kollegin|Kollege)\s+(?:(?:Dr|Prof)\.\s+)?(?:\p{Lu}[\p{L}-]+\s+)?(?:von\s+|van\s+|von der\s+)?$/u
const kreis =
  /(?:kreis(?:es|e|s)?|kreisverwaltung|kreishaus(?:es)?|kreistage?s?|kreisjugendamte?s?|jugendamte?s?|schulamte?s?|landraetin|kreiselternbeirate?s?|lebenshilfe|jugendhilfeausschuss(?:es)?)[\s"„“(]+(?:(?:des|im|in|der|kreis|kreises)\s+)*$/i
const placeWord =
  /(?:^|[^\p{L}])(?:in|aus|nach|bei|um|fuer|zu|Richtung|Naehe|Ort|Ortsteil|Dorf|Gemeinden?|Stadt|(?:Grund)?schulen?|Schulstandort|Standort|Kita|Schulverband|Raum|Region|Bezirk(?:s|samt)?|Klassenassistenz(?:en)?|Buergermeister(?:in)?|\d{5})\s*[:(,]?\s*$/iu
/** Words after which also a name in lower case is a place. */
const institution = /(?:schulen?(?: in)?|gemeinde|kita(?: in)?|schulverband|\b\d{5})\s+$/i
/** "Mitte Mai", "Mitte des Jahres": a time. */
const time =
  /^\s+(?:Januar|Februar|Maerz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|\d{4}\b|KW\b|(?:des|der|dieses|dieser|naechste[rn]?|kommende[rn]?)\s+(?:\p{L}+\s+)?(?:Jahres?|Monats?|Woche|Schuljahres?|Halbjahres?))/iu
const people =
  /^\s+(?:Schul|Grundschul|Eltern|Kinder|Schueler|Gemeinde|Buerger|Kita|Familien|Lehrkr|Kolleg|Rat\b|Verwaltung)/

/** Whether the words found mean the place and not a Kreis, street, paper, court or person. */
function meansPlace(programme: Programme, place: ProfilePlace, found: Around): boolean {
  const { name, ending, before, after } = found
  const capital = /^\p{Lu}/u.test(name)
  if (street.test(after) || newspaper.test(after) || court.test(before)) return false
  // "Amt Elmshorn-Land", "Amt Hörnerkirchen": an Amt is several municipalities.
  if (/(?:^|\s)Amt(?:e?s)?\s+$/i.test(before)) return false
  if (isOfficeName(programme, `${name}${after}`)) return false
  if (isTownOfArea(programme, place) && (kreis.test(before) || isArea(programme, place, before))) return false
  if (liesElsewhere(programme, after)) return false
  if (titled.test(before)) return false
  if (programme.profile.gebiet.strassen.some(each => before.includes(unaccented(each)))) return false
  // Without its ending a stem such as "Relling" is no name.
  if (!ending && !isSpelling(programme, name)) return false
  // In lower case a short name is more often a word ("wedel"), unless a school or a post code stands before it.
  const sure = institution.test(before)
  if (!capital && !sure && (name.length <= 5 || place.nur_mit_hinweis)) return false
  // "Berlin-Mitte" is no word, "Mitte" is: only the name that is a word needs a sign, and "Mitte Mai" is none.
  if (!place.nur_mit_hinweis || found.inList || sure || form(name) !== form(unaccented(place.name)))
    return true
  if (time.test(after)) return false
  return ending.startsWith('er') ? people.test(after) : placeWord.test(before)
}

const county =
  /^\s*\((?:(?:im\s+)?(?:Land)?kreis\s+)?(\p{L}[\p{L}-]+)\)|^\s+(?:im )?(?:Land)?kreis (\p{Lu}[\p{L}-]+)/iu

/** "Tangstedt (Kreis Stormarn)", "Holm im Kreis Segeberg", "Burgdorf (Wolfenbüttel)": the place of that name in another Kreis. */
function liesElsewhere({ profile }: Programme, after: string): boolean {
  const found = county.exec(after)
  const name = found?.[1] ?? found?.[2]
  if (!found || !name || !/^\p{Lu}/u.test(name)) return false
  const lastWord = (of: string) => unaccented(of.split(' ').at(-1) ?? '').toLowerCase()
  const { gebiet, orte, nachbarorte } = profile
  if ([gebiet.name, ...gebiet.auch].some(each => lastWord(each) === name.toLowerCase())) return false
  if (/kreis\s/i.test(found[0])) return true
  // Without the word it must be a neighbour: in "Verden (Aller)" or "Elmshorn (Holstein)" it is the same place.
  return [...nachbarorte, ...others(orte)].some(each => lastWord(each) === name.toLowerCase())
}

/** Where the profile says that a place of the same name lies: "Burgdorf im Landkreis Wolfenbüttel". */
function others(orte: readonly ProfilePlace[]): string[] {
  return orte.flatMap(
    ({ verwechslung }) => /(?:Land)?[Kk]reis ([\p{L}-]+)/u.exec(verwechslung ?? '')?.[1] ?? [],
  )
}

function isSpelling(programme: Programme, name: string): boolean {
  return programme.placeBySpelling.has(form(name))
}

function isTownOfArea(programme: Programme, place: ProfilePlace): boolean {
  return programme.profile.gebiet.name.endsWith(` ${place.name}`)
}

/** "Region Hannover": the whole area, not its town. */
function isArea(programme: Programme, place: ProfilePlace, before: string): boolean {
  const { name, auch } = programme.profile.gebiet
  const kinds = [name, ...auch].flatMap(each =>
    each.endsWith(` ${place.name}`) ? [unaccented(each.slice(0, -place.name.length - 1))] : [],
  )
  return kinds.some(kind => before.trimEnd().toLowerCase().endsWith(kind.toLowerCase()))
}

function isOfficeName(programme: Programme, fromName: string): boolean {
  const start = form(fromName.slice(0, 40))
  for (const office of programme.placesByOffice.keys())
    if (!programme.placeBySpelling.has(office) && new RegExp(`^${office}(?![\\p{L}])`, 'u').test(start))
      return true
  return false
}

const comparison =
  /(?:wie(?: (?:zum Beispiel|etwa|schon|bereits|bisher|auch))?|anders als|im Vergleich zu|im Gegensatz zu|z\.\s?B\.|zum Beispiel)\s+(?:in|an|bei|aus)?\s*(?:den?|der|einer)?\s*(?:Schulen?\s+in\s+)?$/i
const origin =
  /(?:wohn\p{L}*|leb\p{L}*|zu Hause|Sitz|ansaessig|komm\p{L}*|zieh\p{L}*|gezogen|arbeite\p{L}*)\s+(?:\p{L}+\s+){0,3}(?:in|aus|nach|bei)\s+(?:der Naehe von\s+)?$/iu

function roleIn(around: { before: string; after: string }, ending: string): PlaceMention['role'] {
  if (/\b\d{5}\s+$/.test(around.before)) return 'address'
  if (ending) return 'topic'
  if (comparison.test(around.before)) return 'comparison'
  if (origin.test(around.before) || /^\s+(?:wohn|leb|ansaessig)/i.test(around.after)) return 'origin'
  return 'topic'
}

interface LongNames {
  /** `plain`: lower case without umlauts. */
  names: readonly (ProfilePlace & { plain: string })[]
  /** Words of names of places next to the programme's: Bad Bramstedt is no misspelt Barmstedt. */
  neighbours: ReadonlySet<string>
}

const prepared = new WeakMap<Programme, LongNames>()

function longNames(programme: Programme): LongNames {
  let known = prepared.get(programme)
  if (!known) {
    const plain = (name: string) => unaccented(name).toLowerCase()
    known = {
      names: programme.profile.orte
        .filter(place => place.name.length >= 8 && /^\p{L}+$/u.test(place.name))
        .map(place => ({ ...place, plain: plain(place.name) })),
      neighbours: new Set(programme.profile.nachbarorte.flatMap(name => plain(name).split(/[ -]/))),
    }
    prepared.set(programme, known)
  }
  return known
}

/**
 * Names with one letter slipped: two swapped, one missing or doubled; never one replaced, because another
 * place may differ by that (Schönefeld, Schenefeld). Only long names with first and last letter right.
 */
function slippedNames(
  programme: Programme,
  letters: PlainLetters,
  found: readonly PlaceMention[],
): PlaceMention[] {
  const { names, neighbours } = longNames(programme)
  const slipped: PlaceMention[] = []
  for (const match of letters.text.matchAll(/(?<![\p{L}\d-])\p{Lu}\p{Ll}{6,15}(?![\p{L}\d-])/gu)) {
    const [word] = match
    if (neighbours.has(word.toLowerCase())) continue
    if (found.some(each => each.at === match.index)) continue
    const place = names.find(each => isSlipOf(word.toLowerCase(), each.plain))
    if (!place) continue
    const before = letters.text.slice(Math.max(0, match.index - 80), match.index)
    const after = letters.text.slice(match.index + word.length, match.index + word.length + 80)
    if (!meansPlace(programme, place, { name: place.name, ending: '', inList: false, before, after }))
      continue
    slipped.push({
      place: place.name,
      at: match.index,
      words: letters.original(match.index, match.index + word.length),
      role: roleIn({ before, after }, ''),
    })
  }
  return slipped
}

function isSlipOf(word: string, name: string): boolean {
  if (word === name || word[0] !== name[0] || word.at(-1) !== name.at(-1)) return false
  if (Math.abs(word.length - name.length) > 1 || spellingDistance(word, name) !== 1) return false
  // Same length and distance 1: a swap has the same letters, a replacement has not.
  return word.length !== name.length || [...word].sort().join('') === [...name].sort().join('')
}
