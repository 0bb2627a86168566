import type { Address, AttachmentInfo, EnclosedPart, Letter } from '../../domain/mail/letter.ts'
import { visibleText } from '../../domain/mail/visibleText.ts'
import { decodeText } from './charset.ts'
import {
  addressesIn,
  clean,
  cut,
  dateOf,
  firstHeader,
  headerMap,
  looksLikeMail,
  messageIdsIn,
} from './headers.ts'
import { htmlText } from './htmlText.ts'
import { type OpenedAttachment, type OpenedMail, openParts, type PartNode } from './openParts.ts'
import { headEnd, withReadableHead } from './rawHead.ts'
import { UnreadableMail } from './unreadable.ts'

/** Longer text is cut; the raw mail is kept. */
const longestText = 2_000_000
const longestEnclosed = 64 * 1024
const mostAttachments = 1000
/** A letter in a letter in a letter: deeper ones are listed, not opened. */
const deepestLetter = 5

/**
 * A letter from the bytes of a mail (RFC 5322, MIME, RFC 2231, RFC 6532). Throws UnreadableMail when there is none.
 * Must run off the main thread: hostile mails can take long or much memory.
 */
export async function readLetter(raw: Buffer): Promise<Letter> {
  if (isBlank(raw)) throw new UnreadableMail('empty')
  const { letter } = await read(raw, 0)
  return { ...letter, ...newestOf(letter.text) }
}

type Unparted = Omit<Letter, 'newestText' | 'quotedText'>

async function read(raw: Buffer, depth: number): Promise<{ letter: Unparted }> {
  const mail = await open(raw)
  if (!looksLikeMail(mail.headerLines)) throw new UnreadableMail('no-mail')
  const inner = await innerLetters(mail.attachments, depth)
  const text = [ownText(mail, raw), ...inner.map(asForwarded)]
  const enclosed = enclosedIn(mail.attachments).concat(inner.flatMap(letter => letter.enclosed ?? []))
  const header = (name: string) => firstHeader(mail.headerLines, name)
  const letter: Unparted = {
    messageId: messageIdsIn(header('message-id'))[0] ?? null,
    inReplyTo: messageIdsIn(header('in-reply-to')),
    references: messageIdsIn(header('references')),
    from: addressesIn(mail.headers.get('from'))[0] ?? { name: '', address: '' },
    replyTo: addressesIn(mail.headers.get('reply-to')),
    to: addressesIn(mail.headers.get('to')),
    cc: addressesIn(mail.headers.get('cc')),
    subject: subjectOf(mail.headers.get('subject')),
    date: dateOf(header('date')),
    text: cut(clean(text.filter(part => part !== '').join('\n\n')), longestText),
    headers: headerMap(mail.headerLines),
    attachments: [...mail.attachments.map(infoOf), ...inner.flatMap(letter => letter.attachments)].slice(
      0,
      mostAttachments,
    ),
  }
  if (enclosed.length > 0) letter.enclosed = enclosed.slice(0, 50)
  return { letter }
}

async function open(raw: Buffer): Promise<OpenedMail> {
  try {
    return await openParts(withReadableHead(raw))
  } catch {
    throw new UnreadableMail('malformed')
  }
}

function newestOf(text: string): Pick<Letter, 'newestText' | 'quotedText'> {
  const { newest, quoted } = visibleText(text)
  return { newestText: newest, quotedText: quoted }
}

function ownText(mail: OpenedMail, raw: Buffer): string {
  const text = mail.tree ? textOf(mail.tree) : ''
  if (text.trim() !== '') return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
  // A multipart whose boundary is missing or wrong has no parts; its words must not vanish.
  const lost = mail.attachments.length === 0 && /^multipart\//.test(String(mail.tree?.contentType))
  return lost ? decodeText(raw.subarray(headEnd(raw)).subarray(0, longestText), '').trim() : ''
}

/**
 * All text of a mail in its order; of alternatives the plain one, unless it is blank (RFC 2046 section 5.1.4 prefers
 * the last, but programs make the plain text from the same words).
 */
function textOf(node: PartNode): string {
  if (node.children.length === 0) return leafText(node)
  const parts = node.children.map(child => ({ type: String(child.contentType), text: textOf(child) }))
  const filled = parts.filter(part => part.text.trim() !== '')
  if (node.contentType !== 'multipart/alternative') return filled.map(part => part.text).join('\n\n')
  return (filled.find(part => part.type === 'text/plain') ?? filled[0])?.text ?? ''
}

function leafText(node: PartNode): string {
  if (!node.textContent || node.isAttachment) return ''
  return node.contentType === 'text/html' ? htmlText(node.textContent) : cut(node.textContent, longestText)
}

async function innerLetters(attachments: readonly OpenedAttachment[], depth: number): Promise<Unparted[]> {
  const letters: Unparted[] = []
  if (depth >= deepestLetter) return letters
  for (const { contentType, content } of attachments) {
    if (!content || !/^message\/(?:rfc822|global)$/.test(contentType) || letters.length >= 20) continue
    try {
      letters.push((await read(content, depth + 1)).letter)
    } catch (error) {
      // A broken enclosure does not make the letter around it unreadable.
      if (!(error instanceof UnreadableMail)) throw error
    }
  }
  return letters
}

/** An enclosed letter as a mail program would show it when forwarding, so that the same rules read it. */
function asForwarded(letter: Unparted): string {
  const head = [
    '-------- Weitergeleitete Nachricht --------',
    `Von: ${spoken(letter.from)}`,
    `Datum: ${letter.date ?? ''}`,
    `An: ${letter.to.slice(0, 10).map(spoken).join(', ')}`,
    `Betreff: ${letter.subject}`,
  ]
  return `${head.join('\n')}\n\n${letter.text}`
}

function spoken({ name, address }: Address): string {
  return name === '' ? address : `${name} <${address}>`
}

function enclosedIn(attachments: readonly OpenedAttachment[]): EnclosedPart[] {
  return attachments.flatMap(({ contentType, content }) => {
    if (!content) return []
    const isLetter = /^message\/(?:rfc822|global)$/.test(contentType)
    const bytes = content.subarray(
      0,
      isLetter ? Math.min(headEnd(content), longestEnclosed) : longestEnclosed,
    )
    return [{ contentType, text: clean(decodeText(bytes, '')) }]
  })
}

function infoOf({ name, contentType, size }: OpenedAttachment): AttachmentInfo {
  return { name: cut(oneLine(name), 255), contentType: cut(oneLine(contentType), 255), size }
}

function subjectOf(subject: unknown): string {
  return typeof subject === 'string' ? cut(oneLine(subject), 2000) : ''
}

function oneLine(text: string): string {
  return clean(text)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}

function isBlank(raw: Buffer): boolean {
  for (const byte of raw)
    if (byte !== 0x0a && byte !== 0x0d && byte !== 0x20 && byte !== 0x09 && byte !== 0) return false
  return true
}
