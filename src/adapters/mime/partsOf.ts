import { type Field, headAt, lineEnd } from './fields.ts'
import { type Structured, structured } from './parameters.ts'

/** A node of a mail's tree (RFC 2045, 2046). Bodies are windows on the mail's bytes, nothing is copied or decoded. */
export interface Part {
  fields: Field[]
  /** Lower case; text/plain where nothing or nonsense is declared (RFC 2045 section 5.2). */
  type: string
  params: Structured['params']
  /** "attachment", "inline" or ''. Anything else means attachment (RFC 2183 section 2.8). */
  disposition: string
  /** As the sender wrote it, decoded; '' for none. */
  fileName: string
  /** Transfer encoding, lower case. */
  encoding: string
  /** Encoded bytes; of a multipart everything up to its end. */
  body: Buffer
  children: Part[]
}

/** More are left in the body of the last one. */
const mostParts = 10_000
/** Deeper multiparts are not opened. */
const deepest = 500
const longestBoundary = 8 * 1024
const DASH = 0x2d
const LF = 0x0a
const CR = 0x0d

interface Open {
  part: Part
  bodyAt: number
  boundary: string
  /** What this boundary meant before: an inner multipart may use that of an outer one. */
  hidden: number | undefined
}

/**
 * The tree of a mail in one pass over its bytes, however deep it is: each line that begins with "--" is looked up among the
 * boundaries that are open, so a part that was never ended ends with the one around it.
 */
export function partsOf(raw: Buffer): Part {
  const open: Open[] = []
  const levelOf = new Map<string, number>()
  const beginsBoundary = new Uint8Array(256)
  let made = 0
  let leaf: { part: Part; bodyAt: number } | null = null

  function delimiterAt(line: number): { level: number; closes: boolean; end: number } | null {
    // Nearly all lines with two dashes are none: what they begin with is looked at before a string is made of them.
    if (!beginsBoundary[raw[line + 2] ?? 0]) return null
    const end = lineEnd(raw, line)
    if (end - line > longestBoundary + 6) return null
    const text = raw.toString('latin1', line + 2, end).trimEnd()
    const found = meaningOf(text) ?? meaningOf(text.split(/[ \t]/, 1)[0]!)
    return found && { ...found, end }
  }

  /** The whole line first: one boundary may begin like another. Then its first word, RFC 2046 section 5.1.1 lets text follow. */
  function meaningOf(text: string): { level: number; closes: boolean } | null {
    const level = levelOf.get(text)
    if (level !== undefined) return { level, closes: false }
    const closing = text.endsWith('--') ? levelOf.get(text.slice(0, -2).trimEnd()) : undefined
    return closing === undefined ? null : { level: closing, closes: true }
  }

  /** Reads the head of a part and returns where to look for delimiters. */
  function begin(at: number, parent: Part | null): number {
    const head = headAt(raw, at, line => delimiterAt(line) !== null)
    const part = partOf(head.fields, parent?.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain')
    made++
    parent?.children.push(part)
    root ??= part
    const boundary = part.type.startsWith('multipart/') ? boundaryOf(part, raw, head.bodyAt) : ''
    if (boundary === '' || open.length >= deepest) leaf = { part, bodyAt: head.bodyAt }
    else {
      open.push({ part, bodyAt: head.bodyAt, boundary, hidden: levelOf.get(boundary) })
      levelOf.set(boundary, open.length - 1)
      beginsBoundary[boundary.charCodeAt(0) & 0xff] = 1
    }
    return head.bodyAt
  }

  function endLeaf(at: number): void {
    if (leaf) leaf.part.body = raw.subarray(leaf.bodyAt, Math.max(leaf.bodyAt, at))
    leaf = null
  }

  /** Ends every multipart that is open inside `level`. */
  function endInside(level: number, at: number): void {
    while (open.length > level + 1) {
      const { part, bodyAt, boundary, hidden } = open.pop()!
      part.body = raw.subarray(bodyAt, Math.max(bodyAt, at))
      if (hidden === undefined) levelOf.delete(boundary)
      else levelOf.set(boundary, hidden)
    }
  }

  let root: Part | null = null
  let at = begin(0, null)
  while (open.length > 0 && at < raw.length && made < mostParts) {
    const line = raw[at] === DASH && raw[at + 1] === DASH ? at : nextDashes(raw, at)
    if (line < 0) break
    const found = delimiterAt(line)
    if (!found) {
      at = lineEnd(raw, line)
      continue
    }
    endLeaf(beforeLine(raw, line))
    endInside(found.level, beforeLine(raw, line))
    // Some programs close too early: further parts of an open boundary are still taken.
    at = found.closes ? found.end : begin(found.end, open[found.level]!.part)
  }
  endLeaf(raw.length)
  endInside(-1, raw.length)
  return root! // begin() has set it
}

function nextDashes(raw: Buffer, at: number): number {
  const found = raw.indexOf('\n--', at, 'latin1')
  return found < 0 ? -1 : found + 1
}

/** The line break before a delimiter belongs to it (RFC 2046 section 5.1.1). */
function beforeLine(raw: Buffer, line: number): number {
  if (raw[line - 1] !== LF) return line
  return raw[line - 2] === CR ? line - 2 : line - 1
}

/** The declared boundary; where none is, the first line of the body if it looks like one. */
function boundaryOf(part: Part, raw: Buffer, bodyAt: number): string {
  const declared = (part.params.get('boundary') ?? '').trimEnd().slice(0, longestBoundary)
  if (declared !== '') return declared
  const first = raw.toString('latin1', bodyAt, Math.min(bodyAt + 200, raw.length))
  return /^\s*--([^\r\n]{1,70}?)[ \t]*\r?\n[!-9;-~]+:/.exec(first)?.[1] ?? ''
}

function partOf(fields: Field[], otherwise: string): Part {
  const raw = (key: string) => fields.find(field => field.key === key)?.raw
  const { value, params } = structured(raw('content-type'))
  const disposition = structured(raw('content-disposition'))
  const kind = disposition.value
  return {
    fields,
    type: typeOf(value, otherwise),
    params,
    disposition: kind === '' || kind === 'inline' ? kind : 'attachment',
    fileName: disposition.params.get('filename') ?? params.get('name') ?? '',
    encoding: structured(raw('content-transfer-encoding')).value,
    body: Buffer.alloc(0),
    children: [],
  }
}

function typeOf(value: string, otherwise: string): string {
  if (value === '') return otherwise
  if (/^[^/\s]+\/[^/\s]+$/.test(value)) return value
  // "Content-Type: text" and the like.
  return /^(?:text|plain|html)\b/.test(value) ? (value.includes('html') ? 'text/html' : 'text/plain') : value
}
