import type { DomNode, FormatCallback } from 'html-to-text'
import { quoteHeadAt } from '../../domain/mail/quotes/quoteMarks.ts'

/*
 * How mail programs mark a quote in HTML. Where their head can be read ("Von: … Gesendet: …", "Am … schrieb …:") the rules
 * for plain text do the rest; here is what only the markup tells.
 */

/** Elements in which programs put the letter they answer, head included; no person makes them. */
export const quoteContainers = [
  // Outlook: new, mobile and on the web; Outlook for Mac; Yahoo; Proton; GMX and WEB.DE.
  '#divRplyFwdMsg',
  '#OLK_SRC_BODY_SECTION',
  '.yahoo_quoted',
  '.protonmail_quote',
  'div[name=quote]',
]

/** What stands above a quote whose own head nobody can read, e.g. in a language the rules do not know. */
const separator = '-------- Ursprüngliche Nachricht --------'

/** A <blockquote> as ">" lines; editors indent with the same element, and what they indent is the author's own. */
export const formatBlockquote: FormatCallback = (elem, walk, builder) => {
  if (isIndent(elem)) {
    builder.openBlock({ leadingLineBreaks: 2 })
    walk(elem.children, builder)
    builder.closeBlock({ trailingLineBreaks: 2 })
    return
  }
  builder.openBlock({ leadingLineBreaks: 2, reservedLineLength: 2 })
  walk(elem.children, builder)
  builder.closeBlock({
    trailingLineBreaks: 2,
    blockTransform: text => text.replace(/^\n+|\n+$/g, '').replace(/^/gm, '> '),
  })
}

/** An element of `quoteContainers`; an unreadable head gets a line above it that every program understands. */
export const formatQuoteContainer: FormatCallback = (elem, walk, builder) => {
  if (!hasReadableHead(elem)) {
    builder.openBlock({ leadingLineBreaks: 2 })
    builder.addInline(separator)
    builder.closeBlock({ trailingLineBreaks: 2 })
  }
  builder.openBlock({ leadingLineBreaks: 1 })
  walk(elem.children, builder)
  builder.closeBlock({ trailingLineBreaks: 1 })
}

/** Gmail's button makes blockquote.gmail_quote without a line at its left, Apple and Outlook margins without border. */
function isIndent(elem: DomNode): boolean {
  const attribute = (name: string) =>
    String(elem.attribs?.[name] ?? '')
      .slice(0, 500)
      .toLowerCase()
  const [style, type] = [attribute('style'), attribute('type')]
  if (type === 'cite' || attribute('cite') !== '') return false
  const line = /border(?:-left)?(?:-style)?\s*:[^;]*(?:solid|[1-9](?:\.\d)?p[xt])/.test(style)
  const looksIndented =
    /border\s*:\s*(?:none|0)/.test(style) ||
    /margin-left\s*:\s*(?:3|4|8)\d(?:\.\d)?p[xt]/.test(style) ||
    /\bgmail_quote\b/.test(attribute('class'))
  return looksIndented && !line && !endsLikeAttribution(textBefore(elem))
}

/** A colon, and in the line a verb, a time or an address. */
function endsLikeAttribution(text: string): boolean {
  const last = text.trimEnd().split('\n').at(-1) ?? ''
  return /[:：]$/.test(last) && /@|\d{1,2}[:.]\d{2}|wrote|schrieb/i.test(last)
}

/** Some of the text above an element, with its line breaks. */
function textBefore(elem: DomNode): string {
  let text = ''
  let steps = 0
  for (let node: DomNode | undefined = elem; node && steps < 50; node = node.parent) {
    for (
      let sibling = before(node);
      sibling && steps < 50 && text.trim().length < 200;
      sibling = before(sibling)
    ) {
      text = `${textOf(sibling, 400)}${text}`
      steps++
    }
    if (text.trim() !== '') break
    steps++
  }
  return text
}

/** The parser links siblings; its published type does not say so. */
function before(node: DomNode): DomNode | undefined {
  return (node as DomNode & { prev?: DomNode | null }).prev ?? undefined
}

function hasReadableHead(elem: DomNode): boolean {
  const text = textOf(elem, 3000)
  if (/^> /m.test(text)) return true
  const lines = text.split('\n').map(line => line.replace(/\s+/g, ' ').trim())
  const filled = lines.flatMap((line, at) => (line === '' ? [] : [at])).slice(0, 6)
  return filled.some(at => quoteHeadAt(lines, at) !== null)
}

/** Roughly the text of an element, up to a number of characters. A quote in it shows as "> ". */
function textOf(node: DomNode, most: number): string {
  let text = ''
  let visited = 0
  const visit = (each: DomNode, depth: number): void => {
    if (text.length >= most || visited++ > 500 || depth > 100) return
    if (each.type === 'text') text += (each.data ?? '').slice(0, most).replace(/\s+/g, ' ')
    if (each.name === 'style' || each.name === 'script') return
    const block = /^(?:br|p|div|tr|table|hr|blockquote|h\d|li)$/.test(each.name ?? '')
    if (block) text += each.name === 'blockquote' ? '\n> ' : '\n'
    for (const child of each.children ?? []) visit(child, depth + 1)
    if (block && each.name !== 'br') text += '\n'
  }
  visit(node, 0)
  return text
}
