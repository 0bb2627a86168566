import { followsMarked, isBarred, isBrokenQuote, isPrefixed, listLength } from './prefixed.ts'
import type { QuoteHead } from './quoteHead.ts'
import { quoteHeadAt } from './quoteMarks.ts'
import { bodyAndSignature } from './signature.ts'

export { signatureOf } from './signature.ts'

export interface VisibleText {
  /** What the sender wrote this time, with signature. */
  newest: string
  /**
   * What was cut as quote, heads included; "" if nothing. Every filled line of the text is in one of the two. Where a
   * forwarder said nothing and `newest` is the inner letter, the head of that letter comes last.
   */
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
 *
 * `mayQuote` false: nothing says that the letter answers or forwards another one. Then ">" lines without a head above them
 * are words of its author, who sets them off.
 */
export function visibleText(text: string, mayQuote = true): VisibleText {
  const lines = withHeadsApart(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n'))
  let heads: string[] = []
  let rest = lines
  // Forwards of forwards: each round drops one head. Ten are enough for any office.
  for (let round = 0; round < 10; round++) {
    const split = splitOnce(rest, mayQuote)
    const own = trimmed(split.newest)
    if (saysSomething(own)) return { newest: own, quoted: trimmed([...split.quoted, ...heads]) }
    if (!split.cut) break
    // No push(...lines): a call takes some hundred thousand arguments at most.
    heads = heads.concat(rest.slice(0, split.cut.to))
    rest = rest.slice(split.cut.to)
  }
  const newest = trimmed(rest)
  return newest === '' ? { newest: trimmed(lines), quoted: '' } : { newest, quoted: trimmed(heads) }
}

interface Split {
  newest: string[]
  quoted: string[]
  /** The head below which all is quoted; null when only marked lines were taken out. */
  cut: QuoteHead | null
}

function splitOnce(lines: readonly string[], mayQuote: boolean): Split {
  const newest: string[] = []
  const quoted: string[] = []
  let headed = false
  let isMarked = isPrefixed
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!
    const head = couldOpen(line) ? quoteHeadAt(lines, i) : null
    const marked = head && [isPrefixed, isBarred].find(mark => followsMarked(lines, head.to, mark))
    if (head && (head.kind === 'block' || (head.kind !== 'weak-attribution' && !marked))) {
      return { newest, quoted: [...quoted, ...lines.slice(i)], cut: head }
    }
    if (head && marked) {
      quoted.push(...lines.slice(head.from, head.to))
      i = head.to
      headed = true
      isMarked = either(isPrefixed, marked)
    } else if (isMarked(line) && !headed && listLength(lines, i) > 0) {
      const end = i + listLength(lines, i)
      newest.push(...lines.slice(i, end))
      i = end
    } else if ((mayQuote || headed) && (isMarked(line) || isBrokenQuote(lines, i))) {
      quoted.push(line)
      i++
    } else {
      newest.push(line)
      i++
      if (line.trim() !== '') isMarked = isPrefixed
    }
  }
  return { newest, quoted, cut: null }
}

type Mark = (line: string) => boolean

function either(one: Mark, other: Mark): Mark {
  return line => one(line) || other(line)
}

/**
 * "Danke! Am 12.03.24 um 10:11 schrieb Max:": some converters of HTML lose the line break before the head. It is put
 * back where a quote follows and the head carries its date.
 */
function withHeadsApart(lines: readonly string[]): string[] {
  return lines.flatMap((line, at) => {
    if (
      line.length > 500 ||
      !line.trimEnd().endsWith(':') ||
      !/(?:wrote|schrieb .{1,200}) ?:\s*$/iu.test(line)
    )
      return [line]
    if (isPrefixed(line) || !followsMarked(lines, at + 1, isPrefixed)) return [line]
    const start =
      /(?<=[^\s\-–—,;:(„"] ?)[-–—]{0,6} ?(?=\b(?:On|Am) (?:\p{L}{2,10}\.?, )?(?:\p{L}{3,9}\.? )?\d{1,4}[.\s/,-])/u.exec(
        line,
      )
    return start ? [line.slice(0, start.index), line.slice(start.index)] : [line]
  })
}

/** A cheap look at the line before the expensive ones: most lines are prose. */
function couldOpen(line: string): boolean {
  return (
    line.length > 2 &&
    line.length < 20_000 &&
    /\S/.test(line.slice(0, 200)) &&
    !(isPrefixed(line) && !line.startsWith('>>> '))
  )
}

/** Whether somebody wrote more than a greeting, a signature or the formula of a forwarder. */
export function saysSomething(own: string): boolean {
  return own !== '' && bodyAndSignature(own).body !== '' && !isFormula(own)
}

/** Whether a text is only the formula of somebody who hands a letter on: "Zur Kenntnis", "FYI". */
function isFormula(text: string): boolean {
  const { body } = bodyAndSignature(text)
  return body.length <= 120 && formula.test(body.replaceAll('\n', ' '))
}

/** Without blank lines at both ends and spaces at the ends of lines. */
function trimmed(lines: readonly string[]): string {
  return lines
    .map(line => line.trimEnd())
    .join('\n')
    .trim()
}
