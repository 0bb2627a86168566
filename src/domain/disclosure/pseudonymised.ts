import type { Programme } from '../programme/programme.ts'
import { takeDates } from './dates.ts'
import { takeNames } from './names.ts'
import { takeForms, takeNumbers, takeOtherNumbers } from './numbers.ts'
import { isTown, takePlaces, takeStreets } from './places.ts'
import { type Cover, coverOf, type Found, placeholders, takeAll } from './removal.ts'
import { takeSchools } from './schools.ts'
import { takeSensitive } from './sensitive.ts'
import { wordsIn } from './words.ts'

export interface Pseudonymised {
  /** With a word in brackets where something was left out. */
  text: string
  /** What was left out, in order, by its place in `legible(text)`. */
  removed: Found[]
}

/**
 * A text without what tells who is meant. What has a form goes first (addresses, numbers, dates), then what lists know
 * (schools, illnesses, origin), towns are set aside, and of the rest only ordinary words stay (names.ts, ordinary.ts): the rule
 * errs on the side of removal, because a missing word is asked for and a name that went out does not come back. It makes
 * recognising hard, not impossible: an event that only one family lived through stays that event. The figures are in
 * docs/datenschutz.md.
 */
export function pseudonymised(
  text: string,
  programme: Programme,
  facts: readonly string[] = [],
): Pseudonymised {
  const plain = legible(text)
  const removed = coverFor(plain, programme, facts).removed()
  return { text: written(plain, removed), removed }
}

export function coverFor(plain: string, programme: Programme, facts: readonly string[]): Cover {
  const cover = coverOf(plain)
  const words = wordsIn(plain)
  takeAll(cover, new RegExp(`\\b${programme.profile.nummern_praefix}-\\d{4}-\\d{1,6}\\b`, 'g'), 'bleibt')
  takeForms(cover)
  takeDates(cover, Number(programme.profile.stand.slice(0, 4)))
  takeNumbers(cover)
  takeStreets(cover)
  takeSchools(cover, name => isTown(programme, name))
  takeSensitive(cover, words)
  takePlaces(cover, words, programme)
  takeNames(cover, words, facts)
  takeNumbersBehind(cover)
  takeOtherNumbers(cover)
  return cover
}

/** "Am Redder 3b", "Lena (8)", "Pflegegrad 3": a number behind what was left out belongs to it. */
function takeNumbersBehind(cover: Cover): void {
  for (const found of cover.text.matchAll(
    /(?<=[\p{L}.])(\s\(?)(\d{1,4}(?:\s?[a-h](?!\p{L}))?)(?![\p{L}\d:]|\.\d)/giu,
  )) {
    const kind = cover.at(found.index - 1) ?? cover.at(found.index - 2)
    if (kind === null || kind === 'bleibt' || kind === 'klasse') continue
    const from = found.index + found[1]!.length
    cover.take(from, from + found[2]!.trimEnd().length, kind === 'gesundheit' ? 'gesundheit' : 'nummer')
  }
}

function written(plain: string, removed: readonly Found[]): string {
  let text = ''
  let end = 0
  for (const { from, to, kind } of removed) {
    if (kind === 'bleibt') continue
    text += plain.slice(end, from) + placeholders[kind]
    end = to
  }
  text += plain.slice(end)
  // "[Name] [Name]" and "[Name]-[Name]" are one.
  return text
    .replace(/(\[[^\]\s]{1,20}\])(?:[\s-]{1,2}(?:\1|\[…\]))+/gu, '$1')
    .replace(/\[…\][\s-]\[Name\]/gu, '[Name]')
}

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
}

/**
 * As a person sees it: composed letters, no invisible ones, no tags of HTML, words put together that a line break with a hyphen
 * parted. Whoever hides a name from a machine must not succeed by what no reader sees.
 */
export function legible(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{DI}|\p{Co}/gu, '')
    .replace(/\r\n?/g, '\n')
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h\d)\b[^>]{0,200}>/giu, '\n')
    .replace(/<\/?[a-z][^>@]{0,300}>/giu, '')
    .replace(/&(\w{2,6});/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/&#(\d{2,5});/g, (_whole, code: string) => String.fromCodePoint(Number(code)))
    .replace(/(\p{L}{2,})[-‐]\n(?=\p{Ll})/gu, '$1')
}
