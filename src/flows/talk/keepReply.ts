import type { Temporal } from 'temporal-polyfill'
import { askedBy, type ChannelAt, keepChatMessage } from '../../db/chatMessages.ts'
import type { Queries } from '../../db/connect.ts'
import { eq } from '../../db/drizzle.ts'
import { lockChains } from '../../db/lockChains.ts'
import { auditLog, tickets } from '../../db/schema.ts'
import { goesOnIn } from '../../db/successors.ts'
import type { Ticket } from '../../db/tickets.ts'
import type { Classification } from '../../domain/classify/labels.ts'
import { personalDataIn } from '../../domain/disclosure/personalData.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { classifyTalk, isGuest } from '../../domain/talk/classifyTalk.ts'
import { isAnswer } from '../../domain/talk/isAnswer.ts'
import { isMatter } from '../../domain/talk/isMatter.ts'
import { answerDue } from '../../domain/ticket/answerDue.ts'
import { stateAfter } from '../../domain/ticket/states.ts'
import { classAfter, dataClassOf, sightOf } from '../../domain/ticket/visibility.ts'
import { dayOf } from '../../domain/time/day.ts'
import type { Said } from '../../reply/incoming.ts'
import type { Reply } from '../../reply/reply.ts'
import { notInChat, personalDataHint } from '../../texts/talkHints.ts'
import { programmeNow } from '../processes/programmeNow.ts'
import { refreshPostsOf, writeChange } from '../tickets/writeChange.ts'
import { openFromTalk } from './openFromTalk.ts'
import { messageRow, numberFor, type TalkNeeds } from './talkNeeds.ts'

/**
 * Keeps what was said in the thread of a Vorgang with it, or with the one in which it goes on. What no channel may know gets a Vorgang of its
 * own, silently: added to this one it would be read by those who read this one.
 */
export async function keepReply(
  needs: TalkNeeds,
  at: ChannelAt,
  said: Said,
  ticketId: number,
): Promise<Reply | null> {
  const programme = await programmeNow(needs.db, needs.programme)
  const found = classifyTalk(programme, said.text, said.author)
  const apart = hiddenClass(programme, said, found)
  if (apart !== null) {
    const own = await openFromTalk(needs, at, said, { found, actor: 'kla' })
    return own ? notInChat(apart, programme.profile) : null
  }
  const now = needs.now()
  const ticket = await needs.db.transaction(async tx => {
    const ticket = await lockedEnd(tx, ticketId)
    if (!ticket || !(await keepChatMessage(tx, messageRow(at, said, ticket.id)))) return null
    await tx.insert(auditLog).values({
      programmeId: ticket.programmeId,
      at: now.toString(),
      actor: said.author.id,
      action: 'im_chat_geschrieben',
      ticketId: ticket.id,
      detail: {},
    })
    const raised = await raise(needs, tx, ticket, found, now)
    await move(needs, tx, raised, { said, programme, found, now })
    return raised
  })
  if (!ticket) return null
  const { kinds } = personalDataIn(said.text, programme)
  return kinds.length > 0 ? personalDataHint(kinds, numberFor(ticket)) : null
}

/** The Vorgang, or the one in which it goes on since it was closed; locked. */
async function lockedEnd(tx: Queries, ticketId: number): Promise<Ticket | null> {
  const { locked, next } = await lockChains(tx, [ticketId])
  const ticket = locked.get(ticketId)
  return ticket ? goesOnIn(ticket, next, locked) : null
}

/** Colleagues who speak of the tender are no bidders; whoever speaks of a child in danger is heard, whatever else is said. */
function hiddenClass(programme: Programme, said: Said, found: Classification): Ticket['dataClass'] | null {
  const dataClass = dataClassOf(found)
  if (sightOf('kanal', dataClass) !== 'nothing') return null
  if (dataClass === 'kindeswohl') return dataClass
  return isGuest(said.author) && isMatter(programme, said.text, found).matter ? dataClass : null
}

/** Signs that protect a letter protect what is said here too. What it is about says nothing yet: colleagues speak of many things. */
async function raise(
  needs: TalkNeeds,
  tx: Queries,
  before: Ticket,
  found: Classification,
  now: Temporal.Instant,
): Promise<Ticket> {
  const own = dataClassOf({ ...found, topic: null, stakeholder: null, bidderQuestion: false })
  const after = classAfter(before.dataClass, own)
  const dataClass = after === 'stay' || after === 'separate' ? before.dataClass : after
  const [ticket] = await tx
    .update(tickets)
    .set({
      dataClass,
      flags: dataClass === before.dataClass ? before.flags : [...new Set([...before.flags, ...found.flags])],
      changedAt: now.toString(),
      // What comes in wakes it.
      snoozedUntil: null,
    })
    .where(eq(tickets.id, before.id))
    .returning()
  if (dataClass !== before.dataClass) await refreshPostsOf(needs, tx, before.id, true)
  return ticket! // its row is locked
}

/**
 * What a reply means for the state of a question from the chat: a colleague's answer answers it, and who asked may ask again. The first can be taken
 * back like any other change; of a Vorgang that came by mail only a letter answers.
 */
async function move(
  needs: TalkNeeds,
  tx: Queries,
  ticket: Ticket,
  {
    said,
    programme,
    found,
    now,
  }: { said: Said; programme: Programme; found: Classification; now: Temporal.Instant },
): Promise<void> {
  if (ticket.source !== 'chat') return
  const asker = await askedBy(tx, ticket.id, said.author.id)
  const asks = isMatter(programme, said.text, found).matter
  if (!asker && !isGuest(said.author) && ticket.state !== 'beantwortet' && isAnswer(said.text)) {
    const state = stateAfter(ticket.state, 'antworten')
    const entry = { actor: said.author.id, action: 'im_chat_beantwortet', at: now.toString() }
    if (state) await writeChange(needs, tx, ticket, { state }, entry)
  } else if ((asker || isGuest(said.author)) && asks) {
    const again = ticket.state === 'beantwortet' || ticket.state === 'abgeschlossen'
    const state = stateAfter(ticket.state, 'nachricht')
    if (!again || !state) return
    const dueOn = answerDue(programme.profile, dayOf(now), found)
    const set = { state, dueOn, closedAt: null, snoozedUntil: null }
    await tx.update(tickets).set(set).where(eq(tickets.id, ticket.id))
    await refreshPostsOf(needs, tx, ticket.id, false)
  }
}
