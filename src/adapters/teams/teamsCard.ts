import { teamsLimits as limits } from './teamsLimits.ts'
import { type RichTextBlock, run } from './teamsText.ts'

/*
 * The part of Adaptive Cards that we send (schema 1.5, adaptivecards.io).
 */

export interface TeamsCard {
  type: 'AdaptiveCard'
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json'
  version: typeof limits.version
  /** Teams would show a card as narrow as a telephone otherwise. */
  msteams: { width: 'Full' }
  fallbackText: string
  body: CardElement[]
  actions?: CardAction[]
}

export type CardElement = RichTextBlock | CardImage | CardTable | ActionSet | CardInput

export interface CardImage {
  type: 'Image'
  url: string
  altText: string
  size: 'Stretch'
}

export interface CardTable {
  type: 'Table'
  columns: { width: number }[]
  rows: { type: 'TableRow'; cells: { type: 'TableCell'; items: RichTextBlock[] }[] }[]
  firstRowAsHeaders: true
}

export interface ActionSet {
  type: 'ActionSet'
  actions: CardAction[]
}

/** What a button of ours brings back. */
export interface ButtonData {
  kla: { command: string; asks?: readonly string[] }
  /** Teams opens a dialog at once and asks us what stands in it. */
  msteams?: { type: 'task/fetch' }
}

export type CardAction =
  | { type: 'Action.Submit'; title: string; data: ButtonData; associatedInputs?: 'none' }
  | { type: 'Action.OpenUrl'; title: string; url: string }

interface Labelled {
  id: string
  label: string
  isRequired: boolean
  errorMessage: string
  value?: string
}

export type CardInput =
  | ({ type: 'Input.Text'; isMultiline: boolean; maxLength: number } & Labelled)
  | ({ type: 'Input.Date' } & Labelled)
  | ({
      type: 'Input.ChoiceSet'
      style: 'compact' | 'filtered'
      choices: { title: string; value: string }[]
    } & Labelled)

/** A card within the size that Teams takes: the last elements go, buttons stay, and it says how many are missing. */
export function cardOf(fallbackText: string, body: CardElement[], actions: CardAction[] = []): TeamsCard {
  const whole = card(fallbackText, body, actions)
  if (fits(whole)) return whole
  const buttons = body.filter(each => each.type === 'ActionSet').slice(-3)
  const rest = body.filter(each => !buttons.includes(each as ActionSet))
  let [least, most] = [0, rest.length]
  const cut = (kept: number) =>
    card(
      fallbackText,
      [...rest.slice(0, kept), missing(body.length - kept - buttons.length), ...buttons],
      actions,
    )
  // The largest number of elements that fits, by halving: a reply may have hundreds.
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (fits(cut(middle))) least = middle
    else most = middle - 1
  }
  return fits(cut(least)) ? cut(least) : card(fallbackText, [missing(body.length)], [])
}

export function missing(n: number): RichTextBlock {
  return { type: 'RichTextBlock', inlines: [run(`… und ${n} weitere`, { isSubtle: true })] }
}

function card(fallbackText: string, body: CardElement[], actions: CardAction[]): TeamsCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: limits.version,
    msteams: { width: 'Full' },
    fallbackText,
    body,
    ...(actions.length > 0 ? { actions } : {}),
  }
}

/** Bytes of a card as UTF-16 without its pictures, which Teams does not count. */
export function cardBytes(card: TeamsCard): number {
  return 2 * JSON.stringify(card, (key, value) => (key === 'url' && isPicture(value) ? '' : value)).length
}

function isPicture(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('data:')
}

function fits(card: TeamsCard): boolean {
  return cardBytes(card) <= limits.messageBytes - limits.envelopeBytes
}
