import type { Temporal } from 'temporal-polyfill'
import type { Database, Queries } from '../../db/connect.ts'
import { eq } from '../../db/drizzle.ts'
import { insertNote } from '../../db/internalNotes.ts'
import { decideMatch, hintBetween, matchesBefore } from '../../db/possibleMatches.ts'
import { tickets } from '../../db/schema.ts'
import { addSuccessors, successorsOf } from '../../db/successors.ts'
import type { JoinedContents } from '../../db/tables/ticketWork.ts'
import { lockLettersOut, moveContents } from '../../db/ticketContents.ts'
import { lockTickets, type Ticket } from '../../db/tickets.ts'
import { stateAfter } from '../../domain/ticket/states.ts'
import { classAfter, type DataClass } from '../../domain/ticket/visibility.ts'
import { joinedNews } from '../../texts/ticketNews.ts'
import { toldInChannels } from '../intake/announceTickets.ts'
import { takeParticipants } from '../intake/continueTickets.ts'
import type { EnqueueJobs } from '../needs.ts'
import { tellThread } from './tellThread.ts'
import { writeChange } from './writeChange.ts'

export interface JoinNeeds {
  db: Database
  now(): Temporal.Instant
  enqueue: EnqueueJobs
}

export type JoinResult =
  | { kind: 'joined'; into: Ticket }
  /** They are one already. */
  | { kind: 'same' }
  /** One of them goes on in another Vorgang, which must be named instead. */
  | { kind: 'moved'; ticket: Ticket; goesOnIn: Ticket }
  /** Different people may read them; together one of them would see what is not theirs. */
  | { kind: 'other-readers' }
  /** Nobody thought before that they belong together; nothing was changed. */
  | { kind: 'no-hint' }
  /** This one is not what was decided about any more. */
  | { kind: 'not-allowed'; ticket: Ticket }

/**
 * A person says that Vorgang `fromId` belongs to `intoId`: its letters, notes and participants move there, in one transaction.
 * The emptied one is closed, keeps its number, and whatever still comes for it goes to the other. As this can be taken back for a few
 * minutes only, two without an open hint between them are joined only when `withoutHint` says that the person is sure. `stands`: whether
 * each is still what was decided about, asked under the lock.
 */
export async function joinTickets(
  needs: JoinNeeds,
  fromId: number,
  intoId: number,
  actor: { id: string; name: string },
  { withoutHint, stands = () => true }: { withoutHint: boolean; stands?(ticket: Ticket): boolean },
): Promise<JoinResult> {
  const at = needs.now().toString()
  return needs.db.transaction(async tx => {
    await lockLettersOut(tx, fromId)
    const locked = await lockTickets(tx, [fromId, intoId])
    const [from, into] = [locked.get(fromId), locked.get(intoId)]
    if (!from || !into) throw new Error(`no tickets with ids ${fromId}, ${intoId}`)
    const changed = [from, into].find(ticket => !stands(ticket))
    if (changed) return { kind: 'not-allowed', ticket: changed }
    const refused = fromId === intoId ? ({ kind: 'same' } as const) : await whereTheyWent(tx, from, into)
    if (refused) return refused
    const dataClass = classAfter(into.dataClass, from.dataClass)
    if (dataClass === 'separate') return { kind: 'other-readers' }
    if (!withoutHint && !(await hintBetween(tx, fromId, intoId))) return { kind: 'no-hint' }
    const after = await joined(needs, tx, from, into, dataClass === 'stay' ? into.dataClass : dataClass, {
      actor,
      at,
    })
    return { kind: 'joined', into: after }
  })
}

/** Moves everything over and writes down how it is taken back. Returns the Vorgang that has it all. */
async function joined(
  needs: JoinNeeds,
  tx: Queries,
  from: Ticket,
  into: Ticket,
  dataClass: DataClass,
  by: { actor: { id: string; name: string }; at: string },
): Promise<Ticket> {
  const { programmeId } = from
  const { actor, at } = by
  const successor = { programmeId, closedTicketId: from.id, ticketId: into.id }
  const contents: JoinedContents = {
    fromId: from.id,
    matches: await matchesBefore(tx, from.id, into.id),
    moved: await moveContents(tx, from.id, into.id),
    participants: await takeParticipants(tx, [successor]),
  }
  await addSuccessors(tx, [successor])
  await decideMatch(tx, from, into, { decision: 'joined', decidedBy: actor.id, decidedAt: at })
  const noteId = await insertNote(tx, from, {
    author: actor.name,
    // Without the number: where it goes on is said where one may know of that one, which may be raised later.
    text: 'Mit einem anderen Vorgang zusammengeführt; dort stehen die Briefe.',
    at,
  })
  const entry = { actor: actor.id, action: 'zugeordnet', at, shownChanged: true }
  const { ticket, changeId } = await writeChange(
    needs,
    tx,
    into,
    { ...together(from, into), dataClass, snoozedUntil: null },
    { ...entry, beside: { joined: contents }, detail: { from: from.number } },
  )
  await writeChange(
    needs,
    tx,
    from,
    { state: 'abgeschlossen', closedAt: from.closedAt ?? at, dueOn: null, snoozedUntil: null },
    { ...entry, beside: { partOf: changeId, noteId }, detail: { to: into.number } },
  )
  if ([from, ticket].every(toldInChannels))
    await tellThread(needs, tx, ticket, `joined:${changeId}`, joinedNews(from.number, ticket.number), at)
  return ticket
}

/** Why they cannot be joined any more: one of them, or both, went on elsewhere. */
async function whereTheyWent(tx: Queries, from: Ticket, into: Ticket): Promise<JoinResult | null> {
  const next = await successorsOf(tx, [from.id, into.id])
  for (const ticket of [from, into]) {
    let end = next.get(ticket.id)
    // A chain has no ring: only what nothing follows is ever followed by something.
    for (let further = end; further !== undefined; further = next.get(further)) end = further
    if (end === undefined) continue
    if (end === from.id || end === into.id) return { kind: 'same' }
    const [goesOnIn] = await tx.select().from(tickets).where(eq(tickets.id, end))
    return { kind: 'moved', ticket, goesOnIn: goesOnIn! } // a successor is never deleted before what it follows
  }
  return null
}

/** What the one Vorgang is from now on. An unanswered letter opens it again, whatever the profile says of answers. */
function together(from: Ticket, into: Ticket) {
  const open = from.state !== 'abgeschlossen'
  const state = open ? (stateAfter(into.state, 'nachricht') ?? into.state) : into.state
  const stillDue = [from, into].filter(each => !['abgeschlossen', 'beantwortet'].includes(each.state))
  return {
    state,
    closedAt: state === 'abgeschlossen' ? into.closedAt : null,
    stakeholder: into.stakeholder ?? from.stakeholder,
    topic: into.topic ?? from.topic,
    place: into.place ?? from.place,
    flags: [...new Set([...into.flags, ...from.flags])],
    bidderQuestion: into.bidderQuestion || from.bidderQuestion,
    dueOn: stillDue.flatMap(({ dueOn }) => dueOn ?? []).sort()[0] ?? null,
  }
}
