import { renderSlack, type SlackBlock } from '../../src/adapters/slack/renderSlack.ts'
import { renderTeams } from '../../src/adapters/teams/renderTeams.ts'
import type { CardElement } from '../../src/adapters/teams/teamsCard.ts'
import { printable } from '../../src/reply/plainLines.ts'
import { renderHtml } from '../../src/reply/renderHtml.ts'
import { renderText } from '../../src/reply/renderText.ts'
import type { Action, Reply } from '../../src/reply/reply.ts'

/** What a person has before the eyes, without its layout. */
export interface Read {
  /** Everything but the buttons, in reading order. */
  words: string[]
  /** "Übernehmen → vorgang übernehmen KA-17"; one that asks first ends with "(fragt)", a link is its address. */
  buttons: string[]
}

/** Reads the same reply as each surface shows it; each reads what was rendered, not the reply. */
export const surfaces = {
  terminal: (reply: Reply) => readText(renderText(reply, { width: 100_000, usage: asking })),
  web: (reply: Reply) => readHtml(renderHtml(reply)),
  slack: (reply: Reply) => readBlocks(renderSlack(reply).blocks),
  teams: (reply: Reply) => readCard(renderTeams(reply).card.body),
} satisfies Record<string, (reply: Reply) => Read>

const asking = ({ command }: Pick<Action, 'command'>) => `${command} (fragt)`
const button = (label: string, does: string) => `${wordsOf(label).join(' ')} → ${wordsOf(does).join(' ')}`

/** Buttons stand on lines of their own: "[Übernehmen]  vorgang übernehmen KA-17", or "[hilfe]" where both are the same. */
export function readText(text: string): Read {
  const buttons: string[] = []
  const lines = text.split('\n').filter(line => {
    const [, label, does] = /^\[([^[\]]+)\](?: {2,}(.+))?$/.exec(line) ?? []
    if (label) buttons.push(button(label, does ?? label))
    return !label
  })
  return { words: wordsOf(lines.join('\n')), buttons }
}

const pressed =
  /<(?:button name="text" value="([^"]*)"|a class="button" href="([^"]*)")>(.*?)<\/(?:button|a)>/gs

function leadsTo(href: string): string {
  const address = new URL(href, 'http://page')
  const command = address.pathname === '/formular' ? address.searchParams.get('befehl') : null
  return command ? asking({ command }) : href
}

export function readHtml(html: string): Read {
  const buttons: string[] = []
  const rest = html
    .replace(pressed, (_all, value: string | undefined, href: string | undefined, label: string) => {
      buttons.push(
        button(unescaped(label), value === undefined ? leadsTo(unescaped(href!)) : unescaped(value)),
      )
      return ' '
    })
    .replace(/<span class="whole">(.*?)<\/span>/g, '$1')
  return { words: wordsOf(unescaped(rest.replace(/<[^>]*>/g, ' '))), buttons }
}

export function readBlocks(blocks: readonly SlackBlock[]): Read {
  const said: string[] = []
  const buttons: string[] = []
  for (const block of blocks)
    switch (block.type) {
      case 'header':
        // Look-alikes that can never be markup (slackText.ts).
        said.push(block.text.text.replaceAll('‹', '<').replaceAll('›', '>'))
        break
      case 'section':
        said.push(fromMrkdwn(block.text.text))
        break
      case 'context':
        said.push(...block.elements.map(each => fromMrkdwn(each.text)))
        break
      case 'image':
        said.push(block.alt_text)
        break
      case 'actions':
        for (const { text, value, url, action_id } of block.elements)
          buttons.push(
            button(
              text.text,
              url ?? (action_id.startsWith('kla:ask') ? asking({ command: value! }) : value!),
            ),
          )
    }
  return { words: wordsOf(said.join('\n')), buttons }
}

export function readCard(elements: readonly CardElement[]): Read {
  const said: string[] = []
  const buttons: string[] = []
  const read = (each: CardElement): void => {
    switch (each.type) {
      case 'RichTextBlock':
        said.push(each.inlines.map(run => run.text).join(''))
        break
      case 'Table':
        for (const row of each.rows) for (const cell of row.cells) cell.items.forEach(read)
        break
      case 'ActionSet':
        for (const action of each.actions)
          buttons.push(
            button(
              action.title,
              action.type === 'Action.OpenUrl'
                ? action.url
                : action.data.kla.asks
                  ? asking(action.data.kla)
                  : action.data.kla.command,
            ),
          )
        break
      case 'Image':
        said.push(each.altText)
        break
      default:
        said.push(each.label)
    }
  }
  elements.forEach(read)
  return { words: wordsOf(said.join('\n')), buttons }
}

/** Bold and code are looks; an asterisk or a back tick of the text itself was replaced by a look-alike (renderSlack.ts). */
function fromMrkdwn(text: string): string {
  return text
    .replace(/```/g, ' ')
    .replace(/^\*(.+?)\*(?=\s|$)/gm, '$1')
    .replaceAll('∗', '*')
    .replaceAll('´', '`')
    .replace(/&(amp|lt|gt);/g, (_all, name) => ({ amp: '&', lt: '<', gt: '>' })[name as 'amp'])
}

function unescaped(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (_all, name) => entities[name]!)
}

/** Signs repeat the word beside them, dots and rules part what stands side by side: layout. */
const layout = /^(?:[✔○↷!?·|]|-+)$/u

function wordsOf(text: string): string[] {
  return printable(text.replaceAll('´', '`'))
    .split(/\s+/)
    .filter(word => word !== '' && !layout.test(word))
}
