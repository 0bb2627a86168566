import type { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { numberSteps } from '../../db/deadlineNumbers.ts'
import { insertEvents, insertProcesses, type NewEvent } from '../../db/processes.ts'
import { lockProgramme } from '../../db/programmeLock.ts'
import { auditLog } from '../../db/schema.ts'
import type {
  PlannedProcess,
  PlannedStep,
  ProcessChange,
  ProcessEvent,
} from '../../domain/process/process.ts'
import { underWaySince } from '../../domain/process/underWay.ts'
import type { NewInstance } from '../../domain/process/wantedInstances.ts'
import { phaseByPlan, phaseFact } from '../../domain/tender/phaseOf.ts'
import { dayOf } from '../../domain/time/day.ts'
import { beginByHand } from './beginByHand.ts'
import { loadPlans, missingInstances, type Plans, type ProcessNeeds } from './plans.ts'

/** A change that somebody decided on. */
export interface DecidedChange {
  processId: number
  change: ProcessChange
  reason?: string | null
  decidedBy?: string | null
}

/** What is to be written, and what the caller wants to know of it. */
export interface Decision<T> {
  changes?: readonly DecidedChange[]
  begin?: readonly NewInstance[]
  result: T
}

/** Who acts: `id` for the audit log, `name` (a function) for the history that people read. */
export interface Actor {
  id: string
  name: string
}

export type ChangeNeeds = ProcessNeeds & { db: Queries; now(): Temporal.Instant }

/** How often what begins with something that has just begun is looked for; longer chains follow the next morning. */
const rounds = 5

/**
 * Changes Abläufe in one transaction: `decide` sees the plans as they are, nobody else changes them meanwhile, and what it
 * decides is written with its audit entries. What begins of itself because of it begins, and every step that is under way or has got
 * a date gets its number. Returns the plans after it.
 */
export async function changeProcesses<T>(
  needs: ChangeNeeds,
  actor: Actor,
  decide: (plans: Plans, tx: Queries) => Decision<T> | Promise<Decision<T>>,
): Promise<{ before: Plans; after: Plans; result: T }> {
  const now = needs.now()
  const at = now.toString()
  const programmeId = needs.programme.id
  return needs.db.transaction(async tx => {
    await lockProgramme(tx, 'processes', programmeId)
    const before = await loadPlans(needs, tx)
    const { changes = [], begin = [], result } = await decide(before, tx)
    await beginByHand(tx, programmeId, begin, actor, at)
    const events = changes.map(({ processId, change, reason = null, decidedBy = null }) => ({
      processId,
      event: { ...change, at, by: actor.name, reason, decidedBy },
    }))
    await insertEvents(tx, programmeId, numbered(before, events))
    if (changes.length > 0)
      await tx.insert(auditLog).values(
        changes.map(({ processId, change }) => ({
          programmeId,
          at,
          actor: actor.id,
          action: `ablauf:${change.kind}`,
          detail: { processId, step: 'step' in change ? change.step : null },
        })),
      )
    return { before, after: await settled(needs, tx, dayOf(now), at), result }
  })
}

/** With the place of each event in the history of its Ablauf as key: the same place is written once. */
function numbered({ histories }: Plans, events: readonly Omit<NewEvent, 'key'>[]): NewEvent[] {
  const counts = new Map(histories.map(each => [each.instance.id, each.events.length]))
  return events.map(each => {
    const n = counts.get(each.processId) ?? 0
    counts.set(each.processId, n + 1)
    return { ...each, key: `${each.processId}:${n}` }
  })
}

/** Begins what should exist, numbers what has a date; must run under the lock. */
async function settled(
  needs: ChangeNeeds,
  tx: Queries,
  today: Temporal.PlainDate,
  at: string,
): Promise<Plans> {
  let plans = await loadPlans(needs, tx)
  for (let round = 0; round < rounds; round++) {
    const begun = await insertProcesses(
      tx,
      needs.programme.id,
      missingInstances(needs, plans, today),
      'kla',
      at,
    )
    if (begun.length === 0) break
    plans = await loadPlans(needs, tx)
  }
  if ((await notePhases(needs, tx, plans, at)) > 0) plans = await loadPlans(needs, tx)
  const unnumbered = plans.all.flatMap(process =>
    process.steps
      .filter(step => isSpokenOf(process, step) && plans.numberOf(process.instance.id, step.id) === undefined)
      .map(step => ({ processId: process.instance.id, step: step.id })),
  )
  if (unnumbered.length === 0) return plans
  await numberSteps(tx, needs.programme.id, unnumbered)
  return loadPlans(needs, tx)
}

/** Whether reminders may name it: it has a date, or is under way. */
function isSpokenOf(process: PlannedProcess, step: PlannedStep): boolean {
  return step.when !== null || step.state === 'laeuft' || underWaySince(process, step) !== null
}

/** Where each procedure stands is kept as a fact of its own: letters are answered by it (programmeNow.ts). */
function notePhases(needs: ChangeNeeds, tx: Queries, plans: Plans, at: string): Promise<number> {
  const events = plans.all.flatMap(plan => {
    const phase = phaseByPlan(plan)
    if (phase === null || plan.facts[phaseFact] === phase) return []
    const event: ProcessEvent = {
      kind: 'fact',
      name: phaseFact,
      value: phase,
      at,
      by: 'kla',
      reason: null,
      decidedBy: null,
    }
    return [{ processId: plan.instance.id, event }]
  })
  return insertEvents(tx, needs.programme.id, numbered(plans, events))
}

/** Begins what the calendar or the profile wants to exist today; the same as a change that changes nothing. */
export async function beginWhatIsDue(needs: ChangeNeeds): Promise<Plans> {
  return (await changeProcesses(needs, { id: 'kla', name: 'kla' }, () => ({ result: null }))).after
}
