import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { PictureBlock, Reply } from '../../reply/reply.ts'
import { renderTeams } from './renderTeams.ts'
import type { TeamsCard } from './teamsCard.ts'

/** The SDK's own description of cards holds ours to the schema; it writes "full" where the documentation writes "Full". */
type CheckedCard = Omit<IAdaptiveCard, 'msteams'>

export const cardType = 'application/vnd.microsoft.card.adaptive'

/** An activity that we send, as far as we fill it. */
export interface TeamsMessage {
  type: 'message'
  /** What a notification says; beside a card a `text` would be shown twice. */
  summary?: string
  text?: string
  textFormat?: 'plain'
  attachments?: { contentType: typeof cardType; content: TeamsCard }[]
}

export function cardMessage(summary: string, card: TeamsCard): TeamsMessage {
  return {
    type: 'message',
    summary,
    attachments: [{ contentType: cardType, content: card satisfies CheckedCard }],
  }
}

export function textMessage(text: string): TeamsMessage {
  return { type: 'message', text, textFormat: 'plain' }
}

/**
 * A Reply as messages, the richest first: each next one is for when Teams refuses the one before, until at last the one-sentence
 * summary. News beats looks.
 */
export function messagesFor(reply: Reply, pictures: ReadonlyMap<PictureBlock, string>): TeamsMessage[] {
  const plain = renderTeams(reply)
  return [
    ...(pictures.size > 0 ? [cardMessage(plain.text, renderTeams(reply, { pictures }).card)] : []),
    cardMessage(plain.text, plain.card),
    textMessage(plain.text),
  ]
}
