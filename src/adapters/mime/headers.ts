import type { Address } from '../../domain/mail/letter.ts'

/** One header as mailparser gives it: `line` is the whole field, folded, a byte a character. */
export interface HeaderLine {
  key: string
  line: string
}

const longestValue = 10_000
const longestMap = 200_000
/** RFC 5322 section 2.1.1 knows no limit for references; programs that never forget make them long. */
const mostIds = 100

/** What makes a file a mail: at least one of these (RFC 5322 section 3.6, RFC 2045, and what servers add). */
const known =
  /^(?:from|to|cc|bcc|subject|date|message-id|sender|reply-to|in-reply-to|references|return-path|received|delivered-to|mime-version|content-[a-z-]+|envelope-to|resent-[a-z-]+|x-[a-z0-9-]+|list-[a-z-]+|auto-submitted|dkim-signature|arc-[a-z-]+|authentication-results|thread-[a-z]+)$/

export function looksLikeMail(lines: readonly HeaderLine[]): boolean {
  return lines.some(({ key }) => known.test(key))
}

/** Headers by lower-case name, unfolded, repeated ones joined by a line feed, bounded in length. Encoded words stay. */
export function headerMap(lines: readonly HeaderLine[]): Record<string, string> {
  const map = new Map<string, string>()
  let total = 0
  for (const { key, line } of lines) {
    if (key === '' || key === '__proto__' || key.length > 200 || total > longestMap) continue
    const value = cut(fieldBody(line), longestValue)
    const before = map.get(key)
    const joined = before === undefined ? value : cut(`${before}\n${value}`, longestValue)
    total += key.length + joined.length - (before?.length ?? 0)
    map.set(key, joined)
  }
  return Object.fromEntries(map)
}

/** The first header of this name, unfolded. */
export function firstHeader(lines: readonly HeaderLine[], key: string): string | null {
  const found = lines.find(line => line.key === key)
  return found ? fieldBody(found.line) : null
}

function fieldBody(line: string): string {
  const text = Buffer.from(line.slice(0, longestMap), 'latin1').toString('utf8')
  return clean(text.slice(text.indexOf(':') + 1).replace(/\r?\n[ \t]+/g, ' ')).trim()
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

/** mailparser's address objects, groups opened, lower case. */
export function addressesIn(header: unknown): Address[] {
  const found: Address[] = []
  collect(header, found, 0)
  return found
}

function collect(item: unknown, found: Address[], depth: number): void {
  if (depth > 10 || item === null || typeof item !== 'object') return
  if (Array.isArray(item)) {
    for (const each of item) collect(each, found, depth + 1)
    return
  }
  const { value, group, name, address } = item as {
    value?: unknown
    group?: unknown
    name?: string
    address?: string
  }
  if (value !== undefined || group !== undefined) {
    collect(value ?? group, found, depth + 1)
    return
  }
  const entry = {
    name: cut(
      clean(name ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
      500,
    ),
    address: addressOf(address ?? ''),
  }
  if (entry.name !== '' || entry.address !== '') found.push(entry)
}

function addressOf(address: string): string {
  const bare = clean(address).trim().normalize('NFC').toLowerCase()
  return bare.length <= 320 && /^[^\s<>@]+@[^\s<>@]+$/.test(bare) ? bare : ''
}

/** At most so many characters; a cut through the middle of an emoji leaves U+FFFD there, not half of a pair. */
export function cut(text: string, most: number): string {
  return text.slice(0, most).toWellFormed()
}

/** Text that PostgreSQL and JSON take: no NUL, no half surrogate pairs. */
export function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}
