import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { LetterOut } from '../types.ts'

/** A letter as bytes and for whom; or why there can be none. */
export type WrittenLetter =
  | { kind: 'written'; bytes: Buffer; envelope: { from: string; to: string[]; size: number } }
  | { kind: 'impossible'; reason: string }

/** RFC 5321 4.1.2 without quoted local parts, which hardly anybody has; no spaces, brackets, commas, controls. */
const mailAddress = /^[^\s"(),:;<>@[\\\]\p{Cc}]+@[^\s"(),:;<>@[\\\]\p{Cc}]+$/u

/** A line has at most 998 characters (RFC 5322 2.1.1), and an id cannot be folded; the name of its header stands before it. */
const longestId = 900
/** Programs cite whole years; the last ones are the nearest (RFC 5322 3.6.4). */
const mostReferences = 20

const messageId = /^<[^\s<>\p{Cc}]+@[^\s<>\p{Cc}]+>$/u

/** These belong to the letter itself; a header of the same name beside them would contradict or hide them. */
const ownHeaders =
  /^(from|sender|to|cc|bcc|subject|date|message-id|in-reply-to|references|mime-version|return-path|content-.*)$/i

/**
 * The whole letter: the same LetterOut gives the same bytes for ever, so that a repeated attempt is recognisable
 * and the copy in "Sent" is the letter that left. Nothing in it can add a header line or a recipient.
 */
export async function letterBytes(letter: LetterOut): Promise<WrittenLetter> {
  const fault = faultOf(letter)
  if (fault) return { kind: 'impossible', reason: fault }
  const composer = new MailComposer({
    from: { name: oneLine(letter.from.name), address: letter.from.address },
    to: { name: '', address: letter.to },
    subject: oneLine(letter.subject),
    messageId: letter.messageId,
    // Ids that came in with a citizen's letter may be anything; those that are none, or fit in no line, are left out.
    inReplyTo: letter.inReplyTo && mayCite(letter.inReplyTo) ? letter.inReplyTo : undefined,
    references: letter.references.filter(mayCite).slice(-mostReferences),
    date: new Date(letter.date),
    headers: Object.fromEntries(
      Object.entries(letter.headers).map(([name, value]) => [name, oneLine(value)]),
    ),
    text: withCrLf(letter.text),
    html: withCrLf(letter.html),
    attachments: (letter.attachments ?? []).map(attached),
    encoding: 'quoted-printable',
    newline: 'win',
    // nodemailer would draw lots; derived from the content it is fixed and cannot occur in it.
    baseBoundary: digestOf(letter).slice(0, 32),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const node = composer.compile()
  const { from, to } = node.getEnvelope()
  const bytes = endingInCrLf(await node.build())
  return { kind: 'written', bytes, envelope: { from: from || '', to, size: bytes.length } }
}

/** Of files their digest: the bytes written out as JSON would take several times their size. */
function digestOf({ attachments = [], ...letter }: LetterOut): string {
  const files = attachments.map(({ name, contentType, content }) => [
    name,
    contentType,
    createHash('sha256').update(content).digest('hex'),
  ])
  // Letters without files keep the digest that they had before there were any.
  const whole = files.length > 0 ? [letter, files] : letter
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex')
}

const mediaType = /^(?!message\/|multipart\/)[a-z]+\/[\w.+-]{1,100}$/i

/** Always a file to be saved, in base64: its bytes arrive as they are. The name is encoded by RFC 2231 where it must be. */
function attached({ name, contentType, content }: NonNullable<LetterOut['attachments']>[number]) {
  return {
    filename: oneLine(name).split(/[/\\]/).at(-1) || 'Anlage',
    // RFC 2046 5.2.1 forbids base64 for an enclosed message: as bytes it arrives unchanged.
    contentType: mediaType.test(contentType) ? contentType : 'application/octet-stream',
    contentDisposition: 'attachment' as const,
    contentTransferEncoding: 'base64' as const,
    content,
  }
}

const mayCite = (id: string) => messageId.test(id) && Buffer.byteLength(id) <= longestId

function faultOf(letter: LetterOut): string | null {
  if (!mailAddress.test(letter.to)) return 'die Empfängeradresse ist keine Mailadresse'
  if (!mailAddress.test(letter.from.address)) return 'die Absenderadresse ist keine Mailadresse'
  if (!messageId.test(letter.messageId)) return 'die Message-ID ist ungültig'
  if (Number.isNaN(new Date(letter.date).getTime())) return 'das Datum ist ungültig'
  const bad = Object.keys(letter.headers).find(
    name => !/^[A-Za-z][A-Za-z0-9-]*$/.test(name) || ownHeaders.test(name),
  )
  return bad === undefined ? null : `die Kopfzeile „${oneLine(bad)}“ ist nicht erlaubt`
}

/** A decoded subject of a citizen may hold line breaks; in a header they would begin the next one. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

const withCrLf = (text: string) => text.replace(/\r\n|\r|\n/g, '\r\n')

/** The end mark is a dot on a line of its own (RFC 5321 4.1.1.4): the letter itself must end with its line. */
const endingInCrLf = (bytes: Buffer) =>
  bytes.subarray(-2).toString('latin1') === '\r\n' ? bytes : Buffer.concat([bytes, Buffer.from('\r\n')])
