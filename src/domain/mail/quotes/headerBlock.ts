import { bare, longestLine, nextFilled, type QuoteHead } from './quoteHead.ts'
import { headerWords } from './quoteWords.ts'

/*
 * "Von: … Gesendet: … An: … Betreff: …", the head under which Outlook and most others show a quoted letter, and which
 * names its author.
 */

export type HeaderKind = keyof typeof headerWords

/** A head with what it says; repeated and folded lines are joined by a space. */
export interface HeaderBlock extends QuoteHead {
  fields: Partial<Record<HeaderKind, string>>
}

const kindOfWord = new Map(
  (Object.keys(headerWords) as HeaderKind[]).flatMap(kind =>
    headerWords[kind].split('|').map(word => [word, kind] as const),
  ),
)
/** Lotus Notes puts the whole head into one line: "Von: … An: … Datum: … Betreff: …". */
const inlineHeader =
  /(?:^|\s)(?:(?<from>von|from)|(?<to>an|to|cc|kopie)|(?<date>datum|date|gesendet|sent)|(?<subject>betreff|subject)):\s/giu

const clock = /\b\d{1,2}:\d{2}\b|\d{1,2} uhr\b|T\d{2}:\d{2}|\bkl\.? \d/iu
const year = /\b(?:19|20)\d{2}\b/u
const address = /[^\s<>@]{1,80}@[^\s<>@]{1,80}/u

/** A subject or list of recipients is not folded over more lines than these. */
const mostFolded = 8
const mostLines = 40

/**
 * The header block that begins at line `at`, or null. `announced`: a line above says that a letter follows, so names and
 * dates need no further proof; else people who write "Von: …", "Datum: …" above their own letter would be cut off.
 */
export function headerBlockAt(lines: readonly string[], at: number, announced = false): HeaderBlock | null {
  const opening = bare(lines, at)
  const first = kindOf(opening)
  if (!first || first === 'other') return null
  const inline = inlineFields(opening)
  if (inline) return { from: at, to: at + 1, kind: 'block', fields: inline }
  const fields: Partial<Record<HeaderKind, string>> = {}
  let last: HeaderKind = first
  let to = at
  let folded: string[] = []
  for (let i = at; i < lines.length && i < at + mostLines; i++) {
    const line = bare(lines, i)
    const kind = kindOf(line)
    // The same header again opens another head.
    if (kind && kind !== 'other' && fields[kind] !== undefined) break
    if (kind) {
      // Folded lists of recipients belong to the head only if another header follows.
      if (folded.length > 0) fields[last] = [fields[last], ...folded].join(' ')
      folded = []
      fields[kind] = valueIn(line)
      last = kind
      to = i + 1
    } else if (line === '') {
      // HTML mails put each header into its own paragraph; a blank line ends the head unless a header follows.
      const next = nextFilled(lines, i, 2)
      if (next === null || !kindOf(bare(lines, next)) || complete(fields)) break
    } else {
      folded.push(line.slice(0, longestLine))
      if (folded.length > mostFolded) break
    }
  }
  if (!complete(fields) || !(announced || fromProgram(fields))) return null
  const end = endOfFold(lines, to)
  if (end > to) fields[last] = `${fields[last]} ${bare(lines, to)}`.trim()
  return { from: at, to: end, kind: 'block', fields }
}

function complete(fields: HeaderBlock['fields']): boolean {
  const { from, sent, date, subject, to } = fields
  const moment = sent ?? date
  if (from !== undefined) return moment !== undefined || subject !== undefined
  // Some programs leave the author out: then it takes the moment and an address.
  return (
    moment !== undefined && clock.test(moment) && year.test(moment) && to !== undefined && address.test(to)
  )
}

/** Only programs write when a letter was sent, the time of day, or addresses into such lines. */
function fromProgram(fields: HeaderBlock['fields']): boolean {
  const { from = '', sent, date = '', to = '', other = '' } = fields
  if (sent !== undefined) return sent === '' || /\d|\p{L}{3}/u.test(sent)
  return clock.test(date) || [from, to, other].some(text => address.test(text)) || from.includes('/')
}

/** A folded subject or recipient list runs on until the blank line, if that comes at once. */
function endOfFold(lines: readonly string[], to: number): number {
  return to < lines.length && bare(lines, to) !== '' && bare(lines, to + 1) === '' ? to + 1 : to
}

/** "Von: Max", also "*Von:* Max" and "De :Max" from converted HTML. */
function kindOf(line: string): HeaderKind | null {
  const colon = colonIn(line)
  if (colon < 1) return null
  return kindOfWord.get(line.slice(0, colon).replace(/[*_|]/g, '').trim().toLowerCase()) ?? null
}

function valueIn(line: string): string {
  return line
    .slice(colonIn(line) + 1, longestLine)
    .replace(/^[*_]{1,2}/, '')
    .trim()
}

function colonIn(line: string): number {
  return line.slice(0, 30).search(/[:：]/u)
}

/** Three headers in one line, or two of which one has an address and one a time. */
function inlineFields(line: string): HeaderBlock['fields'] | null {
  const text = line.slice(0, longestLine)
  if (text.indexOf(': ') === text.lastIndexOf(': ')) return null
  const found = [...text.matchAll(inlineHeader)]
  const fields: Partial<Record<HeaderKind, string>> = {}
  for (const [index, match] of found.entries()) {
    const kind = (Object.keys(match.groups!) as HeaderKind[]).find(name => match.groups![name] !== undefined)!
    fields[kind] ??= text.slice(match.index + match[0].length, found[index + 1]?.index).trim()
  }
  const kinds = Object.keys(fields).length
  if (kinds >= 3) return fields
  const two = fields.from !== undefined && fields.date !== undefined
  return two && address.test(fields.from!) && clock.test(fields.date!) ? fields : null
}
