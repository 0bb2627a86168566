import type { Reading } from '../arguments/readArg.ts'
import { fold, type Word } from '../words.ts'
import { asksFirst } from './caution.ts'
import { changing } from './changing.ts'
import { corrected } from './correction.ts'
import { featuresOf } from './features.ts'
import { isOrderWord } from './orderWords.ts'
import type { Meant } from './phraseRule.ts'
import { joined } from './phraseRule.ts'
import { meant, withoutSlips } from './phrases.ts'
import type { Features } from './sentenceFeatures.ts'
import { withoutRemarks } from './sideRemarks.ts'
import { spokenWords, typedWords } from './spokenWords.ts'
import { withTimeRight } from './timeSlips.ts'

/** A sentence that somebody typed, and what it asks for. */
export interface Sentence {
  meant: Meant
  found: Features
  /** What counts of it: without reasons and without what is denied for something else. */
  text: string
  words: Word[]
}

/** What a sentence may set by saying what it is not. Of "nicht schließen, sondern …" the denial counts. */
const correctable: ReadonlySet<string> = new Set(['ticket_reclassify', 'ticket_assign', 'deadline_move'])

/** What a text asks for in plain words; null: no rule fits. `text` is cleaned. */
export function sentenceIn(text: string, reading: Reading): Sentence | null {
  const plain = withoutRemarks(text)
  const righted = corrected(plain)
  const other = righted === null ? null : sentenceOf(righted, reading)
  if (other && correctable.has(other.meant.intent)) return other
  const core = sentenceOf(plain, reading)
  if (core && changing.has(core.meant.intent)) return core
  return askedIn(text, reading) ?? (plain === text ? core : sentenceOf(text, reading))
}

/** Of several sentences the one that asks: "Welche Fristen sind heute? Ich hole nur meine Brille." null: none does, or it is the only one. */
function askedIn(text: string, reading: Reading): Sentence | null {
  if (/[„“”"»«]/.test(text)) return null
  const sentences = text.split(/(?<=[?!]|\p{L}{3}\.)\s+/u)
  if (sentences.length < 2) return null
  const asking = sentences.filter(each => each.includes('?'))
  return asking.length === 1 ? sentenceOf(asking[0]!, reading) : null
}

function sentenceOf(text: string, reading: Reading): Sentence | null {
  const words = spokenWords(typedWords(text, reading.programme.profile.nummern_praefix))
  const found = withoutSlips(featuresOf(withTimeRight(words), reading))
  const about = meant(found, text, reading.programme)
  // „KA-17 abschließen“ stand in der Mail: a quotation and what is said of it ask for nothing.
  const quoted = words.filter(isQuotation)
  const ofOrder = quoted.some(word => /\d/.test(word.text))
  if (about && quoted.length > 0 && !changing.has(about.intent) && (ofOrder || !asksFirst(text))) return null
  const isHere = about?.intent === 'status_overview' && ofThisHere.test(joined(found))
  const here = !about || isHere ? inThread(found, text, words, reading) : null
  if (here) return here
  return about ? { meant: about, found, text, words } : null
}

const isQuotation = (word: Word) => word.quoted && (word.text.includes(' ') || isOrderWord(word.folded))

/** Below the announcement of a Vorgang its number need not be said again: "übernehme ich", "wer hat das?". */
function inThread(found: Features, text: string, words: Word[], reading: Reading): Sentence | null {
  const { ticket } = reading
  if (!ticket || found.tickets.length + found.deadlines.length + found.steps.length > 0) return null
  const at = found.words.findIndex(word => /^(das|dies|es|den|ihn|dieser|diesen|dieses)$/.test(word))
  const named = at < 0 ? ['#', ...found.words] : found.words.with(at, '#')
  const withTicket = { ...found, tickets: [ticket], words: named }
  const about = meant(withTicket, text, reading.programme)
  const pointsToIt = about?.intent !== 'ticket_show' || pointing.test(joined(found))
  if (!about?.intent.startsWith('ticket_') || !pointsToIt) return null
  // "Ist von einer Schule" tells something of it; "ist das erledigt" asks.
  const tells = at < 0 && /^(ist|hat|kann|muss)$/.test(words[0]?.folded ?? '') && !text.includes('?')
  const subject: Word = { text: ticket.number, folded: fold(ticket.number), quoted: false }
  return tells && !/^(hier|schon|jemand|wer|denn|noch|der|die)$/.test(words[1]?.folded ?? '')
    ? { meant: about, found: withTicket, text: `${ticket.number} ${text}`, words: [subject, ...words] }
    : { meant: about, found: withTicket, text, words }
}

const pointing =
  / (das|dies|dieser|diesen|dieses|den|hier|hierzu|es|dazu|darum|damit|davon|dafuer|daran|vorgang|anfrage|wer|was|wann|worum|schon) /

/** "Was ist hier der Stand?" */
const ofThisHere = / (hier|hierzu|dazu|davon|damit) /
