import type { Flag } from '../domain/classify/labels.ts'
import { stateNames } from '../domain/ticket/states.ts'
import type { Sight } from '../domain/ticket/visibility.ts'
import type { Block, Reply } from '../reply/reply.ts'
import { type TicketShown, ticketTitle } from './ticketFacts.ts'

/**
 * A further letter came in: news for the thread of the announcement, without a word of the letter. `flags` are those of the new
 * letter. null when a channel may not know of the Vorgang.
 */
export function newLetterNews(ticket: TicketShown, sight: Sight, flags: readonly Flag[]): Reply | null {
  if (sight === 'nothing') return null
  const text =
    sight === 'reduced'
      ? `Neue Nachricht zu ${ticketTitle(ticket, sight)}`
      : `Neue Nachricht zu ${ticket.number}`
  const blocks: Block[] = [{ kind: 'heading', text }]
  if (sight !== 'reduced') {
    const today = flags.includes('heute_sichten') ? ['Bitte heute noch sichten.'] : []
    const facts = `Stand: ${stateNames[ticket.state]} · zuständig: ${ticket.owner ?? 'noch niemand'}`
    blocks.push({ kind: 'text', text: [facts, ...today].join('\n') })
  }
  blocks.push({
    kind: 'actions',
    actions: [{ label: 'Anzeigen', command: `vorgang zeige ${ticket.number}` }],
  })
  return { summary: text, audience: 'everyone', blocks }
}

/** Somebody else is competent from now on: news for the thread, without the reason, which may name people. */
export function handoverNews(ticket: Pick<TicketShown, 'number' | 'owner'>): Reply {
  return newsSentence(`${ticket.number} ist abgegeben an ${ticket.owner ?? 'niemanden'}.`)
}

/** Two Vorgänge were put together. */
export function joinedNews(number: string, into: string): Reply {
  return newsSentence(`${number} gehört jetzt zu ${into}. Die Briefe stehen unter ${into}.`)
}

/** What was told in the thread holds no more. */
export function takenBackNews(ticket: Pick<TicketShown, 'number' | 'owner'>): Reply {
  return newsSentence(
    `Die letzte Änderung an ${ticket.number} wurde zurückgenommen. Zuständig: ${ticket.owner ?? 'noch niemand'}.`,
  )
}

function newsSentence(text: string): Reply {
  return { summary: text, audience: 'everyone', blocks: [{ kind: 'text', text }] }
}

/** Stands where a post stood that a channel may not know of any more. */
export function withdrawnPost(): Reply {
  const text = 'Dieser Beitrag wurde zurückgezogen. Der Vorgang wird nicht mehr im Kanal geführt.'
  return { summary: text, audience: 'everyone', blocks: [{ kind: 'text', text }] }
}

/** A mail could not be read; the channel hears the number of the mail in quarantine and nothing of its content. */
export function quarantineNews(rawMailId: number, reason: string): Reply {
  const text = `Ein Brief liegt in der Quarantäne (Q-${rawMailId})`
  return {
    summary: text,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text },
      { kind: 'text', text: `${reason} Er ist nicht verloren: Die Administration kann ihn ansehen.` },
    ],
  }
}

/** An alarm could not be delivered: said without number and kind, because the channel may know of neither. */
export function undeliveredNotice(): Reply {
  const text = 'Ein interner Hinweis konnte nicht zugestellt werden'
  return {
    summary: text,
    audience: 'everyone',
    blocks: [
      { kind: 'heading', text },
      {
        kind: 'text',
        text: 'Bitte sofort die Administration verständigen (kla outbox) und das Postfach durchsehen.',
      },
    ],
  }
}
