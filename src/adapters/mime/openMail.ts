import { createHash } from 'node:crypto'
import type { AsideText } from '../../domain/mail/letter.ts'
import { alternativeText } from './alternatives.ts'
import { decodeText } from './charset.ts'
import type { Field } from './field.ts'
import { safeFileName } from './fileName.ts'
import { beginsLikeMail, fileText, longestFileText, mayBeText } from './fileText.ts'
import { looksLikeMail } from './headers.ts'
import { type Content, type Part, partsOf } from './partsOf.ts'
import { blank, joinedText, leafText, type TextOf } from './partText.ts'
import { pgpIn, withoutPgpMarks } from './pgp.ts'
import { headEnd } from './rawHead.ts'
import { cmsIn } from './signedData.ts'
import { tnefIn } from './tnef.ts'
import { tnefText } from './tnefText.ts'
import { typeBytes } from './trueType.ts'
import { takeUuFiles } from './uuencode.ts'

/** Something attached. */
export interface Attached extends Content {
  /** Safe to show; '' when the sender gave none. */
  name: string
  /** What the sender says it is, lower case. */
  contentType: string
}

export interface OpenMail {
  fields: Field[]
  text: string
  attachments: Attached[]
  /** Letters that lie in this one as message/rfc822. */
  inner: OpenMail[]
  /** What is read for danger only. */
  aside: AsideText[]
  protection: 'signed' | 'encrypted' | null
}

/** What one mail may cost, everything inside it together. */
export interface Budget {
  /** Bytes of text that are decoded: strings of tens of megabytes overrun the heap of a thread in one step. */
  text: number
  /** Bytes of text that are held until it is known which of them are decoded. */
  held: number
  /** Bytes of attached files that are held because they may be text. */
  files: number
  /** Envelopes (TNEF, S/MIME, enclosed letters) that are opened, and bytes in them. */
  envelopes: number
  bytes: number
  /** true: attachments keep all their bytes, because somebody wants one of them. */
  whole: boolean
}

export const budgetOfMail = (whole = false): Budget => ({
  text: 4 * 1024 * 1024,
  held: 16 * 1024 * 1024,
  files: 4 * 1024 * 1024,
  envelopes: 50,
  bytes: 100 * 1024 * 1024,
  whole,
})

/** A letter in a letter in a letter: deeper ones are listed, not opened. */
const deepestLetter = 5
/** An envelope of more is not opened: it would have to be in memory as a whole. */
const largestEnvelope = 20 * 1024 * 1024
const mostAttachments = 1000

/** Takes a mail apart, with what lies in envelopes in it; bounded by `budget`. Rejects when mailparser gives it up. */
export async function openMail(raw: Buffer, budget: Budget = budgetOfMail(), depth = 0): Promise<OpenMail> {
  const root = await partsOf(raw, part => bytesWanted(part, budget))
  const mail: OpenMail = {
    fields: root.fields,
    text: '',
    attachments: [],
    inner: [],
    aside: [],
    protection: null,
  }
  const fallbacks: string[] = []
  const own = (await visit(root, { mail, budget, depth, fallbacks }))()
  // A multipart whose boundary is missing or wrong has no parts; its words must not vanish.
  if (root.type.startsWith('multipart/') && root.children.length === 0)
    fallbacks.push(decodeText(raw.subarray(headEnd(raw)).subarray(0, budget.text), ''))
  mail.text = (blank(own) ? (fallbacks.find(each => !blank(each)) ?? '') : own)
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
  if (pgpIn(mail.text) === 'signed') mail.text = withoutPgpMarks(mail.text).trim()
  return mail
}

/** How much of a part stays in memory: text as far as it may be decoded, envelopes, and of the rest what tells its true type. */
function bytesWanted(part: Part, budget: Budget): number {
  if (budget.whole) return Number.POSITIVE_INFINITY
  if (isText(part)) {
    const most = Math.min(budget.text, budget.held)
    budget.held -= most
    return most
  }
  if (isLetter(part.type) || isCms(part) || isTnef(part)) return largestEnvelope + 1
  if (!mayBeText(part.type) || budget.files < longestFileText) return typeBytes
  budget.files -= longestFileText
  return longestFileText
}

/** All that is attached, that of enclosed letters behind the letter's own; positions in letters count from 0 in this list. */
export function attachmentsOf(mail: OpenMail): Attached[] {
  return [...mail.attachments, ...mail.inner.flatMap(attachmentsOf)].slice(0, mostAttachments)
}

/** What is read for danger only, of enclosed letters too. */
export function asideOf(mail: OpenMail): AsideText[] {
  return [...mail.aside, ...mail.inner.flatMap(asideOf)]
}

interface Visit {
  mail: OpenMail
  budget: Budget
  depth: number
  /** Texts that count when the letter has none of its own. */
  fallbacks: string[]
}

const noText: TextOf = () => ''

/** Notes what is attached, in order, and gives back how to get the text. */
async function visit(part: Part, on: Visit): Promise<TextOf> {
  if (part.type === 'multipart/encrypted') on.mail.protection = 'encrypted'
  if (part.type === 'multipart/signed') on.mail.protection ??= 'signed'
  if (part.children.length > 0) {
    const texts: { type: string; text: TextOf }[] = []
    for (const child of part.children) texts.push({ type: child.type, text: await visit(child, on) })
    if (part.type !== 'multipart/alternative') return joinedText(texts)
    return alternativeText(texts, text => on.mail.aside.push({ from: 'alternative', text }))
  }
  if (!part.content) return noText
  if (isCms(part)) return visitCms(part, part.content, on)
  if (isTnef(part) && (await openTnef(part.content, on))) return noText
  if (isText(part)) return () => ownText(part, on)
  await attach(part, part.content, on)
  return noText
}

async function attach(part: Part, content: Content, on: Visit): Promise<void> {
  on.mail.attachments.push({ ...content, name: safeFileName(part.fileName), contentType: part.type })
  if (!isLetter(part.type)) return readAside(content, on, part)
  const inner = await openInner(content, on)
  if (inner) on.mail.inner.push(inner)
}

async function openInner(content: Content, { budget, depth }: Visit): Promise<OpenMail | null> {
  if (depth >= deepestLetter || !mayOpen(content, budget)) return null
  // A broken enclosure does not make the letter around it unreadable.
  const inner = await openMail(content.bytes, budget, depth + 1).catch(() => null)
  return inner && looksLikeMail(inner.fields) ? inner : null
}

/** Takes down the words of a small file. Whoever wants the bytes of an attachment reads no words. */
async function readAside(
  content: Content,
  on: Visit,
  { type, params }: Pick<Part, 'type' | 'params'>,
): Promise<void> {
  const { size, bytes } = content
  if (on.budget.whole || size > longestFileText || bytes.length < size) return
  if (type === 'text/rfc822-headers' || type.startsWith('message/')) return
  const letter = beginsLikeMail(bytes) ? await openInner(content, on) : null
  const text = letter?.text ?? fileText(bytes, params.get('charset') ?? '')
  if (!blank(text)) on.mail.aside.push({ from: 'attachment', text })
  if (letter) on.mail.aside.push(...asideOf(letter).map(each => ({ ...each, from: 'attachment' as const })))
}

/** Counts an envelope that is opened; false when the mail has cost enough. */
function mayOpen({ size }: Content, budget: Budget): boolean {
  if (budget.envelopes <= 0 || size > Math.min(largestEnvelope, budget.bytes)) return false
  budget.envelopes--
  budget.bytes -= size
  return true
}

/** RFC 8551 section 3.2: what is signed and not readable as it stands; clients that do not know it call it something else. */
function isCms({ type, fileName }: Part): boolean {
  return (
    /^application\/(?:x-)?pkcs7-mime$/.test(type) ||
    (type === 'application/octet-stream' && /\.p7m$/i.test(fileName))
  )
}

async function visitCms(part: Part, content: Content, on: Visit): Promise<TextOf> {
  const { mail, budget } = on
  const said = part.params.get('smime-type') ?? ''
  const cms = mayOpen(content, budget) ? cmsIn(content.bytes) : { kind: 'other' as const }
  if (cms.kind === 'encrypted' || (cms.kind === 'other' && /^(?:auth-?)?enveloped-data$/i.test(said)))
    mail.protection = 'encrypted'
  if (cms.kind === 'signed') {
    const inside = await partsOf(cms.content, each => bytesWanted(each, budget)).catch(() => null)
    if (inside) {
      mail.protection ??= 'signed'
      return visit(inside, on)
    }
  }
  await attach(part, content, on)
  return noText
}

function isTnef({ type, fileName }: Part): boolean {
  return /^application\/(?:vnd\.)?ms-tnef$/.test(type) || /^winmail\.dat$/i.test(fileName)
}

/** False for what is no TNEF or has nothing in it: then it stays an attachment like any other. */
async function openTnef(content: Content, on: Visit): Promise<boolean> {
  const { mail, budget, fallbacks } = on
  const tnef = mayOpen(content, budget) ? tnefIn(content.bytes) : null
  if (!tnef || (tnef.files.length === 0 && tnef.text === '' && tnef.html === '' && !tnef.rtf)) return false
  fallbacks.push(...tnefText(tnef, budget))
  for (const file of tnef.files) {
    const inside = contentOf(file.bytes)
    const contentType = file.contentType.toLowerCase() || 'application/octet-stream'
    mail.attachments.push({ ...inside, name: safeFileName(file.name), contentType })
    await readAside(inside, on, { type: contentType, params: new Map() })
  }
  return true
}

function ownText(part: Part, { mail, budget }: Visit): string {
  const text = leafText(part, budget)
  if (pgpIn(text) === 'encrypted') mail.protection = 'encrypted'
  else if (pgpIn(text) === 'signed') mail.protection ??= 'signed'
  if (part.type !== 'text/plain') return text
  const { text: rest, files } = takeUuFiles(text)
  for (const { name, bytes } of files) {
    const contentType = 'application/octet-stream'
    mail.attachments.push({ ...contentOf(bytes), name: safeFileName(name), contentType })
    const words = bytes.length > longestFileText ? '' : fileText(bytes, '')
    if (!blank(words)) mail.aside.push({ from: 'attachment', text: words })
  }
  return rest
}

function contentOf(bytes: Buffer): Content {
  return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), bytes }
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
