import { Temporal } from 'temporal-polyfill'
import { type Preview, previewOf } from '../../domain/process/previewOf.ts'
import type { PlannedProcess } from '../../domain/process/process.ts'
import { currentProcedure, isRunning, newProcedure } from '../../domain/tender/currentProcedure.ts'
import { type Closing, regimeOf } from '../../domain/tender/tenderCase.ts'
import { type TenderEventName, tenderEvent } from '../../domain/tender/tenderEvents.ts'
import { dayOf } from '../../domain/time/day.ts'
import type { Procedure } from '../../domain/time/periods/inputs.ts'
import { tenderSentences } from '../../texts/tender/tenderSentences.ts'
import type { ChangeNeeds } from '../processes/changeProcesses.ts'
import type { Plans } from '../processes/plans.ts'
import { notYet, plansAfter } from '../processes/plansAfter.ts'
import type { ReasonedChange, TenderDecision } from './changeProcedure.ts'
import { eventDecision } from './noteEvent.ts'
import { closingDecision } from './setClosing.ts'

/** What is supposed; null: nothing was said of it. */
export interface Supposed {
  what: { event: TenderEventName } | { closing: Closing }
  on: Temporal.PlainDate
  /** A kind of procedure of its own; null: the one that runs, else that of the profile. */
  procedure: Procedure | null
  electronic: boolean | null
  urgent: boolean | null
  way: 'elektronisch' | 'fax' | 'brief' | null
  hour: string | null
  reason: string | null
}

export type Simulated =
  | { kind: 'refused'; sentence: string }
  | {
      kind: 'shown'
      before: PlannedProcess | null
      after: PlannedProcess
      preview: Preview
      hints: readonly string[]
    }

/** What would follow from a day that is only supposed. Writes nothing. */
export function simulate(needs: ChangeNeeds, plans: Plans, supposed: Supposed, usual: Procedure): Simulated {
  const current = currentProcedure(plans.all)
  const running = current && isRunning(current) && supposed.procedure === null ? current : null
  const decision = running
    ? inRunning(needs, plans, supposed)
    : inNew(needs, plans, supposed, supposed.procedure ?? usual)
  if ('refused' in decision) return { kind: 'refused', sentence: decision.refused }
  const planned = plansAfter(needs, plans, decision)
  const after = running
    ? planned.find(each => each.instance.id === running.instance.id)
    : planned.find(each => each.instance.id === notYet)
  if (!after) return { kind: 'refused', sentence: tenderSentences.noneRuns }
  const fault = after.faults.find(each => !running?.faults.includes(each))
  if (fault) return { kind: 'refused', sentence: fault }
  return {
    kind: 'shown',
    before: running,
    after,
    preview: previewOf(plans.all, running ? planned : planned.filter(each => each !== after)),
    hints: decision.hints ?? [],
  }
}

function inRunning(
  needs: ChangeNeeds,
  plans: Plans,
  supposed: Supposed,
): TenderDecision | { refused: string } {
  const { what, on, hour, way, reason } = supposed
  const today = dayOf(needs.now())
  const later = Temporal.PlainDate.compare(on, today) > 0 ? on : today
  const made =
    'event' in what
      ? eventDecision(needs, plans, { event: what.event, on, hour, way, reason }, later)
      : closingDecision(needs, plans, { closing: what.closing, day: on, hour, reason })
  if ('refused' in made) return made
  const processId = currentProcedure(plans.all)!.instance.id // it runs
  const facts = flags(supposed).map(([name, value]) => ({
    processId,
    change: { kind: 'fact', name, value } as const,
  }))
  return { ...made, changes: [...facts, ...(made.changes ?? [])] }
}

/** A procedure of which only this is known. */
function inNew(
  needs: ChangeNeeds,
  plans: Plans,
  supposed: Supposed,
  procedure: Procedure,
): TenderDecision | { refused: string } {
  const { profile } = needs.programme
  const { what, on, hour, way } = supposed
  const day = hour === null ? on.toString() : `${on}T${hour}`
  const facts = {
    regime: regimeOf(procedure, profile),
    ...(profile.vergabe.regime === 'EU_VgV_sozial' && { soziale_dienstleistung: true }),
    ...Object.fromEntries(flags(supposed)),
    ...(way && { versandweg: way }),
  }
  const instance = newProcedure(procedure, facts, plans.all, on)
  const template = needs.templates.get(instance.template)
  const effect = 'event' in what ? tenderEvent(what.event).effect : null
  const change: ReasonedChange['change'] =
    effect === null
      ? { kind: 'fact', name: 'closing' in what ? what.closing : '', value: day }
      : effect.kind === 'fact'
        ? { kind: 'fact', name: effect.fact, value: day }
        : { kind: 'done', step: effect.step, on: on.toString() }
  if (change.kind === 'done' && !template?.schritte.some(each => each.id === change.step))
    return {
      refused: tenderSentences.notInProcedure(
        'event' in what ? tenderEvent(what.event).label : '',
        template?.name ?? procedure,
      ),
    }
  return { begin: { instance, changes: [{ change }] } }
}

function flags({ electronic, urgent }: Supposed): [string, boolean][] {
  return [
    ...(electronic === null ? [] : [['elektronische_angebote', electronic] as [string, boolean]]),
    ...(urgent === null ? [] : [['dringlich_begruendet', urgent] as [string, boolean]]),
  ]
}
