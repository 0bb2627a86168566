import type { Action, Block, PictureBlock, Reply, Row } from '../../reply/reply.ts'
import { signs } from '../../reply/signs.ts'
import { type CardAction, type CardElement, cardOf, missing, type TeamsCard } from './teamsCard.ts'
import { teamsLimits as limits } from './teamsLimits.ts'
import { type RichTextBlock, run, type TextStyle, teamsLine, teamsLines } from './teamsText.ts'

export interface TeamsOptions {
  /** Pictures as data URI; the others appear as their list. */
  pictures?: ReadonlyMap<PictureBlock, string>
  /** 'links': a message that nobody answers, so only buttons that lead to a page. */
  buttons?: 'all' | 'links'
}

/**
 * The reply as an Adaptive Card within all limits. `text` is what a notification says, and what is shown where the card cannot be.
 */
export function renderTeams(reply: Reply, options: TeamsOptions = {}): { text: string; card: TeamsCard } {
  const text = teamsLine(reply.summary, limits.summary) || ' '
  return {
    text,
    card: cardOf(
      text,
      reply.blocks.flatMap(block => elements(block, options)),
    ),
  }
}

function elements(block: Block, options: TeamsOptions): CardElement[] {
  switch (block.kind) {
    case 'heading':
      return heading(block.text)
    case 'text':
      return teamsLines(block.text).map(line => text(line))
    case 'note':
      return teamsLines(block.text).map(line => text(line, { isSubtle: true, size: 'Small' }))
    case 'facts':
      return block.facts.flatMap(fact => line(fact.label, fact.value))
    case 'rows':
      return [...subheading(block.title), ...block.rows.flatMap(rowLine)]
    case 'picture':
      return picture(block, options.pictures?.get(block))
    case 'table':
      return table(block.columns, block.rows)
    case 'actions':
      return buttons(block.actions, options.buttons ?? 'all')
  }
}

export function heading(words: string): RichTextBlock[] {
  const shown = teamsLine(words, limits.heading)
  return shown === '' ? [] : [text(shown, { weight: 'Bolder', size: 'Medium' })]
}

function subheading(words: string): RichTextBlock[] {
  const shown = teamsLine(words, limits.heading)
  return shown === '' ? [] : [text(shown, { weight: 'Bolder' })]
}

export function text(words: string, style: TextStyle = {}): RichTextBlock {
  return { type: 'RichTextBlock', inlines: [run(words, style)] }
}

/** "Ausschreibung  Verhandlungsverfahren", the first in bold. */
function line(bold: string, rest: string): RichTextBlock[] {
  const [head, body] = [teamsLine(bold, limits.heading), teamsLine(rest)]
  const inlines = [
    ...(head ? [run(body ? `${head}  ` : head, { weight: 'Bolder' })] : []),
    ...(body ? [run(body)] : []),
  ]
  return inlines.length === 0 ? [] : [{ type: 'RichTextBlock', inlines, spacing: 'Small' }]
}

function rowLine(row: Row): RichTextBlock[] {
  const remark = row.remark ? ` (${row.remark})` : ''
  const detail = row.detail ? ` · ${row.detail}` : ''
  return line(`${signs[row.sign]} ${row.state}`, `${row.text}${detail}${remark}`)
}

function picture(block: PictureBlock, url: string | undefined): CardElement[] {
  if (url === undefined) return block.rows.flatMap(rowLine)
  return [{ type: 'Image', url, altText: teamsLine(block.alt) || 'Zeitplan', size: 'Stretch' }]
}

function table(heads: string[], rows: string[][]): CardElement[] {
  const columns = Math.min(heads.length, limits.tableColumns)
  if (columns === 0) return []
  const written = [heads, ...rows].map((row, n) => ({
    type: 'TableRow' as const,
    cells: Array.from({ length: columns }, (_, i) => ({
      type: 'TableCell' as const,
      // A cell without text is one that screen readers skip, and some clients refuse an empty list.
      items: [text(teamsLine(row[i] ?? '', limits.cell) || ' ', n === 0 ? { weight: 'Bolder' } : {})],
    })),
  }))
  let used = 0
  const kept = written.filter(row => {
    used += JSON.stringify(row).length
    return used <= limits.table
  })
  const more = written.length - kept.length
  return [
    {
      type: 'Table',
      columns: Array.from({ length: columns }, () => ({ width: 1 })),
      rows: kept,
      firstRowAsHeaders: true,
    },
    ...(more > 0 ? [missing(more)] : []),
  ]
}

/** Rows of as many buttons as Teams shows side by side. */
function buttons(actions: Action[], which: 'all' | 'links'): CardElement[] {
  const fitting = actions.map(button).filter(each => each !== null)
  const wanted = which === 'all' ? fitting : fitting.filter(each => each.type === 'Action.OpenUrl')
  const shown = wanted.slice(0, limits.actionsInSet * limits.actionSets)
  const sets: CardElement[] = []
  for (let i = 0; i < shown.length; i += limits.actionsInSet)
    sets.push({ type: 'ActionSet', actions: shown.slice(i, i + limits.actionsInSet) })
  return [...sets, ...(wanted.length > shown.length ? [missing(wanted.length - shown.length)] : [])]
}

/**
 * Action.Submit, not Action.Execute: it comes as a message of its own, may be acknowledged before the answer is known, and works in
 * every client; Execute wants the new card within seconds and puts it in the place of the old one. A command that is too long for
 * a button cannot be cut: it would be another command. null: no button.
 */
function button({ label, command, asks, url }: Action): CardAction | null {
  const title = teamsLine(label, limits.buttonLabel) || '…'
  if (url !== undefined)
    return /^https?:$/.test(URL.parse(url)?.protocol ?? '') ? { type: 'Action.OpenUrl', title, url } : null
  if (command.length === 0 || command.length > limits.command) return null
  return {
    type: 'Action.Submit',
    title,
    data: asks?.length ? { msteams: { type: 'task/fetch' }, kla: { command, asks } } : { kla: { command } },
    associatedInputs: 'none',
  }
}
