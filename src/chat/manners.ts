import type { Word } from './words.ts'

/** Words at the edges that are manners, not meaning. */
const manners = new Set(
  'bitte hallo hi hey moin huhu servus danke dankeschoen mal kla bot sorry entschuldigung aehm aeh hm oh na ach yo ey jo ja tach hej'.split(
    ' ',
  ),
)

/** The same in several words, in front and at the end. */
const greetings = [
  'guten morgen',
  'guten tag',
  'guten abend',
  'hallo zusammen',
  'weisst du was',
  'wisst ihr was',
  'sei so gut und',
  'seien sie so gut und',
  'seien sie so nett und',
  'sei so lieb und',
  'liebes team',
  'liebe kollegen',
  'moin moin',
]
const thanks = [
  'vielen dank',
  'besten dank',
  'herzlichen dank',
  'danke dir',
  'danke ihnen',
  'danke euch',
  'danke schoen',
  'danke schon mal',
  'vielen dank im voraus',
  'thank you',
  'viele gruesse',
  'liebe gruesse',
  'schoene gruesse',
]

/** What was said without greeting, thanks and the bot's name; of "vielen Dank" alone nothing is left. */
export function withoutManners(typed: readonly Word[]): Word[] {
  let said = [...typed]
  for (;;) {
    const front = lengthAt(said, greetings, 'front') || lengthAt(said, thanks, 'front')
    const back = lengthAt(said, thanks, 'back')
    if (front + back === 0) return said
    said = said.slice(front, Math.max(front, said.length - back))
  }
}

/** How many words of manners stand at an edge; 0: none. */
function lengthAt(said: readonly Word[], expressions: readonly string[], edge: 'front' | 'back'): number {
  const edgeWord = edge === 'front' ? said[0] : said.at(-1)
  if (!edgeWord || edgeWord.quoted) return 0
  for (const expression of expressions) {
    const parts = expression.split(' ')
    const there = edge === 'front' ? said.slice(0, parts.length) : said.slice(-parts.length)
    if (there.length === parts.length && there.every((word, i) => !word.quoted && word.folded === parts[i]))
      return parts.length
  }
  return manners.has(edgeWord.folded) ? 1 : 0
}
