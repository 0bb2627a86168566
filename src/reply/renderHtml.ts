import type { Action, Block, PictureBlock, Reply, Row } from './reply.ts'
import { signs } from './signs.ts'

export interface HtmlOptions {
  /** Rank of the reply's headings, so that it fits under the headings of its page; 3 when not said. */
  headingLevel?: 2 | 3 | 4 | 5
  /** The address of a picture; null, or not said: its list is shown instead. */
  pictureAddress?: (picture: PictureBlock) => string | null
  /** 'none' leaves out the buttons, where they would stand in a form of their own. */
  actions?: 'none'
}

/**
 * The reply as an accessible fragment of HTML (WCAG 2.1 AA, D23): real headings, lists and tables with headings, every
 * text escaped. Buttons are submit buttons named "text" with the command as value: put into a form that posts to the
 * chat, they work without script. What asks for more first is a link to a page with a form (/formular).
 */
export function renderHtml(reply: Reply, options: HtmlOptions = {}): string {
  const level = options.headingLevel ?? 3
  // Titles of lists stand below the reply's heading; where there is none, they take its rank, so that none is left out.
  const titleLevel = reply.blocks.some(block => block.kind === 'heading') ? level + 1 : level
  return `<div class="reply">${reply.blocks.map(block => blockHtml(block, { level, titleLevel, ...options })).join('')}</div>`
}

interface Within extends HtmlOptions {
  level: number
  titleLevel: number
}

function blockHtml(block: Block, within: Within): string {
  const { level, titleLevel } = within
  switch (block.kind) {
    case 'heading':
      return `<h${level}>${inline(block.text)}</h${level}>`
    case 'text':
      return block.text
        .split(/\n{2,}/)
        .map(paragraph => `<p>${lines(paragraph)}</p>`)
        .join('')
    case 'facts':
      return `<dl>${block.facts.map(fact => `<div><dt>${escaped(fact.label)}</dt><dd>${lines(fact.value)}</dd></div>`).join('')}</dl>`
    case 'rows': {
      const title = block.title ? `<h${titleLevel}>${escaped(block.title)}</h${titleLevel}>` : ''
      return title + rowsHtml(block.rows)
    }
    case 'picture':
      return pictureHtml(block, within.pictureAddress?.(block) ?? null)
    case 'table':
      return tableHtml(block.columns, block.rows)
    case 'actions':
      return within.actions === 'none'
        ? ''
        : `<p class="actions">${block.actions.map(actionHtml).join(' ')}</p>`
    case 'note':
      return `<p class="note">${lines(block.text)}</p>`
  }
}

function actionHtml({ label, command, asks, url }: Action): string {
  if (url !== undefined)
    return isWebAddress(url) ? `<a class="button" href="${escaped(url)}">${escaped(label)}</a>` : ''
  if (!asks?.length) return `<button name="text" value="${escaped(command)}">${escaped(label)}</button>`
  return `<a class="button" href="${escaped(formAddress(command, asks))}">${escaped(label)}</a>`
}

/** Where the page asks what a command still needs: "/formular?befehl=…&fragt=assignee,reason". */
function formAddress(command: string, asks: readonly string[]): string {
  return `/formular?${new URLSearchParams({ befehl: command, fragt: asks.join(',') })}`
}

function isWebAddress(url: string): boolean {
  return /^(https?:\/\/|\/(?!\/))/.test(url)
}

function rowsHtml(rows: Row[]): string {
  return `<ul class="rows">${rows.map(rowHtml).join('')}</ul>`
}

/** The list stays within reach: it can be enlarged and copied, and a picture that does not load leaves it. */
function pictureHtml(picture: PictureBlock, address: string | null): string {
  if (address === null) return rowsHtml(picture.rows)
  const shown = `<a href="${escaped(address)}"><img src="${escaped(address)}" alt="${escaped(picture.alt)}"></a>`
  return `<figure>${shown}<details><summary>Zeitplan als Text</summary>${rowsHtml(picture.rows)}</details></figure>`
}

function rowHtml(row: Row): string {
  // A screen reader says the word; the sign would only be read as noise.
  const mark = `<span class="sign" aria-hidden="true">${escaped(signs[row.sign].trim())}</span>`
  const parts = [
    `<span class="state">${mark} ${escaped(row.state)}</span>`,
    `<span class="text">${inline(row.text)}</span>`,
    ...(row.detail ? [`<span class="detail">${inline(row.detail)}</span>`] : []),
    ...(row.remark ? [`<span class="remark">(${inline(row.remark)})</span>`] : []),
  ]
  return `<li class="${row.sign}">${parts.join(' ')}</li>`
}

/** In a frame that scrolls sideways on narrow screens; it takes the focus, so that arrow keys can move it. */
function tableHtml(heads: string[], rows: string[][]): string {
  const head = heads.map(each => `<th scope="col">${escaped(each)}</th>`).join('')
  const body = rows.map(row => `<tr>${heads.map((_, i) => `<td>${inline(row[i] ?? '')}</td>`).join('')}</tr>`)
  return `<div class="frame" role="group" aria-label="Tabelle" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
}

function lines(text: string): string {
  return text.split(/\r?\n/).map(inline).join('<br>')
}

/** KA-2024-0017, "Mo 29.04." and "Mo 29.04.2024": read as one word, so never broken over two lines. */
const oneWord = /\b(?:\p{Lu}{1,8}-\d{4}-\d{4,}|(?:Mo|Di|Mi|Do|Fr|Sa|So) \d\d\.\d\d\.(?:\d{4})?)/gu

function inline(text: string): string {
  // A line may end with the dot between two parts, never begin with it.
  return escaped(text).replaceAll(' · ', '\u00a0· ').replace(oneWord, '<span class="whole">$&</span>')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Safe as text and inside a quoted attribute; control characters, which HTML forbids, are dropped. */
function escaped(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}/gu, '').replace(/[&<>"']/g, char => entities[char]!)
}
