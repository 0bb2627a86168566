import type { Block, Reply, Row, Sign } from '../../reply/reply.ts'
import { type Html, html } from './html.ts'

/** Signs stand beside their word and are hidden from screen readers, which read the word. */
const signs: Record<Sign, string> = {
  done: '✔',
  planned: '○',
  moved: '↷',
  new: '+',
  fixed: '●',
  urgent: '!',
  question: '?',
  none: '',
}

/** A Reply as HTML for the page. Buttons are forms, so they work without script. The first heading is an h3. */
export function replyHtml(reply: Reply): Html {
  const heading = reply.blocks.some(block => block.kind === 'heading')
  return html`${reply.blocks.map(block => blockHtml(block, heading))}`
}

function blockHtml(block: Block, underHeading: boolean): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h3>${block.text}</h3>`
    case 'text':
      return html`${block.text.split(/\n{2,}/).map(paragraph => html`<p>${lines(paragraph)}</p>`)}`
    case 'facts':
      return html`<dl class="facts">${block.facts.map(
        fact => html`<div><dt>${fact.label}</dt><dd>${lines(fact.value)}</dd></div>`,
      )}</dl>`
    case 'rows':
      return html`${underHeading ? html`<h4>${block.title}</h4>` : html`<h3>${block.title}</h3>`}<ul class="rows">${block.rows.map(rowHtml)}</ul>`
    case 'table':
      return html`<div class="frame" tabindex="0" role="group" aria-label="Tabelle, waagerecht verschiebbar"><table>
<thead><tr>${block.columns.map(column => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${block.rows.map(row => html`<tr>${row.map(cell => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`
    case 'actions':
      return html`<div class="actions">${block.actions.map(
        action =>
          html`<form method="post" action="/frage"><input type="hidden" name="text" value="${action.command}"><button class="quiet">${action.label}</button></form>`,
      )}</div>`
    case 'note':
      return html`<p class="note">${lines(block.text)}</p>`
  }
}

function rowHtml(row: Row): Html {
  return html`<li><span class="state ${row.sign}"><span class="sign" aria-hidden="true">${signs[row.sign]}</span>${row.state}</span>
<span class="what">${row.text}</span>${row.detail ? html` <span class="detail">${row.detail}</span>` : null}${
    row.remark ? html` <span class="remark">${row.remark}</span>` : null
  }</li>`
}

function lines(text: string): Html {
  return html`${text.split('\n').map((line, i) => (i === 0 ? html`${line}` : html`<br>${line}`))}`
}
