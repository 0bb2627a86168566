import { uudecoded } from './uuencode.ts'

/** So many encoded bytes are decoded at once: an attachment of any size passes through without ever being whole in memory. */
const pieceBytes = 256 * 1024

/** The bytes behind a transfer encoding (RFC 2045 section 6), piece by piece. Broken encodings give what can be had. */
export function* decodedPieces(body: Buffer, encoding: string): Generator<Buffer> {
  if (encoding === 'base64' || encoding === 'b' || encoding === 'base-64') yield* fromBase64(body)
  else if (/^(?:quoted-printable|quotedprintable|q)$/.test(encoding)) yield* fromQuotedPrintable(body)
  else if (/^x?-?uu(?:e|encode)$/.test(encoding)) yield uudecoded(body)
  else if (body.length > 0) yield body
}

/** The first `most` bytes of it, in one. */
export function decodedStart(body: Buffer, encoding: string, most: number): Buffer {
  // No encoding makes more of a byte than itself, and none needs more than three for one plus line breaks.
  const pieces: Buffer[] = []
  let length = 0
  for (const piece of decodedPieces(body.subarray(0, 4 * most + 1024), encoding)) {
    pieces.push(piece)
    length += piece.length
    if (length >= most) break
  }
  const all = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
  return all.length > most ? all.subarray(0, most) : all
}

function* fromBase64(body: Buffer): Generator<Buffer> {
  let at = 0
  while (at < body.length) {
    const to = at + pieceBytes >= body.length ? body.length : pieceEnd(body, at)
    const text = body.toString('latin1', at, to)
    const padding = text.indexOf('=')
    const ended = padding >= 0 && /[^=\s]/.test(text.slice(padding))
    if (ended || !isWhole(text, to === body.length)) return yield* fromIrregularBase64(body.subarray(at))
    const bytes = Buffer.from(text, 'base64')
    if (bytes.length > 0) yield bytes
    at = to
  }
}

/** Whether a piece ends between two groups of four characters; two more then give exactly one more byte. */
function isWhole(text: string, last: boolean): boolean {
  return last || Buffer.from(`${text}AA`, 'base64').length % 3 === 1
}

const PAD = 0x3d
const base64Value = new Int8Array(256).fill(-1)
for (const [value, char] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  base64Value[char.charCodeAt(0)] = value

/** Lines of any length, padding in the middle (several encodings one after another), foreign characters. */
function* fromIrregularBase64(body: Buffer): Generator<Buffer> {
  let out = Buffer.allocUnsafe(pieceBytes)
  let length = 0
  let bits = 0
  let count = 0
  for (let i = 0; i < body.length; i++) {
    const value = base64Value[body[i]!]!
    if (value < 0) {
      if (body[i] === PAD) count = 0
      continue
    }
    bits = ((bits << 6) | value) & 0xffffff
    count += 6
    if (count < 8) continue
    count -= 8
    out[length++] = (bits >> count) & 0xff
    if (length < pieceBytes) continue
    yield out
    out = Buffer.allocUnsafe(pieceBytes)
    length = 0
  }
  if (length > 0) yield out.subarray(0, length)
}

const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const TAB = 0x09

const hexValue = new Int8Array(256).fill(-1)
for (let i = 0; i < 16; i++) {
  hexValue['0123456789ABCDEF'.charCodeAt(i)] = i
  hexValue['0123456789abcdef'.charCodeAt(i)] = i
}

function* fromQuotedPrintable(body: Buffer): Generator<Buffer> {
  if (!body.includes(PAD) && !/[ \t]\r?\n/.test(body.toString('latin1', 0, 4096))) return yield body
  for (let at = 0; at < body.length; ) {
    const to = at + pieceBytes >= body.length ? body.length : pieceEnd(body, at)
    yield quotedPrintable(body.subarray(at, to))
    at = to
  }
}

/** RFC 2045 section 6.7: blanks at the end of a line were added on the way and go, "=" there joins the lines. */
function quotedPrintable(line: Buffer): Buffer {
  const out = Buffer.allocUnsafe(line.length)
  let length = 0
  /** Where blanks begin that may turn out to stand at the end of a line. */
  let blanks = -1
  for (let i = 0; i < line.length; i++) {
    const byte = line[i]!
    if (byte === PAD) {
      const high = hexValue[line[i + 1] ?? 0]!
      const low = hexValue[line[i + 2] ?? 0]!
      if (high >= 0 && low >= 0) {
        out[length++] = high * 16 + low
        i += 2
      } else {
        const end = softBreak(line, i + 1)
        if (end < 0) out[length++] = byte
        else i = end - 1
      }
      blanks = -1
    } else if (byte === LF || byte === CR) {
      if (blanks >= 0) length = blanks
      blanks = -1
      out[length++] = byte
    } else {
      if (byte !== SPACE && byte !== TAB) blanks = -1
      else if (blanks < 0) blanks = length
      out[length++] = byte
    }
  }
  return out.subarray(0, length)
}

/** Index behind the line break that follows "=", -1 when something else follows. */
function softBreak(body: Buffer, at: number): number {
  let i = at
  while (i < body.length && (body[i] === SPACE || body[i] === TAB)) i++
  if (i >= body.length) return i
  if (body[i] === CR) i++
  else if (body[i] !== LF) return -1
  return body[i] === LF ? i + 1 : i
}

/** Behind a line break, so that no line is torn; in a line that is too long, not inside "=XX". */
function pieceEnd(body: Buffer, at: number): number {
  const piece = body.subarray(at, at + pieceBytes)
  const end = piece.lastIndexOf(LF)
  if (end > pieceBytes / 2) return at + end + 1
  const cutAt = piece.subarray(-2).indexOf(PAD)
  return at + pieceBytes - (cutAt < 0 ? 0 : 2 - cutAt)
}
