/** One header field. `raw` is its body as it came, folded, one character a byte. */
export interface Field {
  /** Name in lower case. */
  key: string
  raw: string
}

export interface Head {
  fields: Field[]
  /** Index of the first byte of the body. */
  bodyAt: number
}

const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const TAB = 0x09
const DASH = 0x2d

/** A head of more than this is cut: no letter needs it. The body is found all the same. */
const longestHead = 2 * 1024 * 1024
const mostFields = 5000

/** RFC 5322 section 2.2, with blanks before the colon as section 4.5 still knows them. */
const fieldName = /^([!-9;-~]+)[ \t]*:/

/**
 * The header fields from `at` on. The head ends at a blank line; where that was forgotten it ends before the first line that
 * can be no field, unless the head goes on behind it: then that line belongs to the field before (a fold without its
 * blank). `isDelimiter` says whether a line that begins with "--" belongs to the mail around this part.
 */
export function headAt(raw: Buffer, at: number, isDelimiter: (line: number) => boolean): Head {
  const fields: Field[] = []
  let length = 0
  let to = at
  while (to < raw.length) {
    const end = lineEnd(raw, to)
    const first = raw[to]!
    if (first === LF || (first === CR && to + 2 >= end)) return { fields, bodyAt: end }
    if (first === DASH && raw[to + 1] === DASH && isDelimiter(to)) return { fields, bodyAt: to }
    const last = fields.at(-1)
    const continues = (first === SPACE || first === TAB) && last !== undefined
    if (continues && !(isBlank(raw, to, end) && !headGoesOn(raw, end))) {
      if (length < longestHead) last.raw += raw.toString('latin1', to, end)
    } else if (!continues) {
      const line = raw.toString('latin1', to, Math.min(end, to + longestHead))
      // A blank before the very first field is a slip, no fold.
      const name = fieldName.exec(line.slice(0, 1000).trimStart())
      if (name && fields.length < mostFields && length < longestHead)
        fields.push({ key: name[1]!.toLowerCase(), raw: line.trimStart().slice(name[0].length) })
      else if (!name && !isMboxLine(line, fields.length)) {
        if (!fieldFollows(raw, end)) return { fields, bodyAt: to }
        if (last) last.raw += line
      }
    } else return { fields, bodyAt: end }
    length += end - to
    to = end
  }
  return { fields, bodyAt: raw.length }
}

/** mbox files and some gateways put "From uwe Mon Apr 22 …" before the first field. */
function isMboxLine(line: string, fieldsBefore: number): boolean {
  return fieldsBefore === 0 && /^>?From /.test(line)
}

/** Index behind the line feed of the line at `at`. */
export function lineEnd(raw: Buffer, at: number): number {
  const found = raw.indexOf(LF, at)
  return found < 0 ? raw.length : found + 1
}

function isBlank(raw: Buffer, at: number, end: number): boolean {
  for (let i = at; i < end; i++) {
    const byte = raw[i]
    if (byte !== SPACE && byte !== TAB && byte !== CR && byte !== LF) return false
  }
  return true
}

/** Whether fields follow a line of blanks alone: perhaps behind the rest of a fold (RFC 5322 section 4.2). */
function headGoesOn(raw: Buffer, at: number): boolean {
  let line = at
  for (let i = 0; i < 5 && (raw[line] === SPACE || raw[line] === TAB); i++) line = lineEnd(raw, line)
  return fieldFollows(raw, line)
}

function fieldFollows(raw: Buffer, at: number): boolean {
  return fieldName.test(raw.toString('latin1', at, Math.min(at + 200, raw.length)))
}
