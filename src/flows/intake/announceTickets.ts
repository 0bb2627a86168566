import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { announcementKey, insertPosts, type NewPost } from '../../db/posts.ts'
import { numbersOf } from '../../db/tickets.ts'
import type { LetterRead } from '../../domain/disclosure/contentAt.ts'
import { type DataClass, sightOf } from '../../domain/ticket/visibility.ts'
import { announcementFor } from '../posts/announcementFor.ts'
import { type PostPlace, postsIn } from '../posts/postsIn.ts'
import type { OpenedTicket, OpenNeeds } from './mailInHand.ts'

/** A Vorgang that was just opened, as far as channels are told of it. */
export interface AnnouncedTicket extends Pick<OpenedTicket, 'ticket' | 'continues'> {
  destiny: Pick<OpenedTicket['destiny'], 'match'>
  /** The letter that opened it; absent: none did. */
  letter?: OpenedTicket['letter']
  /** The message of a chat that opened it: its number stands there as an answer, and not beside it once more. */
  asked?: PostPlace & { thread: string }
}

/** Tells the channels that the profile names for the type of each Vorgang, at what a channel may know of it. */
export async function announceTickets(
  needs: Pick<OpenNeeds, 'programme' | 'postTargets' | 'workplaceUrl'>,
  tx: Queries,
  opened: readonly AnnouncedTicket[],
  now: Temporal.Instant,
): Promise<number[]> {
  const others = await numbersOf(
    tx,
    opened.flatMap(({ destiny }) => destiny.match?.ticketId ?? []),
  )
  const rows: NewPost[] = opened.flatMap(({ ticket, letter, destiny: { match }, continues, asked }) => {
    const sight = sightOf('kanal', ticket.dataClass)
    const other = match && others.get(match.ticketId)
    const announced = {
      programme: needs.programme,
      ticket,
      letter: letter ? letterRead(letter) : null,
      links: {
        match: other && toldInChannels(other) ? { number: other.number, reason: match.reason } : null,
        continues: continues && toldInChannels(continues) ? continues.number : null,
      },
      workplaceUrl: needs.workplaceUrl ?? null,
    }
    // The channel itself would tell the type, and of a protected Vorgang only the number may be known.
    const channel = sight === 'reduced' ? 'sonst' : (ticket.stakeholder ?? 'sonst')
    const { programmeId, id: ticketId } = ticket
    const elsewhere = needs
      .postTargets(channel)
      .filter(each => each.platform !== asked?.platform || each.channel !== asked.channel)
    return (asked ? [asked, ...elsewhere] : elsewhere).flatMap(place => {
      const reply = announcementFor(place, announced)
      const news = { programmeId, ticketId, key: announcementKey(ticketId) }
      return reply ? postsIn([place], { ...news, reply }, now.toString()) : []
    })
  })
  return insertPosts(tx, rows)
}

/** As the database gives it back later. */
function letterRead({ from, subject, newestText }: OpenedTicket['letter']): LetterRead {
  return { fromName: from.name, fromAddress: from.address, subject, body: newestText }
}

/** Whether a channel hears more than the number of such a Vorgang; less would tell of it by what it is named beside. */
export function toldInChannels({ dataClass }: { dataClass: DataClass }): boolean {
  return sightOf('kanal', dataClass) === 'metadata'
}
