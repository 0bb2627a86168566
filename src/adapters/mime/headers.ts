import { domainToUnicode } from 'node:url'
import addressparser from 'nodemailer/lib/addressparser'
import type { Address, TraceField } from '../../domain/mail/letter.ts'
import { decoded8Bit, decodedWords, maskedWords } from './encodedWords.ts'
import type { Field } from './field.ts'

const longestValue = 10_000
const longestMap = 200_000
/** RFC 5322 section 2.1.1 knows no limit for references; programs that never forget make them long. */
const mostIds = 100

/** What makes a file a mail: at least one of these (RFC 5322 section 3.6, RFC 2045, and what servers add). */
const known =
  /^(?:from|to|cc|bcc|subject|date|message-id|sender|reply-to|in-reply-to|references|return-path|received|delivered-to|mime-version|content-[a-z-]+|envelope-to|resent-[a-z-]+|x-[a-z0-9-]+|list-[a-z-]+|auto-submitted|dkim-signature|arc-[a-z-]+|authentication-results|thread-[a-z]+)$/

export function looksLikeMail(fields: readonly Field[]): boolean {
  return fields.some(({ key }) => known.test(key))
}

/** Headers by lower-case name, unfolded, repeated ones joined by a line feed, bounded in length. Encoded words stay. */
export function headerMap(fields: readonly Field[]): Record<string, string> {
  const map = new Map<string, string>()
  let total = 0
  for (const { key, raw } of fields) {
    if (key === '' || key === '__proto__' || key.length > 200 || total > longestMap) continue
    const value = cut(fieldBody(raw), longestValue)
    const before = map.get(key)
    const joined = before === undefined ? value : cut(`${before}\n${value}`, longestValue)
    total += key.length + joined.length - (before?.length ?? 0)
    map.set(key, joined)
  }
  return Object.fromEntries(map)
}

/** Servers on the way write a few of these; a forger may write thousands. */
const mostTraceFields = 60

/** What servers wrote on the way, in order from the top, for authenticity.ts. */
export function traceOf(fields: readonly Field[]): TraceField[] {
  const trace: TraceField[] = []
  for (const { key, raw } of fields) {
    if (key !== 'received' && key !== 'authentication-results') continue
    trace.push({ name: key, value: cut(fieldBody(raw), longestValue) })
    if (trace.length >= mostTraceFields) break
  }
  return trace
}

/** The first header of this name, unfolded. */
export function firstHeader(fields: readonly Field[], key: string): string | null {
  const found = fields.find(field => field.key === key)
  return found ? fieldBody(found.raw) : null
}

function fieldBody(raw: string): string {
  return clean(decoded8Bit(unfolded(raw))).trim()
}

function unfolded(raw: string): string {
  return raw.slice(0, longestMap).replace(/\r?\n[ \t]*/g, ' ')
}

/** A header that people read, encoded words decoded; '' when there is none. */
export function readableHeader(fields: readonly Field[], key: string): string {
  const found = fields.find(field => field.key === key)
  return found ? decodedWords(unfolded(found.raw)) : ''
}

/** Message-IDs in order, with angle brackets; programs that forget the brackets are understood. */
export function messageIdsIn(value: string | null): string[] {
  if (!value) return []
  const text = cut(value, 100_000)
  const bracketed = [...text.matchAll(/<([^<>\s]{1,500})>/g)].map(match => `<${match[1]}>`)
  const ids =
    bracketed.length > 0
      ? bracketed
      : text
          .split(/[\s,<>]+/)
          .filter(isBareId)
          .map(id => `<${id}>`)
  const distinct = [...new Set(ids)]
  // The first names the start of the thread, the last ones are the nearest (RFC 5322 section 3.6.4).
  return distinct.length <= mostIds ? distinct : [distinct[0]!, ...distinct.slice(1 - mostIds)]
}

function isBareId(id: string): boolean {
  return id.length <= 500 && /^[^@]+@[^@]+$/.test(id)
}

/** RFC 5322, asctime and ISO 8601. JavaScript alone would read the year 2000 out of any word. */
const dateShapes =
  /^(?:(?:[A-Za-z]{2,9}\.?,? ?)?\d{1,2}[ -][A-Za-z]{3,9}\.?[ -]\d{2,4},? \d{1,2}:\d{2}|[A-Za-z]{3,9},? [A-Za-z]{3,9} \d{1,2},? .*\d{1,2}:\d{2}|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2})/

/** ISO instant of a Date header (RFC 5322 section 3.3), null when it is unreadable. Without a zone it is taken as UTC. */
export function dateOf(value: string | null): string | null {
  if (!value) return null
  const plain = value
    .slice(0, 200)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (!dateShapes.test(plain)) return null
  const zoned = /(?:[+-]\d{2}:?\d{2}|\b[A-Z]{1,5})$/.test(plain) ? plain : `${plain} +0000`
  const time = Date.parse(zoned)
  if (Number.isNaN(time)) return null
  const year = new Date(time).getUTCFullYear()
  return year >= 1970 && year <= 2200 ? new Date(time).toISOString() : null
}

/** More are a mistake or an attack; a letter to 5,000 schools exists. */
const mostAddresses = 10_000
const longestAddresses = 1024 * 1024

/** The addresses of all headers of this name (RFC 5322 section 3.4), groups opened, lower case. */
export function addressesIn(fields: readonly Field[], key: string): Address[] {
  const found: Address[] = []
  for (const field of fields) {
    if (field.key !== key || found.length >= mostAddresses) continue
    // Taken apart before words are decoded: what stands in an encoded name is no separator and no address.
    const raw = field.raw.slice(0, longestAddresses).replace(/[\r\n]+/g, ' ')
    const { masked, unmasked } = maskedWords(raw)
    for (const each of addressparser(masked, { flatten: true })) {
      const name = nameOf(unmasked(each.name))
      const entry = { name, address: addressOf(decodedWords(unmasked(each.address)) || name) }
      if (entry.name !== '' || entry.address !== '') found.push(entry)
    }
  }
  return found.slice(0, mostAddresses)
}

function nameOf(name: string): string {
  return cut(clean(decodedWords(name)).replace(/\s+/g, ' ').trim(), 500)
}

/**
 * RFC 5321 section 4.1.2 lets blanks stand in quotation marks before the "@". No second "@" and no escapes: programs on the
 * way read them in different ways.
 */
const quotedLocal = /^"[^"\\<>@\p{Cc}]{1,64}"@[^\s<>@"]+$/u

function addressOf(address: string): string {
  const written = clean(address).trim().toLowerCase()
  const bare = written
    .replace(/@(.*xn--.*)$/, (_, domain: string) => `@${domainToUnicode(domain) || domain}`)
    .normalize('NFC')
  return bare.length <= 320 && (/^[^\s<>@]+@[^\s<>@]+$/.test(bare) || quotedLocal.test(bare)) ? bare : ''
}

/** At most so many characters; a cut through the middle of an emoji leaves U+FFFD there, not half of a pair. */
export function cut(text: string, most: number): string {
  return text.slice(0, most).toWellFormed()
}

/** Text that PostgreSQL and JSON take: no NUL, no half surrogate pairs. */
export function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}
