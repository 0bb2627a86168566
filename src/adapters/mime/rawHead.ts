import { decodeText } from './charset.ts'

const LF = 0x0a
const CR = 0x0d

/**
 * The mail with a head that a parser can trust: no byte order mark or blank lines before it, line ends with LF, and raw
 * 8-bit characters as UTF-8 (RFC 6532) also when the sender wrote them in Latin-1. The body stays as it is.
 */
export function withReadableHead(raw: Buffer): Buffer {
  let start = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0
  while (raw[start] === LF || raw[start] === CR) start++
  const mail = withLineFeeds(start === 0 ? raw : raw.subarray(start))
  const end = headEnd(mail)
  const head = mail.subarray(0, end)
  if (isAscii(head)) return mail
  const lines: Buffer[] = []
  for (let from = 0; from < end; ) {
    const lineEnd = head.indexOf(LF, from)
    const to = lineEnd < 0 ? end : lineEnd + 1
    const line = head.subarray(from, to)
    lines.push(isAscii(line) ? line : readableLine(line))
    from = to
  }
  return Buffer.concat([...lines, mail.subarray(end)])
}

/** Some programs put raw bytes even into encoded words (RFC 2047); these are in the word's own charset. */
function readableLine(line: Buffer): Buffer {
  const escaped = line
    .toString('latin1')
    .replace(/=\?[^?\s]{1,60}\?[Qq]\?[^?\r\n]*\?=/g, word =>
      word.replace(/[\x80-\xff]/g, char => `=${char.charCodeAt(0).toString(16).toUpperCase()}`),
    )
  return Buffer.from(decodeText(Buffer.from(escaped, 'latin1'), ''))
}

/** Old Macs ended lines with a lone CR; only then is there no LF at all. */
function withLineFeeds(mail: Buffer): Buffer {
  if (mail.includes(LF) || !mail.includes(CR)) return mail
  const copy = Buffer.from(mail)
  for (let i = copy.indexOf(CR); i >= 0; i = copy.indexOf(CR, i + 1)) copy[i] = LF
  return copy
}

/** Index behind the blank line that ends the headers; the length if there is none. */
export function headEnd(mail: Buffer): number {
  for (let i = mail.indexOf(LF); i >= 0; i = mail.indexOf(LF, i + 1)) {
    if (mail[i + 1] === LF) return i + 2
    if (mail[i + 1] === CR && mail[i + 2] === LF) return i + 3
  }
  return mail.length
}

function isAscii(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte > 127) return false
  return true
}
