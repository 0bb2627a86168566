import { isDeepStrictEqual } from 'node:util'
import type { Temporal } from 'temporal-polyfill'
import type { ChatPlatform } from '../../adapters/chatTypes.ts'
import type { Database } from '../../db/connect.ts'
import { firstLetter } from '../../db/firstLetter.ts'
import { possibleMatchesOf } from '../../db/possibleMatches.ts'
import {
  aboutToUpdate,
  announcementKey,
  claimForUpdate,
  type Post,
  postWithTicket,
  replaceUnposted,
  settleUpdate,
} from '../../db/posts.ts'
import { linkedTickets } from '../../db/successors.ts'
import { linksOf } from '../../db/ticketLinks.ts'
import type { Ticket } from '../../db/tickets.ts'
import { showsContent } from '../../domain/disclosure/contentAt.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { type DisclosureLevel, postSight, showsAtLeast } from '../../domain/ticket/visibility.ts'
import type { Reply } from '../../reply/reply.ts'
import type { AnnouncedLinks } from '../../texts/announcement.ts'
import { withdrawnPost } from '../../texts/ticketNews.ts'
import { toldInChannels } from '../intake/announceTickets.ts'
import { TryLater } from '../needs.ts'
import { announcementFor } from './announcementFor.ts'
import { type ClosedChannelNeeds, noteClosed } from './closeChannel.ts'

export interface RefreshNeeds {
  db: Database
  programme: Programme
  /** What a platform may be shown of letters; absent: metadaten on all. */
  levelOf?(platform: Post['platform']): DisclosureLevel
  platforms: ReadonlyMap<Post['platform'], ChatPlatform>
  instanceId: number
  /** Posts that this process is changing right now. */
  underWay: Set<number>
  now(): Temporal.Instant
  /** What happens when a channel is gone. */
  operators: ClosedChannelNeeds
  /** Where people open the workplace; null: nowhere. */
  workplaceUrl: string | null
}

/**
 * Makes a post about a Vorgang show how things are now. One worker at a time, over all processes, and each reads what is newest after it
 * has the post in hand: an older state never stands over a newer one, and who comes in between is told to come again.
 */
export async function refreshPost(needs: RefreshNeeds, postId: number): Promise<void> {
  if (needs.underWay.has(postId)) throw new TryLater('Der Beitrag wird gerade geändert.')
  needs.underWay.add(postId)
  try {
    await refreshOnce(needs, postId)
  } finally {
    needs.underWay.delete(postId)
  }
}

async function refreshOnce(needs: RefreshNeeds, postId: number): Promise<void> {
  const { db, instanceId } = needs
  const waiting = await postWithTicket(db, postId)
  if (!waiting || waiting.post.state === 'failed') return
  if (waiting.post.state !== 'posted') {
    const reply = await replyNow(needs, waiting)
    // Whoever has it in hand posts what it read before; then it is changed in its place.
    if (await replaceUnposted(db, postId, reply)) return
    throw new TryLater('Der Beitrag steht noch nicht im Kanal.')
  }
  if (!(await claimForUpdate(db, postId, instanceId))) throw new TryLater('Der Beitrag wird gerade geändert.')
  let stands: Reply | undefined
  try {
    stands = await updated(needs, postId)
  } finally {
    await settleUpdate(db, postId, instanceId, stands)
  }
}

/** What certainly stands there now; undefined: nothing was to be changed. Throws when it has to be tried again. */
async function updated(needs: RefreshNeeds, postId: number): Promise<Reply | undefined> {
  const { db, instanceId, platforms } = needs
  const found = await postWithTicket(db, postId)
  if (!found || found.post.address === null) return undefined
  const { post } = found
  const reply = await replyNow(needs, found)
  if (!post.mayBeOut && isDeepStrictEqual(post.reply, asStored(reply))) return undefined
  const platform = platforms.get(post.platform)
  if (!platform) return reply
  if (!(await aboutToUpdate(db, postId, instanceId))) throw new TryLater('Ein anderer Prozess ändert ihn.')
  const result = await platform.update(post.channel, post.address!, reply) // asked above
  if (result.kind === 'later' || result.kind === 'uncertain') throw new TryLater(result.reason)
  if (result.kind === 'channel-closed')
    await db.transaction(tx => noteClosed(needs.operators, tx, post, result.reason, needs.now()))
  // What cannot be changed any more is left as it is, and never tried for ever.
  return reply
}

/** As it comes back from the database: without keys that hold nothing. */
function asStored(reply: Reply): unknown {
  return JSON.parse(JSON.stringify(reply))
}

/**
 * What a post may and should say now. The announcement always says how things are. Further news in its thread stays as it is, as long as
 * the channel may know all of it; otherwise it becomes what the announcement is.
 */
async function replyNow(
  { db, programme, levelOf, workplaceUrl }: RefreshNeeds,
  { post, ticket }: { post: Post; ticket: Ticket },
): Promise<Reply> {
  const place = { platform: post.platform, ...(levelOf && { level: levelOf(post.platform) }) }
  const sight = postSight(place, ticket.dataClass)
  const isAnnouncement = post.key.startsWith(`${announcementKey(ticket.id)}:`)
  if (!isAnnouncement && showsAtLeast(sight, 'metadata')) return post.reply
  const links = await linksFor(db, ticket.id)
  const letter = showsContent(sight) ? await firstLetter(db, ticket.id) : null
  return announcementFor(place, { programme, ticket, letter, links, workplaceUrl }) ?? withdrawnPost()
}

/** What a channel may know of the other Vorgänge that this one has to do with, as it is now. */
async function linksFor(db: Database, ticketId: number): Promise<AnnouncedLinks> {
  const [matches, { goesOnIn, before }, linked] = await Promise.all([
    possibleMatchesOf(db, ticketId),
    linkedTickets(db, ticketId),
    linksOf(db, ticketId),
  ])
  return {
    match: matches.find(toldInChannels) ?? null,
    continues: before.find(toldInChannels)?.number ?? null,
    goesOnIn: goesOnIn && toldInChannels(goesOnIn) ? goesOnIn.number : null,
    linked: linked.filter(toldInChannels).map(({ number }) => number),
  }
}
