import type { PlannedProcess } from '../process/process.ts'
import type { NewInstance } from '../process/wantedInstances.ts'
import type { Profile } from '../programme/profile.ts'
import { type Procedure, procedures } from '../time/periods/inputs.ts'
import { phaseByPlan } from './phaseOf.ts'
import { procedureTemplateId } from './procedureTemplates.ts'

/** All procedures of a programme, oldest first. */
export function proceduresIn(plans: readonly PlannedProcess[]): PlannedProcess[] {
  return plans.filter(each => each.template.art === 'vergabe')
}

/**
 * The procedure that people mean with "die Vergabe": the one that runs, else the last one. A programme has one at a time; a second
 * one begins when the first has led to a contract or was given up.
 */
export function currentProcedure(plans: readonly PlannedProcess[]): PlannedProcess | null {
  const all = proceduresIn(plans)
  return all.findLast(isRunning) ?? all.at(-1) ?? null
}

/** Whether a procedure keeps another one from beginning. */
export function isRunning(process: PlannedProcess): boolean {
  const phase = phaseByPlan(process)
  return !process.over && phase !== 'vertrag' && phase !== 'aufgehoben'
}

/** Whether companies know of it: from then on its kind cannot be changed, only be given up (§ 63 VgV). */
export function isPublished(process: PlannedProcess): boolean {
  const made = ['bekanntmachung', 'aufforderung']
  const done = process.steps.some(step => made.includes(step.id) && step.state === 'erledigt')
  return done || phaseByPlan(process) !== 'vorbereitung'
}

/** The kind of procedure that a profile names; negotiations with competition where it names none. */
export function usualProcedure({ vergabe }: Pick<Profile, 'vergabe'>): Procedure {
  return procedures.find(each => each === vergabe.verfahren) ?? 'verhandlungsverfahren_mit_tnw'
}

export function procedureOf({ facts }: Pick<PlannedProcess, 'facts'>): Procedure | null {
  return procedures.find(each => each === facts.verfahren) ?? null
}

/** A new procedure, numbered behind all that there were. */
export function newProcedure(
  procedure: Procedure,
  facts: Readonly<Record<string, unknown>>,
  plans: readonly PlannedProcess[],
  start: NewInstance['start'],
): NewInstance {
  const numbers = proceduresIn(plans).map(each => Number(each.instance.cycle))
  return {
    template: procedureTemplateId(procedure),
    subject: { kind: 'verfahren', name: '' },
    cycle: String(Math.max(0, ...numbers) + 1),
    start,
    facts: { verfahren: procedure, ...facts },
  }
}
