import { isMeeting } from './kinds/sessions.ts'
import type { StepOfProcess } from './stepsNamed.ts'

/** Whether a step comes with its day, as its template says (`von_selbst`), or is the meeting of a body. */
export function takesPlace({ process, step }: StepOfProcess): boolean {
  return (
    process.template.schritte.some(each => each.id === step.id && each.von_selbst) || isMeeting(process, step)
  )
}
