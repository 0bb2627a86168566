import type { Address, ForwardedLetter } from '../letter.ts'
import type { HeaderBlock } from './headerBlock.ts'
import { announcesForward, namedHeadAt } from './quoteMarks.ts'
import { bodyAndSignature } from './signature.ts'
import { saysSomething, visibleText } from './visibleText.ts'

/*
 * The one place that knows forwards: who wrote the letter that somebody hands on. An inner author is never proved: what a
 * quote says, anybody can write. Nothing may be sent there and nobody takes part in a Vorgang by it.
 */

export interface ForwardCandidate {
  subject: string
  newestText: string
  quotedText: string
}

/** A letter that was handed on, with what it says. */
export interface InnerLetter extends ForwardedLetter {
  text: string
}

/** Words of someone who only hands a letter on. */
const handingOn =
  /(?:\bzk\b|z\. ?k\.|zur (?:kenntnis|weiteren|bearbeitung|beantwortung|info)|weiter(?:ge)?leite|bitte um (?:übernahme|antwort|bearbeitung|beantwortung|erledigung|prüfung)|bitte (?:übernehmen|beantworten|bearbeiten|kümmern|prüfen)|mdb ?um|m\. ?d\. ?b|fyi|zuständigkeitshalber|gehört (?:zu|wohl|eher)|(?:kam|kommt|landete|ging) bei uns|bei uns (?:eingegangen|gelandet|angekommen)|siehe unten|s\. ?u\.|zu eurer verwendung)/iu

/** "WG: Frage", "Fwd: Frage", "[Fwd: Frage]": the first prefix says what the sender did. */
const forwardSubject = /^\s*\[?(?:wg|fwd?|wtr|wlg|tr|vs|rv|i|enc|doorst|weitergeleitet|weiterleitung)\s*:/iu

/** A person who hands on writes a line or two; more is a letter of their own. */
const longestNote = 300
const longestQuote = 200_000

/** Author, subject and date of the letter that this one forwards; null for answers and letters of one's own. */
export function forwardedLetter(letter: ForwardCandidate): ForwardedLetter | null {
  const forwards =
    forwardSubject.test(letter.subject) ||
    announced(letter.quotedText) ||
    (!isReply(letter.subject) && handedOnLetter(letter) !== null)
  const inner = forwards ? innerLetter(letter) : null
  return inner && { from: inner.from, subject: inner.subject, date: inner.date }
}

/**
 * The letter that is meant when its sender only hands it on (domain.md section 9, confusion 12); null when the sender speaks
 * for themselves.
 */
export function handedOnLetter(letter: ForwardCandidate): InnerLetter | null {
  const inner = innerLetter(letter)
  if (!inner || inner.text === letter.newestText) return inner
  const note = bodyAndSignature(letter.newestText).body.trim()
  return note === '' || (note.length <= longestNote && handingOn.test(note)) ? inner : null
}

/**
 * The outermost quoted letter that says something. Where the forwarder said nothing, visibleText has kept it as newest text,
 * and the quoted text ends with its head.
 */
function innerLetter(letter: ForwardCandidate): InnerLetter | null {
  if (letter.quotedText === '' || letter.quotedText.length > longestQuote) return null
  const lines = unprefixed(letter.quotedText)
  const heads = namedHeads(lines)
  const last = heads.at(-1)
  if (!last) return null
  if (textIn(lines, last.to) === '' && letter.newestText.trim() !== '') return named(last, letter.newestText)
  for (const [index, head] of heads.entries()) {
    const { newest } = visibleText(textIn(lines, head.to, heads[index + 1]?.from))
    // Whoever handed it on before says nothing either.
    if (saysSomething(newest)) return named(head, newest)
  }
  return null
}

/** Heads that name an author, from the outermost letter to the innermost. */
function namedHeads(lines: readonly string[]): HeaderBlock[] {
  const heads: HeaderBlock[] = []
  for (let i = 0; i < lines.length && heads.length < 50; ) {
    const head = namedHeadAt(lines, i)
    if (head?.fields.from) heads.push(head)
    i = head?.to ?? i + 1
  }
  return heads
}

/** Programs say whether they quote for an answer or forward: "Anfang der weitergeleiteten Nachricht:". */
function announced(quotedText: string): boolean {
  return quotedText
    .slice(0, longestQuote)
    .split('\n', 400)
    .some(line => announcesForward(line.replace(/^[\s>]{0,20}/, '').trim()))
}

/** Whether the subject says that the letter answers or forwards another one: "AW: Frage", "WG: Frage". */
export function answersOrForwards(subject: string): boolean {
  return isReply(subject) || forwardSubject.test(subject)
}

function isReply(subject: string): boolean {
  return /^\s*(?:aw|re|antw|antwort|sv)\s*(?:\[\d+\])?\s*:/iu.test(subject)
}

/** Apple forwards a letter with ">" before each line. */
function unprefixed(quotedText: string): string[] {
  return quotedText.split('\n').map(line => line.replace(/^\s{0,3}(?:>\s?){1,9}/, ''))
}

function textIn(lines: readonly string[], from: number, to?: number): string {
  return lines.slice(from, to).join('\n').trim()
}

function named({ fields }: HeaderBlock, text: string): InnerLetter {
  return {
    from: senderIn(fields.from ?? ''),
    subject: (fields.subject ?? '').slice(0, 500),
    date: (fields.sent ?? fields.date ?? '').slice(0, 100) || null,
    text,
  }
}

/** "Eva Muster <eva@mail.example>", also "[mailto:…]", "(…)", an address or a name alone. */
function senderIn(text: string): Address {
  const address = /[^\s<>@"[\]():;,]{1,100}@[^\s<>@"[\]():;,]{1,200}/u.exec(text)?.[0] ?? ''
  const name = text.split(/[<[(]/u)[0]!.replaceAll('"', '').replace(address, '').trim()
  return { name: name.slice(0, 200), address: address.toLowerCase() }
}
