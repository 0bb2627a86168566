import { takesPlace } from '../process/takesPlace.ts'
import { milestoneTemplateId } from '../process/template/milestoneTemplate.ts'
import type { Profile } from '../programme/profile.ts'
import type { StepIn } from './whoWaits.ts'

/** Whether a step takes place on its day whatever anybody does: a first school day, a meeting. Nobody is late with it. */
export function happensByItself({ process, step }: StepIn, { meilensteine, gremien }: Profile): boolean {
  const { id, art } = process.template
  if (takesPlace({ process, step })) return true
  if (id === milestoneTemplateId)
    return meilensteine.some(each => each.id === step.id && each.status === 'fest')
  if (art !== 'sitzung' || process.instance.subject.kind === 'gremium') return false
  // Known meetings of several bodies in one Ablauf: each is a step of its body.
  return gremien.some(each => each.id === step.role)
}
