import { handedOnLetter } from '../mail/quotes/forwarded.ts'
import type { ClassifyInput } from './letterZones.ts'

/**
 * The letter whose author is meant: of a letter that was only handed on, the inner one (domain.md section 9,
 * confusion 12); else the letter itself. `forwarded` is true when it was handed on.
 */
export function innerLetter(received: ClassifyInput): { letter: ClassifyInput; forwarded: boolean } {
  const inner = handedOnLetter(received)
  if (!inner) return { letter: received, forwarded: false }
  const kept = inner.text === received.newestText
  const letter = {
    ...received,
    fromName: inner.from.name,
    fromAddress: inner.from.address,
    subject: inner.subject || received.subject,
    newestText: inner.text,
    quotedText: kept ? received.quotedText : '',
  }
  if (!kept) delete letter.signature
  return { letter, forwarded: true }
}
