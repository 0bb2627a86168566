import { isDeepStrictEqual } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { insertCorrection } from '../../db/corrections.ts'
import { firstLetter } from '../../db/firstLetter.ts'
import { joinedInto } from '../../db/possibleMatches.ts'
import { announcementKey, postsOfTicket } from '../../db/posts.ts'
import { lockTickets, type Ticket } from '../../db/tickets.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { dueAfterCorrection } from '../../domain/ticket/answerDue.ts'
import { mayLower, protectionMove } from '../../domain/ticket/protectionMove.ts'
import { type Labelled, type Meant, relabelled } from '../../domain/ticket/relabelled.ts'
import { type Role, sightOf } from '../../domain/ticket/visibility.ts'
import { dayOf } from '../../domain/time/day.ts'
import { isoInstant } from '../../texts/ticketFacts.ts'
import { alarmAbout } from '../intake/alarmFor.ts'
import type { Outgoing, PostTargets } from '../needs.ts'
import { announcementFor } from '../posts/announcementFor.ts'
import { postNews } from '../posts/postNews.ts'
import type { ChangeTicketNeeds } from './changeTicket.ts'
import { writeChange } from './writeChange.ts'

export interface RelabelNeeds extends ChangeTicketNeeds {
  programme: Programme
  postTargets: PostTargets
  /** null: this installation sends no letters. */
  outgoing: Outgoing | null
  correspondence: { secret: string } | null
  workplaceUrl: string | null
}

export type RelabelResult =
  | { kind: 'changed'; before: Ticket; after: Ticket; move: 'same' | 'raised' | 'lowered' }
  | { kind: 'unchanged'; ticket: Ticket }
  /** Its type or topic alone demand more protection than the class that was named. */
  | { kind: 'topic-protects'; ticket: Ticket }
  /** Somebody would see more than before; only who reads all of it decides that. */
  | { kind: 'not-allowed'; ticket: Ticket }
  /** The same, and this person may: it has to be confirmed. */
  | { kind: 'unsure'; ticket: Ticket; to: Labelled }
  | { kind: 'joined'; ticket: Ticket; into: Ticket }
  /** It is not what was decided about any more. */
  | { kind: 'gone'; ticket: Ticket }

/**
 * A person says what a Vorgang is. Its class and its day follow anew; what protects it more takes effect at once, and those who alone may
 * open it now are told as if the letter had just come in. Less protection needs somebody who may read all of it, and a second yes.
 * `stands`: whether it is still what was decided about, asked under the lock.
 */
export async function relabelTicket(
  needs: RelabelNeeds,
  ticketId: number,
  meant: Meant,
  actor: { id: string; roles: readonly Role[] },
  { sure, stands = () => true }: { sure: boolean; stands?(ticket: Ticket): boolean },
): Promise<RelabelResult> {
  const now = needs.now()
  const at = now.toString()
  return needs.db.transaction(async tx => {
    const before = (await lockTickets(tx, [ticketId])).get(ticketId)
    if (!before) throw new Error(`no ticket with id ${ticketId}`)
    const into = before.state === 'abgeschlossen' ? await joinedInto(tx, ticketId) : null
    if (into) return { kind: 'joined', ticket: before, into }
    if (!stands(before)) return { kind: 'gone', ticket: before }
    const result = relabelled(before, meant)
    if (result.kind === 'topic-protects') return { kind: 'topic-protects', ticket: before }
    const { labels } = result
    const move = protectionMove(before.dataClass, labels.dataClass)
    if (move === 'lowered' && !mayLower(actor.roles, before.dataClass))
      return { kind: 'not-allowed', ticket: before }
    if (saysNothingNew(before, labels)) return { kind: 'unchanged', ticket: before }
    if (move === 'lowered' && !sure) return { kind: 'unsure', ticket: before, to: labels }
    const set = { ...fieldsOf(labels), dueOn: dueOf(needs.programme, before, labels, now) }
    const entry = { actor: actor.id, action: 'eingeordnet', at, detail: { protection: move } }
    const { ticket: after, changeId } = await writeChange(needs, tx, before, set, entry)
    const { programmeId } = before
    await insertCorrection(tx, {
      programmeId,
      ticketId,
      at,
      by: actor.id,
      said: labelsOf(before),
      meant: labelsOf(labels),
    })
    await alarm(needs, tx, before, after, changeId, at)
    await announceAnew(needs, tx, after, at)
    return { kind: 'changed', before, after, move }
  })
}

/** What a lesson for the classifier is made of. */
function labelsOf({ stakeholder, topic, place, flags, bidderQuestion, dataClass }: Labelled) {
  const urgent = dataClass === 'kindeswohl' || flags.includes('heute_sichten')
  return { stakeholder, topic, place, urgent, flags: [...flags].sort(), bidderQuestion, dataClass }
}

/** To confirm what was only supposed is a correction too: it is certain from then on. */
function saysNothingNew(before: Labelled, after: Labelled): boolean {
  const same = isDeepStrictEqual(before.confidence, after.confidence)
  return same && isDeepStrictEqual(labelsOf(before), labelsOf(after))
}

function fieldsOf(labels: Labelled): Labelled {
  const { stakeholder, topic, place, unknownPlace, flags, bidderQuestion, dataClass, confidence, because } =
    labels
  return { stakeholder, topic, place, unknownPlace, flags, bidderQuestion, dataClass, confidence, because }
}

/** An archive promises nothing, and an answer that was given has no day. */
function dueOf(
  { profile }: Programme,
  before: Ticket,
  after: Labelled,
  now: Temporal.Instant,
): string | null {
  if (!before.live || before.state === 'beantwortet' || before.state === 'abgeschlossen') return before.dueOn
  const cameIn = dayOf(Temporal.Instant.from(isoInstant(before.createdAt)))
  const signs = ({ flags, dataClass }: Labelled) => ({
    flags,
    urgentChildProtection: dataClass === 'kindeswohl',
  })
  const days = { today: dayOf(now), cameIn, dueOn: before.dueOn }
  return dueAfterCorrection(profile, days, signs(before), signs(after))
}

/** Those who alone may open it are told by letter, number only, as when a letter comes in. */
async function alarm(
  needs: RelabelNeeds,
  tx: Queries,
  before: Ticket,
  ticket: Ticket,
  changeId: number,
  at: string,
): Promise<void> {
  if (before.dataClass === ticket.dataClass || !needs.correspondence) return
  const { secret } = needs.correspondence
  const ids = await alarmAbout(
    { outgoing: needs.outgoing, secret },
    tx,
    [{ ticket, cause: `change-${changeId}` }],
    at,
  )
  await needs.enqueue(
    tx,
    'sendLetter',
    ids.map(outgoingMailId => ({ outgoingMailId })),
    { urgent: true },
  )
}

/** The channel for its new type hears of it like of a new one; where it was announced before, that post is changed instead. */
async function announceAnew(needs: RelabelNeeds, tx: Queries, ticket: Ticket, at: string): Promise<void> {
  const known = sightOf('kanal', ticket.dataClass)
  if (known === 'nothing' || !ticket.live || ticket.state === 'abgeschlossen') return
  const reduced = known === 'reduced'
  // The channel of a type would tell the type.
  if (reduced && (await postsOfTicket(tx, ticket.id, 'announcements')).length > 0) return
  const places = needs.postTargets(reduced ? 'sonst' : (ticket.stakeholder ?? 'sonst'))
  const { programmeId, id: ticketId } = ticket
  const letter = await firstLetter(tx, ticketId)
  const { programme, workplaceUrl } = needs
  for (const place of places) {
    const reply = announcementFor(place, { programme, ticket, letter, workplaceUrl })
    const key = announcementKey(ticketId)
    if (reply) await postNews(needs, tx, [place], { programmeId, ticketId, key, reply }, at)
  }
}
