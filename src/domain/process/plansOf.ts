import type { DateContext } from './dateByRule.ts'
import { planOf } from './planOf.ts'
import type { PlannedProcess, ProcessEvent, ProcessInstance, Subject } from './process.ts'
import { recordsOf } from './stepRecords.ts'
import type { ProcessTemplate } from './template/template.ts'

/** An Ablauf as it is stored: the instance and all that happened to it, oldest first. */
export interface ProcessHistory {
  instance: ProcessInstance
  events: readonly ProcessEvent[]
}

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

/** What a history says by itself, and its plan as long as the gates in it stand as they did. */
interface Remembered {
  done: readonly string[]
  plan: PlannedProcess | null
  asked: Map<string, boolean>
}

/**
 * The same for who asks again and again: a history is planned anew when it is another object than before, or when a gate in it
 * opened. A day of fifty Abläufe costs a few plans instead of hundreds (bench ticks, ten years: 5 s instead of more than 200).
 */
export function rememberedPlans(
  templates: ReadonlyMap<string, ProcessTemplate>,
  context: PlansContext,
): (histories: readonly ProcessHistory[]) => PlannedProcess[] {
  const known = new WeakMap<ProcessHistory, Remembered>()
  const remembered = (history: ProcessHistory) => {
    const found = known.get(history) ?? { done: doneSteps(templates, history), plan: null, asked: new Map() }
    known.set(history, found)
    return found
  }
  return histories => {
    const done = new Set(histories.flatMap(history => remembered(history).done))
    const programme: Subject = { kind: 'programm', name: '' }
    const isDone = (needed: string, subject: Subject) =>
      done.has(stepKey(needed, subject)) || done.has(stepKey(needed, programme))
    return histories.flatMap(history => {
      const template = templates.get(history.instance.template)
      if (!template) return []
      const memory = remembered(history)
      const { subject } = history.instance
      if (memory.plan && [...memory.asked].every(([needed, answer]) => isDone(needed, subject) === answer))
        return [memory.plan]
      memory.asked.clear()
      memory.plan = planOf(template, history.instance, history.events, {
        ...context,
        subjectName: each => context.nameOf(each.subject),
        isDone(needed, from) {
          const answer = isDone(needed, from.subject)
          memory.asked.set(needed, answer)
          return answer
        },
      })
      return [memory.plan]
    })
  }
}

/** "<template>:<step>" of a subject for every step that is done. */
function doneSteps(
  templates: ReadonlyMap<string, ProcessTemplate>,
  { instance, events }: ProcessHistory,
): string[] {
  const template = templates.get(instance.template)
  if (!template) return []
  return [...recordsOf(template, events).steps]
    .filter(([, step]) => step.state === 'erledigt')
    .map(([id]) => stepKey(`${template.id}:${id}`, instance.subject))
}

function stepKey(step: string, { kind, name }: Subject): string {
  return `${kind}\u0000${name}\u0000${step}`
}
