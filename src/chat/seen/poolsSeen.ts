import { type Pool, poolsOf, poolTemplate } from '../../domain/process/kinds/pools.ts'
import type { PlannedProcess } from '../../domain/process/process.ts'
import type { Unit } from '../../domain/process/subjects.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { dayOf } from '../../domain/time/day.ts'
import type { Reply } from '../../reply/reply.ts'
import type { PoolContext } from '../../texts/programmes/pools.ts'
import { stepSentence } from '../../texts/steps/stepChangeReplies.ts'
import { findSubject } from '../arguments/readSubject.ts'
import type { Needs } from '../command.ts'

/** The part of the plans of a moment that pools are read from. */
interface Known {
  all: readonly PlannedProcess[]
  units: readonly Unit[]
}

/** Whether the programme has pools of school assistants. */
export function hasPools({ profile }: Programme): boolean {
  return poolTemplate(profile) !== undefined
}

/** What answers about pools are written with; only where there are pools. */
export function poolContext({ programme, now }: Needs<'programme' | 'now'>): PoolContext {
  const at = now()
  return { profile: programme.profile, template: poolTemplate(programme.profile)!, now: at, today: dayOf(at) }
}

/** All pools of these plans. */
export function poolsIn({ profile }: Programme, plans: Known): Pool[] {
  return poolsOf(profile, plans.all, plans.units)
}

/**
 * The pool of the named school; of the only one there is when none was named. Else the answer that asks which is meant:
 * `lineWith` is the command again with a name.
 */
export function namedPool(
  programme: Programme,
  plans: Known,
  typed: string | null,
  lineWith: (school: string) => string,
): Pool | { refusal: Reply } {
  const pools = poolsIn(programme, plans)
  if (typed === null) {
    const [only, ...others] = pools
    if (only && others.length === 0) return only
    return {
      refusal: only
        ? stepSentence(
            'Von welcher Schule? Es gibt mehrere Pools.',
            pools.slice(0, 5).map(each => ({ label: each.school, command: lineWith(each.school) })),
          )
        : stepSentence('Noch ist kein Pool angelegt. Anlegen mit: pool anlegen „Name der Schule“ ort:…'),
    }
  }
  const found = findSubject(programme, plans.units, 'schule', typed)
  const pool = found.kind === 'found' ? pools.find(each => each.school === found.name) : undefined
  return pool ?? { refusal: noPool(typed, found, pools, lineWith) }
}

function noPool(
  typed: string,
  found: ReturnType<typeof findSubject>,
  pools: readonly Pool[],
  lineWith: (school: string) => string,
): Reply {
  if (found.kind === 'found')
    return stepSentence(`Für ${found.name} ist noch kein Pool angelegt.`, [
      { label: 'Pool anlegen', command: `pool anlegen "${found.name}"` },
    ])
  const near = found.nearest.filter(name => pools.some(each => each.school === name))
  const name = typed.replace(/[‚‘’„“”"]/g, '').slice(0, 80)
  return stepSentence(
    near.length > 0
      ? `Die Schule ‚${name}‘ kenne ich nicht. Meinten Sie ${near.join(' oder ')}?`
      : `Die Schule ‚${name}‘ kenne ich nicht. Anlegen mit: pool anlegen „${name}“ ort:…`,
    near.map(each => ({ label: each, command: lineWith(each) })),
  )
}
