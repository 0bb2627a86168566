import { Temporal } from 'temporal-polyfill'
import { milestoneTemplateId } from '../process/milestoneTemplate.ts'
import type { PlannedProcess, PlannedStep } from '../process/process.ts'
import { ownTasksId } from '../process/templatesOf.ts'
import type { Profile } from '../programme/profile.ts'
import { kindRules } from './kindRules.ts'
import { channelOfReminders, type Recipients, recipientsOf } from './recipients.ts'
import type { Occasion, ReminderThing } from './reminderThing.ts'
import { isOpen, type StepIn, type Waiting, waitingIn } from './whoWaits.ts'

export interface ProgrammeFacts {
  profile: Profile
  /** The programme is suspended or over: `kindRules` says what rests with it. */
  resting: boolean
  /** 7 of "F-7". */
  numberOf(processId: number, step: string): number | undefined
}

/** Everything in these Abläufe that somebody may have to be reminded of. */
export function thingsOfPlans(plans: readonly PlannedProcess[], facts: ProgrammeFacts): ReminderThing[] {
  const rests = (process: PlannedProcess) => facts.resting && kindRules[process.template.art].rests
  const waiting = waitingIn(plans, process => !rests(process))
  const recipients = recipientsOf(facts.profile)
  const happening = happeningByThemselves(facts.profile)
  return plans
    .filter(process => !process.over)
    .flatMap(process =>
      process.steps
        .filter(isOpen)
        .flatMap(
          step => thingOf({ process, step }, { ...facts, waiting, recipients, happening, rests }) ?? [],
        ),
    )
}

interface Around extends ProgrammeFacts {
  waiting: Waiting
  recipients: Recipients
  happening: ReadonlySet<string>
  rests(process: PlannedProcess): boolean
}

function thingOf(at: StepIn, around: Around): ReminderThing | null {
  const { process, step } = at
  const held = around.waiting.heldUp(at)
  const blockers = around.waiting.blockers(at)
  const occasion = occasionOf(at, held?.when ?? step.when, blockers.length > 0, around)
  if (!occasion) return null
  const { profile, recipients } = around
  const seq = around.numberOf(process.instance.id, step.id)
  return {
    id: `${process.instance.id}:${step.id}`,
    number: seq === undefined ? null : `F-${seq}`,
    title: titleOf(at),
    kind: process.template.art,
    occasion,
    quiet:
      step.legal || !step.soft
        ? 'never'
        : profile.erinnerungen.weiche_in_schulferien
          ? 'freeDays'
          : 'schoolHolidaysToo',
    legal: step.legal,
    ...recipients(step.role),
    channel: channelOfReminders(profile),
    escalates: !step.optional && occasion.kind === 'date',
    snoozedUntil: step.snoozedUntil,
    norm: step.norm,
    why: step.why,
    waitsFor: blockers.map(each => ({
      title: titleOf(each),
      role: recipients(each.step.role).owner?.name ?? null,
    })),
    holdsUp: held?.title ?? null,
    rests: !step.legal && around.rests(process),
    dateHidden: false,
  }
}

function occasionOf(
  { process, step }: StepIn,
  when: PlannedStep['when'],
  waits: boolean,
  around: Around,
): Occasion | null {
  const { art } = process.template
  const { leadDays, pendingDays } = kindRules[art]
  if (when)
    return {
      kind: 'date',
      when,
      leadDays: step.leadDays ?? around.profile.erinnerungen.vorlauf[art] ?? leadDays,
      needsDoing: art !== 'meilensteine' || !around.happening.has(step.id),
    }
  if (pendingDays === null || waits) return null
  const since = underWaySince({ process, step })
  return since && { kind: 'pending', since, every: pendingDays }
}

/**
 * Since when a step without a date is under way: the day on which the last of those before it was done. One that the
 * document calls under way is so at least since the Ablauf is kept. null: nobody has said that it began.
 */
function underWaySince({ process, step }: StepIn): ReminderThing['snoozedUntil'] {
  const before = process.template.schritte.find(each => each.id === step.id)?.nach ?? []
  const done = process.steps
    .filter(each => before.includes(each.id))
    .flatMap(each => each.doneOn ?? [])
    .sort(Temporal.PlainDate.compare)
    .at(-1)
  return done ?? (step.state === 'laeuft' ? process.instance.start : null)
}

/** Milestones that take place whatever anybody does, such as a first school day. */
function happeningByThemselves({ meilensteine }: Profile): ReadonlySet<string> {
  return new Set(meilensteine.filter(each => each.status === 'fest').map(each => each.id))
}

/**
 * "Rechtsprüfung · Kooperationsvertrag". Of steps that people added only own Fristen speak in their own words; elsewhere these are
 * decisions of a body or names of providers and companies (§ 5 Abs. 2 VgV), which no post holds.
 */
function titleOf({ process, step }: StepIn): string {
  const { id, schritte } = process.template
  if (id === milestoneTemplateId || id === ownTasksId) return step.title
  return schritte.some(each => each.id === step.id) ? `${step.title} · ${process.title}` : process.title
}
