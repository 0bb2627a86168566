import { bodyAndSignature } from '../mail/quotes/signature.ts'
import { outsidePlaceIn } from './outsidePlace.ts'
import { mentionsIn, type PlaceMention } from './placesIn.ts'
import { plainLetters } from './plainLetters.ts'
import type { Programme } from './programme.ts'
import { unaccented } from './spelling.ts'

/** What a letter says about where its question belongs. */
export interface LetterPlace {
  /** The one place that the question is about, as in the profile; null for none, several or the whole Kreis. */
  place: string | null
  /** A place outside the programme that the letter clearly names, as written; only when `place` is null. */
  unknownPlace: string | null
  /** Where it was found; null when `place` and `unknownPlace` are. */
  from: 'subject' | 'text' | 'signature' | null
  /** The words that were the sign, e.g. "Elmshorner". */
  words: string | null
}

export interface LetterWords {
  subject: string
  newestText: string
  /** When not given, it is looked for at the end of `newestText`. */
  signature?: string
}

const nowhere: LetterPlace = { place: null, unknownPlace: null, from: null, words: null }

/** Longer letters are read up to here; the question stands at the beginning. */
const longest = 50_000

/**
 * The place that a letter's question is about. What is asked beats where the writer lives, and both beat the
 * signature; an address under a letter counts only if the letter speaks of "our school" or the like.
 */
export function placeOf(programme: Programme, letter: LetterWords): LetterPlace {
  const text = letter.newestText.slice(0, longest)
  const { body, signature } =
    letter.signature === undefined ? bodyAndSignature(text) : { body: text, signature: letter.signature }
  const subject = plainLetters(letter.subject.slice(0, 1000))
  const content = plainLetters(body)
  const inSubject = mentionsIn(programme, subject)
  const inText = mentionsIn(programme, content)

  const asked = oneAsked(programme, inSubject, inText)
  if (asked !== 'none') return asked
  const outside = outsidePlaceIn(programme, subject) ?? outsidePlaceIn(programme, content)
  if (outside !== null) return { ...nowhere, unknownPlace: outside, from: 'text', words: outside }
  if (wholeArea.test(`${subject.text}\n${content.text}`)) return nowhere
  return fromSignature(programme, content.text, signature)
}

function oneAsked(
  programme: Programme,
  inSubject: readonly PlaceMention[],
  inText: readonly PlaceMention[],
): LetterPlace | 'none' {
  const all = [...inSubject, ...inText]
  const topics = all.filter(each => each.role === 'topic')
  const lesser = all.filter(each => each.role === 'origin' || each.role === 'address')
  const mentions = topics.length > 0 ? topics : lesser
  if (mentions.length === 0) return 'none'
  const subjects = inSubject.filter(each => each.role === 'topic')
  // Several in the text, one in the subject line: the subject line says which one is meant.
  for (const chosen of [mentions, withoutWholeRegion(programme, mentions), subjects])
    if (chosen.length > 0 && sameForAll(chosen))
      return found(chosen[0]!, inSubject.includes(chosen[0]!) ? 'subject' : 'text')
  return nowhere
}

/** "Elmshorn, Pinneberg und Barmstedt" is how people name a region: beside it, one other place is the question. */
function withoutWholeRegion(programme: Programme, mentions: readonly PlaceMention[]): PlaceMention[] {
  const named = new Set(mentions.map(each => each.place))
  const whole = programme.profile.regionen.filter(
    region => region.orte.length > 1 && region.orte.every(name => named.has(name)),
  )
  const theirs = new Set(whole.flatMap(region => region.orte))
  return mentions.filter(each => !theirs.has(each.place))
}

function sameForAll(mentions: readonly PlaceMention[]): boolean {
  return mentions.every(each => each.place === mentions[0]!.place)
}

function found(mention: PlaceMention, from: LetterPlace['from']): LetterPlace {
  return { place: mention.place, unknownPlace: null, from, words: mention.words }
}

const wholeArea =
  /kreisweit|(?:im|des|in dem) (?:ganzen|gesamten) Kreis|alle[nr]? (?:drei )?(?:Regionen|(?:Grund)?[Ss]chulen (?:im|des|in) )|Kreisgebiet/i
/** The letter speaks of where the writer is. */
const here =
  /\b(?:unsere[rsnm]?|unserer?|bei uns|vor Ort|hier|mein(?:e[nrms]?)? (?:Sohn|Tochter|Kind|Junge)|wohnortnah)\b/i
/** A signature of a school or municipality: what its writer asks, it asks for that place. */
const seatIsTopic =
  /(?:schule|Schulleit|Rektor|Konrektor|Stadt\b|Gemeinde\b|Buergermeister|Fachbereich|Kita\b|Elternbeirat|Elternvertret)/i
/** Seats of those who work in many places. */
const seatIsNoTopic =
  /(?:g?GmbH|e\.\s?V\.|Redaktion|Verlag|Rechtsanw|Kanzlei|Kreisverwaltung|Landratsamt|Schulamt|Fachdienst|Fraktion|Universitaet|Hochschule|Verband)/i

/** Written by the office of the whole area: "Kreis Pinneberg", "Region Hannover". One called by a single word is left out: that is a town as well. */
function isOfArea({ profile }: Programme, signature: string): boolean {
  const { name, auch } = profile.gebiet
  const plain = signature.toLowerCase()
  return [name, ...auch].some(each => each.includes(' ') && plain.includes(unaccented(each).toLowerCase()))
}

function fromSignature(programme: Programme, content: string, signature: string): LetterPlace {
  const letters = plainLetters(signature)
  const mentions = mentionsIn(programme, letters).filter(each => each.role !== 'comparison')
  const speaksOfHere =
    seatIsNoTopic.test(letters.text) || isOfArea(programme, letters.text)
      ? false
      : here.test(content) || seatIsTopic.test(letters.text)
  if (!speaksOfHere) return nowhere
  if (mentions.length > 0) return sameForAll(mentions) ? found(mentions[0]!, 'signature') : nowhere
  const outside = outsidePlaceIn(programme, letters)
  return outside === null ? nowhere : { ...nowhere, unknownPlace: outside, from: 'signature', words: outside }
}
