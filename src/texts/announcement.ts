import { Temporal } from 'temporal-polyfill'
import { thresholds } from '../domain/classify/decide.ts'
import { evidenceKinds } from '../domain/classify/explain.ts'
import type { Classification } from '../domain/classify/labels.ts'
import type { Content } from '../domain/disclosure/contentAt.ts'
import { stateNames } from '../domain/ticket/states.ts'
import { type Sight, showsAtLeast } from '../domain/ticket/visibility.ts'
import { germanDayWithWeekday } from '../domain/time/day.ts'
import type { Action, Block, Reply } from '../reply/reply.ts'
import { type TicketShown, ticketTitle } from './ticketFacts.ts'
import { matchActions, matchText } from './ticketReplies.ts'
import { handoverAction, openAction, relabelAction } from './ticketWorkActions.ts'

export type TicketAnnounced = TicketShown & Pick<Classification, 'confidence' | 'flags'>

/** Other Vorgänge that this one has to do with; whoever gives them has seen that the channel may know of them. */
export interface AnnouncedLinks {
  /** It may belong to this one, and a person decides. */
  match?: { number: string; reason: string } | null
  /** It goes on where this one was closed. */
  continues?: string | null
  /** It was closed, and its letters are in this one. */
  goesOnIn?: string | null
  /** A person said that they have to do with each other. */
  linked?: readonly string[]
}

/**
 * A Vorgang as a channel is told of it: when it is new, and in the same place as it goes on. `sight` is what that channel may
 * know: with 'nothing' there is no post at all, with 'reduced' number and what the matrix spells out (domain.md section 8,
 * D08). No word of the letter but `content`, which is shown only where `sight` allows it, and never in the summary, which
 * telephones show on a locked screen: of the evidence only its kinds are named. `workplaceUrl`: where it is opened; null: it is
 * shown in the chat.
 */
export function announcement(
  ticket: TicketAnnounced,
  sight: Sight,
  links: AnnouncedLinks = {},
  workplaceUrl: string | null = null,
  content: Content | null = null,
): Reply | null {
  if (sight === 'nothing') return null
  const reduced = sight === 'reduced'
  const title = `${reduced || ticket.state === 'eingegangen' ? 'Neue Anfrage' : 'Anfrage'} ${ticketTitle(ticket, reduced ? 'reduced' : 'metadata')}`
  const text = reduced ? protectedText(ticket) : [...factLines(ticket), ...linkLines(links)].join('\n')
  const blocks: Block[] = [
    { kind: 'heading', text: title },
    { kind: 'text', text },
    ...(content && showsAtLeast(sight, content.kind) ? contentBlocks(content) : []),
    {
      kind: 'actions',
      actions: reduced
        ? protectedActions(ticket, workplaceUrl)
        : announcedActions(ticket, links, workplaceUrl),
    },
  ]
  return { summary: title, audience: 'everyone', blocks }
}

/** The words of the letter below the facts, marked as what they are. */
export function contentBlocks({ kind, text }: Content): Block[] {
  return [
    { kind: 'text', text: `${kind === 'excerpt' ? 'Auszug (Namen entfernt)' : 'Aus dem Brief'}:\n${text}` },
  ]
}

/** Whether somebody has it, not who: the function would tell what it is about. */
function protectedText({ owner }: TicketAnnounced): string {
  const competent = owner === null ? 'Zuständig: noch niemand.' : 'Die Zuständigkeit ist geklärt.'
  return `${competent} Näheres sieht nur, wer diesen Vorgang lesen darf.`
}

/** What became of it is not told, so what would be possible in its state is not either. */
function protectedActions({ number, owner }: TicketAnnounced, workplaceUrl: string | null): Action[] {
  return [...(owner === null ? [takeAction(number)] : []), openAction(number, workplaceUrl)]
}

/** Only what can be done in its state. */
function announcedActions(
  { number, owner, state }: TicketAnnounced,
  { match, goesOnIn }: AnnouncedLinks,
  workplaceUrl: string | null,
): Action[] {
  const open = openAction(number, workplaceUrl)
  if (state === 'abgeschlossen')
    return goesOnIn ? [open] : [{ label: 'Wieder öffnen', command: `vorgang öffnen ${number}` }, open]
  return [
    owner === null ? takeAction(number) : handoverAction(number),
    open,
    relabelAction(number),
    ...(match ? matchActions(number, match.number) : []),
  ]
}

function takeAction(number: string): Action {
  return { label: 'Übernehmen', command: `vorgang übernehmen ${number}` }
}

function linkLines({ match, continues, goesOnIn, linked = [] }: AnnouncedLinks): string[] {
  return [
    ...(continues ? [`Setzt ${continues} fort`] : []),
    ...(goesOnIn ? [`Geht weiter in ${goesOnIn}`] : []),
    ...(linked.length > 0 ? [`Verknüpft mit ${linked.join(', ')}`] : []),
    ...(match ? [matchText(match)] : []),
  ]
}

function factLines(ticket: TicketAnnounced): string[] {
  const open = ticket.state !== 'abgeschlossen' && ticket.state !== 'beantwortet'
  const state = ticket.state === 'eingegangen' ? [] : [stateNames[ticket.state]]
  const due =
    ticket.dueOn && open ? [`Antwort bis ${germanDayWithWeekday(Temporal.PlainDate.from(ticket.dueOn))}`] : []
  const first = [...state, ...due, `zuständig: ${ticket.owner ?? 'noch niemand'}`].join(' · ')
  const kinds = evidenceKinds(ticket.because).slice(0, 3)
  const why = kinds.length > 0 ? [`Erkannt an: ${kinds.join(', ')} (${certainty(ticket)})`] : []
  const today = open && ticket.flags.includes('heute_sichten') ? ['Bitte heute noch sichten.'] : []
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
