import type { Profile } from '../../programme/profile.ts'
import type { PlannedProcess } from '../process.ts'
import { isSettled } from '../stepsNamed.ts'
import { placeOf, type Unit } from '../subjects.ts'
import type { ProcessTemplate } from '../template/template.ts'

/** The Ablauf of a pool of school assistants: one a school, begun by a person. */
const poolId = 'pool'

/** The template of pools; undefined: the programme has none. */
export function poolTemplate({ ablaeufe }: Pick<Profile, 'ablaeufe'>): ProcessTemplate | undefined {
  return ablaeufe.find(each => each.id === poolId && each.je === 'schule')
}

/** The Ablauf that comes again every school year once a pool is installed. */
export function renewalTemplate({ ablaeufe }: Pick<Profile, 'ablaeufe'>): ProcessTemplate | undefined {
  return ablaeufe.find(
    ({ beginnt, je }) =>
      je === 'schule' && typeof beginnt === 'object' && beginnt.mit.startsWith(`${poolId}:`),
  )
}

/** A pool as it stands. */
export interface Pool {
  school: string
  place: string | null
  plan: PlannedProcess
  /** Its renewals that are not over, the next first. */
  renewals: readonly PlannedProcess[]
}

/** All pools that nobody has ended, by the name of their school. */
export function poolsOf(profile: Profile, plans: readonly PlannedProcess[], units: readonly Unit[]): Pool[] {
  const renewal = renewalTemplate(profile)?.id
  return plans
    .filter(plan => plan.instance.template === poolId && !plan.ended)
    .map(plan => {
      const school = plan.instance.subject.name
      return {
        school,
        place: placeOf(profile, units, plan.instance.subject),
        plan,
        renewals: plans.filter(
          each => each.instance.template === renewal && each.instance.subject.name === school && !each.over,
        ),
      }
    })
    .sort((a, b) => a.school.localeCompare(b.school, 'de'))
}

/** Ids of what is still open: "C3". */
export function openConditions({ plan }: Pick<Pool, 'plan'>): string[] {
  return plan.steps.filter(step => !isSettled(step)).map(step => step.id)
}
