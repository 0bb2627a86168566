import type { Programme } from '../programme/programme.ts'
import type { Sight } from '../ticket/visibility.ts'
import { excerptOf } from './excerpt.ts'

/** What is read of a letter for a place that may see some of it. */
export interface LetterRead {
  fromName: string
  fromAddress: string
  subject: string
  /** What the sender wrote this time. */
  body: string
}

/** What of a letter stands in a post. */
export interface Content {
  kind: 'excerpt' | 'full'
  text: string
}

/** Characters of a letter in a post: longer ones are read where they are answered. */
const longestText = 1_200

/** Whether a place that sees this much sees anything of the letter itself: then it has to be fetched. */
export function showsContent(sight: Sight): sight is 'excerpt' | 'full' {
  return sight === 'excerpt' || sight === 'full'
}

/** What of a letter may be shown at this sight; null: nothing of it, or nothing is left that says something. */
export function contentAt(sight: Sight, letter: LetterRead | null, programme: Programme): Content | null {
  if (!letter || !showsContent(sight)) return null
  const text =
    sight === 'full' ? shortText(letter.body.trim()) : excerptOf(letter.body, programme, factsOf(letter))
  return text === '' ? null : { kind: sight, text }
}

function shortText(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText).replace(/\s+\S*$/, '')} …`
}

/** What tells the names of the sender, and of whom the subject names. */
function factsOf({ fromName, fromAddress, subject }: LetterRead): string[] {
  return [fromName, fromAddress.split('@')[0] ?? '', fromAddress.split('@')[1] ?? '', subject]
}
