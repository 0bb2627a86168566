import { ticketNumbersIn } from '../../ticket/number.ts'

const prefix = /^(?:(?:re|aw|antw|antwort|wg|fw|fwd)(?:\[\d+\])?\s*:\s*)+/i
/** Longer ones are cut: RFC 5322 section 2.1.1 advises lines of 78 characters, and phones show fewer. */
const longest = 150

/**
 * "Re: Wann geht es los? [KA-2024-0017]". RFC 5322 section 3.6.5 knows "Re: " alone, and every program understands it. `subject`
 * null: not repeated, because a line that a phone shows on its locked screen must not name what a protected letter is about.
 */
export function answerSubject(subject: string | null, number: string, numberPrefix: string): string {
  const bare = (subject ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(prefix, '')
    .trim()
  const words = [...(bare || 'Ihre Nachricht')].slice(0, longest).join('').toWellFormed()
  const tagged = ticketNumbersIn(words, numberPrefix).length > 0 && words.includes(number)
  return tagged ? `Re: ${words}` : `Re: ${words} [${number}]`
}
