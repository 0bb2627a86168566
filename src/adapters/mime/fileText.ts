import { decodeText } from './charset.ts'
import { htmlText } from './htmlText.ts'
import { rtfText } from './rtf.ts'

/** A longer file is no note that somebody wrote; bytes. */
export const longestFileText = 256 * 1024

/** Types whose bytes are no text, whatever they hold; those of mail servers are read by the rules for bounces. */
const noText = /^(?:image|audio|video|font|model|message)\/|^application\/(?:pdf|zip|pgp-|pkcs|x-pkcs|vnd\.)/

/** Whether a file of this type may turn out to be text: its name and what the sender says of it prove nothing. */
export function mayBeText(type: string): boolean {
  return !noText.test(type) || type === 'image/svg+xml'
}

/** The words of a file that is text by its content, whatever it is called; '' for every other one. */
export function fileText(bytes: Buffer, charset: string): string {
  const head = bytes.subarray(0, 4096)
  const wide = byteOrder(head)
  if (wide === null && head.some(byte => byte < 9 || (byte > 13 && byte < 27))) return ''
  const text = decodeText(bytes, wide ?? charset).replace(/^\ufeff/, '')
  const start = text.slice(0, 1000).trimStart()
  if (start.startsWith('{\\rtf')) return rtfText(text)
  if (/^begin:vcalendar\b/i.test(start)) return calendarText(text)
  if (/^<\?xml\b/i.test(start) && !/<html\b/i.test(start)) return markupText(text)
  return /^<[!a-z]/i.test(start) ? htmlText(text) : text.replaceAll('\r\n', '\n')
}

/** Whether a file begins like a mail: programs send letters as application/octet-stream too. */
export function beginsLikeMail(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 2000).toString('latin1')
  return (
    /^(?:[!-9;-~]{1,70}:[^\n]*\r?\n(?:[ \t][^\n]*\n)*){2}/.test(start) &&
    /^(?:from|received|return-path|date|subject|mime-version|message-id):/im.test(start)
  )
}

function byteOrder(head: Buffer): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null
}

/** RFC 5545 sections 3.1 and 3.3.11: folded lines, escaped line breaks; what people write into an appointment. */
function calendarText(text: string): string {
  return [
    ...text
      .replace(/\r?\n[ \t]/g, '')
      .matchAll(/^(?:SUMMARY|DESCRIPTION|COMMENT|LOCATION)[^:\n]{0,200}:([^\r\n]*)/gim),
  ]
    .map(([, value = '']) => value.replace(/\\[nN]/g, '\n').replace(/\\([\\;,])/g, '$1'))
    .join('\n')
}

/** Elements of XML end no word where they stand between letters only by chance; each counts as a blank. */
function markupText(text: string): string {
  return text
    .replace(/<!\[CDATA\[|\]\]>/g, ' ')
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/&#(x?)([0-9a-f]{1,6});/gi, (_, hex: string, code: string) =>
      letterOf(Number.parseInt(code, hex ? 16 : 10)),
    )
}

function letterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' '
}
