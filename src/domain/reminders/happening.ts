import { milestoneTemplateId } from '../process/milestoneTemplate.ts'
import { isMeeting } from '../process/sessions.ts'
import type { Profile } from '../programme/profile.ts'
import type { StepIn } from './whoWaits.ts'

/** Whether a step takes place on its day whatever anybody does: a first school day, a meeting. Nobody is late with it. */
export function happensByItself({ process, step }: StepIn, { meilensteine }: Profile): boolean {
  if (process.template.id !== milestoneTemplateId) return isMeeting(process, step)
  return meilensteine.some(each => each.id === step.id && each.status === 'fest')
}
