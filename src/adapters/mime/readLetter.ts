import type { Address, AsideText, EnclosedPart, Letter } from '../../domain/mail/letter.ts'
import { answersOrForwards, forwardedLetter } from '../../domain/mail/quotes/forwarded.ts'
import { saysSomething, visibleText } from '../../domain/mail/quotes/visibleText.ts'
import { attachmentInfos } from './attachmentInfos.ts'
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
  readableHeader,
  traceOf,
} from './headers.ts'
import { type Attached, asideOf, attachmentsOf, isLetter, type OpenMail, openMail } from './openMail.ts'
import { headEnd, readableStart } from './rawHead.ts'
import { UnreadableMail } from './unreadable.ts'

/** Longer text is cut; the raw mail is kept. */
const longestText = 2_000_000
const longestEnclosed = 64 * 1024
const mostEnclosed = 50
/** Of all texts that are read for danger only, together; characters. */
const longestAside = 1_000_000

/**
 * A letter from the bytes of a mail (RFC 5322, MIME, RFC 2231, RFC 6532). Throws UnreadableMail when there is none.
 * Must run off the main thread: hostile mails can take long or much memory.
 */
export async function readLetter(raw: Buffer): Promise<Letter> {
  if (isBlank(raw)) throw new UnreadableMail('empty')
  const mail = await open(readableStart(raw))
  const { fields } = mail
  if (!looksLikeMail(fields)) throw new UnreadableMail('no-mail')
  const attached = attachmentsOf(mail)
  const enclosed = enclosedIn(attached)
  const aside = bounded(asideOf(mail))
  const trace = traceOf(fields)
  const protection = protectionOf(mail)
  const header = (name: string) => firstHeader(fields, name)
  return {
    messageId: messageIdsIn(header('message-id'))[0] ?? null,
    inReplyTo: messageIdsIn(header('in-reply-to')),
    references: messageIdsIn(header('references')),
    from: senderOf(mail),
    replyTo: addressesIn(fields, 'reply-to'),
    to: addressesIn(fields, 'to'),
    cc: addressesIn(fields, 'cc'),
    subject: subjectOf(mail),
    date: dateOf(header('date')),
    ...textsOf(mail),
    headers: headerMap(fields),
    ...(trace.length > 0 ? { trace } : {}),
    attachments: await attachmentInfos(attached),
    ...(enclosed.length > 0 ? { enclosed } : {}),
    ...(aside.length > 0 ? { aside } : {}),
    ...(protection ? { protection } : {}),
  }
}

function bounded(texts: readonly AsideText[]): AsideText[] {
  let left = longestAside
  return texts.slice(0, 1000).flatMap(({ from, text }) => {
    const kept = cut(clean(text), left)
    left -= kept.length
    return kept === '' ? [] : [{ from, text: kept }]
  })
}

async function open(raw: Buffer): Promise<OpenMail> {
  try {
    return await openMail(raw)
  } catch {
    throw new UnreadableMail('malformed')
  }
}

/**
 * A letter that lies in this one as a file was not written now: it counts as quoted, and quotes are read for signs of a child
 * in danger like everything else. Only where somebody hands it on without a word of their own, it is what is meant. What a
 * mail server returns is never meant.
 */
function textsOf(mail: OpenMail): Pick<Letter, 'text' | 'newestText' | 'quotedText' | 'forwarded'> {
  const own = cut(clean(mail.text), longestText)
  const inner = mail.inner.map(asForwarded)
  const text = together([own, ...inner])
  const returned = /^multipart\/report\b/i.test(firstHeader(mail.fields, 'content-type') ?? '')
  const mayQuote = isAnswer(mail)
  const seen = visibleText(own, mayQuote)
  const handedOn = inner.length > 0 && !returned && !saysSomething(seen.newest)
  const { newest, quoted } = handedOn ? visibleText(text, mayQuote) : seen
  const texts = { newestText: newest, quotedText: handedOn ? quoted : together([quoted, ...inner]) }
  const forwarded = returned ? null : forwardedLetter({ subject: subjectOf(mail), ...texts })
  return { text, ...texts, ...(forwarded ? { forwarded } : {}) }
}

/** Whether the mail itself says that it answers or hands on another one: else its ">" lines are its author's own. */
function isAnswer(mail: OpenMail): boolean {
  const names = ['in-reply-to', 'references']
  return (
    names.some(name => (firstHeader(mail.fields, name) ?? '') !== '') || answersOrForwards(subjectOf(mail))
  )
}

/** What nobody could read inside it counts too: a person must hear of it. */
function protectionOf({ protection, inner }: OpenMail): OpenMail['protection'] {
  return inner.some(each => protectionOf(each) === 'encrypted') ? 'encrypted' : protection
}

function together(texts: string[]): string {
  return cut(texts.filter(text => text !== '').join('\n\n'), longestText)
}

/** An enclosed letter as a mail program would show it when forwarding, so that the same rules read it. */
function asForwarded(mail: OpenMail): string {
  const head = [
    '-------- Weitergeleitete Nachricht --------',
    `Von: ${spoken(senderOf(mail))}`,
    `Datum: ${dateOf(firstHeader(mail.fields, 'date')) ?? ''}`,
    `An: ${addressesIn(mail.fields, 'to').slice(0, 10).map(spoken).join(', ')}`,
    `Betreff: ${subjectOf(mail)}`,
  ]
  return together([`${head.join('\n')}\n\n${clean(mail.text)}`, ...mail.inner.map(asForwarded)])
}

function spoken({ name, address }: Address): string {
  return name === '' || address === '' ? name || address : `${name} <${address}>`
}

function senderOf({ fields }: OpenMail): Address {
  return addressesIn(fields, 'from')[0] ?? { name: '', address: '' }
}

function subjectOf({ fields }: OpenMail): string {
  return cut(oneLine(readableHeader(fields, 'subject')), 2000)
}

function oneLine(text: string): string {
  return clean(text)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}

/** Parts whose text the rules for bounces, calendars and forwarded letters read. */
const forMachines =
  /^(?:message\/(?:rfc822|global|delivery-status|global-delivery-status|disposition-notification|global-headers)|text\/(?:rfc822-headers|calendar))$/

function enclosedIn(attached: readonly Attached[]): EnclosedPart[] {
  return attached
    .filter(({ contentType }) => forMachines.test(contentType))
    .slice(0, mostEnclosed)
    .map(({ contentType, bytes: content }) => {
      const start = content.subarray(0, longestEnclosed)
      const shown = isLetter(contentType) ? start.subarray(0, headEnd(start)) : start
      return { contentType, text: clean(decodeText(shown, '')) }
    })
}

function isBlank(raw: Buffer): boolean {
  for (const byte of raw)
    if (byte !== 0x0a && byte !== 0x0d && byte !== 0x20 && byte !== 0x09 && byte !== 0) return false
  return true
}
