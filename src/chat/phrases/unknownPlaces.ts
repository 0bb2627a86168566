import type { Programme } from '../../domain/programme/programme.ts'
import { spellingDistance } from '../../domain/programme/spelling.ts'
import { nearPlaces } from '../arguments/readPlace.ts'
import { fillers, fold, type Word } from '../words.ts'
import { isCommonWord, isOrderWord } from './orderWords.ts'
import { isCueWord, isNearCue } from './phrases.ts'
import { classifying } from './vocabulary.ts'

const placeWords = new Set(['in', 'region', 'ort', 'fuer', 'nach', 'aus', 'stadt', 'gemeinde'])

/**
 * Capitalised behind a word that leads to a place ("in Elmshron"), a neighbour's town, or a slip away from a place. Ordinary nouns
 * behind "für" or "nach" are not asked about: they must be near a place too.
 */
export function looksLikePlace(word: Word, before: string, programme: Programme): boolean {
  if (fillers.has(word.folded) || word.folded.length < 4 || notPlaces.has(word.folded)) return false
  if (before === 'region' || before === 'ort' || before === 'stadt' || before === 'gemeinde') return true
  if (before === 'in' && /^\p{Lu}/u.test(word.text) && !abstract.test(word.folded)) return true
  if (/^(in|stand|lage|status)$/.test(before) && isNoWord(word.folded)) return true
  if (isCueWord(word.folded) || isCommonWord(word.folded)) return false
  const [near] = nearPlaces(programme, word.folded)
  if (!near) return false
  const slips = spellingDistance(word.folded, fold(near))
  return (
    slips <= 1 || (slips === 2 && near.length >= 7 && (placeWords.has(before) || /^\p{Lu}/u.test(word.text)))
  )
}

/**
 * A town outside that the profile names, or a region that does not exist, at word `at`: "Bad Bramstedt", "Region 4". Typed small, only
 * long names are believed: "stade", "horst" and "heide" are other words.
 */
export function outsideAt(
  words: readonly Word[],
  at: number,
  programme: Programme,
): { name: string; length: number } | null {
  const known = neighboursOf(programme)
  for (const length of [3, 2, 1]) {
    const typed = words.slice(at, at + length)
    if (typed.length < length || typed.some(word => word.quoted)) continue
    const key = typed.map(word => word.folded).join(' ')
    const name = typed.map(word => word.text).join(' ')
    if (
      known.has(key) &&
      (key.length >= 6 || /^\p{Lu}/u.test(name) || placeWords.has(words[at - 1]?.folded ?? ''))
    )
      return { name, length }
    if (length === 2 && /^region \d{1,2}$/.test(key)) return { name, length }
  }
  return null
}

const neighbours = new WeakMap<Programme, ReadonlySet<string>>()

function neighboursOf(programme: Programme): ReadonlySet<string> {
  let known = neighbours.get(programme)
  if (!known) {
    known = new Set(programme.profile.nachbarorte.map(fold))
    neighbours.set(programme, known)
  }
  return known
}

/** No word that we know: behind "stand" or "in" it can only be a town. */
function isNoWord(folded: string): boolean {
  return (
    /^[a-z]{5,}$/.test(folded) &&
    !isCueWord(folded) &&
    !isNearCue(folded) &&
    !folded.startsWith('kooperation') &&
    !isOrderWord(folded) &&
    !abstract.test(folded) &&
    !classifying.has(folded)
  )
}

/** Endings of nouns that name no town. */
const abstract = /(ung|ungen|heit|keit|ion|ionen|schaft|zeit|zug|fall|faellen)$/

/** Everyday words that are a slip away from a village, or often stand behind "in". */
const notPlaces = new Set(
  (
    'stand heute heiss heisst heide grosse langen bevor holen hohe hallo woche wochen bitte status liste frist fristen ' +
    'arbeit region regionen kreis kuerze appell brand sachen verzug ruhe teams slack schulen kitas ferien urlaub monaten tagen ' +
    'wochen jahren zukunft aller alle eile not vielen'
  ).split(' '),
)
