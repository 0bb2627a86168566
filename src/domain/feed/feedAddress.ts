import { createHash } from 'node:crypto'

/** The form of a secret: 32 bytes of chance in base64url. */
export const feedSecret = /^[A-Za-z0-9_-]{43}$/

/**
 * What is kept of a secret. It is found by this hash, so the time of an answer tells nothing about how much of a guess was right,
 * and who reads the database or a backup cannot subscribe. No salt: 256 bits of chance cannot be tried out.
 */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** "https://kla.example.org" → "https://kla.example.org/kalender/<secret>.ics". */
export function feedAddress(base: string, secret: string): string {
  return `${base.replace(/\/+$/, '')}/kalender/${secret}.ics`
}

/** "KAL-3" of an address's id. */
export const feedNumber = (id: number): string => `KAL-${id}`

/** The id in "KAL-3", "kal 3" or "3"; null when it is none. */
export function readFeedNumber(typed: string): number | null {
  const match = /^#?(?:kal[-\s]?)?(\d{1,15})$/i.exec(typed.trim())
  const id = match ? Number(match[1]) : 0
  return id > 0 ? id : null
}
