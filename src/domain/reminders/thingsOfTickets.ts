import type { Temporal } from 'temporal-polyfill'
import type { Deputy } from '../process/kinds/deputies.ts'
import { onDay } from '../process/when.ts'
import type { Profile } from '../programme/profile.ts'
import { type DataClass, sightOf } from '../ticket/visibility.ts'
import { kindRules } from './kindRules.ts'
import { channelOfReminders, recipientsOf } from './recipients.ts'
import type { Recipient, ReminderThing } from './reminderThing.ts'

/** What of an open Vorgang without an answer is looked at. */
export interface TicketToRemind {
  id: number
  number: string
  /** What a channel may read of it: number, type, topic, place, or less of a protected one. */
  title: string
  stakeholder: string | null
  dataClass: DataClass
  owner: string | null
  dueOn: Temporal.PlainDate | null
  /** It was put off until this day, which has come; null or absent: it was not. */
  snoozedUntil?: Temporal.PlainDate | null
  createdOn: Temporal.PlainDate
}

/**
 * Vorgänge that wait: nobody has it after more than one working day, or the day of its answer has come (domain.md section 2,
 * "all"). What no channel may know is left out; its readers hear of it by letter. Where only the number may be said,
 * it is said in the channel for everything else, without a day.
 */
export function thingsOfTickets(
  tickets: readonly TicketToRemind[],
  profile: Profile,
  deputies: readonly Deputy[] = [],
): ReminderThing[] {
  const recipients = recipientsOf(profile, deputies)
  return tickets.flatMap(ticket => {
    const sight = sightOf('kanal', ticket.dataClass)
    if (sight === 'nothing') return []
    const protectedOne = sight === 'reduced'
    const { deputy, lead, owner } = recipients(ticket.owner)
    // Its own channel heard of it first, and there its thread is; a role's channel may not know of Vorgänge.
    const channel = channelFor(profile, protectedOne ? null : ticket.stakeholder)
    const toldIn = (to: Recipient | null) => to && { ...to, channel: protectedOne ? channel : to.channel }
    const common: Omit<ReminderThing, 'id' | 'occasion'> = {
      number: ticket.number,
      title: ticket.title,
      kind: 'vorgang',
      // People write in the holidays too, and wait for an answer.
      quiet: 'freeDays',
      legal: false,
      owner: owner && (owner.inPlaceOf === undefined ? { ...owner, channel } : toldIn(owner)),
      channel,
      deputy: toldIn(deputy),
      lead: toldIn(lead),
      escalates: true,
      snoozedUntil: null,
      norm: null,
      why: '',
      waitsFor: [],
      holdsUp: null,
      rests: false,
      numberOnly: protectedOne,
      shared: null,
    }
    const id = `vorgang:${ticket.id}`
    const needsDoing = true
    const dated: ReminderThing[] = ticket.dueOn
      ? [
          {
            ...common,
            id,
            occasion: {
              kind: 'date',
              when: onDay(ticket.dueOn),
              leadDays: kindRules.vorgang.leadDays,
              needsDoing,
            },
          },
        ]
      : []
    const unassigned: ReminderThing[] =
      ticket.owner === null
        ? [
            {
              ...common,
              id,
              occasion: { kind: 'unassigned', since: ticket.createdOn } as const,
              escalates: false,
            },
          ]
        : []
    return wokenUp(ticket, [...dated, ...unassigned], { ...common, id })
  })
}

/** The day until which it was put off is told once, by one of its things, or by itself where there is none. */
function wokenUp(
  { snoozedUntil }: TicketToRemind,
  things: ReminderThing[],
  common: Omit<ReminderThing, 'occasion'>,
): ReminderThing[] {
  if (!snoozedUntil) return things
  const occasion = { kind: 'date', when: onDay(snoozedUntil), leadDays: [], needsDoing: false } as const
  const [first, ...others] = things.length > 0 ? things : [{ ...common, occasion }]
  return [{ ...first!, snoozedUntil }, ...others] // one at least, by the line above
}

function channelFor(profile: Profile, stakeholder: string | null): string {
  const { kanaele } = profile
  const own = stakeholder !== null && Object.hasOwn(kanaele, stakeholder) ? kanaele[stakeholder] : undefined
  return own ?? kanaele.sonst ?? channelOfReminders(profile)
}
