import type { Deputy } from '../process/kinds/deputies.ts'
import { isMeeting } from '../process/kinds/sessions.ts'
import type { PlannedProcess, PlannedStep, When } from '../process/process.ts'
import { isSettled } from '../process/stepsNamed.ts'
import { milestoneTemplateId } from '../process/template/milestoneTemplate.ts'
import { bodyWorkId, ownTasksId } from '../process/template/templatesOf.ts'
import { underWaySince } from '../process/underWay.ts'
import type { Profile } from '../programme/profile.ts'
import { unnamedOutside, unnamedStep } from '../tender/stepsOfCompanies.ts'
import { happensByItself } from './happening.ts'
import { dayNumber } from './keys.ts'
import { kindRules } from './kindRules.ts'
import { channelOfReminders, type Recipients, recipientsOf } from './recipients.ts'
import type { Occasion, ReminderThing, SharedStep } from './reminderThing.ts'
import { type StepIn, type Waiting, waitingIn } from './whoWaits.ts'

export interface ProgrammeFacts {
  profile: Profile
  /** The programme is suspended or over: `kindRules` says what rests with it. */
  resting: boolean
  /** Who acts for functions that are away; missing: nobody is. */
  deputies?: readonly Deputy[]
  /** 7 of "F-7". */
  numberOf(processId: number, step: string): number | undefined
}

/** Everything in these Abläufe that somebody may have to be reminded of. */
export function thingsOfPlans(plans: readonly PlannedProcess[], facts: ProgrammeFacts): ReminderThing[] {
  const rests = (process: PlannedProcess) => facts.resting && kindRules[process.template.art].rests
  const waiting = waitingIn(plans, process => !rests(process))
  const around = { ...facts, waiting, recipients: recipientsOf(facts.profile, facts.deputies), rests }
  return plans
    .filter(process => !process.over)
    .flatMap(process =>
      process.steps
        .filter(step => !isSettled(step))
        .flatMap(step => thingOf({ process, step }, around) ?? []),
    )
}

interface Around extends ProgrammeFacts {
  waiting: Waiting
  recipients: Recipients
  rests(process: PlannedProcess): boolean
}

function thingOf(at: StepIn, around: Around): ReminderThing | null {
  const { process, step } = at
  const held = around.waiting.heldUp(at)
  // Nobody has the ball when what is waited for takes place by itself.
  const blockers = around.waiting.blockers(at).filter(each => !happensByItself(each, around.profile))
  const occasion = occasionOf(at, held?.when ?? step.when, blockers.length > 0, around)
  if (!occasion) return null
  const { profile, recipients } = around
  const seq = around.numberOf(process.instance.id, step.id)
  const { owner, deputy, lead } = recipients(roleOf(at, profile))
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
    owner,
    deputy,
    lead,
    channel: channelOfReminders(profile),
    escalates: !step.optional && occasion.kind === 'date',
    snoozedUntil: step.snoozedUntil,
    norm: unnamedOutside(at) ? null : step.norm,
    why: unnamedOutside(at) ? '' : step.why,
    waitsFor: blockers.map(each => ({
      title: each.process === process ? each.step.title : titleOf(each),
      role: recipients(roleOf(each, profile)).owner?.name ?? null,
    })),
    holdsUp: held?.title ?? null,
    // Nobody is asked how far along a thing without a date is while its programme rests.
    rests: !step.legal && (around.rests(process) || (around.resting && occasion.kind === 'pending')),
    numberOnly: false,
    shared: sharedOf(at),
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
  if (followsOpenStep({ process, step }, around.profile)) return null
  if (when)
    return {
      kind: 'date',
      when,
      leadDays: leadsBefore(when, step.leadDays ?? around.profile.erinnerungen.vorlauf[art] ?? leadDays),
      // Nobody is late with what may be left out.
      needsDoing: !step.optional && !happensByItself({ process, step }, around.profile),
    }
  if (pendingDays === null || waits || step.optional) return null
  const since = underWaySince(process, step)
  return since && { kind: 'pending', since, every: pendingDays }
}

/** The function of a step; what a body does without naming anybody is for who leads it, its meeting for all of it. */
function roleOf({ process, step }: StepIn, { gremien, beteiligte }: Profile): string | null {
  const { kind, name } = process.instance.subject
  if (step.role !== null || kind !== 'gremium') return step.role
  const known = (id: string | null | undefined) => beteiligte.some(each => each.id === id)
  const body = gremien.find(each => each.id === name)
  if (body?.leitung && known(body.leitung) && !isMeeting(process, step)) return body.leitung
  return known(name) ? name : (body?.name ?? null)
}

/** "14 days after the talk" says nothing as long as there was no talk; whose turn that is hears of it. */
function followsOpenStep({ process, step }: StepIn, profile: Profile): boolean {
  const rule = process.template.schritte.find(each => each.id === step.id)?.termin
  const byRule = step.why !== '' && !step.legal
  if (!byRule || !rule || !('nach' in rule) || !step.waitsFor.includes(rule.nach)) return false
  const before = process.steps.find(each => each.id === rule.nach)
  return before !== undefined && !happensByItself({ process, step: before }, profile)
}

/**
 * Lead times before a point in time. Of a month, a quarter or a school year the first of them, and those that are not nearer
 * than it is long: "in 7 days" would be sharper than its source.
 */
function leadsBefore({ first, last }: When, leads: readonly number[]): readonly number[] {
  const length = dayNumber(last) - dayNumber(first) + 1
  if (length === 1) return leads
  const farthest = Math.max(...leads)
  return leads.filter(lead => lead === farthest || lead >= length)
}

/**
 * "Rechtsprüfung · Kooperationsvertrag". Of steps that people added only own Fristen speak in their own words; elsewhere these are
 * decisions of a body or names of providers and companies (§ 5 Abs. 2 VgV), which no post holds.
 */
function titleOf({ process, step }: StepIn): string {
  if (unnamedOutside({ process, step })) return unnamedStep
  const { id, schritte } = process.template
  if (id === milestoneTemplateId || id === ownTasksId) return step.title
  // A result that one body hands to another is called by the names of both; some words are the program's own.
  const ours = (id === bodyWorkId && 'von' in step.fields) || step.fields.wortlaut === 'fest'
  if (!ours && !schritte.some(each => each.id === step.id)) return process.title
  // "Sitzung · Steuergruppe", not "Sitzung · Sitzung · Steuergruppe".
  const { name } = process.template
  const named = step.title.includes(name) || id === bodyWorkId
  const about = named ? process.title.slice(name.length) : ` · ${process.title}`
  return `${step.title}${about}`
}

/** What a step is called when it is told of many at once; none of those that people added or whose title names its owner. */
function sharedOf({ process, step }: StepIn): SharedStep | null {
  const { id, name, schritte } = process.template
  const { kind } = process.instance.subject
  if (kind === 'programm' || unnamedOutside({ process, step }) || !schritte.some(each => each.id === step.id))
    return null
  return {
    id: `${id}:${step.id}`,
    title: step.title.includes(name) ? step.title : `${step.title} · ${name}`,
    of: kind,
  }
}
