import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long a code may be typed; minutes. At the last moment itself it is over. */
export const codeValidMinutes = 15

/** Wrong tries after which a code is void. With three codes an hour that is one chance in 66 000 an hour to guess one. */
export const mostWrongTries = 5

/** Codes that an account may ask for within an hour, whether or not the address is known. */
export const codesAnHour = 3

/** Codes that go to one address within 24 hours, whoever asks. */
export const codesADay = 5

/** Of a code there are so many: six digits. */
export const codeSpace = 1_000_000

/** Whose code it is. Another account, another address and another programme have another hash for the same digits. */
export interface CodeOwner {
  programmeId: string
  accountId: string
  /** Lower case; null: the address is none of the list, and no code fits. */
  mail: string | null
}

/** What is kept of a code: hex, 64 characters. */
export function codeHash(secret: string, { programmeId, accountId, mail }: CodeOwner, code: string): string {
  return createHmac('sha256', secret)
    .update(['kla-link-1', programmeId, accountId, mail ?? '', code].join('\n'))
    .digest('hex')
}

/** Whether both are the same; the time it takes tells nothing about where they differ. */
export function sameHash(kept: string, made: string): boolean {
  const [a, b] = [Buffer.from(kept), Buffer.from(made)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The six digits of what was typed: "123456", "123 456", "123-456"; null: it is no code. */
export function typedCode(typed: string): string | null {
  const digits = typed.replace(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}
