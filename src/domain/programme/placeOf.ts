import { bodyAndSignature } from '../mail/signature.ts'
import { outsidePlaceIn } from './outsidePlace.ts'
import { mentionsIn, type PlaceMention } from './placesIn.ts'
import { plainLetters } from './plainLetters.ts'
import type { Programme } from './programme.ts'

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

  const asked = oneAsked(inSubject, inText)
  if (asked !== 'none') return asked
  const outside = outsidePlaceIn(programme, subject) ?? outsidePlaceIn(programme, content)
  if (outside !== null) return { ...nowhere, unknownPlace: outside, from: 'text', words: outside }
  if (wholeArea.test(`${subject.text}\n${content.text}`)) return nowhere
  return fromSignature(programme, content.text, signature)
}

function oneAsked(inSubject: PlaceMention[], inText: PlaceMention[]): LetterPlace | 'none' {
  const topics = [...inSubject, ...inText].filter(each => each.role === 'topic')
  const lesser = [...inSubject, ...inText].filter(each => each.role === 'origin' || each.role === 'address')
  for (const mentions of [topics, lesser]) {
    if (mentions.length === 0) continue
    if (!sameForAll(mentions)) {
      // Several in the text, one in the subject line: the subject line says which one is meant.
      const subjects = inSubject.filter(each => each.role === 'topic')
      return subjects.length > 0 && sameForAll(subjects) ? found(subjects[0]!, 'subject') : nowhere
    }
    const mention = mentions[0]!
    return found(mention, inSubject.includes(mention) ? 'subject' : 'text')
  }
  return 'none'
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
  /(?:g?GmbH|e\.\s?V\.|Redaktion|Verlag|Rechtsanw|Kanzlei|Kreis Pinneberg|Kreisverwaltung|Schulamt|Fachdienst|Fraktion|Universitaet|Hochschule|Verband)/i

function fromSignature(programme: Programme, content: string, signature: string): LetterPlace {
  const letters = plainLetters(signature)
  const mentions = mentionsIn(programme, letters).filter(each => each.role !== 'comparison')
  const speaksOfHere = seatIsNoTopic.test(letters.text)
    ? false
    : here.test(content) || seatIsTopic.test(letters.text)
  if (!speaksOfHere) return nowhere
  if (mentions.length > 0) return sameForAll(mentions) ? found(mentions[0]!, 'signature') : nowhere
  const outside = outsidePlaceIn(programme, letters)
  return outside === null ? nowhere : { ...nowhere, unknownPlace: outside, from: 'signature', words: outside }
}
