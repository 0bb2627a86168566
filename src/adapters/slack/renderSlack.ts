import { columns, oneLine, padded } from '../../reply/plainLines.ts'
import type { Action, Block, PictureBlock, Reply, Row } from '../../reply/reply.ts'
import { signs } from '../../reply/signs.ts'
import { slackLimits as limits } from './slackLimits.ts'
import { mrkdwn, mrkdwnLength, plain } from './slackText.ts'

type Mrkdwn = { type: 'mrkdwn'; text: string; verbatim: true }
type Plain = { type: 'plain_text'; text: string; emoji: false }

/** The blocks that we send; a part of Slack's Block Kit. */
export type SlackBlock =
  | { type: 'header'; text: Plain }
  | { type: 'section'; text: Mrkdwn }
  | { type: 'image'; slack_file: { id: string }; alt_text: string }
  | { type: 'context'; elements: Mrkdwn[] }
  | { type: 'actions'; elements: SlackButton[] }

/**
 * `action_id` says what pressing does: "kla:…" answers, "kla:ask:1:0:assignee,reason" asks for these in a form first, "kla:url:…" leads
 * away. It comes back with the press; `value` has no room beside the command.
 */
export interface SlackButton {
  type: 'button'
  action_id: string
  text: Plain
  value?: string
  url?: string
}

/** What a form asks for before the command of this button is complete; [] where the button did not say; null: it asks for nothing. */
export function asksOf(actionId: string): readonly string[] | null {
  if (!actionId.startsWith('kla:ask:')) return null
  return (actionId.split(':')[4] ?? '').split(',').filter(key => key !== '')
}

/**
 * The reply as Slack blocks within all limits; `text` is what notifications and screen readers say. `files`: Slack's ids of the
 * pictures that lie there; the others appear as their list.
 */
export function renderSlack(
  reply: Reply,
  files: ReadonlyMap<PictureBlock, string> = new Map(),
): { text: string; blocks: SlackBlock[] } {
  const blocks = reply.blocks.flatMap((block, i) => slackBlocks(block, i, files))
  return { text: mrkdwn(reply.summary, limits.messageText) || ' ', blocks: within(limits.blocks, blocks) }
}

/** The reply as the content of a modal or of the App Home, which hold more; pictures appear as their list. */
export function renderSlackView(reply: Reply): SlackBlock[] {
  const blocks = reply.blocks.flatMap((block, i) => slackBlocks(block, i, new Map()))
  const said: SlackBlock[] = blocks.length > 0 ? blocks : [section(reply.summary || ' ')]
  return within(limits.viewBlocks, said)
}

/** Too many blocks: the last ones go, but buttons stay, and it says so. */
function within(most: number, blocks: SlackBlock[]): SlackBlock[] {
  if (blocks.length <= most) return blocks
  const actions: SlackBlock[] = blocks.filter(block => block.type === 'actions').slice(-3)
  const kept = blocks.filter(block => !actions.includes(block)).slice(0, most - 1 - actions.length)
  const more = blocks.length - kept.length - actions.length
  return [...kept, context(`… und ${more} weitere`), ...actions]
}

function slackBlocks(block: Block, index: number, files: ReadonlyMap<PictureBlock, string>): SlackBlock[] {
  switch (block.kind) {
    case 'heading':
      return [{ type: 'header', text: plainText(block.text, limits.headerText) }]
    case 'text':
      return block.text.trim() ? [section(block.text)] : []
    case 'facts':
      return lineSections(
        '',
        block.facts.map(fact => ({ bold: fact.label, rest: fact.value })),
      )
    case 'rows':
      return lineSections(block.title, block.rows.map(rowLine))
    case 'picture':
      return pictureBlocks(block, files.get(block))
    case 'table':
      return tableSection(block.columns, block.rows)
    case 'actions':
      return buttons(block.actions, index)
    case 'note':
      return block.text.trim() ? [context(block.text)] : []
  }
}

function pictureBlocks(block: PictureBlock, file: string | undefined): SlackBlock[] {
  if (file === undefined) return lineSections('', block.rows.map(rowLine))
  return [{ type: 'image', slack_file: { id: file }, alt_text: plain(block.alt, limits.altText) }]
}

interface Line {
  bold: string
  rest: string
}

function rowLine(row: Row): Line {
  const remark = row.remark ? ` (${row.remark})` : ''
  const detail = row.detail ? ` · ${row.detail}` : ''
  return { bold: `${signs[row.sign]} ${row.state}`.trim(), rest: `${row.text}${detail}${remark}` }
}

/** One section of lines; those that do not fit are counted. */
function lineSections(title: string, lines: Line[]): SlackBlock[] {
  const written = lines.map(line => lineText(line)).filter(Boolean)
  const head = title.trim() ? [bold(title)] : []
  const all = [...head, ...written]
  if (all.length === 0) return []
  const room = limits.sectionText - 40 // for the line that counts the rest
  const kept: string[] = []
  let used = 0
  for (const line of all) {
    if (used + line.length + 1 > room) break
    kept.push(line)
    used += line.length + 1
  }
  if (kept.length < all.length) kept.push(`… und ${all.length - kept.length} weitere`)
  return [{ type: 'section', text: { type: 'mrkdwn', text: kept.join('\n'), verbatim: true } }]
}

function lineText(line: Line): string {
  const head = line.bold.trim() ? `${bold(line.bold)}  ` : ''
  return head + mrkdwn(line.rest, 1000)
}

/** Bold as Slack marks it; asterisks of the text itself would end it. */
function bold(text: string): string {
  return `*${mrkdwn(oneLine(text).replaceAll('*', '∗'), 200)}*`
}

/** Aligned in a code block. Backticks would end it. */
function tableSection(heads: string[], rows: string[][]): SlackBlock[] {
  const cells = [heads, ...rows].map(row => heads.map((_, i) => oneLine(row[i] ?? '').replaceAll('`', '´')))
  const widths = heads.map((_, i) => Math.max(0, ...cells.map(row => columns(row[i]!))))
  const lines = cells.map(row =>
    row
      .map((cell, i) => padded(cell, widths[i]!))
      .join('  ')
      .trimEnd(),
  )
  const room = limits.sectionText - 60
  const kept: string[] = []
  let used = 0
  for (const line of lines) {
    if (used + mrkdwnLength(line) + 1 > room) break
    kept.push(mrkdwn(line, room))
    used += mrkdwnLength(line) + 1
  }
  const more = lines.length - kept.length
  const text = `\`\`\`\n${kept.join('\n') || ' '}\n\`\`\`${more > 0 ? `\n… und ${more} weitere` : ''}`
  return heads.length === 0 ? [] : [{ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }]
}

/** A command or an address that is too long for a button cannot be cut: it would be another one. */
function buttons(actions: Action[], index: number): SlackBlock[] {
  const fitting = actions.filter(({ command, url }) =>
    url === undefined
      ? command.length > 0 && command.length <= limits.buttonValue
      : /^https?:\/\//.test(url) && url.length <= limits.buttonUrl,
  )
  if (fitting.length === 0) return []
  const elements = fitting.slice(0, limits.actionElements).map((each, i) => button(each, `${index}:${i}`))
  const more = fitting.length - elements.length
  return [{ type: 'actions', elements }, ...(more > 0 ? [context(`… und ${more} weitere`)] : [])]
}

function button({ label, command, asks, url }: Action, place: string): SlackButton {
  const text = plainText(label, limits.buttonLabel)
  if (url !== undefined) return { type: 'button', action_id: `kla:url:${place}`, text, url }
  if (!asks?.length) return { type: 'button', action_id: `kla:${place}`, text, value: command }
  const whole = `kla:ask:${place}:${asks.join(',')}`
  const action_id = whole.length <= limits.actionId ? whole : `kla:ask:${place}`
  return { type: 'button', action_id, text, value: command }
}

function section(text: string): SlackBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: mrkdwn(text, limits.sectionText), verbatim: true } }
}

function context(text: string): SlackBlock {
  return {
    type: 'context',
    elements: [{ type: 'mrkdwn', text: mrkdwn(text, limits.contextText), verbatim: true }],
  }
}

function plainText(text: string, limit: number): Plain {
  return { type: 'plain_text', text: plain(text, limit), emoji: false }
}
