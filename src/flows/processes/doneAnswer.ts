import type { Temporal } from 'temporal-polyfill'
import type { NamedDeadline } from '../../domain/process/deadlineNamed.ts'
import type { PlannedProcess } from '../../domain/process/process.ts'
import { germanDay } from '../../domain/time/day.ts'
import type { Reply } from '../../reply/reply.ts'
import type { Actor, ChangeNeeds } from './changeProcesses.ts'
import { answerStepOrder, type StepReader } from './stepAnswers.ts'

export interface WantedDone {
  deadline: NamedDeadline
  of?: (process: PlannedProcess) => boolean
  on: Temporal.PlainDate
  reason: string | null
  confirmed: string | null
  reader: StepReader
  /** The line for a step's name, without the day: "frist erledigt F-7". */
  line(name: string): string
}

/** Notes that a step was done; dates that follow from the day are shown first when people reckon with others. */
export function answerDone(needs: ChangeNeeds, actor: Actor, wanted: WantedDone): Promise<Reply> {
  const day = germanDay(wanted.on)
  return answerStepOrder(needs, actor, {
    ...wanted,
    decidedBy: null,
    change: ({ step }) => ({ kind: 'done', step: step.id, on: wanted.on.toString() }),
    line: name => `${wanted.line(name)} am ${wanted.on}`,
    ask: name => ({ question: `${name} am ${day} als erledigt eintragen`, yes: 'Ja, erledigt' }),
    lead: () => `Erledigt am ${day}.`,
  })
}
