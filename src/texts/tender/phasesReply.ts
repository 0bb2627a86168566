import type { Temporal } from 'temporal-polyfill'
import type { PlannedProcess, PlannedStep } from '../../domain/process/process.ts'
import { isSettled } from '../../domain/process/stepsNamed.ts'
import type { Profile } from '../../domain/programme/profile.ts'
import { tellsOfCompany } from '../../domain/tender/stepsOfCompanies.ts'
import type { TenderState } from '../../domain/tender/tenderState.ts'
import type { Block, Reply, Row } from '../../reply/reply.ts'
import { stepRow } from '../steps/stepRows.ts'
import { type NameOf, roleWords } from '../steps/stepWords.ts'
import { procedureTitle } from './tenderReplies.ts'
import { tenderStateLine } from './tenderState.ts'

export interface PhasesShown {
  process: PlannedProcess
  state: TenderState
  /** The state was set by a person. */
  byHand: boolean
  /** Whether the asker may see what tells of companies. */
  companies: boolean
  today: Temporal.PlainDate
  /** What a gate before a step needs, in words; "" without one. */
  gate(step: PlannedStep): string
  profile: Pick<Profile, 'beteiligte'>
  nameOf: NameOf
  note: string
}

/** All phases of a procedure: state, date, who; what comes next and what holds it up. */
export function phasesReply(shown: PhasesShown): Reply {
  const { process, state, byHand, profile, note } = shown
  const steps = process.steps.filter(
    step =>
      (shown.companies || !tellsOfCompany({ process, step })) &&
      !(step.optional && step.when === null && !isSettled(step)),
  )
  const reached = steps.findLastIndex(isSettled)
  const turn = (step: PlannedStep) => !isSettled(step) && !step.optional
  const next = steps.find((step, i) => i > reached && turn(step))
  // What lies before the last finished phase and was never noted is history, not the next thing to do.
  const missed = steps.filter((step, i) => i < reached && turn(step))
  const held = steps.filter(step => step.gate && !step.gate.unlocked && !isSettled(step))
  const lead = `${tenderStateLine(state)}.${byHand ? ' Der Stand ist von Hand gesetzt.' : ''}`
  const sentences = [
    lead,
    ...(next ? [`Als Nächstes: ${next.title}${whose(profile, next)}.`] : []),
    ...(missed.length > 0 ? [`Nicht eingetragen: ${missed.map(each => each.title).join('; ')}.`] : []),
    ...held.map(step =>
      step.gate?.effect === 'sperren'
        ? `Gesperrt: „${step.title}“, bis ${shown.gate(step)} erledigt ist oder eine Person mit Begründung freigibt.`
        : `Achtung vor „${step.title}“: ${shown.gate(step)} steht noch aus.`,
    ),
    ...process.faults,
  ]
  return {
    summary: lead,
    audience: 'asker',
    blocks: [
      { kind: 'heading', text: procedureTitle(process) },
      ...sentences.map((text): Block => ({ kind: 'text', text })),
      {
        kind: 'rows',
        title: 'Phasen',
        rows: steps.map(step => phaseRow(step, shown)),
      },
      { kind: 'actions', actions: [{ label: 'Alle Fristen', command: 'vergabe fristen' }] },
      { kind: 'note', text: note },
    ],
  }
}

/** State, date, who and norm; what it waits for is the order of the list. */
function phaseRow(step: PlannedStep, { process, nameOf, today, profile }: PhasesShown): Row {
  const row = stepRow({ process, step }, { profile, nameOf, today, withoutProcess: true })
  const remark = [roleWords(profile, step.role), step.norm ?? ''].filter(part => part !== '').join(' · ')
  const name = nameOf({ process, step })
  return { ...row, text: name.startsWith('F-') ? `${name} · ${step.title}` : step.title, remark }
}

function whose(profile: PhasesShown['profile'], { role }: PlannedStep): string {
  const name = roleWords(profile, role)
  return name === '' ? '' : ` (${name})`
}
