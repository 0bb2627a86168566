import { attributionAt } from './attribution.ts'
import { type HeaderBlock, headerBlockAt } from './headerBlock.ts'
import { bare, nextFilled, type QuoteHead } from './quoteHead.ts'
import { sentenceSeparator, separatorWords } from './quoteWords.ts'

const dashes = '[-_=*–—]{2,}'
/** "-----Ursprüngliche Nachricht-----" and its relatives. */
const separator = new RegExp(`^${dashes} ?(?:${separatorWords})(?!\\p{L}).{0,40}$`, 'iu')
/** The same without dashes says something only above a head. */
const plainSeparator = new RegExp(`^(?:${separatorWords}) ?:?$`, 'iu')
/** GroupWise: ">>> Name <address> 12.04.24 10:12 >>>", after which the quoted text is not prefixed. */
const groupwise = /^>>> .{1,200}\d{1,2}[:.]\d{2}.{0,10}>>>$/u
const forwardWords =
  /weitergeleitet|forward|transféré|réexpédié|reenviado|inoltrat|encaminhada|doorgestuurd|videresendt|przekaz|пересыла|iletilen/iu
const rule = /^[-_=*–—]{5,}$/u

/** The head of a quoted letter that begins at line `at`, or null. `at` must be the first line of the head. */
export function quoteHeadAt(lines: readonly string[], at: number): QuoteHead | null {
  return separatorAt(lines, at) ?? headerBlockAt(lines, at) ?? attributionAt(lines, at)
}

/** Like quoteHeadAt, with what the head says of its letter; null where it says nothing or nobody is named. */
export function namedHeadAt(lines: readonly string[], at: number): HeaderBlock | null {
  return announcedBlock(lines, at) ?? headerBlockAt(lines, at)
}

/** Whether a line says that a letter is forwarded, not answered. */
export function announcesForward(line: string): boolean {
  return announcing(line) === 'words' && forwardWords.test(line)
}

function separatorAt(lines: readonly string[], at: number): QuoteHead | null {
  const line = bare(lines, at)
  if (line.startsWith('>>> ') && groupwise.test(line)) return { from: at, to: at + 1, kind: 'block' }
  const announced = announcing(line)
  if (!announced) return null
  const block = announcedBlock(lines, at)
  if (block) return block
  const next = nextFilled(lines, at + 1, 3)
  if (announced === 'rule') {
    const below = next !== null && announcing(bare(lines, next)) === 'words' ? separatorAt(lines, next) : null
    // A bare rule of dashes opens a quote only together with a head; many signatures have one too.
    return below && { ...below, from: at }
  }
  const attribution = next === null ? null : attributionAt(lines, next)
  if (attribution && (announced === 'words' || attribution.kind === 'attribution'))
    return { from: at, to: attribution.to, kind: 'separator' }
  return announced === 'words' ? { from: at, to: at + 1, kind: 'separator' } : null
}

function announcedBlock(lines: readonly string[], at: number): HeaderBlock | null {
  const announced = announcing(bare(lines, at))
  const next = announced ? nextFilled(lines, at + 1, 3) : null
  const block = next === null ? null : headerBlockAt(lines, next, announced !== 'rule')
  return block && { ...block, from: at }
}

function announcing(line: string): 'words' | 'plain words' | 'rule' | null {
  if (line.length < 5 || line.length > 200) return null
  // Most lines are neither; the lists of words are long.
  if (/^[-_=*–—]/u.test(line)) {
    if (rule.test(line)) return 'rule'
    return separator.test(line) ? 'words' : null
  }
  if (line.length < 12 || line.length > 50) return null
  if (sentenceSeparator.test(line)) return 'words'
  return plainSeparator.test(line) ? 'plain words' : null
}
