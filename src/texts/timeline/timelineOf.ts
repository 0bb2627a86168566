import { Temporal } from 'temporal-polyfill'
import type { PlannedProcess } from '../../domain/process/process.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { MilestoneAt, MilestoneState } from '../../domain/programme/statusAt.ts'
import { type ProgrammeView, programmeView, type Scope } from '../../domain/status/programmeView.ts'
import { daysOf, germanPointInTime } from '../../domain/time/pointInTime.ts'
import type { Timeline, TimelineItem, TimelineSpan, TimelineState } from '../../domain/timeline/timeline.ts'
import { isItsOwnPlace } from '../programmes/areaUnit.ts'
import { programmeSentence } from '../programmes/programmeState.ts'
import { milestoneWords } from '../steps/milestoneRows.ts'
import { closedGates, timelineSteps } from './timelineSteps.ts'

/**
 * The timeline of a programme or region on a day; a place without region has none of its own. `plans`: the Abläufe of which steps
 * may be shown besides the milestones; none for guests.
 */
export function timelineOf(
  programme: Programme,
  scope: Scope,
  today: Temporal.PlainDate,
  plans: readonly PlannedProcess[] = [],
): Timeline {
  const { profile } = programme
  const view = programmeView(programme, scope, today)
  const shown = scope.kind === 'place' ? [] : view.milestones
  const items = shown.map(each => milestoneItem(each, regionsOf(programme, scope, each)))
  return {
    title: `Zeitplan ${scopeName(programme, scope)}`,
    notice: notice(programme, view),
    today,
    stand: Temporal.PlainDate.from(profile.stand),
    quelle: profile.quelle,
    items: [...items.filter(item => item !== null), ...timelineSteps(plans, scope, today)],
    undated: [
      ...shown
        .filter((_, i) => items[i] === null)
        .map(each => ({
          title: each.milestone.titel + regionsOf(programme, scope, each),
          word: milestoneWords[each.state].state,
        })),
      ...closedGates(plans, scope, today),
    ],
    from: null,
    to: null,
  }
}

/** "Region 1: Elmshorn, Pinneberg, Barmstedt", "Klassenassistenz, Kreis Pinneberg". */
function scopeName({ profile }: Programme, scope: Scope): string {
  switch (scope.kind) {
    case 'programme':
      return `${profile.name}, ${profile.traeger}`
    case 'region':
      return isItsOwnPlace(scope.region)
        ? scope.region.name
        : [scope.region.name, scope.region.orte.join(', ')].filter(Boolean).join(': ')
    case 'place':
      return scope.place.name
  }
}

function notice({ profile }: Programme, { status }: ProgrammeView): string | null {
  return status.programme.value === 'aktiv' ? null : programmeSentence(status, profile).headline
}

const states: Record<MilestoneState, TimelineState> = {
  erledigt: 'done',
  geplant: 'planned',
  neu: 'planned',
  verschoben: 'moved',
  fest: 'fixed',
  in_abstimmung: 'planned',
  in_vorbereitung: 'planned',
  open: 'open',
  ausgesetzt: 'suspended',
}

/** null for a milestone whose time no source names. */
function milestoneItem({ milestone, state }: MilestoneAt, regions: string): TimelineItem | null {
  const now = milestone.jetzt && spanOf(milestone.jetzt)
  if (!now) return null
  const before = milestone.verschiebungen.flatMap(each => spanOf(each.von) ?? [])
  return {
    ...now,
    id: milestone.id,
    title: milestone.titel + regions,
    kind: 'milestone',
    state: states[state],
    word: milestoneWords[state].state,
    tentative: milestone.jetzt?.voraussichtlich ?? false,
    ...(before.length > 0 && { movedFrom: before }),
  }
}

/** Among milestones of all regions each says whose it is, unless its title does: " (Region 1)". */
function regionsOf(programme: Programme, scope: Scope, { milestone }: MilestoneAt): string {
  const names = milestone.regionen.map(id => programme.regionById.get(id)?.name ?? id)
  const said = names.every(name => milestone.titel.includes(name))
  return scope.kind === 'region' || said ? '' : ` (${names.join(', ')})`
}

function spanOf(point: { wann: string; voraussichtlich: boolean }): TimelineSpan | null {
  const days = daysOf(point.wann)
  return days && { ...days, words: germanPointInTime(point) }
}
