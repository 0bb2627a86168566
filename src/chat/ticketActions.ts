import type { Ticket } from '../db/tickets.ts'
import { stateAfter } from '../domain/ticket/states.ts'
import { sightOfAll } from '../domain/ticket/visibility.ts'
import type { Action } from '../reply/reply.ts'
import { answerAction, handoverAction, relabelAction } from '../texts/ticketWorkActions.ts'
import type { Context } from './command.ts'
import { mayBeWrittenHere } from './seen/sight.ts'

/**
 * Whether this person may close or re-open it: who decides that a matter is settled must be allowed to read it,
 * wherever the order is typed. Giving it to somebody is for everyone who sees that it exists.
 */
export function maySettle(context: Context, ticket: Pick<Ticket, 'dataClass'>): boolean {
  return sightOfAll(context.viewer.roles, ticket.dataClass) === 'full'
}

/** The buttons under a Vorgang: only what its state and this person allow. */
export function ticketActions(context: Context, ticket: Ticket): Action[] {
  const actions: Action[] = []
  const mine = ticket.owner === context.person.name
  if (stateAfter(ticket.state, 'zuweisen') && !mine)
    actions.push({ label: 'Übernehmen', command: `vorgang übernehmen ${ticket.number}` })
  if (stateAfter(ticket.state, 'antworten') && mayAnswerHere(context, ticket))
    actions.push(answerAction(ticket.number))
  if (stateAfter(ticket.state, 'abschliessen') && maySettle(context, ticket))
    actions.push({ label: 'Abschließen', command: `vorgang abschließen ${ticket.number}` })
  if (stateAfter(ticket.state, 'wieder_oeffnen') && maySettle(context, ticket))
    actions.push({ label: 'Wieder öffnen', command: `vorgang öffnen ${ticket.number}` })
  if (ticket.owner !== null && stateAfter(ticket.state, 'abgeben'))
    actions.push(handoverAction(ticket.number))
  if (ticket.state !== 'abgeschlossen') actions.push(relabelAction(ticket.number))
  return actions
}

/** A question from the chat is answered below it, and what is answered here stays here. */
function mayAnswerHere(context: Context, ticket: Ticket): boolean {
  return ticket.source === 'mail' && maySettle(context, ticket) && mayBeWrittenHere(context, ticket.dataClass)
}
