import { Temporal } from 'temporal-polyfill'
import { thresholds } from '../domain/classify/decide.ts'
import { evidenceKinds } from '../domain/classify/explain.ts'
import type { Classification } from '../domain/classify/labels.ts'
import type { Sight } from '../domain/ticket/visibility.ts'
import { germanDayWithWeekday } from '../domain/time/day.ts'
import type { Block, Reply } from '../reply/reply.ts'
import { type TicketShown, ticketTitle } from './ticketFacts.ts'
import { matchActions, matchText } from './ticketReplies.ts'

export type TicketAnnounced = TicketShown & Pick<Classification, 'confidence' | 'flags'>

/** Other Vorgänge that this one has to do with; whoever gives them has seen that the channel may know of them. */
export interface AnnouncedLinks {
  /** It may belong to this one, and a person decides. */
  match?: { number: string; reason: string } | null
  /** It goes on where this one was closed. */
  continues?: string | null
  /** It was closed, and its letters are in this one. */
  goesOnIn?: string | null
}

/**
 * A new Vorgang, said in a channel. `sight` is what that channel may know: with 'nothing' there is no post at all,
 * with 'reduced' number and what the matrix spells out (domain.md section 8, D08). No word of the letter either
 * way: of the evidence only its kinds are named.
 */
export function announcement(
  ticket: TicketAnnounced,
  sight: Sight,
  links: AnnouncedLinks = {},
): Reply | null {
  if (sight === 'nothing') return null
  const shown = sight === 'full' ? 'metadata' : sight
  const title = `Neue Anfrage ${ticketTitle(ticket, shown)}`
  const blocks: Block[] = [{ kind: 'heading', text: title }]
  if (shown === 'reduced') {
    const owner = `Zuständig: ${ticket.owner ?? 'noch niemand'}`
    blocks.push({ kind: 'text', text: `${owner}. Näheres sieht nur, wer diesen Vorgang lesen darf.` })
  } else {
    blocks.push({ kind: 'text', text: [...factLines(ticket), ...linkLines(links)].join('\n') })
  }
  const { match } = shown === 'reduced' ? { match: null } : links
  blocks.push({
    kind: 'actions',
    actions: [
      { label: 'Übernehmen', command: `vorgang übernehmen ${ticket.number}` },
      { label: 'Anzeigen', command: `vorgang zeige ${ticket.number}` },
      ...(match ? matchActions(ticket.number, match.number) : []),
    ],
  })
  return { summary: title, audience: 'everyone', blocks }
}

function linkLines({ match, continues, goesOnIn }: AnnouncedLinks): string[] {
  return [
    ...(continues ? [`Setzt ${continues} fort`] : []),
    ...(goesOnIn ? [`Geht weiter in ${goesOnIn}`] : []),
    ...(match ? [matchText(match)] : []),
  ]
}

function factLines(ticket: TicketAnnounced): string[] {
  const due = ticket.dueOn
    ? [`Antwort bis ${germanDayWithWeekday(Temporal.PlainDate.from(ticket.dueOn))}`]
    : []
  const first = [...due, `zuständig: ${ticket.owner ?? 'noch niemand'}`].join(' · ')
  const kinds = evidenceKinds(ticket.because).slice(0, 3)
  const why = kinds.length > 0 ? [`Erkannt an: ${kinds.join(', ')} (${certainty(ticket)})`] : []
  const today = ticket.flags.includes('heute_sichten') ? ['Bitte heute noch sichten.'] : []
  return [capital(first), ...today, ...why]
}

/** How sure it is who wrote: nothing of this is ever said to citizens. */
function certainty({ stakeholder, confidence }: TicketAnnounced): string {
  if (stakeholder === null || confidence.stakeholder < thresholds.stakeholder)
    return 'unsicher, bitte einordnen'
  return confidence.stakeholder >= 0.85 ? 'sicher' : 'wahrscheinlich'
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
