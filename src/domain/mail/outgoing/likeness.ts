import { domainOf } from '../addresses.ts'

/** Prefixes of answers and forwarded letters in German and English programs, with counters: "AW:", "Re[2]:", "WG:". */
const prefix = /^(?:(?:re|aw|antw|antwort|wg|fw|fwd|sv|vs|tr|rif)(?:\[\d+\]|\(\d+\))?\s*:\s*)+/u
/** Longer subjects differ at their end only by what was quoted or cut. */
const longest = 80

/**
 * A subject without what changes from one letter of a machine to the next: prefixes of answers, tags in brackets, numbers,
 * ids, case and punctuation. "AW: [Ticket#88123] Ihre Anfrage 4711 ist eingegangen" → "ihre anfrage ist eingegangen".
 */
export function plainSubject(subject: string): string {
  const bare = subject
    .slice(0, 1000)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\[[^\]]*\]|\{[^}]*\}/gu, ' ')
    .trim()
    .replace(prefix, '')
  return bare
    .split(/[\s/|,;]+/u)
    .filter(word => !/\p{N}/u.test(word))
    .map(word => word.replace(/[^\p{L}]/gu, ''))
    .filter(word => word !== '')
    .join(' ')
    .slice(0, longest)
}

/** What two letters of one chain have in common however fresh each address is: the domain and the plain subject. */
export function likenessOf(address: string, subject: string): string {
  return `${domainOf(address)} ${plainSubject(subject)}`.toWellFormed()
}
