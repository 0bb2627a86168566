import type { DateContext } from './dateByRule.ts'
import { type DoneSteps, doneStepsIn, type SettledSteps, settledSteps } from './doneSteps.ts'
import { planOf } from './planOf.ts'
import type { PlannedProcess, ProcessHistory, Subject } from './process.ts'
import type { ProcessTemplate } from './template/template.ts'

export type { ProcessHistory } from './process.ts'

export interface PlansContext extends DateContext {
  /** How people call a subject: the name of the region or body; "" for the programme. */
  nameOf(subject: Subject): string
}

/**
 * The plans of all Abläufe of a programme, in the order of their ids. One whose template is gone from the profile is left out;
 * its history stays stored and comes back with the template.
 */
export function plansOf(
  templates: ReadonlyMap<string, ProcessTemplate>,
  histories: readonly ProcessHistory[],
  context: PlansContext,
): PlannedProcess[] {
  return rememberedPlans(templates, context)(histories)
}

/** What a history says by itself, and its plan as long as what it looked for in others stands as it did. */
interface Remembered {
  settled: SettledSteps
  plan: PlannedProcess | null
  asked: Asked[]
}

/** A look at another Ablauf, and what was found. */
interface Asked {
  look(done: DoneSteps): string
  found: string
}

/**
 * The same for who asks again and again: a history is planned anew when it is another object than before, or when a gate in it
 * opened or a step elsewhere was done with which one of its own is. A day of fifty Abläufe costs a few plans instead of hundreds
 * (bench ticks, ten years: 5 s instead of more than 200).
 */
export function rememberedPlans(
  templates: ReadonlyMap<string, ProcessTemplate>,
  context: PlansContext,
): (histories: readonly ProcessHistory[]) => PlannedProcess[] {
  const known = new WeakMap<ProcessHistory, Remembered>()
  const remembered = (history: ProcessHistory): Remembered => {
    const found = known.get(history) ?? {
      settled: settledSteps(templates.get(history.instance.template), history),
      plan: null,
      asked: [],
    }
    known.set(history, found)
    return found
  }
  return histories => {
    const done = doneStepsIn(templates, histories, history => remembered(history).settled)
    return histories.flatMap(history => {
      const template = templates.get(history.instance.template)
      if (!template) return []
      const memory = remembered(history)
      if (memory.plan && memory.asked.every(({ look, found }) => look(done) === found)) return [memory.plan]
      memory.asked = []
      const ask = <T>(question: (done: DoneSteps) => T): T => {
        const answer = question(done)
        memory.asked.push({ look: later => JSON.stringify(question(later)), found: JSON.stringify(answer) })
        return answer
      }
      memory.plan = planOf(template, history.instance, history.events, {
        ...context,
        subjectName: each => context.nameOf(each.subject),
        isDone: (needed, { subject }) => ask(steps => steps.find(needed, subject) !== null),
        linkedWith: (links, { subject }) => ask(steps => steps.findAll(links, subject)),
      })
      return [memory.plan]
    })
  }
}
