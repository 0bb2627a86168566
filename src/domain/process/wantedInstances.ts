import { Temporal } from 'temporal-polyfill'
import type { PlannedProcess, ProcessInstance, Subject } from './process.ts'
import type { ProcessTemplate, SubjectKind } from './template/template.ts'

export type NewInstance = Omit<ProcessInstance, 'id'>

/** The id of an instance among all of a programme: what exists under it is not begun a second time. */
export function instanceKey({
  template,
  subject,
  cycle,
}: Pick<ProcessInstance, 'template' | 'subject' | 'cycle'>): string {
  return JSON.stringify([template, subject.kind, subject.name, cycle])
}

/**
 * The Abläufe that should exist on a day and do not: those that every subject has, those of this and the next year of the
 * calendar, those that begin with a step of another one, and the next of those that begin anew when one is done.
 */
export function wantedInstances(
  templates: readonly ProcessTemplate[],
  subjectsOf: (kind: SubjectKind) => readonly Subject[],
  plans: readonly PlannedProcess[],
  around: { today: Temporal.PlainDate; stand: Temporal.PlainDate },
): NewInstance[] {
  const existing = new Set(plans.map(plan => instanceKey(plan.instance)))
  return templates
    .flatMap(template => subjectsOf(template.je).flatMap(subject => begun(template, subject, plans, around)))
    .filter(each => !existing.has(instanceKey(each)))
}

function begun(
  template: ProcessTemplate,
  subject: Subject,
  plans: readonly PlannedProcess[],
  around: { today: Temporal.PlainDate; stand: Temporal.PlainDate },
): NewInstance[] {
  const { beginnt, wiederholung } = template
  const at = (cycle: string, start: Temporal.PlainDate): NewInstance => ({
    template: template.id,
    subject,
    cycle,
    start,
    facts: {},
  })
  if (wiederholung && 'jedes' in wiederholung) {
    if (beginnt === 'auf_befehl') return []
    const cycles = cyclesAround(wiederholung.jedes, around.today)
    if (typeof beginnt !== 'object') return cycles.map(each => at(each.cycle, each.start))
    // What begins with a step is not owed for the time before it.
    const since = doneOn(beginnt.mit, subject, plans)
    return cycles
      .filter(each => since !== null && Temporal.PlainDate.compare(each.start, since) > 0)
      .map(each => at(each.cycle, each.start))
  }
  const first = wiederholung ? '1' : ''
  const next = wiederholung
    ? followers(template, wiederholung.nach, subject, plans).map(each => at(each.cycle, each.start))
    : []
  if (beginnt === 'immer') return [at(first, around.stand), ...next]
  if (typeof beginnt === 'object') {
    const day = doneOn(beginnt.mit, subject, plans)
    return day ? [at(first, day), ...next] : next
  }
  return next
}

/** The cycle in which a day lies and the one after it, so that what is due early in the next one is seen in time. */
export function cyclesAround(
  every: 'jahr' | 'halbjahr' | 'schuljahr',
  today: Temporal.PlainDate,
): { cycle: string; start: Temporal.PlainDate }[] {
  if (every === 'jahr')
    return [today.year, today.year + 1].map(year => ({ cycle: String(year), start: day(year, 1) }))
  const year = today.month >= 8 ? today.year : today.year - 1
  if (every === 'schuljahr')
    return [year, year + 1].map(each => ({ cycle: schoolYear(each), start: day(each, 8) }))
  // The second half of a school year begins on 01.02.
  const halves = [
    { cycle: `${schoolYear(year)} 1. Halbjahr`, start: day(year, 8) },
    { cycle: `${schoolYear(year)} 2. Halbjahr`, start: day(year + 1, 2) },
    { cycle: `${schoolYear(year + 1)} 1. Halbjahr`, start: day(year + 1, 8) },
  ]
  const second = Temporal.PlainDate.compare(today, halves[1]!.start) >= 0
  return second ? halves.slice(1) : halves.slice(0, 2)
}

function schoolYear(year: number): string {
  return `${year}/${String(year + 1).slice(-2)}`
}

function day(year: number, month: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day: 1 })
}

/** The next one of each Ablauf whose step was done, from that day on. */
function followers(
  template: ProcessTemplate,
  step: string,
  subject: Subject,
  plans: readonly PlannedProcess[],
): { cycle: string; start: Temporal.PlainDate }[] {
  return plans.flatMap(plan => {
    if (plan.instance.template !== template.id || !sameSubject(plan.instance.subject, subject)) return []
    const done = plan.steps.find(each => each.id === step)?.doneOn
    return done ? [{ cycle: String(Number(plan.instance.cycle) + 1), start: done }] : []
  })
}

function doneOn(
  needed: string,
  subject: Subject,
  plans: readonly PlannedProcess[],
): Temporal.PlainDate | null {
  const [template, step] = needed.split(':')
  const plan = plans.find(
    each =>
      !each.ended &&
      each.instance.template === template &&
      (sameSubject(each.instance.subject, subject) || each.instance.subject.kind === 'programm'),
  )
  return plan?.steps.find(each => each.id === step)?.doneOn ?? null
}

export function sameSubject(one: Subject, other: Subject): boolean {
  return one.kind === other.kind && one.name === other.name
}
