import { Temporal } from 'temporal-polyfill'
import { isBlocked } from '../../domain/process/gates.ts'
import type { PlannedProcess, When } from '../../domain/process/process.ts'
import { isSettled, type StepOfProcess } from '../../domain/process/stepsNamed.ts'
import { milestoneTemplateId } from '../../domain/process/template/milestoneTemplate.ts'
import type { Scope } from '../../domain/status/programmeView.ts'
import { germanDay } from '../../domain/time/day.ts'
import { germanPointInTime } from '../../domain/time/pointInTime.ts'
import type {
  TimelineItem,
  TimelineKind,
  TimelineSpan,
  TimelineState,
  UndatedItem,
} from '../../domain/timeline/timeline.ts'
import { stateWords } from '../steps/stepWords.ts'

/** How far back and ahead other things than milestones and periods of law are drawn; days. */
const behind = 60
const ahead = 365

/**
 * What a timeline shows besides milestones: periods of law as bars from the day of their event, gates that are not open,
 * meetings, duties and dated steps. Of the whole programme without those of single regions and schools, of a region with its own.
 * `plans` are those that may be told in this place.
 */
export function timelineSteps(
  plans: readonly PlannedProcess[],
  scope: Scope,
  today: Temporal.PlainDate,
): TimelineItem[] {
  return stepsIn(plans, scope).flatMap(at => stepItem(at, today) ?? [])
}

/** Steps without a date before which a gate is closed. */
export function closedGates(
  plans: readonly PlannedProcess[],
  scope: Scope,
  today: Temporal.PlainDate,
): UndatedItem[] {
  return stepsIn(plans, scope)
    .filter(({ step }) => step.when === null && isBlocked(step))
    .map(at => ({ title: titleOf(at), word: stateWords(at.step, today).state }))
}

/** The steps of everything that belongs to a scope, without those of other regions. */
function stepsIn(plans: readonly PlannedProcess[], scope: Scope): StepOfProcess[] {
  if (scope.kind === 'place') return []
  return plans
    .filter(process => process.template.id !== milestoneTemplateId && !process.ended)
    .filter(process => belongsTo(process, scope))
    .flatMap(process => process.steps.map(step => ({ process, step })))
    .filter(
      ({ step }) =>
        scope.kind !== 'region' || step.regions.length === 0 || step.regions.includes(scope.region.id),
    )
}

function belongsTo({ instance }: PlannedProcess, scope: Scope): boolean {
  const { kind, name } = instance.subject
  if (kind === 'region') return scope.kind === 'region' && name === scope.region.id
  return kind === 'programm' || kind === 'gremium' || kind === 'verfahren'
}

/** null for what has no time, is not needed, or lies far away. */
function stepItem(at: StepOfProcess, today: Temporal.PlainDate): TimelineItem | null {
  const { process, step } = at
  const { when } = step
  if (!when || step.state === 'entfallen') return null
  const kind = kindOf(at)
  if (kind !== 'legal' && !isNear(when, today)) return null
  const moved = step.moves.flatMap(({ from, at: made }) => (from && made !== null ? [spanOf(from)] : []))
  return {
    ...(kind === 'legal' ? periodSpan(when, step.from) : spanOf(when)),
    id: `${process.instance.id}:${step.id}`,
    title: titleOf(at),
    kind,
    state: stateOf(at, moved.length > 0),
    // A picture is looked at on other days too: "überfällig" stays true, "in 3 Tagen" does not.
    ...(isOver(step, today) && { word: 'überfällig' }),
    tentative: when.tentative,
    ...(moved.length > 0 && { movedFrom: moved }),
    ...(step.norm !== null && { norm: step.norm }),
  }
}

function kindOf({ process, step }: StepOfProcess): TimelineKind {
  if (isBlocked(step)) return 'gate'
  if (step.legal) return 'legal'
  const kinds: Partial<Record<PlannedProcess['template']['art'], TimelineKind>> = {
    sitzung: 'meeting',
    pflicht: 'duty',
    bericht: 'duty',
  }
  return kinds[process.template.art] ?? 'step'
}

function stateOf({ step }: StepOfProcess, moved: boolean): TimelineState {
  if (isSettled(step)) return 'done'
  if (isBlocked(step)) return 'blocked'
  return moved ? 'moved' : 'planned'
}

/** "Auswertungsgespräch führen · Mitte" of a region; the programme's own steps by their titles. */
function titleOf({ process, step }: StepOfProcess): string {
  const { template } = process
  const about = process.title.slice(template.name.length).replace(/^ · /, '')
  return about === '' || template.art === 'vergabe' || step.title.includes(about)
    ? step.title
    : `${step.title} (${about})`
}

function isOver(step: StepOfProcess['step'], today: Temporal.PlainDate): boolean {
  return !isSettled(step) && step.when !== null && Temporal.PlainDate.compare(step.when.last, today) < 0
}

function isNear({ first, last }: When, today: Temporal.PlainDate): boolean {
  return (
    Temporal.PlainDate.compare(last, today.subtract({ days: behind })) >= 0 &&
    Temporal.PlainDate.compare(first, today.add({ days: ahead })) <= 0
  )
}

function spanOf({ first, last, wann, tentative }: When): TimelineSpan {
  return { first, last, words: germanPointInTime({ wann, voraussichtlich: tentative }) }
}

/** From the event to the end: "19.04. bis 21.05.2024". */
function periodSpan(when: When, from: Temporal.PlainDate | null): TimelineSpan {
  if (!from || Temporal.PlainDate.compare(from, when.last) >= 0) return spanOf(when)
  const start = from.year === when.last.year ? germanDay(from).slice(0, 6) : germanDay(from)
  return { first: from, last: when.last, words: `${start} bis ${germanDay(when.last)}` }
}
