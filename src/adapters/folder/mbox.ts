import { open } from 'node:fs/promises'

const LF = 0x0a
const F = 0x46
const GT = 0x3e

/** RFC 4155 appendix A: "From " + address + asctime date; the date is what tells it from a sentence. */
const dated = /^From .{0,300}\b\d{1,2}:\d{2}(?::\d{2})?\b.{0,40}\b(?:19|20)\d{2}\b/
const headerLike =
  /^(?:Received|Return-Path|Delivered-To|X-[A-Za-z0-9-]+|Message-I[Dd]|From|Date|To|Subject|MIME-Version|Content-Type|DKIM-Signature|Authentication-Results|Status):/i

/** Whether a file that starts with these bytes is an mbox. */
export function startsLikeMbox(start: Buffer): boolean {
  const [first = '', second = ''] = start.toString('latin1').split(/\r?\n/, 2)
  return (
    first.startsWith('From ') &&
    (dated.test(first) || headerLike.test(second) || /^From\s+-?\s*$/.test(first))
  )
}

/** A mail of an mbox. `raw` is null when it is too long; `start` is its first 256 KB, `size` its bytes. */
export type MboxMail = { number: number; size: number; start: Buffer; raw: Buffer | null }

/** So much is kept of a mail that is too long: enough for its headers. */
const startLength = 256 * 1024

/**
 * The mails of an mbox one after another, each with its place in the file (from 1). Reads as it goes: only the
 * mail at hand is in memory. Understands mboxrd and mboxo (one ">" is taken off ">From "), LF and CRLF. Of a mail longer
 * than `maxBytes` comes only its `start`.
 */
export async function* mailsInMbox(file: string, maxBytes: number): AsyncGenerator<MboxMail> {
  const mail = newCollector(maxBytes)
  let number = 0
  let afterBlank = true
  /** A line "From " without a date: the line after it decides whether it parts two mails. */
  let doubtful: Buffer | null = null
  for await (const line of linesOf(file)) {
    if (doubtful) {
      const parts = headerLike.test(line.subarray(0, 200).toString('latin1'))
      if (parts) {
        if (number > 0) yield { number, ...mail.take() }
        number++
      } else mail.add(doubtful)
      doubtful = null
    }
    const opens = afterBlank && line[0] === F && line.subarray(0, 5).toString('latin1') === 'From '
    afterBlank = line.length <= 2 && (line[0] === LF || line[1] === LF)
    if (!opens) mail.add(isQuotedFrom(line) ? line.subarray(1) : line)
    else if (number === 0 || dated.test(line.subarray(0, 500).toString('latin1'))) {
      if (number > 0) yield { number, ...mail.take() }
      number++
    } else doubtful = line
  }
  if (doubtful) mail.add(doubtful)
  if (number > 0) yield { number, ...mail.take() }
}

/** ">From ", ">>From " … at the start of a line. */
function isQuotedFrom(line: Buffer): boolean {
  if (line[0] !== GT) return false
  let i = 1
  while (line[i] === GT) i++
  return line[i] === F && line.subarray(i, i + 5).toString('latin1') === 'From '
}

function newCollector(maxBytes: number) {
  let parts: Buffer[] = []
  let size = 0
  return {
    add(line: Buffer) {
      const before = size
      size += line.length
      if (size <= maxBytes || before < startLength) parts.push(line)
      // In the moment in which it becomes too long all but its start is forgotten.
      if (size > maxBytes && before <= maxBytes) parts = [Buffer.concat(parts).subarray(0, startLength)]
    },
    /** The bytes so far without the blank line before the next mail. */
    take(): Omit<MboxMail, 'number'> {
      const bytes = Buffer.concat(parts)
      const raw = size <= maxBytes ? withoutLastBlank(bytes) : null
      const taken = { size: raw?.length ?? size, start: bytes.subarray(0, startLength), raw }
      parts = []
      size = 0
      return taken
    },
  }
}

function withoutLastBlank(mail: Buffer): Buffer {
  const end = mail.length
  if (mail[end - 1] === LF && mail[end - 2] === LF) return mail.subarray(0, end - 1)
  if (mail[end - 1] === LF && mail[end - 2] === 0x0d && mail[end - 3] === LF) return mail.subarray(0, end - 2)
  return mail
}

/** Lines with their ends. A line without end for longer than a mebibyte comes in pieces. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const handle = await open(file)
  try {
    let rest: Buffer = Buffer.alloc(0)
    for await (const chunk of handle.createReadStream({ highWaterMark: 256 * 1024, autoClose: false })) {
      const block: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer)
      let from = 0
      for (let at = block.indexOf(LF); at >= 0; at = block.indexOf(LF, from)) {
        yield block.subarray(from, at + 1)
        from = at + 1
      }
      rest = block.subarray(from)
      if (rest.length > 1024 * 1024) {
        yield rest
        rest = Buffer.alloc(0)
      }
    }
    if (rest.length > 0) yield rest
  } finally {
    await handle.close()
  }
}
