import type { Queries } from '../../db/connect.ts'
import { lockChains } from '../../db/lockChains.ts'
import { goesOnIn } from '../../db/successors.ts'
import type { Ticket } from '../../db/tickets.ts'
import type { Letter } from '../../domain/mail/letter.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import { classAfter, type DataClass, dataClassOf } from '../../domain/ticket/visibility.ts'
import { forOthers } from './decideMails.ts'
import type { DecidedMail, OpeningMail } from './mailInHand.ts'

/** A letter that joins a Vorgang. */
export interface FollowUp extends DecidedMail {
  letter: Letter
  destiny: Extract<DecidedMail['destiny'], { kind: 'followup' }>
}

export interface Placed {
  joining: { followUp: FollowUp; ticketId: number }[]
  /** Answers to closed Vorgänge that open the one that goes on, the first of each; and letters for other readers. */
  opening: OpeningMail[]
  /** Answers to closed Vorgänge that join what an answer of this same batch opens. */
  following: { followUp: FollowUp; closedId: number }[]
  /** The locked Vorgänge, by id. */
  locked: Map<number, Ticket>
}

/**
 * Locks the Vorgänge of these letters and sees what they are now: since the decision one may have been closed, joined to another
 * one or raised in protection. The lock on a closed Vorgang makes its successor one, however many answers come at once.
 */
export async function placeUnderLock(
  tx: Queries,
  followUps: readonly FollowUp[],
  rule: Profile['antwort_auf_abgeschlossenen_vorgang'],
): Promise<Placed> {
  const { locked, next } = await lockChains(
    tx,
    followUps.map(({ destiny }) => destiny.ticketId),
  )
  const placed: Placed = { joining: [], opening: [], following: [], locked }
  /** What each Vorgang's class will be after the letters before this one. */
  const classes = new Map<number, DataClass>()
  for (const followUp of followUps) {
    const { destiny } = followUp
    const cited = locked.get(destiny.ticketId)
    if (!cited) throw new Error(`no ticket with id ${destiny.ticketId}`)
    const ticket = goesOnIn(cited, next, locked)
    const before = classes.get(ticket.id) ?? ticket.dataClass
    const after = classAfter(before, dataClassOf(destiny.classification))
    if (after === 'separate') {
      placed.opening.push(openingOf(followUp, ticket, forOthers))
      continue
    }
    const opensAnew = rule === 'neuer_vorgang' && ticket.state === 'abgeschlossen'
    if (after !== 'stay') classes.set(ticket.id, after)
    if (!opensAnew) placed.joining.push({ followUp, ticketId: ticket.id })
    else if (placed.opening.some(each => each.continues?.id === ticket.id))
      placed.following.push({ followUp, closedId: ticket.id })
    else placed.opening.push(openingOf(followUp, ticket, null))
  }
  return placed
}

/** `reason` null: it goes on where `ticket` ended. */
function openingOf(followUp: FollowUp, ticket: Ticket, reason: string | null): OpeningMail {
  const { mail, letter, authenticity = null, destiny } = followUp
  return {
    mail,
    letter,
    authenticity,
    destiny: {
      kind: 'ticket',
      classification: destiny.classification,
      match: reason === null ? null : { ticketId: ticket.id, reason },
    },
    continues: reason === null ? ticket : null,
  }
}
