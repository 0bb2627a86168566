import { stateNames, type TicketState } from '../domain/ticket/states.ts'
import type { Reply } from '../reply/reply.ts'

/** A further letter came in: news for the thread of the announcement, without a word of the letter. */
export function newLetterNews(ticket: { number: string; state: TicketState; owner: string | null }): Reply {
  const text = `Neue Nachricht zu ${ticket.number}`
  return {
    summary: text,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text },
      {
        kind: 'text',
        text: `Stand: ${stateNames[ticket.state]} · zuständig: ${ticket.owner ?? 'noch niemand'}`,
      },
      { kind: 'actions', actions: [{ label: 'Anzeigen', command: `vorgang zeige ${ticket.number}` }] },
    ],
  }
}

/** A mail could not be read; the channel hears the number of the mail in quarantine and nothing of its content. */
export function quarantineNews(rawMailId: number, reason: string): Reply {
  const text = `Ein Brief liegt in der Quarantäne (Q-${rawMailId})`
  return {
    summary: text,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text },
      { kind: 'text', text: `${reason} Verloren ist nichts: Die Administration kann den Brief ansehen.` },
    ],
  }
}
