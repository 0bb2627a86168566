import { oneLine, printable } from '../../reply/plainLines.ts'
import { teamsLimits as limits } from './teamsLimits.ts'

/** A piece of text in one style. */
export interface TextRun {
  type: 'TextRun'
  text: string
  weight?: 'Bolder'
  size?: 'Medium' | 'Small'
  isSubtle?: true
}

/**
 * Text of ours stands in RichTextBlocks: unlike a TextBlock they know no Markdown, so a letter or a name can bring no link,
 * no emphasis and no list, and nothing has to be escaped that a telephone then shows with its backslashes.
 */
export interface RichTextBlock {
  type: 'RichTextBlock'
  inlines: TextRun[]
  separator?: true
  spacing?: 'Small' | 'None' | 'Medium'
}

export type TextStyle = Omit<TextRun, 'type' | 'text'>

export function run(text: string, style: TextStyle = {}): TextRun {
  return { type: 'TextRun', text, ...style }
}

/** One line, cut with "…"; "" when nothing is to be seen. */
export function teamsLine(text: string, limit: number = limits.line): string {
  return cut(literal(oneLine(text)), limit)
}

/** Its lines, each for a block of its own: clients differ in what they make of a line feed. Empty ones are left out. */
export function teamsLines(text: string, limit: number = limits.paragraph): string[] {
  return cut(literal(printable(text)), limit)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
}

/** "{{DATE(…)}}" and "{{TIME(…)}}" are the only markup that a TextRun knows: a word joiner in between makes them text. */
function literal(text: string): string {
  return text.replaceAll('{{', '{\u2060{')
}

/** At most `limit` UTF-16 units, never through the middle of a character. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  let kept = ''
  for (const char of text) {
    if (kept.length + char.length > limit - 1) break
    kept += char
  }
  return `${kept}…`
}
