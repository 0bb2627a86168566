import type { Temporal } from 'temporal-polyfill'
import type { When } from '../process/process.ts'
import { isWorkingDay } from '../time/calendar.ts'
import { dayNumber, type LateStage, lateKey } from './keys.ts'
import type { Around } from './morning.ts'
import type { DueReminder, Recipient, ReminderThing } from './reminderThing.ts'

/**
 * What is said when a date passed, the owner was told and nothing was done: first to the deputy, then to the lead; without a deputy
 * straight to the lead, without both once more in the channel of reminders. Counted from the day on which the owner was told,
 * not from the date: nobody is passed over because the program was away.
 */
export function escalationDue(
  thing: ReminderThing,
  when: When,
  told: Temporal.PlainDate,
  around: Around,
): DueReminder | null {
  const { sent, deputyAfter, leadAfter, channel } = around
  const { deputy, lead } = thing
  const steps = stepsFor(thing, { deputyAfter, leadAfter })
  // The farther one was said: nothing is left.
  const open = steps.slice(steps.findLastIndex(step => sent.has(lateKey(thing, when, step.stage))) + 1)
  if (open.length === 0) return null
  const days = actingDays(thing, told, around, steps.at(-1)!.after)
  const step = open.findLast(each => days >= each.after)
  if (!step) return null
  const given = { deputy, lead, oncemore: null }[step.stage]
  const channels = [given?.channel ?? channel, thing.owner?.channel ?? thing.channel]
  return {
    thing,
    stage: step.stage,
    keys: [lateKey(thing, when, step.stage)],
    given,
    channels: [...new Set(channels)],
    plannedOn: around.today,
    first: false,
  }
}

type Given = Exclude<LateStage, 'overdue'>

function stepsFor(
  { deputy, lead, escalates }: { deputy: Recipient | null; lead: Recipient | null; escalates: boolean },
  { deputyAfter, leadAfter }: { deputyAfter: number; leadAfter: number },
): { stage: Given; after: number }[] {
  if (!escalates) return []
  if (!deputy) return [{ stage: lead ? 'lead' : 'oncemore', after: deputyAfter }]
  return [
    { stage: 'deputy', after: deputyAfter },
    { stage: lead ? 'lead' : 'oncemore', after: Math.max(deputyAfter, leadAfter) },
  ]
}

/**
 * Working days since the owner was told, or since the day until which it was put off; of soft things without those on which they
 * rest, so that nobody comes back from the holidays to find it with the lead. Not counted farther than `most`.
 */
function actingDays(thing: ReminderThing, told: Temporal.PlainDate, around: Around, most: number): number {
  const until = thing.snoozedUntil
  let day = until && dayNumber(until) > dayNumber(told) ? until : told
  let left = around.now - dayNumber(day)
  let days = 0
  while (left-- > 0 && days < most) {
    day = day.add({ days: 1 })
    if (isWorkingDay(around.land, day) && around.days.speaks(thing.quiet, day)) days++
  }
  return days
}
