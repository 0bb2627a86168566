import { decodeText } from './charset.ts'

/** RFC 2047 section 2; the language of RFC 2231 section 5 is dropped. Raw bytes inside, against the rules, are understood. */
const word = /=\?([^?*\s]{1,60})(?:\*[^?\s]{0,40})?\?([bBqQ])\?([^?\r\n]*)\?=/
const words = new RegExp(`${word.source}(?:\\s*${word.source})*`, 'g')
const each = new RegExp(word.source, 'g')

/**
 * The body of a header field as people read it: encoded words decoded, raw 8-bit characters as UTF-8 (RFC 6532) or what the
 * sender wrote instead. `raw` has one character a byte.
 */
export function decodedWords(raw: string): string {
  if (!raw.includes('=?')) return decoded8Bit(raw)
  let text = ''
  let at = 0
  for (const run of raw.matchAll(words)) {
    text += decoded8Bit(raw.slice(at, run.index)) + decodedRun(run[0])
    at = run.index + run[0].length
  }
  return text + decoded8Bit(raw.slice(at))
}

/** Beyond every character that stands for a byte; so many encoded words one header may have. */
const firstMask = 0xf0000
const mostMasks = 0xfffd

/**
 * A header with one character in place of each run of encoded words, so that none of their characters is taken for syntax
 * (RFC 2047 section 6.2: taken apart first, decoded afterwards). `unmasked` puts the runs back.
 */
export function maskedWords(raw: string): { masked: string; unmasked(text: string): string } {
  if (!raw.includes('=?')) return { masked: raw, unmasked: text => text }
  const runs: string[] = []
  const masked = raw.replace(words, run =>
    runs.length < mostMasks ? String.fromCodePoint(firstMask + runs.push(run) - 1) : run,
  )
  return {
    masked,
    unmasked: text =>
      text.replace(/[\u{f0000}-\u{ffffd}]/gu, mark => runs[mark.codePointAt(0)! - firstMask] ?? mark),
  }
}

/** Neighbours of one charset are joined before they are decoded: programs cut characters in two. */
function decodedRun(run: string): string {
  const groups: { charset: string; bytes: Buffer[] }[] = []
  for (const [, charset = '', encoding = '', content = ''] of run.matchAll(each)) {
    const bytes = encoding.toLowerCase() === 'b' ? Buffer.from(content, 'base64') : fromQ(content)
    const last = groups.at(-1)
    if (last?.charset === charset.toLowerCase()) last.bytes.push(bytes)
    else groups.push({ charset: charset.toLowerCase(), bytes: [bytes] })
  }
  return groups.map(({ charset, bytes }) => decodeText(Buffer.concat(bytes), charset)).join('')
}

/** RFC 2047 section 4.2. */
function fromQ(content: string): Buffer {
  const text = content
    .replaceAll('_', ' ')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(text, 'latin1')
}

/** Characters that stand for bytes, as text. */
export function decoded8Bit(raw: string): string {
  return /[\x80-\xff]/.test(raw) ? decodeText(Buffer.from(raw, 'latin1'), '') : raw
}
