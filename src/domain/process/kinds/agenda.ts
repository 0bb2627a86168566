import { Temporal } from 'temporal-polyfill'
import type { PlannedProcess, PlannedStep } from '../process.ts'
import { isSettled, type StepOfProcess } from '../stepsNamed.ts'
import { bodyWorkId } from '../template/templatesOf.ts'

/** How far ahead preparations of meetings are told; days. */
const ahead = 60

/**
 * What is to be done for bodies and committees: preparations of meetings in the next weeks, the next steps of reports of the whole
 * programme, results that were handed over. With a date first, earliest first.
 */
export function agendaOf(plans: readonly PlannedProcess[], today: Temporal.PlainDate): StepOfProcess[] {
  const until = today.add({ days: ahead })
  return plans
    .filter(({ over }) => !over)
    .flatMap(process => {
      const { template } = process
      const open = process.steps.filter(step => !isSettled(step) && !step.optional)
      const near = (step: PlannedStep) =>
        step.when !== null && Temporal.PlainDate.compare(step.when.first, until) <= 0
      const chosen =
        template.art === 'sitzung'
          ? open.filter(near)
          : template.id === bodyWorkId
            ? open
            : template.art === 'bericht' && template.je === 'programm' && isBegun(process, today)
              ? open.filter(step => step.waitsFor.length === 0)
              : []
      return chosen.map(step => ({ step, process }))
    })
    .sort((a, b) => {
      if (!a.step.when || !b.step.when) return Number(!a.step.when) - Number(!b.step.when)
      return Temporal.PlainDate.compare(a.step.when.first, b.step.when.first)
    })
}

function isBegun({ instance }: PlannedProcess, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(instance.start, today) <= 0
}
