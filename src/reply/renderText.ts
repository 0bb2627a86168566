import { columns, oneLine, padded, wrapped } from './plainLines.ts'
import type { Action, Block, Reply, Row } from './reply.ts'
import { signs } from './signs.ts'

export interface TextOptions {
  /** Columns of the page, at least 40; 100 when not said. */
  width?: number
  /** 'commands' prints what a button would send (terminal), 'labels' its label only (mail), 'none' nothing. */
  actions?: 'commands' | 'labels' | 'none'
  /** How an action that asks for more is typed, "vorgang abgeben KA-2024-0017 <Stelle>"; absent: the line so far and "…". */
  usage?(action: Action): string
}

/** The reply for a monospaced page: aligned columns, signs beside words, no line longer than `width`. */
export function renderText(reply: Reply, options: TextOptions = {}): string {
  const width = Math.max(40, options.width ?? 100)
  const parts = reply.blocks
    .map(block => ({ block, lines: blockLines(block, width, options) }))
    .filter(({ lines }) => lines.length > 0)
  return parts
    .map(
      ({ block, lines }, i) => gap(parts[i - 1]?.block, block) + lines.map(line => line.trimEnd()).join('\n'),
    )
    .join('')
}

/** An empty line between blocks; a sentence stands right below its heading. */
function gap(before: Block | undefined, block: Block): string {
  if (!before) return ''
  return before.kind === 'heading' && block.kind === 'text' ? '\n' : '\n\n'
}

function blockLines(block: Block, width: number, options: TextOptions): string[] {
  switch (block.kind) {
    case 'heading':
      return wrapped(oneLine(block.text), width)
    case 'text':
    case 'note':
      return wrapped(block.text, width)
    case 'facts':
      return factLines(block.facts, width)
    case 'rows':
      return [...(block.title ? wrapped(oneLine(block.title), width) : []), ...rowLines(block.rows, width)]
    case 'picture':
      return rowLines(block.rows, width)
    case 'table':
      return tableLines(block.columns, block.rows, width)
    case 'actions':
      return actionLines(block.actions, width, options)
  }
}

function factLines(facts: { label: string; value: string }[], width: number): string[] {
  const labels = facts.map(fact => oneLine(fact.label))
  const indent = Math.min(widest(labels), Math.floor(width / 3)) + 2
  return facts.flatMap((fact, i) => {
    const value = wrapped(fact.value, width - indent)
    const label = labels[i]!
    // A label that is wider than its column stands on a line of its own.
    const [first, ...rest] = columns(label) + 2 > indent ? ['', ...value] : value
    const head =
      columns(label) + 2 > indent ? wrapped(label, width) : [`${padded(label, indent)}${first ?? ''}`]
    return [...head, ...rest.map(line => ' '.repeat(indent) + line)]
  })
}

/**
 * " ✔ erledigt    Unterlagen an die Vergabestelle    KW 12   (remark)"; a detail or remark that does not fit moves to a
 * line of its own. A long remark leaves the columns of its row and of the others alone.
 */
function rowLines(rows: Row[], width: number): string[] {
  const plain = rows.map(row => ({
    head: ` ${signs[row.sign]} ${oneLine(row.state)}`,
    text: oneLine(row.text),
    detail: oneLine(row.detail),
    remark: row.remark ? `(${oneLine(row.remark)})` : '',
  }))
  const indent = Math.min(widest(plain.map(row => row.head)), Math.floor(width / 3)) + 2
  const room = width - indent
  const textWidth = Math.min(
    widest(plain.map(row => row.text)),
    Math.max(room - widest(plain.map(row => row.detail)) - 2, Math.floor(room / 2)),
  )
  return plain.flatMap(({ head, text, detail, remark }) => {
    const start = columns(head) + 2 > indent ? wrapped(head, width) : []
    const first = start.length > 0 ? ' '.repeat(indent) : padded(head, indent)
    const body = rowBody(text, detail, remark, textWidth, room)
    return [...start, ...body.map((line, i) => (i === 0 ? first : ' '.repeat(indent)) + line)]
  })
}

function rowBody(text: string, detail: string, remark: string, textWidth: number, room: number): string[] {
  const below = (part: string) => (part ? wrapped(part, room - 2).map(line => `  ${line}`) : [])
  const row = columns(text) <= textWidth ? `${padded(text, textWidth)}  ${detail}`.trimEnd() : null
  if (row === null || columns(row) > room) {
    const tail = [detail, remark].filter(Boolean).join('  ')
    return [
      ...wrapped(text, room),
      ...(columns(tail) <= room - 2 ? below(tail) : [detail, remark].flatMap(below)),
    ]
  }
  const whole = remark ? `${padded(row, detail ? 0 : textWidth)}  ${remark}` : row
  return columns(whole) <= room ? [whole] : [row, ...below(remark)]
}

/** Aligned columns; a table that is too wide becomes one fact a cell. */
function tableLines(heads: string[], rows: string[][], width: number): string[] {
  const all = [heads, ...rows].map(row => heads.map((_, i) => oneLine(row[i] ?? '')))
  const widths = heads.map((_, i) => widest(all.map(row => row[i]!)))
  if (widths.reduce((sum, w) => sum + w + 2, -2) > width)
    return rows.flatMap((row, n) => [
      ...(n > 0 ? [''] : []),
      ...factLines(
        heads.map((label, i) => ({ label, value: oneLine(row[i] ?? '') })),
        width,
      ),
    ])
  const [head, ...body] = all.map(row => row.map((cell, i) => padded(cell, widths[i]!)).join('  '))
  return [head!, widths.map(w => '-'.repeat(w)).join('  '), ...body]
}

function actionLines(actions: Action[], width: number, { actions: how, usage }: TextOptions): string[] {
  const labels = actions.map(action => `[${oneLine(action.label)}]`)
  if (how === 'none' || actions.length === 0) return []
  if (how === 'labels') return wrapped(labels.join('  '), width)
  const indent = Math.min(widest(labels), Math.floor(width / 2)) + 2
  return actions.flatMap((action, i) => {
    const typed = oneLine(typedLine(action, usage))
    if (oneLine(action.label) === typed) return wrapped(labels[i]!, width)
    const line = `${padded(labels[i]!, indent)}${typed}`
    // An address that is cut through leads nowhere, so it keeps its line however long that is.
    const below = action.url ? [typed] : wrapped(typed, width - 2)
    return columns(line) <= width
      ? [line]
      : [...wrapped(labels[i]!, width), ...below.map(each => `  ${each}`)]
  })
}

/** What leads on where there are no buttons: the address, or the line to be typed. */
function typedLine(action: Action, usage: TextOptions['usage']): string {
  if (action.url) return action.url
  if (!action.asks?.length) return action.command
  return usage?.(action) ?? `${action.command} …`
}

function widest(texts: string[]): number {
  return texts.reduce((most, text) => Math.max(most, columns(text)), 0)
}
