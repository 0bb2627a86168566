import { isDeepStrictEqual } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { removeCorrection } from '../../db/corrections.ts'
import { eq } from '../../db/drizzle.ts'
import { internalNotes } from '../../db/schema.ts'
import type { TicketBefore } from '../../db/tables/ticketWork.ts'
import {
  changeWithParts,
  markUndone,
  newestChange,
  type TicketChangeRow,
  takenBack,
} from '../../db/ticketChanges.ts'
import { lockLettersOut } from '../../db/ticketContents.ts'
import { addLink, removeLink } from '../../db/ticketLinks.ts'
import { lockTickets, type Ticket } from '../../db/tickets.ts'
import { writtenSince } from '../../db/writtenSince.ts'
import { mayLower, protectionMove } from '../../domain/ticket/protectionMove.ts'
import { withoutHand } from '../../domain/ticket/relabelled.ts'
import { type DataClass, type Role, sightOf, sightOfAll } from '../../domain/ticket/visibility.ts'
import { isoInstant } from '../../texts/ticketFacts.ts'
import { takenBackNews } from '../../texts/ticketNews.ts'
import { toldInChannels } from '../intake/announceTickets.ts'
import type { ChangeTicketNeeds } from './changeTicket.ts'
import { separateAgain } from './separateAgain.ts'
import { tellThread } from './tellThread.ts'
import { answered, writeChange } from './writeChange.ts'

/** So long a change can be taken back; minutes. */
export const undoMinutes = 10

export type UndoResult = { kind: 'undone'; ticket: Ticket; action: string } | { kind: 'refused'; why: NoUndo }

/**
 * left: a letter left the house. already: it was taken back. not-yours: somebody else made it. late: more than ten minutes ago. since:
 * something happened to it meanwhile. protected: others would see what was protected, and this person may not decide that.
 */
export type NoUndo = 'left' | 'already' | 'not-yours' | 'late' | 'since' | 'protected'

/** Takes back a change with all that was done together with it, as long as nothing came after it. */
export async function undoChange(
  needs: ChangeTicketNeeds,
  changeId: number,
  person: { id: string; roles: readonly Role[] },
): Promise<UndoResult> {
  const now = needs.now()
  const at = now.toString()
  return needs.db.transaction(async tx => {
    const known = await changeWithParts(tx, changeId)
    // Letters of ours are locked before Vorgänge, everywhere.
    if (known[0]?.after.joined) await lockLettersOut(tx, known[0].ticketId)
    const locked = await lockTickets(
      tx,
      known.map(({ ticketId }) => ticketId),
    )
    const parts = await changeWithParts(tx, changeId)
    const [main] = parts
    if (!main) throw new Error(`no change with id ${changeId}`)
    const why = await whyNot(tx, parts, locked, person, now)
    if (why) return { kind: 'refused', why }
    for (const part of parts) await putBack(needs, tx, part, locked.get(part.ticketId)!, person.id, at) // locked above
    await markUndone(
      tx,
      parts.map(({ id }) => id),
      at,
    )
    const ticket = (await lockTickets(tx, [main.ticketId])).get(main.ticketId)!
    if ((main.action === 'abgeben' || main.after.joined) && toldInChannels(ticket))
      await tellThread(needs, tx, ticket, `undone:${main.id}`, takenBackNews(ticket), at)
    return { kind: 'undone', ticket, action: main.action }
  })
}

async function whyNot(
  tx: Queries,
  parts: readonly TicketChangeRow[],
  locked: ReadonlyMap<number, Ticket>,
  person: { id: string; roles: readonly Role[] },
  now: Temporal.Instant,
): Promise<NoUndo | null> {
  const main = parts[0]!
  if (main.actor !== person.id) return 'not-yours'
  if (main.undoneAt !== null || main.action === takenBack) return 'already'
  if (main.action === answered) return 'left'
  const since = now.since(Temporal.Instant.from(isoInstant(main.at)))
  if (since.total('minutes') > undoMinutes) return 'late'
  for (const part of parts) {
    const ticket = locked.get(part.ticketId)
    const newest = await newestChange(tx, part.ticketId)
    if (!ticket || newest?.id !== part.id || !isAsLeft(ticket, part)) return 'since'
  }
  for (const part of parts) {
    const back = part.before.dataClass
    const ticket = locked.get(part.ticketId)! // found above
    if (!back || protectionMove(ticket.dataClass, back) !== 'lowered') continue
    const decides = mayLower(person.roles, ticket.dataClass)
    if (!decides && !raisedByMistake(ticket.dataClass, back, person.roles)) return 'protected'
    // What was written into it was written for those who read it then.
    const written = await writtenSince(tx, [part.ticketId], part.at, part.after.noteId ?? null)
    if (written) return decides ? 'since' : 'protected'
  }
  return null
}

/** Nothing of the row is another than the change left it, and nothing else touched it. */
function isAsLeft(ticket: Ticket, { at, after }: TicketChangeRow): boolean {
  const { partOf: _p, linked: _l, joined: _j, noteId: _n, ...row } = after
  const keys = Object.keys(row) as (keyof TicketBefore)[]
  return ticket.changedAt === at && keys.every(key => isDeepStrictEqual(ticket[key], row[key]))
}

/**
 * Less protection is decided by who reads all of it. Who raised it by mistake may take it back as well, where that person could read it
 * before and nobody was called by letter: then nobody sees what was not there before.
 */
function raisedByMistake(now: DataClass, back: DataClass, roles: readonly Role[]): boolean {
  return sightOf('kanal', now) !== 'nothing' && sightOfAll(roles, back) === 'full'
}

async function putBack(
  needs: ChangeTicketNeeds,
  tx: Queries,
  change: TicketChangeRow,
  ticket: Ticket,
  actor: string,
  at: string,
): Promise<void> {
  const { before, after } = change
  const pair = [ticket.id, after.linked ?? ticket.id] as const
  if (after.linked !== undefined && change.action === 'verknuepft') await removeLink(tx, pair)
  else if (after.linked !== undefined) await addLink(tx, ticket.programmeId, pair, actor, at)
  if (after.joined) await separateAgain(tx, ticket.id, after.joined)
  if (after.noteId !== undefined) await tx.delete(internalNotes).where(eq(internalNotes.id, after.noteId))
  await removeCorrection(tx, ticket.id, actor, change.at)
  await writeChange(
    needs,
    tx,
    ticket,
    { ...before, because: withoutHand(ticket.because, axesOf(before)) },
    {
      actor,
      action: takenBack,
      at,
      detail: { change: change.id, was: change.action },
      shownChanged: true,
    },
  )
}

/** Which labels the change had set. */
function axesOf(before: TicketBefore) {
  return [
    ...('stakeholder' in before ? (['stakeholder'] as const) : []),
    ...('topic' in before ? (['topic'] as const) : []),
    ...('place' in before ? (['region'] as const) : []),
  ]
}
