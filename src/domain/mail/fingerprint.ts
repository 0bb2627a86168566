import { createHash } from 'node:crypto'

/**
 * What makes a letter this letter, in the order it is hashed. Everything else (Received, Return-Path, Delivered-To, DKIM, ARC,
 * Authentication-Results, X-…, Status) is added or changed on the way (RFC 5321 section 4.4, RFC 5322 section 3.6.7), and a
 * list of what transport adds would never be complete.
 */
const letterHeaders = [
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'subject',
  'date',
  'message-id',
  'in-reply-to',
  'references',
  'content-type',
  'content-transfer-encoding',
]

const CR = 0x0d
const LF = 0x0a
const chunk = 256 * 1024
/**
 * Headers beyond this are hashed like a body, as they are: this runs on the main thread, and taking 35 MB of them apart
 * took six seconds. Servers take far less (Postfix 100 KB).
 */
const longestHead = 1024 * 1024

/** SHA-256 of the bytes as they are, hex. */
export function contentHash(raw: Uint8Array): string {
  return createHash('sha256').update(raw).digest('hex')
}

/**
 * SHA-256, hex, over the letter without what transport adds: equal for two deliveries of one letter, whatever their line
 * ends, folding, order of headers and blank lines at the end; different for two letters that share a Message-ID.
 */
export function letterFingerprint(raw: Uint8Array): string {
  const head = headEnd(raw)
  const fields = fieldsOf(Buffer.from(raw.buffer, raw.byteOffset, head).toString('latin1'))
  const hash = createHash('sha256')
  for (const name of letterHeaders) {
    for (const value of fields.get(name) ?? []) hash.update(`${name}:${value}\n`, 'latin1')
  }
  hash.update('\n')
  hashBody(hash, raw, head)
  return hash.digest('hex')
}

/** Index behind the blank line that ends the headers; the length, or `longestHead`, if there is none. */
function headEnd(whole: Uint8Array): number {
  const raw = whole.subarray(0, longestHead)
  for (let i = raw.indexOf(LF); i >= 0; i = raw.indexOf(LF, i + 1)) {
    if (raw[i + 1] === LF) return i + 2
    if (raw[i + 1] === CR && raw[i + 2] === LF) return i + 3
  }
  return raw.length
}

function fieldsOf(head: string): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  const unfolded = head.replace(/\r\n/g, '\n').replace(/\n[ \t]+/g, ' ')
  for (const line of unfolded.split('\n')) {
    const colon = line.indexOf(':')
    if (colon <= 0) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    const values = fields.get(name)
    const value = line.slice(colon + 1).trim()
    if (values) values.push(value)
    else fields.set(name, [value])
  }
  return fields
}

/** The body with LF as line end and without blank lines at its end. */
function hashBody(hash: ReturnType<typeof createHash>, raw: Uint8Array, from: number): void {
  let to = raw.length
  while (to > from && (raw[to - 1] === LF || raw[to - 1] === CR)) to--
  const out = Buffer.allocUnsafe(chunk)
  for (let start = from; start < to; start += chunk) {
    const end = Math.min(start + chunk, to)
    let length = 0
    for (let i = start; i < end; i++) {
      const byte = raw[i]!
      if (byte !== CR || raw[i + 1] !== LF) out[length++] = byte
    }
    hash.update(out.subarray(0, length))
  }
}
