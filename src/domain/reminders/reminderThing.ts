import type { Temporal } from 'temporal-polyfill'
import type { When } from '../process/process.ts'
import type { ProcessKind, SubjectKind } from '../process/template/template.ts'

/** What a reminder is about: a step of an Ablauf, or the answer to a Vorgang. */
export type ReminderKind = ProcessKind | 'vorgang'

/**
 * When reminders of a thing keep silent. never: what the law or a fixed date demands. freeDays: at weekends and on public
 * holidays, as with answers to citizens. schoolHolidaysToo: then as well.
 */
export type Quiet = 'never' | 'freeDays' | 'schoolHolidaysToo'

/** Who hears of a thing: a function, and the channel (a name of the profile) in which it is told. */
export interface Recipient {
  name: string
  channel: string
  /** The function that is away and for which this one acts; missing: it is the owner itself. */
  inPlaceOf?: string
}

/** What the reminders of a thing follow from. */
export type Occasion =
  /** A date ahead, on its day, and after it. */
  | { kind: 'date'; when: When; leadDays: readonly number[]; needsDoing: boolean }
  /** Under way without a date: said after so many days, and again each time after twice as long. */
  | { kind: 'pending'; since: Temporal.PlainDate; every: number }
  /** Nobody has it: said once, when more than one working day is over. */
  | { kind: 'unassigned'; since: Temporal.PlainDate }

/** One thing that somebody may have to be reminded of, as it stands today. Free of personal data: all of it is posted. */
export interface ReminderThing {
  /** Names it in keys: "12:K4a", "vorgang:17". */
  id: string
  /** "F-7", "KA-2024-0017"; null: a step without a number. */
  number: string | null
  title: string
  kind: ReminderKind
  occasion: Occasion
  quiet: Quiet
  /** A date that the law sets: never left out, never called waiting. */
  legal: boolean
  owner: Recipient | null
  /** Where it is told when it has no owner, or none of the owner's own. */
  channel: string
  deputy: Recipient | null
  lead: Recipient | null
  /** False: nobody is told but the owner, because it may as well be left out. */
  escalates: boolean
  snoozedUntil: Temporal.PlainDate | null
  norm: string | null
  /** Where its date comes from, in German; "" for a date that was set. */
  why: string
  /** Who has the ball instead: what must be done first. */
  waitsFor: readonly { title: string; role: string | null }[]
  /** Title of the thing that waits for this one, whose date it has for want of its own. */
  holdsUp: string | null
  /** The programme rests, and this with it. */
  rests: boolean
  /** A channel may know its number only, and that it waits. */
  numberOnly: boolean
  /** The step of a template that many have of the same kind, each its own: "Verlängerung beantragen" of every school; null: it stands alone. */
  shared: SharedStep | null
}

/** A step that each school, body or region has. */
export interface SharedStep {
  /** Names template and step: "verlaengerung:antrag". */
  id: string
  /** Without whose it is. */
  title: string
  of: SubjectKind
}

/** How far along a thing is: what is said of it, and to whom. */
export type Stage =
  | 'ahead'
  | 'today'
  | 'overdue'
  /** Told to the deputy, to the lead, or for want of both once more to the channel of reminders. */
  | 'deputy'
  | 'lead'
  | 'oncemore'
  /** The day until which it was put off has come. */
  | 'again'
  | 'pending'
  | 'unassigned'

/** A reminder that is to be said this morning. */
export interface DueReminder {
  thing: ReminderThing
  stage: Stage
  /** What makes it exactly once; the first names the stage, others what it says along with it. */
  keys: readonly string[]
  /** Whom it is given to besides the owner, when the owner did not act. */
  given: Recipient | null
  /** Names of channels in which it is told. */
  channels: readonly string[]
  /** The morning on which it would have been said, had there been one; later ones are no reason to call it late. */
  plannedOn: Temporal.PlainDate
  /** Nothing was said of this date before: then its reason is told at length. */
  first: boolean
  /** Reminders of the same step of others, told in this line too; their keys are among its keys. */
  also?: readonly DueReminder[]
}
