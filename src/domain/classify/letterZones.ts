import type { AsideText } from '../mail/letter.ts'
import { bodyAndSignature } from '../mail/quotes/signature.ts'
import { plainWords } from './plainWords.ts'
import type { Zones } from './sign.ts'

/** What is known of a letter when it is classified. Everything in it is untrusted. */
export interface ClassifyInput {
  fromName: string
  fromAddress: string
  subject: string
  /** What the sender wrote this time, with signature (visibleText). */
  newestText: string
  quotedText: string
  /** When not given, it is looked for at the end of `newestText`. */
  signature?: string
  /** File names only. */
  attachmentNames?: readonly string[]
  /** Read for signs of a child in danger, for nothing else. */
  aside?: readonly AsideText[]
  /** false: SPF, DKIM or DMARC failed, the address proves nothing. Default true. */
  addressTrusted?: boolean
}

/** Who and what are said early; the rest of a very long letter is read for danger only. */
const longestHead = 8_000
const longestTail = 2_000
/** A letter without closing formula: its last letters are read as signature. */
const tail = 130

/** The letter cut into the parts that signs are looked for in. */
export function zonesOf(letter: ClassifyInput): Zones {
  const { body, signature } = partsOf(letter)
  const text = shortened(body)
  const [local, domain] = addressParts(letter.fromAddress)
  return {
    name: plainWords(letter.fromName.slice(0, 300)),
    local: plainWords(local),
    domain: plainWords(domain),
    subject: plainWords(letter.subject.slice(0, 1_000)),
    body: plainWords(text),
    signature: plainWords(`${lastSentence(text)}\n${signature.slice(0, 2_000)}`),
    attachments: plainWords((letter.attachmentNames ?? []).join('\n').slice(0, 5_000)),
  }
}

/** What is said and what stands below it: the newest text in two. */
export function partsOf(letter: Pick<ClassifyInput, 'newestText' | 'signature'>): {
  body: string
  signature: string
} {
  const { newestText, signature } = letter
  if (signature === undefined) return bodyAndSignature(newestText)
  const end = newestText.trimEnd()
  const body =
    signature !== '' && end.endsWith(signature) ? end.slice(0, -signature.length).trimEnd() : newestText
  return { body, signature }
}

function shortened(text: string): string {
  if (text.length <= longestHead + longestTail) return text
  return `${text.slice(0, longestHead)}\n\n${text.slice(-longestTail)}`
}

function addressParts(address: string): [local: string, domain: string] {
  const at = address.lastIndexOf('@')
  return at < 0 ? ['', ''] : [address.slice(0, at).slice(0, 200), address.slice(at + 1).slice(0, 300)]
}

const inlineClosing =
  /(?:freundlich|herzlich|best|lieb|viele|sch(?:ö|oe)n|kollegial)\p{L}* (?:\p{L}{1,20} )?gr(?:ü|ue|u)(?:ß|ss)\p{L}{0,3}|\b(?:gru(?:ß|ss)|gr(?:ü|ue)(?:ß|ss)e|mfg|lg|vg|danke|im auftrag|i\. ?a\.)(?!\p{L})/giu
const sentenceStart =
  /^\s*(?:d(?:ie|er|as|en|em|ies\p{L}*)|ein\p{L}{0,2}|ich|wir|er|sie|es|man|mein\p{L}{0,2}|unser\p{L}{0,2}|ihr\p{L}{0,2}|sein\p{L}{0,2}|wie|was|wer|wo|wann|warum|wenn|bitte|und|aber|oder|k(?:ann|önn|oenn)\p{L}*|muss|gibt|ist|sind|hat|haben|jetzt|da|dann|auch|nun|nur|bei|seit|zu|vielleicht|leider)(?!\p{L})/iu
const sentenceEnd = /(?:[\p{L}\d)]{3}[.!]|\?)\s+(?=\S)|\n+(?=\S)/gu

/**
 * Many people end without a closing line of its own: "… Danke! Maren Goos, Rektorin der Grundschule". What stands
 * after the last closing words, else after the last sentence end, within the last letters, is read like a signature.
 */
function lastSentence(body: string): string {
  const end = body.trimEnd().slice(-tail)
  const starts = (pattern: RegExp) => [...end.matchAll(pattern)].map(each => each.index + each[0].length)
  const after =
    starts(inlineClosing).at(-1) ?? starts(sentenceEnd).at(-1) ?? (body.length <= tail ? end.length : 0)
  const last = end.slice(after)
  if (after > 0 && starts(inlineClosing).length > 0) return last
  // "Die Lehrerin konnte es uns nicht erklären." is a sentence, "B. Lohmann, Schulleiterin" is a signature.
  return last.split(/\s+/).length <= 14 && !sentenceStart.test(last) ? last : ''
}
