import { Temporal } from 'temporal-polyfill'
import type { PlannedProcess, PlannedStep } from '../process.ts'
import { isSettled } from '../stepsNamed.ts'
import type { ProcessTemplate } from '../template/template.ts'

/** A meeting of a body: a step of an Ablauf of the kind "sitzung". */
export interface Session {
  process: PlannedProcess
  step: PlannedStep
}

/** The template of a body's meetings, begun by a person on the day of the meeting; null: the profile has none. */
export function sessionTemplate(templates: Iterable<ProcessTemplate>): ProcessTemplate | null {
  for (const template of templates)
    if (template.art === 'sitzung' && template.je === 'gremium' && template.beginnt === 'auf_befehl')
      return template
  return null
}

/** All meetings of a body, earliest first; those without a date last. Known ones stand in an Ablauf of the programme, by their role. */
export function sessionsOf(plans: readonly PlannedProcess[], body: string): Session[] {
  return plans
    .flatMap(process => {
      if (process.template.art !== 'sitzung') return []
      const { kind, name } = process.instance.subject
      const own = kind === 'gremium'
      if (own && name !== body) return []
      return process.steps
        .filter(step => (own ? isMeeting(process, step) : step.role === body))
        .map(step => ({ process, step }))
    })
    .sort(byDate)
}

/** Meetings that are still to come on `today`, the next one first. */
export function comingSessions(
  plans: readonly PlannedProcess[],
  body: string,
  today: Temporal.PlainDate,
): Session[] {
  return sessionsOf(plans, body).filter(
    ({ process, step }) =>
      !process.over &&
      !isSettled(step) &&
      step.when !== null &&
      Temporal.PlainDate.compare(step.when.last, today) >= 0,
  )
}

/** The meeting itself is the step on the day from which all others are counted. */
export function isMeeting({ template }: PlannedProcess, { id }: PlannedStep): boolean {
  if (template.art !== 'sitzung') return false
  const rule = template.schritte.find(step => step.id === id)?.termin
  return rule !== null && rule !== undefined && 'wie' in rule && rule.wie === 'beginn'
}

function byDate(a: Session, b: Session): number {
  if (!a.step.when || !b.step.when) return Number(!a.step.when) - Number(!b.step.when)
  return Temporal.PlainDate.compare(a.step.when.first, b.step.when.first)
}
