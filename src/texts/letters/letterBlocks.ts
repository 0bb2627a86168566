import { Temporal } from 'temporal-polyfill'
import type { ForwardedLetter } from '../../domain/mail/letter.ts'
import type { LetterKind } from '../../domain/mail/outgoing/outgoingGate.ts'
import type { Authenticity } from '../../domain/mail/sender/authenticity.ts'
import { dayOf, germanDayWithWeekday, germanTime } from '../../domain/time/day.ts'
import type { Block } from '../../reply/reply.ts'
import { isoInstant } from '../ticketFacts.ts'

/** What these texts use of a letter. */
export interface LetterShown {
  direction: 'in' | 'out'
  fromName: string
  fromAddress: string
  subject: string
  body: string
  /** Filled lines that were cut as quote; null or absent: nobody counted. */
  quotedLines?: number | null
  attachments: readonly { name: string }[]
  /** The letter that this one hands on; what it says of its author is not proved. */
  forwarded?: ForwardedLetter | null
  /** Whether the sender is who From says; null or absent: nobody checked. */
  authenticity?: Authenticity | null
  /** ISO instant. */
  at: string
  /** Of a letter of ours; null or absent: it came in. */
  outgoing?: { kind: LetterKind; toAddress: string; undelivered: string | null } | null
}

/** One line for a letter whose sender is certainly not who it says. */
const notConfirmed = {
  label: 'Absender nicht bestätigt',
  value:
    'Die Prüfung des Absenders ist gescheitert, die Adresse ist vermutlich gefälscht. Bitte nicht darauf vertrauen.',
}

/** As much of a letter as a chat window takes well; characters. */
const longestBody = 2000

/**
 * The letters of a Vorgang, newest first, for those who may read them. Of an acknowledgement everybody knows the words, so one
 * line says that it left; a person's answer is shown like any letter.
 */
export function letterBlocks(letters: readonly LetterShown[]): Block[] {
  return [...letters].reverse().flatMap(letter => {
    const at = Temporal.Instant.from(isoInstant(letter.at))
    const when = `${germanDayWithWeekday(dayOf(at))}, ${germanTime(at)} Uhr`
    const undelivered = letter.outgoing?.undelivered
    const failed = undelivered ? [{ label: 'Nicht zugestellt', value: undelivered }] : []
    if (letter.direction === 'out' && letter.outgoing?.kind !== 'answer')
      return [{ kind: 'facts' as const, facts: [{ label: 'Bestätigt', value: when }, ...failed] }]
    const who = letter.outgoing
      ? { label: 'Antwort an', value: `${letter.outgoing.toAddress}, ${when}` }
      : { label: 'Brief von', value: `${spoken(letter.fromName, letter.fromAddress)}, ${when}` }
    const files = letter.attachments.map(each => each.name).join(', ')
    const blocks: Block[] = [
      {
        kind: 'facts',
        facts: [
          who,
          ...(letter.authenticity === 'fail' ? [notConfirmed] : []),
          { label: 'Betreff', value: letter.subject || '(ohne Betreff)' },
          ...forwardedFacts(letter.forwarded),
          ...(files ? [{ label: 'Anlagen', value: files }] : []),
          ...failed,
        ],
      },
    ]
    const text = [shortBody(letter.body.trim()), quoteNote(letter.quotedLines ?? 0)]
    if (text.some(each => each !== ''))
      blocks.push({ kind: 'text', text: text.filter(each => each !== '').join('\n\n') })
    return blocks
  })
}

function forwardedFacts(inner: ForwardedLetter | null | undefined): { label: string; value: string }[] {
  if (!inner) return []
  const { name, address } = inner.from
  const subject = inner.subject && `, „${inner.subject}“`
  return [{ label: 'Leitet weiter', value: `Brief von ${spoken(name, address)}${subject} (Angabe im Brief)` }]
}

function spoken(name: string, address: string): string {
  return name && address ? `${name} <${address}>` : name || address
}

/** A quote is not shown, but a person must know that there is more to read in the mail. */
function quoteNote(lines: number): string {
  if (lines === 0) return ''
  return lines === 1 ? '[Zitat: 1 Zeile]' : `[Zitat: ${lines} Zeilen]`
}

function shortBody(body: string): string {
  return body.length > longestBody ? `${body.slice(0, longestBody)} …` : body
}
