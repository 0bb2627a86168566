import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../db/connect.ts'
import { eq } from '../db/drizzle.ts'
import { insertRows } from '../db/insertRows.ts'
import { channelsOfTicket, insertPosts, type NewPost, postedOfTicket } from '../db/posts.ts'
import { auditLog, messages, participants, tickets } from '../db/schema.ts'
import type { Ticket } from '../db/tickets.ts'
import type { Destiny } from '../domain/mail/destiny.ts'
import { answerDue } from '../domain/ticket/answerDue.ts'
import { stateAfter } from '../domain/ticket/states.ts'
import { sightOf } from '../domain/ticket/visibility.ts'
import { dayOf } from '../domain/time/day.ts'
import { newLetterNews } from '../texts/ticketNews.ts'
import { alarmFor } from './alarmFor.ts'
import { incomingMessage } from './incomingMessage.ts'
import { type DecidedMail, nothingWritten, type OpenNeeds, type Written } from './mailInHand.ts'

/** Adds letters to the Vorgänge they belong to, and tells those who heard of them before. */
export async function addToTickets(
  needs: OpenNeeds,
  tx: Queries,
  decided: DecidedMail[],
  now: Temporal.Instant,
): Promise<Written> {
  const written = nothingWritten()
  for (const { mail, letter, destiny } of decided) {
    if (destiny.kind !== 'followup' || !letter) continue
    const [before] = await tx.select().from(tickets).where(eq(tickets.id, destiny.ticketId)).for('update')
    if (!before) throw new Error(`no ticket with id ${destiny.ticketId}`)
    const after = await raise(needs, tx, before, destiny, mail.live, now)
    await insertRows(tx, messages, [{ ...incomingMessage(after, mail, letter), at: now.toString() }])
    await insertRows(
      tx,
      participants,
      [{ programmeId: after.programmeId, ticketId: after.id, address: letter.from.address }],
      { onConflict: 'skip' },
    )
    await tx.insert(auditLog).values({
      programmeId: before.programmeId,
      at: now.toString(),
      actor: 'kla',
      action: 'nachricht_eingegangen',
      ticketId: before.id,
      detail: { from: before.state, to: after.state },
    })
    written.outcomes.push({ rawMailId: mail.id, outcome: 'followup', reason: null, ticketId: before.id })
    if (after.dataClass !== before.dataClass)
      written.stalePostIds.push(...(await postedOfTicket(tx, before.id)))
    if (!mail.live) continue
    written.postIds.push(...(await tellChannels(tx, after, mail.id, destiny, now)))
    written.alarmIds.push(...(await alarmFor(needs, tx, [{ ticket: after, rawMailId: mail.id }], now)))
  }
  return written
}

/** The Vorgang with what the new letter adds: open again, signs, protection, and an earlier day where a sign demands it. */
async function raise(
  needs: OpenNeeds,
  tx: Queries,
  before: Ticket,
  { classification: found, dataClass }: Extract<Destiny, { kind: 'followup' }>,
  live: boolean,
  now: Temporal.Instant,
): Promise<Ticket> {
  const state = stateAfter(before.state, 'nachricht') ?? before.state
  const due = live ? answerDue(needs.programme.profile, dayOf(now), found) : null
  const stillDue = before.state === 'abgeschlossen' || before.state === 'beantwortet' ? null : before.dueOn
  const [after] = await tx
    .update(tickets)
    .set({
      state,
      dataClass,
      flags: [...new Set([...before.flags, ...found.flags])],
      bidderQuestion: before.bidderQuestion || found.bidderQuestion,
      dueOn: [stillDue, due].filter(day => day !== null).sort()[0] ?? null,
      changedAt: now.toString(),
      closedAt: null,
    })
    .where(eq(tickets.id, before.id))
    .returning()
  return after!
}

async function tellChannels(
  tx: Queries,
  ticket: Ticket,
  rawMailId: number,
  { classification }: Extract<Destiny, { kind: 'followup' }>,
  now: Temporal.Instant,
): Promise<number[]> {
  // What a channel may not know of any more gets no news either.
  const reply = newLetterNews(ticket, sightOf('kanal', ticket.dataClass), classification.flags)
  if (!reply) return []
  const rows: NewPost[] = (await channelsOfTicket(tx, ticket.id)).map(({ platform, channel }) => ({
    programmeId: ticket.programmeId,
    ticketId: ticket.id,
    key: `followup:${rawMailId}:${platform}:${channel}`,
    platform,
    channel,
    reply,
    state: 'ready',
    createdAt: now.toString(),
  }))
  return insertPosts(tx, rows)
}
