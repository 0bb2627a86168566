import type { Reading } from '../arguments/readArg.ts'
import type { Word } from '../words.ts'
import { changing } from './changing.ts'
import { corrected } from './correction.ts'
import { featuresOf } from './features.ts'
import type { Meant } from './phraseRule.ts'
import { joined } from './phraseRule.ts'
import { meant } from './phrases.ts'
import { withoutReasons } from './reasons.ts'
import type { Features } from './sentenceFeatures.ts'
import { spokenWords, typedWords } from './spokenWords.ts'

/** A sentence that somebody typed, and what it asks for. */
export interface Sentence {
  meant: Meant
  found: Features
  /** What counts of it: without reasons and without what is denied for something else. */
  text: string
  words: Word[]
}

/** What a text asks for in plain words; null: no rule fits. `text` is cleaned. */
export function sentenceIn(text: string, reading: Reading): Sentence | null {
  const plain = withoutReasons(text)
  const righted = corrected(plain)
  const other = righted === null ? null : sentenceOf(righted, reading)
  if (other?.meant.intent === 'ticket_reclassify') return other
  const core = sentenceOf(plain, reading)
  // What only looks is understood by all that was said.
  return plain !== text && !(core && changing.has(core.meant.intent)) ? sentenceOf(text, reading) : core
}

function sentenceOf(text: string, reading: Reading): Sentence | null {
  const words = spokenWords(typedWords(text, reading.programme.profile.nummern_praefix))
  const found = featuresOf(words, reading)
  const about = meant(found, text, reading.programme)
  return about ? { meant: about, found, text, words } : inThread(found, text, words, reading)
}

/** Below the announcement of a Vorgang its number need not be said again: "übernehme ich", "wer hat das?". */
function inThread(found: Features, text: string, words: Word[], reading: Reading): Sentence | null {
  const { ticket } = reading
  if (!ticket || found.tickets.length + found.deadlines.length + found.steps.length > 0) return null
  const withTicket = { ...found, tickets: [ticket], words: ['#', ...found.words] }
  const about = meant(withTicket, text, reading.programme)
  const pointsToIt = about?.intent !== 'ticket_show' || pointing.test(joined(found))
  return about?.intent.startsWith('ticket_') && pointsToIt ? { meant: about, found: withTicket, text, words } : null
}

const pointing =
  / (das|dies|dieser|diesen|dieses|den|hier|hierzu|es|dazu|darum|damit|davon|dafuer|daran|vorgang|anfrage|wer|was|wann|worum|schon) /
