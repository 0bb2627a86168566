import type { Temporal } from 'temporal-polyfill'
import type { Database, Queries } from '../../db/connect.ts'
import { insertNote } from '../../db/internalNotes.ts'
import { joinedInto } from '../../db/possibleMatches.ts'
import type { TicketBefore } from '../../db/tables/ticketWork.ts'
import { lockTickets, type Ticket } from '../../db/tickets.ts'
import { stateAfter } from '../../domain/ticket/states.ts'
import type { EnqueueJobs } from '../needs.ts'
import { writeChange } from './writeChange.ts'

export interface ChangeTicketNeeds {
  db: Database
  enqueue: EnqueueJobs
  now(): Temporal.Instant
}

/** What is to become of a Vorgang. `reason`: as typed. */
export type TicketChange =
  | { action: 'zuweisen'; owner: string }
  /** `outside`: the function is not part of our administration. */
  | { action: 'abgeben'; owner: string; outside: boolean; reason: string }
  | { action: 'abschliessen'; reason?: string | null }
  | { action: 'wieder_oeffnen' }
  /** ISO day from which it is on the lists again. */
  | { action: 'schlummern'; until: string }

export type ChangeResult =
  | { kind: 'changed'; before: Ticket; after: Ticket }
  /** Nothing to do: it is so already. */
  | { kind: 'unchanged'; ticket: Ticket }
  | { kind: 'not-allowed'; ticket: Ticket }
  /** It was put to another one, where its letters are: opened again it would be an empty one beside it. */
  | { kind: 'joined'; ticket: Ticket; into: Ticket }

/** What else belongs to a change. */
interface Besides {
  /** Whether the Vorgang is still what was decided about; asked under the lock. */
  stands?(ticket: Ticket): boolean
  /** Done in the same transaction. */
  alongside?(tx: Queries, ticket: Ticket, changeId: number, at: string): Promise<void>
}

/**
 * Assigns, hands over, puts off, closes or re-opens a Vorgang, in one transaction. Two people who act at once are put in a row by the row
 * lock; the second sees what the first did.
 */
export async function changeTicket(
  needs: ChangeTicketNeeds,
  ticketId: number,
  change: TicketChange,
  actor: { id: string; name: string },
  { stands = () => true, alongside }: Besides = {},
): Promise<ChangeResult> {
  const at = needs.now().toString()
  return needs.db.transaction(async tx => {
    const before = (await lockTickets(tx, [ticketId])).get(ticketId)
    if (!before) throw new Error(`no ticket with id ${ticketId}`)
    const into = before.state === 'abgeschlossen' ? await joinedInto(tx, ticketId) : null
    if (into) return { kind: 'joined', ticket: before, into }
    const set = changed(before, change, at)
    if (set === null || !stands(before)) return { kind: 'not-allowed', ticket: before }
    const keys = Object.keys(set) as (keyof typeof set)[]
    if (keys.every(key => before[key] === set[key])) return { kind: 'unchanged', ticket: before }
    const noteId = await noteOf(tx, before, change, actor, at)
    const { ticket, changeId } = await writeChange(needs, tx, before, set, {
      actor: actor.id,
      action: change.action,
      at,
      reason: 'reason' in change ? change.reason : null,
      beside: noteId === null ? {} : { noteId },
    })
    await alongside?.(tx, ticket, changeId, at)
    return { kind: 'changed', before, after: ticket }
  })
}

/** What of the row is another; null: not in this state. */
function changed(
  { state }: Ticket,
  change: TicketChange,
  at: string,
): Pick<TicketBefore, 'state' | 'owner' | 'closedAt' | 'snoozedUntil'> | null {
  if (change.action === 'schlummern') return state === 'abgeschlossen' ? null : { snoozedUntil: change.until }
  const outside = change.action === 'abgeben' && change.outside
  const next = stateAfter(
    state,
    change.action === 'abgeben' ? (outside ? 'abgeben' : 'zuweisen') : change.action,
  )
  if (next === null) return null
  switch (change.action) {
    case 'zuweisen':
    case 'abgeben':
      return { state: next, owner: change.owner }
    case 'abschliessen':
      return { state: next, closedAt: at, snoozedUntil: null }
    case 'wieder_oeffnen':
      return { state: next, closedAt: null }
  }
}

/** The reason stands where whoever gets it reads the letters. */
async function noteOf(
  tx: Queries,
  ticket: Ticket,
  change: TicketChange,
  { name }: { name: string },
  at: string,
): Promise<number | null> {
  if (!('reason' in change) || !change.reason) return null
  const what = change.action === 'abgeben' ? `Abgegeben an ${change.owner}` : 'Abgeschlossen'
  return insertNote(tx, ticket, { author: name, text: `${what}. Grund: ${change.reason}`, at })
}
