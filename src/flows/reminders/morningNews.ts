import { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { loadRemindersSent } from '../../db/remindersSent.ts'
import type { Ticket } from '../../db/tickets.ts'
import { ticketsToRemind } from '../../db/ticketsToRemind.ts'
import { deputiesOn } from '../../domain/process/kinds/deputies.ts'
import { statusAt } from '../../domain/programme/statusAt.ts'
import { dueReminders } from '../../domain/reminders/dueReminders.ts'
import { type MorningMessage, morningMessages } from '../../domain/reminders/morningMessages.ts'
import { channelOfReminders } from '../../domain/reminders/recipients.ts'
import { speakingDays } from '../../domain/reminders/speakingDays.ts'
import { thingsOfPlans } from '../../domain/reminders/thingsOfPlans.ts'
import { type TicketToRemind, thingsOfTickets } from '../../domain/reminders/thingsOfTickets.ts'
import { dataClasses, sightOf } from '../../domain/ticket/visibility.ts'
import { dayOf } from '../../domain/time/day.ts'
import type { SchoolCalendar } from '../../domain/time/schoolCalendar.ts'
import { isoInstant, ticketTitle } from '../../texts/ticketFacts.ts'
import type { PostTargets } from '../needs.ts'
import type { PostPlace } from '../posts/postsIn.ts'
import { loadPlans, type ProcessNeeds } from '../processes/plans.ts'

export interface MorningNewsNeeds extends ProcessNeeds {
  /** null: nobody has written down the school holidays of this Land. */
  schoolCalendar: SchoolCalendar | null
  postTargets: PostTargets
}

/** What a channel may hear of at all; the readers of the rest hear of it by letter. */
const toldClasses = dataClasses.filter(each => sightOf('kanal', each) !== 'nothing')

/** What would be said in a moment, and where. */
export interface MorningNews {
  messages: { place: PostPlace; message: MorningMessage }[]
  /** Since when the programme rests and things with it; null: nothing rests. */
  restsSince: string | null
}

/** What is due at this moment and was not said, one message for each channel of a platform; writes nothing. */
export async function morningNews(
  needs: MorningNewsNeeds,
  db: Queries,
  now: Temporal.Instant,
  options: { quietHours: boolean },
): Promise<MorningNews> {
  const { programme, schoolCalendar } = needs
  const { profile } = programme
  const today = dayOf(now)
  const [plans, tickets, sent] = [
    await loadPlans(needs, db),
    await ticketsToRemind(db, programme.id, today.toString(), toldClasses),
    await loadRemindersSent(db, programme.id),
  ]
  const status = statusAt(programme, today).programme
  const deputies = deputiesOn(plans.all, today)
  const things = [
    ...thingsOfPlans(plans.all, {
      profile,
      resting: status.value !== 'aktiv',
      deputies,
      numberOf: plans.numberOf,
    }),
    ...thingsOfTickets(tickets.map(ticketToRemind), profile, deputies),
  ]
  const due = dueReminders(things, {
    today,
    land: profile.land,
    days: speakingDays(profile.land, schoolCalendar),
    quietHours: options.quietHours,
    sent,
    deputyAfter: profile.erinnerungen.vorlegen.vertretung_nach_arbeitstagen,
    leadAfter: profile.erinnerungen.vorlegen.leitung_nach_arbeitstagen,
    channel: channelOfReminders(profile),
  })
  const places = new Map<string, PostPlace>()
  const messages = morningMessages(due, namedPlaces(needs, places), profile.erinnerungen.hoechstens)
  return {
    messages: messages.map(message => ({ place: places.get(message.place)!, message })), // put there by namedPlaces
    restsSince: things.some(each => each.rests) ? (status.event?.datum ?? profile.stand) : null,
  }
}

/** Several channels of the profile may be one channel of a platform: it gets one message. */
function namedPlaces(
  { programme, postTargets }: MorningNewsNeeds,
  places: Map<string, PostPlace>,
): (channel: string) => string[] {
  const { kanaele } = programme.profile
  return channel => {
    const type = Object.keys(kanaele).find(key => kanaele[key] === channel) ?? 'sonst'
    return postTargets(type).map(place => {
      const name = JSON.stringify([place.platform, place.channel])
      places.set(name, place)
      return name
    })
  }
}

function ticketToRemind(ticket: Ticket): TicketToRemind {
  const sight = sightOf('kanal', ticket.dataClass)
  const title = ticketTitle(ticket, sight === 'reduced' ? 'reduced' : 'metadata')
  return {
    id: ticket.id,
    number: ticket.number,
    // The number stands before it in every line.
    title: title.slice(ticket.number.length).replace(/^ · /, ''),
    stakeholder: ticket.stakeholder,
    dataClass: ticket.dataClass,
    owner: ticket.owner,
    dueOn: ticket.dueOn === null ? null : Temporal.PlainDate.from(ticket.dueOn),
    snoozedUntil: ticket.snoozedUntil === null ? null : Temporal.PlainDate.from(ticket.snoozedUntil),
    createdOn: dayOf(Temporal.Instant.from(isoInstant(ticket.createdAt))),
  }
}
