import { bodyAndSignature } from '../mail/quotes/signature.ts'
import { visibleText } from '../mail/quotes/visibleText.ts'
import type { Programme } from '../programme/programme.ts'
import { legible, pseudonymised } from './pseudonymised.ts'

/** Characters of an excerpt at most: enough to see what it is about on a telephone. */
export const longestExcerpt = 400
/** What is read of a letter for it; the rest of a long letter is far from its beginning. */
const read = 4_000
/** Where more than this part of the words would be left out, an excerpt says nothing and only invites to guess. */
const mostRemoved = 0.45

const salutation =
  /^(?:\s*(?:sehr (?:geehrte|verehrte)|guten (?:tag|morgen|abend)|hallo|hi|hey|moin(?: moin)?|liebe[rs]?|lieb(?:es|e) team|werte[rs]?|dear|servus|tach|huhu|grüß gott|an (?:die|das|den)|z\. ?hd\.|betreff?:|betr\.:)(?!\p{L})(?:[^\n,!.:]|(?<=\b(?:dr|prof|med|fr|hr|frau|st))\.){0,90}(?:[,!:]|\.(?=\s)|\n|$))+/iu
/** Many end without a line of its own: "… Danke! Mit freundlichen Grüßen Katja Brandt". */
const inlineClosing =
  /(?:(?:mit )?(?:freundlich|herzlich|best|lieb|viele|schön|kollegial|sonnig)\p{L}* (?:\p{L}{1,20} )?gr(?:ü|ue|u)(?:ß|ss)\p{L}{0,3}|(?<!\p{L})(?:gru(?:ß|ss)|gr(?:ü|ue)(?:ß|ss)e|mfg|lg|vg|i\. ?a\.|im auftrag|gez\.|kind regards|best regards|regards)(?!\p{L}))(?![\s\S]{160})[\s\S]{0,159}$/iu

/**
 * The beginning of what a letter says this time, without greeting, signature and quotes and without what tells who is meant: at
 * most `longestExcerpt` characters in one paragraph. "" when nothing is left that says something. `facts`: what is known of the
 * sender (name, address, subject), so that these names are recognised in the text.
 */
export function excerptOf(text: string, programme: Programme, facts: readonly string[] = []): string {
  const newest = visibleText(legible(text.slice(0, 4 * read))).newest
  const { body, signature } = bodyAndSignature(newest)
  const greeting = salutation.exec(body)?.[0] ?? ''
  const closing = inlineClosing.exec(body.slice(greeting.length))?.[0] ?? ''
  const said = body.slice(greeting.length, closing === '' ? undefined : -closing.length).slice(0, read)
  const known = [...facts, greeting, closing, ...signature.split('\n').slice(0, 12)]
  const { text: plain, removed } = pseudonymised(said, programme, known)
  const words = said.match(/\S+/g)?.length ?? 0
  if (words === 0 || removed.length / words > mostRemoved) return ''
  // A name below the last sentence is a signature that no formula announced.
  return shortened(
    plain
      .replace(/\s+/g, ' ')
      .replace(/(?<=[.!?…]) (?:\[(?:Name|…)\][., ]*)+$/u, '')
      .trim(),
  )
}

/** Whole sentences where they fill at least half of it, whole words otherwise. */
function shortened(text: string): string {
  if (text.length <= longestExcerpt) return text
  const start = text.slice(0, longestExcerpt - 2)
  const sentences = /^[\s\S]*[.!?](?=\s)/u.exec(start)?.[0] ?? ''
  const whole =
    sentences.length >= longestExcerpt / 2 ? sentences : start.slice(0, Math.max(start.lastIndexOf(' '), 0))
  return `${whole.trimEnd()} …`
}
