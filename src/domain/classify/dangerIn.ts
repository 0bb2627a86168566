import type { AsideText } from '../mail/letter.ts'
import { type ChildProtection, childProtection, stronger } from './childProtection.ts'
import type { ClassifyInput } from './letterZones.ts'

const places: Record<AsideText['from'], string> = {
  attachment: 'in einer Anlage',
  alternative: 'in der nicht gezeigten Fassung des Textes',
}

/**
 * Looks for a child in danger in all that came with a letter. The texts beside it can only add to the hint: nothing that is
 * said there calms what the letter says itself. `where` tells the reader who does not find the hint in the text.
 */
export function dangerIn(letter: ClassifyInput): ChildProtection {
  const { subject, newestText, quotedText, aside = [] } = letter
  let found = childProtection(subject, newestText, quotedText)
  for (const from of Object.keys(places) as AsideText['from'][]) {
    const texts = aside.filter(each => each.from === from).map(({ text }) => text)
    if (found.urgent || texts.length === 0) continue
    const beside = texts.join('\n\n')
    const together = childProtection(subject, `${newestText}\n\n${quotedText}`, beside)
    const alone = childProtection('', beside, '')
    // Words of danger count there; that a file speaks of no programme says nothing.
    for (const more of [together, alone])
      if (more.urgent || more.hits.some(hit => hit.words !== ''))
        found = stronger(found, { ...more, where: places[from] })
  }
  return found
}
