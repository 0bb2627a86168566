import type { Temporal } from 'temporal-polyfill'
import type { Milestone, ProfilePlace, Region } from '../programme/profile.ts'
import type { Programme } from '../programme/programme.ts'
import {
  type MilestoneAt,
  milestonesAt,
  nextMilestone,
  type StatusAt,
  statusAt,
} from '../programme/statusAt.ts'
import { daysOf, relationTo } from '../time/pointInTime.ts'

/** What was asked for. */
export type Scope =
  | { kind: 'programme' }
  | { kind: 'region'; region: Region }
  /** A place that no source has put into a region. */
  | { kind: 'place'; place: ProfilePlace }

/** All that the profile says about a scope on a day, chosen and in order, without a word of presentation. */
export interface ProgrammeView {
  scope: Scope
  status: StatusAt
  /** Those meant for the overview. */
  milestones: MilestoneAt[]
  next: Milestone | null
  /** Later events are known, or a date passed without news: the document’s own words need their date. */
  documentIsOld: boolean
}

export function programmeView(programme: Programme, scope: Scope, today: Temporal.PlainDate): ProgrammeView {
  const region = scope.kind === 'region' ? scope.region : undefined
  const milestones = milestonesAt(programme, today, region).filter(each => each.milestone.uebersicht)
  const status = statusAt(programme, today)
  return {
    scope,
    status,
    milestones,
    next: nextMilestone(milestones, today),
    documentIsOld: status.news.length > 0 || milestones.some(each => each.state === 'open'),
  }
}

/** Milestones with a time that touches a span of days; without bounds all that have a time. Earliest first. */
export function milestonesBetween(
  milestones: readonly MilestoneAt[],
  from: Temporal.PlainDate | null,
  to: Temporal.PlainDate | null,
): MilestoneAt[] {
  return milestones.filter(({ milestone }) => {
    const days = milestone.jetzt && daysOf(milestone.jetzt.wann)
    if (!days) return false
    return (
      (from === null || relationTo(days, from) !== 'after') &&
      (to === null || relationTo(days, to) !== 'before')
    )
  })
}
