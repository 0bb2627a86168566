import { htmlText } from './htmlText.ts'
import { decompressedRtf, rtfText } from './rtf.ts'
import type { Tnef } from './tnef.ts'

/** The text of a winmail.dat in the forms in which it has one, the best first; as much as `budget` allows. */
export function tnefText({ text, html, rtf }: Tnef, budget: { text: number }): string[] {
  const forms = [
    () => text.slice(0, budget.text),
    () => htmlText(html.slice(0, budget.text)),
    () => (rtf ? rtfText(decompressedRtf(rtf, budget.text)) : ''),
  ]
  for (const form of forms) {
    const found = form()
    if (found.trim() === '') continue
    budget.text -= Math.min(budget.text, found.length)
    return [found]
  }
  return []
}
