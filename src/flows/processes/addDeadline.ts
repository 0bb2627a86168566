import { isSettled } from '../../domain/process/stepsNamed.ts'
import { ownTasksId } from '../../domain/process/template/templatesOf.ts'
import { type Actor, type ChangeNeeds, changeProcesses } from './changeProcesses.ts'
import type { Plans } from './plans.ts'
import { plansToday } from './plansToday.ts'

export interface NewDeadline {
  title: string
  when: { wann: string; tentative: boolean }
  /** Id of one of the `beteiligte`, or the name of a function. */
  role: string | null
}

/**
 * Adds a Frist of one's own; the plans afterwards and its step. `fresh` false: the same one was there already; who heard no answer
 * says it again.
 */
export async function addDeadline(
  needs: ChangeNeeds,
  actor: Actor,
  { title, when, role }: NewDeadline,
): Promise<{ plans: Plans; processId: number; step: string; fresh: boolean }> {
  await plansToday(needs)
  const { after, result } = await changeProcesses(needs, actor, plans => {
    const own = plans.all.find(each => each.template.id === ownTasksId)
    if (!own) throw new Error('no Ablauf for own Fristen') // begun by plansToday
    const { id: processId } = own.instance
    const same = own.steps.find(
      each =>
        !isSettled(each) &&
        each.title === title &&
        each.role === role &&
        each.when?.wann === when.wann &&
        each.when.tentative === when.tentative,
    )
    if (same) return { result: { processId, step: same.id, fresh: false } }
    const step = freeId(own.steps.map(each => each.id))
    return {
      changes: [
        {
          processId,
          change: {
            kind: 'added',
            step,
            title,
            when: when.wann,
            tentative: when.tentative,
            role,
            soft: true,
          },
        },
      ],
      result: { processId, step, fresh: true },
    }
  })
  return { plans: after, ...result }
}

function freeId(taken: readonly string[]): string {
  for (let n = taken.length + 1; ; n++) if (!taken.includes(`A${n}`)) return `A${n}`
}
