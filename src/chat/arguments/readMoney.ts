import type { Word } from '../words.ts'

/** No contract of an office is worth more; a longer number is a slip. Euro. */
const most = 1_000_000_000

/** "600000", "600.000", "600.000,00", "4,1 Mio", each with "EUR", "Euro" or "€" behind it; cents are dropped. */
export function moneyAt(words: readonly Word[], at: number): { value: number; length: number } | null {
  const typed = words[at]?.folded.replace(/(€|eur|euro)$/, '') ?? ''
  const plain = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$|^\d+(,\d{1,2})?$/.test(typed)
  if (!plain) return null
  let euros = Number(typed.replaceAll('.', '').replace(',', '.'))
  let length = 1
  if (/^(mio|million|millionen)\.?$/.test(words[at + length]?.folded ?? '')) {
    euros *= 1_000_000
    length++
  }
  if (/^(€|eur|euro)$/.test(words[at + length]?.folded ?? '')) length++
  return euros > 0 && euros <= most ? { value: Math.floor(euros), length } : null
}
