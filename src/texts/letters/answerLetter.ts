import { Temporal } from 'temporal-polyfill'
import type { Profile } from '../../domain/programme/profile.ts'
import { dayOf, germanDayWithWeekday, germanTime } from '../../domain/time/day.ts'
import { isoInstant } from '../ticketFacts.ts'
import { emergency } from './acknowledgementBody.ts'
import { escaped, letterDocument, letterText } from './letterText.ts'

/** A closing that the writer set; then no second one is added. */
const closing =
  /^(?:mit \p{L}+ gr(?:uß|uss|üßen?|üssen?)|(?:viele|beste|liebe|herzliche|freundliche|schöne) gr(?:üße|üsse)|hochachtungsvoll|mfg|vg|lg)(?!\p{L})/imu

/** The letter that is answered, as far as it is quoted. */
export interface QuotedLetter {
  body: string
  /** ISO instant. */
  at: string
}

/**
 * The whole text of an answer: what was typed, and below it who writes, the number, and whom to call in an emergency (domain.md
 * section 10). What a person saw as a draft is this text, and this text is what leaves.
 */
export function answerText(
  profile: Profile,
  number: string,
  typed: string,
  quoted: QuotedLetter | null,
): string {
  const signed = typed.split('\n').slice(-6).join('\n')
  const named = signed.includes(profile.stelle)
  const ending = [
    ...(closing.test(signed) ? [] : ['Mit freundlichen Grüßen']),
    ...(named ? [] : [profile.stelle]),
  ]
  const below = letterText([
    [`Ihre Vorgangsnummer ist ${number}. Wenn Sie antworten, lassen Sie sie bitte im Betreff stehen.`],
    emergency(profile),
    ...(profile.links.datenschutz
      ? [['Hinweise zum Datenschutz finden Sie hier:', { link: profile.links.datenschutz }]]
      : []),
  ]).trim()
  const paragraphs = [
    typed,
    ending.join('\n'),
    below,
    ...(quoted ? [heading(quoted.at), quote(quoted.body)] : []),
  ]
  return `${paragraphs.filter(part => part !== '').join('\n\n')}\n`
}

function heading(at: string): string {
  const instant = Temporal.Instant.from(isoInstant(at))
  return `Ihre Nachricht vom ${germanDayWithWeekday(dayOf(instant))}, ${germanTime(instant)} Uhr:`
}

/** As mail programs quote. A quotation of a quotation keeps its marks. */
function quote(body: string): string {
  return body
    .trim()
    .split(/\r\n|\r|\n/)
    .map(line => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd()))
    .join('\n')
}

/**
 * The same letter as HTML, made of its text so that both say the same: paragraphs, lists and quotations are marked as what they
 * are, for readers that speak them; no tables, no colours, nothing loaded from elsewhere.
 */
export function answerHtml(subject: string, text: string): string {
  const paragraphs = text.trim().split(/\n{2,}/)
  return letterDocument(
    subject,
    paragraphs.map((paragraph, i) => block(paragraph.split('\n'), paragraphs[i + 1])),
  )
}

function block(lines: readonly string[], next: string | undefined): string {
  if (lines.every(line => line.startsWith('>')))
    return `<blockquote>${quotedParagraphs(lines.map(line => line.replace(/^> ?/, '')))}</blockquote>`
  if (lines.length === 1 && next?.startsWith('>'))
    return `<h1 style="font-size:1em">${linked(lines[0]!)}</h1>`
  if (lines.length > 1 && lines.every(line => listItem.test(line)))
    return `<ul>${lines.map(line => `<li>${linked(line.replace(listItem, ''))}</li>`).join('')}</ul>`
  return `<p>${lines.map(linked).join('<br>\n')}</p>`
}

const listItem = /^ {0,3}[-*•–] +(?=\S)/u

function quotedParagraphs(lines: readonly string[]): string {
  return lines
    .join('\n')
    .split(/\n{2,}/)
    .filter(part => part.trim() !== '')
    .map(part => `<p>${part.split('\n').map(escaped).join('<br>\n')}</p>`)
    .join('')
}

/** Addresses of pages become links under their own name: what is shown is where it leads. */
function linked(line: string): string {
  return line
    .split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/)
    .map((piece, i) => (i % 2 === 1 ? `<a href="${escaped(piece)}">${escaped(piece)}</a>` : escaped(piece)))
    .join('')
}
