import type { Field } from './fields.ts'
import { safeFileName } from './fileName.ts'
import { looksLikeMail } from './headers.ts'
import { type Part, partsOf } from './partsOf.ts'
import { alternativeText, blank, joinedText, leafText, type TextOf } from './partText.ts'
import { pgpIn, withoutPgpMarks } from './pgp.ts'
import { cmsIn } from './signedData.ts'
import { tnefIn } from './tnef.ts'
import { tnefText } from './tnefText.ts'
import { decodedPieces, decodedStart } from './transferEncoding.ts'
import { takeUuFiles } from './uuencode.ts'

/** Something attached. Its bytes are decoded when they are asked for, piece by piece. */
export interface Attached {
  /** Safe to show; '' when the sender gave none. */
  name: string
  /** What the sender says it is, lower case. */
  contentType: string
  pieces(): Iterable<Buffer>
}

export interface OpenMail {
  fields: Field[]
  text: string
  attachments: Attached[]
  /** Letters that lie in this one as message/rfc822. */
  inner: OpenMail[]
  protection: 'signed' | 'encrypted' | null
}

/** What one mail may cost, everything inside it together. */
export interface Budget {
  /** Bytes of text that are decoded: strings of tens of megabytes overrun the heap of a thread in one step. */
  text: number
  /** Envelopes (TNEF, S/MIME, enclosed letters) that are opened, and bytes in them. */
  envelopes: number
  bytes: number
}

export const budgetOfMail = (): Budget => ({ text: 4 * 1024 * 1024, envelopes: 50, bytes: 100 * 1024 * 1024 })

/** A letter in a letter in a letter: deeper ones are listed, not opened. */
const deepestLetter = 5
/** An envelope of more is not opened: it would have to be in memory as a whole. */
const largestEnvelope = 20 * 1024 * 1024
const mostAttachments = 1000

/** Takes a mail apart, with what lies in envelopes in it. Always gives something; bounded by `budget`. */
export function openMail(raw: Buffer, budget: Budget = budgetOfMail(), depth = 0): OpenMail {
  const root = partsOf(raw)
  const mail: OpenMail = { fields: root.fields, text: '', attachments: [], inner: [], protection: null }
  const fallbacks: string[] = []
  const own = visit(root, { mail, budget, depth, fallbacks })()
  mail.text = (blank(own) ? (fallbacks.find(each => !blank(each)) ?? '') : own)
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
  if (pgpIn(mail.text) === 'signed') mail.text = withoutPgpMarks(mail.text).trim()
  return mail
}

/** All that is attached, that of enclosed letters behind the letter's own; positions in letters count from 0 in this list. */
export function attachmentsOf(mail: OpenMail): Attached[] {
  return [...mail.attachments, ...mail.inner.flatMap(attachmentsOf)].slice(0, mostAttachments)
}

interface Visit {
  mail: OpenMail
  budget: Budget
  depth: number
  /** Texts that count when the letter has none of its own. */
  fallbacks: string[]
}

/** Notes what is attached, in order, and gives back how to get the text: of alternatives only one is ever decoded. */
function visit(part: Part, on: Visit): TextOf {
  if (part.type === 'multipart/encrypted') on.mail.protection = 'encrypted'
  if (part.type === 'multipart/signed') on.mail.protection ??= 'signed'
  if (part.children.length > 0) {
    const texts = part.children.map(child => ({ type: child.type, text: visit(child, on) }))
    return part.type === 'multipart/alternative' ? alternativeText(texts) : joinedText(texts)
  }
  if (isCms(part)) return visitCms(part, on)
  if (isTnef(part) && openTnef(part, on)) return () => ''
  // A multipart whose boundary is missing or wrong has no parts; its words must not vanish.
  if (part.type.startsWith('multipart/')) return () => ownText({ ...part, type: 'text/plain' }, on)
  if (isText(part)) return () => ownText(part, on)
  attach(part, on)
  return () => ''
}

function attach(part: Part, { mail, budget, depth }: Visit): void {
  mail.attachments.push({
    name: safeFileName(part.fileName),
    contentType: part.type,
    pieces: () => decodedPieces(part.body, part.encoding),
  })
  if (!isLetter(part.type) || depth >= deepestLetter) return
  const bytes = openedEnvelope(part, budget)
  if (!bytes) return
  const inner = openMail(bytes, budget, depth + 1)
  if (looksLikeMail(inner.fields)) mail.inner.push(inner)
}

/** The bytes of a part that is opened, null when the mail has cost enough. */
function openedEnvelope(part: Part, budget: Budget): Buffer | null {
  if (budget.envelopes <= 0 || part.body.length > 1.5 * largestEnvelope) return null
  const bytes = decodedStart(part.body, part.encoding, largestEnvelope + 1)
  if (bytes.length > Math.min(largestEnvelope, budget.bytes)) return null
  budget.envelopes--
  budget.bytes -= bytes.length
  return bytes
}

/** RFC 8551 section 3.2: what is signed and not readable as it stands; clients that do not know it call it something else. */
function isCms({ type, fileName }: Part): boolean {
  return (
    /^application\/(?:x-)?pkcs7-mime$/.test(type) ||
    (type === 'application/octet-stream' && /\.p7m$/i.test(fileName))
  )
}

function visitCms(part: Part, on: Visit): TextOf {
  const said = part.params.get('smime-type') ?? ''
  const bytes = openedEnvelope(part, on.budget)
  const cms = bytes ? cmsIn(bytes) : { kind: 'other' as const }
  if (cms.kind === 'encrypted' || (cms.kind === 'other' && /^(?:auth-?)?enveloped-data$/i.test(said)))
    on.mail.protection = 'encrypted'
  if (cms.kind === 'signed') {
    on.mail.protection ??= 'signed'
    return visit(partsOf(cms.content), on)
  }
  attach(part, on)
  return () => ''
}

function isTnef({ type, fileName }: Part): boolean {
  return /^application\/(?:vnd\.)?ms-tnef$/.test(type) || /^winmail\.dat$/i.test(fileName)
}

/** False for what is no TNEF or has nothing in it: then it stays an attachment like any other. */
function openTnef(part: Part, { mail, budget, fallbacks }: Visit): boolean {
  const bytes = openedEnvelope(part, budget)
  const tnef = bytes && tnefIn(bytes)
  if (!tnef || (tnef.files.length === 0 && tnef.text === '' && tnef.html === '' && !tnef.rtf)) return false
  fallbacks.push(...tnefText(tnef, budget))
  for (const file of tnef.files)
    mail.attachments.push({
      name: safeFileName(file.name),
      contentType: file.contentType.toLowerCase() || 'application/octet-stream',
      pieces: () => [file.bytes],
    })
  return true
}

function ownText(part: Part, { mail, budget }: Visit): string {
  const text = leafText(part, budget)
  if (pgpIn(text) === 'encrypted') mail.protection = 'encrypted'
  else if (pgpIn(text) === 'signed') mail.protection ??= 'signed'
  if (part.type !== 'text/plain') return text
  const { text: rest, files } = takeUuFiles(text)
  for (const { name, bytes } of files)
    mail.attachments.push({
      name: safeFileName(name),
      contentType: 'application/octet-stream',
      pieces: () => [bytes],
    })
  return rest
}

export function isLetter(type: string): boolean {
  return /^message\/(?:rfc822|global|news)$/.test(type)
}

/** Text that belongs to the letter. Other kinds of text (calendars, cards, tables) are files. */
function isText({ type, disposition, fileName }: Part): boolean {
  if (disposition === 'attachment') return false
  return (
    type === 'text/plain' ||
    type === 'text/html' ||
    (fileName === '' && /^text\/(?:enriched|richtext|markdown)$/.test(type))
  )
}
