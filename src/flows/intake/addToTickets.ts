import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { eq } from '../../db/drizzle.ts'
import { insertRows } from '../../db/insertRows.ts'
import { channelsOfTicket, insertPosts, postsOfTicket } from '../../db/posts.ts'
import { postsTellingOf } from '../../db/postsTellingOf.ts'
import { auditLog, messages, participants, tickets } from '../../db/schema.ts'
import type { Ticket } from '../../db/tickets.ts'
import { answerDue } from '../../domain/ticket/answerDue.ts'
import { stateAfter } from '../../domain/ticket/states.ts'
import { classAfter, dataClassOf, sightOf } from '../../domain/ticket/visibility.ts'
import { dayOf } from '../../domain/time/day.ts'
import { newLetterNews } from '../../texts/ticketNews.ts'
import { postsIn } from '../posts/postsIn.ts'
import { alarmFor } from './alarmFor.ts'
import { continueTickets } from './continueTickets.ts'
import { incomingMessage } from './incomingMessage.ts'
import { type DecidedMail, nothingWritten, type OpenNeeds, type Written } from './mailInHand.ts'
import { type FollowUp, placeUnderLock } from './placeUnderLock.ts'

/** A letter that was added, with its Vorgang before and after. */
interface Added {
  followUp: FollowUp
  before: Ticket
  after: Ticket
}

/** Adds letters to the Vorgänge they belong to, and tells those who heard of them before. */
export async function addToTickets(
  needs: OpenNeeds,
  tx: Queries,
  decided: DecidedMail[],
  now: Temporal.Instant,
): Promise<Written[]> {
  const followUps = decided.flatMap(item => (isFollowUp(item) ? [item] : []))
  if (followUps.length === 0) return []
  const rule = needs.programme.profile.antwort_auf_abgeschlossenen_vorgang
  const placed = await placeUnderLock(tx, followUps, rule)
  const { written, successorOf } = await continueTickets(needs, tx, placed.opening, now)
  const current = placed.locked
  for (const ticket of successorOf.values()) current.set(ticket.id, ticket)
  const joining = [
    ...placed.joining,
    ...placed.following.map(({ followUp, closedId }) => ({
      followUp,
      ticketId: successorOf.get(closedId)!.id, // placeUnderLock puts the one that opens it among `opening`
    })),
  ]
  const added: Added[] = []
  for (const { followUp, ticketId } of joining) {
    const before = current.get(ticketId)!
    const after = await raise(needs, tx, before, followUp, now)
    current.set(ticketId, after)
    added.push({ followUp, before, after })
  }
  await writeDown(tx, added, now)
  return [written, await tellOf(needs, tx, added, now)]
}

function isFollowUp(item: DecidedMail): item is FollowUp {
  return item.destiny.kind === 'followup' && item.letter !== null
}

/** A further letter keeps its signs: what it brings up stays with the Vorgang, whoever opened it. */
async function raise(
  needs: OpenNeeds,
  tx: Queries,
  before: Ticket,
  { destiny: { classification: found }, mail }: FollowUp,
  now: Temporal.Instant,
): Promise<Ticket> {
  const state = stateAfter(before.state, 'nachricht') ?? before.state
  const dataClass = classAfter(before.dataClass, dataClassOf(found))
  const due = mail.live ? answerDue(needs.programme.profile, dayOf(now), found) : null
  const stillDue = before.state === 'abgeschlossen' || before.state === 'beantwortet' ? null : before.dueOn
  const [after] = await tx
    .update(tickets)
    .set({
      state,
      // A letter for other readers was given a Vorgang of its own under the lock.
      dataClass: dataClass === 'stay' || dataClass === 'separate' ? before.dataClass : dataClass,
      flags: [...new Set([...before.flags, ...found.flags])],
      bidderQuestion: before.bidderQuestion || found.bidderQuestion,
      dueOn: [stillDue, due].filter(day => day !== null).sort()[0] ?? null,
      changedAt: now.toString(),
      closedAt: null,
      // What comes in wakes it.
      snoozedUntil: null,
    })
    .where(eq(tickets.id, before.id))
    .returning()
  return after!
}

async function writeDown(tx: Queries, added: readonly Added[], now: Temporal.Instant): Promise<void> {
  const at = now.toString()
  const ofTicket = ({ after }: Added) => ({ programmeId: after.programmeId, ticketId: after.id })
  await insertRows(
    tx,
    messages,
    added.map(({ followUp: { mail, letter, authenticity = null }, after }) => ({
      ...incomingMessage(after, mail, letter, authenticity),
      at,
    })),
  )
  await insertRows(
    tx,
    participants,
    added.map(item => ({ ...ofTicket(item), address: item.followUp.letter.from.address })),
    { onConflict: 'skip' },
  )
  await insertRows(
    tx,
    auditLog,
    added.map(item => ({
      ...ofTicket(item),
      at,
      actor: 'kla',
      action: 'nachricht_eingegangen',
      detail: { from: item.before.state, to: item.after.state },
    })),
  )
}

async function tellOf(
  needs: OpenNeeds,
  tx: Queries,
  added: readonly Added[],
  now: Temporal.Instant,
): Promise<Written> {
  const written = nothingWritten()
  for (const item of added) {
    const { followUp, before, after } = item
    const rawMailId = followUp.mail.id
    written.outcomes.push({ rawMailId, outcome: 'followup', reason: null, ticketId: after.id })
    if (after.dataClass !== before.dataClass)
      written.stalePostIds.push(...(await postsTellingOf(tx, after.id)))
    else if (after.state !== before.state || after.dueOn !== before.dueOn)
      written.stalePostIds.push(...(await postsOfTicket(tx, after.id, 'announcements')))
    if (!followUp.mail.live) continue
    written.postIds.push(...(await tellChannels(tx, item, now)))
    written.alarmIds.push(...(await alarmFor(needs, tx, [{ ticket: after, rawMailId }], now)))
  }
  return written
}

async function tellChannels(
  tx: Queries,
  { followUp, after: ticket }: Added,
  now: Temporal.Instant,
): Promise<number[]> {
  // What a channel may not know of any more gets no news either.
  const reply = newLetterNews(
    ticket,
    sightOf('kanal', ticket.dataClass),
    followUp.destiny.classification.flags,
  )
  if (!reply) return []
  const { programmeId, id: ticketId } = ticket
  const news = { programmeId, ticketId, key: `followup:${followUp.mail.id}`, reply }
  return insertPosts(tx, postsIn(await channelsOfTicket(tx, ticketId), news, now.toString()))
}
