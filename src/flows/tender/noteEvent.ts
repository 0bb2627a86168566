import { Temporal } from 'temporal-polyfill'
import { refusalOf } from '../../domain/process/mayChange.ts'
import type { PlannedProcess } from '../../domain/process/process.ts'
import type { StepOfProcess } from '../../domain/process/stepsNamed.ts'
import { currentProcedure } from '../../domain/tender/currentProcedure.ts'
import { type TenderEventName, tenderEvent } from '../../domain/tender/tenderEvents.ts'
import { dayOf } from '../../domain/time/day.ts'
import { refusalSentence } from '../../texts/steps/stepRefusals.ts'
import { tenderSentences } from '../../texts/tender/tenderSentences.ts'
import type { Actor, ChangeNeeds } from '../processes/changeProcesses.ts'
import { checkMove } from '../processes/checkMove.ts'
import { nameIn, typedName } from '../processes/deadlineIn.ts'
import type { Plans } from '../processes/plans.ts'
import { gateWords } from '../processes/stepAnswers.ts'
import {
  type ChangedProcedure,
  changeProcedure,
  type ReasonedChange,
  type TenderDecision,
} from './changeProcedure.ts'

export interface WantedEvent {
  event: TenderEventName
  on: Temporal.PlainDate
  /** "14:23", where the hour matters; null: the whole day. */
  hour: string | null
  /** How the letters of § 134 GWB went out. */
  way: 'elektronisch' | 'fax' | 'brief' | null
  reason: string | null
  /** What is known besides: elektronische_angebote, dringlich_begruendet, einvernehmliche_frist_tage. */
  facts?: Readonly<Record<string, boolean | number>>
  /** It was entered by mistake: a fact is taken back, a phase is opened by its own order. */
  undo?: boolean
}

/** Notes what happened in the procedure that runs. The periods that follow are shown first. */
export function noteEvent(
  needs: ChangeNeeds,
  actor: Actor,
  wanted: WantedEvent,
  confirmed: string | null,
): Promise<ChangedProcedure> {
  return changeProcedure(needs, actor, confirmed, plans => eventDecision(needs, plans, wanted))
}

/** What an event changes in the procedure that runs, or why it cannot be; `today` is later where a day is only supposed. */
export function eventDecision(
  needs: ChangeNeeds,
  plans: Plans,
  wanted: WantedEvent,
  today = dayOf(needs.now()),
): TenderDecision | { refused: string } {
  const process = currentProcedure(plans.all)
  if (!process) return { refused: tenderSentences.noneRuns }
  const { effect, ahead, label } = tenderEvent(wanted.event)
  if (wanted.undo) return takenBack(process, wanted)
  if (!ahead && Temporal.PlainDate.compare(wanted.on, today) > 0)
    return { refused: tenderSentences.eventAhead(wanted.on) }
  const made =
    effect.kind === 'step'
      ? stepDone(needs, plans, process, effect.step, wanted, today)
      : { changes: factChanges(effect.fact, wanted), hints: [] }
  if (made === null) return { refused: tenderSentences.notInProcedure(label, process.template.name) }
  if ('refused' in made) return made
  const besides = { ...(wanted.way && { versandweg: wanted.way }), ...wanted.facts }
  const known = Object.entries(besides).map(
    ([name, value]): ReasonedChange => ({ change: { kind: 'fact', name, value } }),
  )
  const { id } = process.instance
  return {
    changes: [...known, ...made.changes].map(each => ({ ...each, processId: id })),
    hints: [
      ...made.hints,
      ...(wanted.event === 'nachpruefungsantrag' ? [tenderSentences.awardBan] : []),
      ...(wanted.event === 'information' && !wanted.way && !process.facts.versandweg
        ? [tenderSentences.wayUnknown]
        : []),
    ],
  }
}

function takenBack(
  process: PlannedProcess,
  { event, reason }: WantedEvent,
): TenderDecision | { refused: string } {
  const { effect, label } = tenderEvent(event)
  if (effect.kind === 'step') return { refused: tenderSentences.openInstead(effect.step) }
  if (process.facts[effect.fact] === undefined || process.facts[effect.fact] === null)
    return { refused: tenderSentences.neverEntered(label) }
  const change = { kind: 'fact', name: effect.fact, value: null } as const
  return { changes: [{ processId: process.instance.id, change, reason }] }
}

type Made = { changes: ReasonedChange[]; hints: readonly string[] } | { refused: string } | null

/** null: this kind of procedure has no such step. */
function stepDone(
  needs: ChangeNeeds,
  plans: Plans,
  process: PlannedProcess,
  id: string,
  { on, reason }: WantedEvent,
  today: Temporal.PlainDate,
): Made {
  const step = process.steps.find(each => each.id === id)
  if (!step) return null
  const at: StepOfProcess = { process, step }
  const change = { kind: 'done', step: id, on: on.toString() } as const
  const why = refusalOf(process, step, change, today)
  const missing = step.gate ? gateWords(needs, plans, at, step.gate.needs) : ''
  if (why) return { refused: refusalSentence(why, typedName(nameIn(plans, at)), missing) }
  const check = checkMove(needs, at, change, reason)
  if (check?.kind === 'refused') return { refused: check.sentence }
  const hints = check?.kind === 'ok' ? check.hints : check ? [check.sentence] : []
  const warned = step.gate?.effect === 'warnen' ? [tenderSentences.gateWarns(missing)] : []
  return {
    changes: [{ change, reason: check?.kind === 'deviation' ? check.reason : reason }],
    hints: [...hints, ...warned],
  }
}

function factChanges(name: string, { on, hour, reason }: WantedEvent): ReasonedChange[] {
  const value = hour === null ? on.toString() : `${on}T${hour}`
  return [{ change: { kind: 'fact', name, value }, reason }]
}
