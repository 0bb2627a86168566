import { decodeText } from './charset.ts'
import { decoded8Bit, decodedWords } from './encodedWords.ts'

/** A structured field such as "multipart/mixed; boundary=x". */
export interface Structured {
  /** Before the first semicolon, lower case, without comments and blanks. */
  value: string
  /** By lower-case name; values decoded. */
  params: ReadonlyMap<string, string>
}

const longest = 64 * 1024
/** Unquoted values; bounded because taking comments out costs the square of the length. */
const longestToken = 2000
const mostParameters = 200
/** name = value, the value quoted or not; a broken quote ends at the end. */
const parameter = /;\s*([^\s=;"]{1,200})\s*=\s*(?:"((?:[^"\\]|\\[\s\S])*)(?:"|$)|([^;]*))/g
/** RFC 2231: name, number of the piece, star for "percent-encoded". */
const extended = /^([^*]+)(?:\*(\d{1,4}))?(\*)?$/

interface Piece {
  text: string
  percent: boolean
}

/** Content-Type and Content-Disposition (RFC 2045 section 5.1, RFC 2183), with the continuations of RFC 2231. */
export function structured(raw: string | undefined): Structured {
  const text = (raw ?? '')
    .slice(0, longest)
    .replace(/\r?\n(?=[ \t])/g, '')
    .replace(/[\r\n]+/g, ' ')
  const semicolon = text.indexOf(';')
  const value = text
    .slice(0, semicolon < 0 ? longestToken : Math.min(semicolon, longestToken))
    .replace(/\([^)]*\)/g, ' ')
    .trim()
  return {
    // "application/pdf name=x.pdf", as some programs write, is application/pdf.
    value: value.toLowerCase().split(/[\s,(]/, 1)[0] ?? '',
    params: parameters(semicolon < 0 ? missingSemicolon(value) : text.slice(semicolon)),
  }
}

function missingSemicolon(value: string): string {
  const space = value.search(/\s\S+\s*=/)
  return space < 0 ? '' : `;${value.slice(space)}`
}

function parameters(text: string): Map<string, string> {
  const pieces = new Map<string, Map<number, Piece>>()
  let count = 0
  for (const [, name = '', quoted, bare = ''] of text.matchAll(parameter)) {
    if (++count > mostParameters) break
    const parts = extended.exec(name.toLowerCase())
    if (!parts) continue
    const [, base = '', number, star] = parts
    const value =
      quoted === undefined
        ? bare
            .slice(0, longestToken)
            .replace(/\s\([^)]*\)\s*$/, '')
            .trim()
        : unescaped(quoted)
    const of = pieces.get(base) ?? new Map<number, Piece>()
    // Plainly said and extended: RFC 2231 section 3 prefers the extended one, which comes at -1 here.
    const at = number === undefined ? (star ? -1 : -2) : Number(number)
    if (!of.has(at)) of.set(at, { text: value, percent: star !== undefined })
    pieces.set(base, of)
  }
  return new Map([...pieces].map(([name, of]) => [name, joined(of)]))
}

function unescaped(quoted: string): string {
  // Windows paths are not meant as escapes; a quote and a backslash may be.
  return quoted.replace(/\\(["\\])/g, '$1')
}

function joined(pieces: Map<number, Piece>): string {
  const single = pieces.get(-1)
  const numbered = [...pieces.keys()].filter(at => at >= 0).sort((a, b) => a - b)
  if (single) return decodedExtended([single])
  if (numbered.length > 0) return decodedExtended(numbered.map(at => pieces.get(at)!))
  return decodedWords(pieces.get(-2)!.text)
}

/** charset'language'percent-encoded; the charset stands before the first piece only. */
function decodedExtended(pieces: Piece[]): string {
  const [first] = pieces
  let charset = ''
  if (first?.percent) {
    const said = /^([^']{0,60})'[^']{0,60}'/.exec(first.text)
    charset = said?.[1] ?? ''
    if (said) first.text = first.text.slice(said[0].length)
  }
  if (!pieces.some(piece => piece.percent)) return decodedWords(pieces.map(piece => piece.text).join(''))
  const bytes = pieces.map(({ text, percent }) =>
    percent
      ? text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : text,
  )
  const all = bytes.join('')
  return charset === '' ? decoded8Bit(all) : decodeText(Buffer.from(all, 'latin1'), charset)
}
