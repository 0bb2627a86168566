import { type QuoteHead, quoteHeadAt } from './quoteMarks.ts'
import { bodyAndSignature } from './signature.ts'

export { signatureOf } from './signature.ts'

export interface VisibleText {
  /** What the sender wrote this time, with signature. */
  newest: string
  /** What was cut as quote, heads included; "" if nothing. Every filled line of the text is in one of the two. */
  quoted: string
}

/** Forwarders' formulas that say nothing themselves: the letter below is what is meant. */
const formula =
  /^(?:(?:z\. ?k\.?|zk|zur (?:kenntnis|info(?:rmation)?|weiteren (?:bearbeitung|veranlassung|verwendung)|bearbeitung|beantwortung)|mit der bitte um .{1,60}|fyi|f\. ?y\. ?i\.?|siehe unten|s\. ?u\.?|zuständigkeitshalber(?: weitergeleitet)?|weitergeleitet)[.,!: ]*)+$/iu

/**
 * Parts the newest text from quotes, in linear time. Top-posted, bottom-posted and interleaved answers are told apart
 * by what follows the head of the quote: ">" lines end by themselves, everything below any other head is quoted.
 * A mail that is only a quote keeps it as its newest text; a letter forwarded without a word of the forwarder's own
 * keeps the inner letter.
 */
export function visibleText(text: string): VisibleText {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n')
  const quoted: string[] = []
  let rest = lines
  // Forwards of forwards: each round drops one head. Ten are enough for any office.
  for (let round = 0; round < 10; round++) {
    const split = splitOnce(rest)
    const own = trimmed(split.newest)
    if (saysSomething(own)) return { newest: own, quoted: trimmed([...quoted, ...split.quoted]) }
    if (!split.cut) break
    quoted.push(...rest.slice(0, split.cut.to))
    rest = rest.slice(split.cut.to)
  }
  const newest = trimmed(rest)
  return newest === '' ? { newest: trimmed(lines), quoted: '' } : { newest, quoted: trimmed(quoted) }
}

interface Split {
  newest: string[]
  quoted: string[]
  /** The head below which all is quoted; null when only ">" lines were taken out. */
  cut: QuoteHead | null
}

function splitOnce(lines: readonly string[]): Split {
  const newest: string[] = []
  const quoted: string[] = []
  for (let i = 0; i < lines.length; ) {
    const head = couldOpen(lines[i]!) ? quoteHeadAt(lines, i) : null
    const follows = head && prefixFollows(lines, head.to)
    if (head && (head.kind === 'block' || (head.kind === 'attribution' && !follows))) {
      return { newest, quoted: [...quoted, ...lines.slice(i)], cut: head }
    }
    if (head && follows) {
      quoted.push(...lines.slice(head.from, head.to))
      i = head.to
    } else if (isPrefixed(lines[i]!) || isBrokenQuote(lines, i)) {
      quoted.push(lines[i]!)
      i++
    } else {
      newest.push(lines[i]!)
      i++
    }
  }
  return { newest, quoted, cut: null }
}

/** A cheap look at the line before the expensive ones: most lines are prose. */
function couldOpen(line: string): boolean {
  return (
    line.length < 20_000 && /\S/.test(line.slice(0, 200)) && !(isPrefixed(line) && !line.startsWith('>>> '))
  )
}

function isPrefixed(line: string): boolean {
  return /^\s{0,3}>/.test(line)
}

function prefixFollows(lines: readonly string[], from: number): boolean {
  for (let i = from; i < Math.min(from + 3, lines.length); i++) {
    if (lines[i]!.trim() !== '') return isPrefixed(lines[i]!)
  }
  return false
}

/** The end of a long quoted line that a mail program broke, so that it lost its ">". */
function isBrokenQuote(lines: readonly string[], at: number): boolean {
  const before = lines[at - 1]
  const after = lines[at + 1]
  if (before === undefined || after === undefined) return false
  return (
    isPrefixed(before) &&
    before.length >= 65 &&
    isPrefixed(after) &&
    lines[at]!.length <= 40 &&
    /^\p{Ll}/u.test(lines[at]!)
  )
}

function saysSomething(own: string): boolean {
  if (own === '') return false
  const { body } = bodyAndSignature(own)
  return body !== '' && !(body.length <= 120 && formula.test(body.replaceAll('\n', ' ')))
}

/** Without blank lines at both ends and spaces at the ends of lines. */
function trimmed(lines: readonly string[]): string {
  return lines
    .map(line => line.trimEnd())
    .join('\n')
    .trim()
}
