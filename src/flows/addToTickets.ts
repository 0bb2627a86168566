import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../db/connect.ts'
import { eq } from '../db/drizzle.ts'
import { channelsOfTicket, insertPosts, type NewPost } from '../db/posts.ts'
import { auditLog, messages, participants, tickets } from '../db/schema.ts'
import type { Ticket } from '../db/tickets.ts'
import type { Letter } from '../domain/mail/letter.ts'
import { stateAfter } from '../domain/ticket/states.ts'
import { dataClassOf, sightOf, stricterClass } from '../domain/ticket/visibility.ts'
import { newLetterNews } from '../texts/ticketNews.ts'
import { alarmFor } from './alarmFor.ts'
import type { DecidedMail } from './decideMails.ts'
import { incomingMessage } from './incomingMessage.ts'
import type { OpenNeeds } from './openTickets.ts'
import type { Written } from './saveMails.ts'

/** Adds letters to the Vorgänge they belong to, and tells the channels that heard of them before. */
export async function addToTickets(
  needs: OpenNeeds,
  tx: Queries,
  decided: DecidedMail[],
  now: Temporal.Instant,
): Promise<Written> {
  const written: Written = { outcomes: [], postIds: [], outgoingMailIds: [] }
  for (const { mail, letter, destiny } of decided) {
    if (destiny.kind !== 'followup' || !letter) continue
    const [before] = await tx.select().from(tickets).where(eq(tickets.id, destiny.ticketId)).for('update')
    if (!before) throw new Error(`no ticket with id ${destiny.ticketId}`)
    const dataClass = stricterClass(before.dataClass, dataClassOf(destiny.classification))
    const state = stateAfter(before.state, 'nachricht') ?? before.state
    const [after] = await tx
      .update(tickets)
      .set({
        state,
        dataClass,
        changedAt: now.toString(),
        closedAt: state === 'abgeschlossen' ? before.closedAt : null,
      })
      .where(eq(tickets.id, before.id))
      .returning()
    await writeLetter(tx, after!, mail, letter, now)
    await tx.insert(auditLog).values({
      programmeId: before.programmeId,
      at: now.toString(),
      actor: 'kla',
      action: 'nachricht_eingegangen',
      ticketId: before.id,
      detail: { from: before.state, to: state, dataClass },
    })
    written.outcomes.push({ rawMailId: mail.id, outcome: 'followup', reason: null, ticketId: before.id })
    if (!mail.live) continue
    written.postIds.push(...(await tellChannels(tx, after!, mail.id, now)))
    if (dataClass !== before.dataClass)
      written.outgoingMailIds.push(...(await alarmFor(needs, tx, [after!], now)))
  }
  return written
}

async function writeLetter(
  tx: Queries,
  ticket: Ticket,
  mail: DecidedMail['mail'],
  letter: Letter,
  now: Temporal.Instant,
): Promise<void> {
  await tx.insert(messages).values({ ...incomingMessage(ticket, mail, letter), at: now.toString() })
  await tx
    .insert(participants)
    .values({ programmeId: ticket.programmeId, ticketId: ticket.id, address: letter.from.address })
    .onConflictDoNothing()
}

async function tellChannels(
  tx: Queries,
  ticket: Ticket,
  rawMailId: number,
  now: Temporal.Instant,
): Promise<number[]> {
  // What a channel may not know of any more gets no news either.
  if (sightOf('kanal', ticket.dataClass) === 'nothing') return []
  const rows: NewPost[] = (await channelsOfTicket(tx, ticket.id)).map(({ platform, channel }) => ({
    programmeId: ticket.programmeId,
    ticketId: ticket.id,
    key: `followup:${rawMailId}:${platform}:${channel}`,
    platform,
    channel,
    reply: newLetterNews(ticket),
    state: 'ready',
    createdAt: now.toString(),
  }))
  return insertPosts(tx, rows)
}
