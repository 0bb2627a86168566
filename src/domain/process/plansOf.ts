import type { DateContext } from './dateByRule.ts'
import { planOf } from './planOf.ts'
import type { PlannedProcess, ProcessEvent, ProcessInstance, Subject } from './process.ts'
import { recordsOf } from './stepRecords.ts'
import type { ProcessTemplate } from './template.ts'

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
  const done = doneSteps(templates, histories)
  return histories.flatMap(({ instance, events }) => {
    const template = templates.get(instance.template)
    if (!template) return []
    return [
      planOf(template, instance, events, {
        ...context,
        subjectName: each => context.nameOf(each.subject),
        isDone: (needed, from) =>
          done.has(stepKey(needed, from.subject)) ||
          done.has(stepKey(needed, { kind: 'programm', name: '' })),
      }),
    ]
  })
}

/** "<template>:<step>" of a subject for every step that is done. */
function doneSteps(
  templates: ReadonlyMap<string, ProcessTemplate>,
  histories: readonly ProcessHistory[],
): ReadonlySet<string> {
  const done = new Set<string>()
  for (const { instance, events } of histories) {
    const template = templates.get(instance.template)
    if (!template) continue
    for (const [id, step] of recordsOf(template, events).steps)
      if (step.state === 'erledigt') done.add(stepKey(`${template.id}:${id}`, instance.subject))
  }
  return done
}

function stepKey(step: string, { kind, name }: Subject): string {
  return `${kind}\u0000${name}\u0000${step}`
}
