import type { NamedDeadline } from '../../domain/process/deadlineNamed.ts'
import { isBlocked } from '../../domain/process/gates.ts'
import type { Refusal } from '../../domain/process/mayChange.ts'
import type { Preview } from '../../domain/process/previewOf.ts'
import type { PlannedProcess } from '../../domain/process/process.ts'
import { isSettled, type StepOfProcess } from '../../domain/process/stepsNamed.ts'
import { untold, untoldStep } from '../../domain/process/untold.ts'
import { tellsOfCompany } from '../../domain/tender/stepsOfCompanies.ts'
import { isTenderStepSeen, type TenderSight, withTenderSight } from '../../domain/tender/tenderSight.ts'
import type { Reply } from '../../reply/reply.ts'
import { standLine } from '../../texts/standNote.ts'
import {
  changedStepReply,
  chooseStep,
  noSuchStep,
  previewReply,
  stepSentence,
} from '../../texts/steps/stepChangeReplies.ts'
import { refusalSentence } from '../../texts/steps/stepRefusals.ts'
import { namedStep, roleWords } from '../../texts/steps/stepWords.ts'
import { tenderNotHere, tenderSentences } from '../../texts/tender/tenderSentences.ts'
import type { Actor, ChangeNeeds } from './changeProcesses.ts'
import { type ChangedStep, changeStep, type StepChange } from './changeStep.ts'
import { deadlineIn, nameIn, typedName } from './deadlineIn.ts'
import { doneAlong } from './doneAlong.ts'
import type { Plans } from './plans.ts'
import { plansToday } from './plansToday.ts'

/** An order about one step, as a command gives it. */
export interface StepOrder {
  deadline: NamedDeadline
  /** Narrows what the words may mean. */
  of?: (process: PlannedProcess) => boolean
  /** The change, or a sentence that says why there is none. */
  change(at: StepOfProcess): StepChange | string
  reason: string | null
  decidedBy: string | null
  /** The fingerprint that a button carried back. */
  confirmed: string | null
  /** The line that does it, for a step's name and the change: "frist erledigt F-7 am 2024-04-22". */
  line(name: string, change: StepChange | null): string
  /** „F-7 auf Fr 03.05.2024 verschieben“ and the label of its button. */
  ask(name: string, change: StepChange): { question: string; yes: string }
  /** „Erledigt am 22.04.2024.“ */
  lead(change: StepChange, at: StepOfProcess): string
  /** Nothing is changed without a reason; the preview asks for it. */
  reasonNeeded?: boolean
  reader: StepReader
}

/** What whoever gives the order may see and do. */
export interface StepReader {
  /** Words that people typed may be read here; else their own Fristen have no titles. */
  words: boolean
  /** What of a procedure may be said to them. */
  sight: TenderSight
  /** Sees what exists only because a company asked or complained. */
  companies: boolean
  /** Changes steps of a procedure; others only look. */
  tenders: boolean
}

/** Carries out an order about a step, or answers why not, which one, or what it would do. */
export async function answerStepOrder(needs: ChangeNeeds, actor: Actor, order: StepOrder): Promise<Reply> {
  const plans = await plansToday(needs)
  const line = (name: string) => order.line(name, null)
  const named = stepOr(needs, plans, order.deadline, { line, of: order.of, reader: order.reader })
  if ('reply' in named) return named.reply
  const { at } = named
  // Where the procedure stands decides what companies are answered.
  if (isProcedure(at.process) && !order.reader.tenders) return stepSentence(tenderSentences.notYours)
  const change = order.change(at)
  if (typeof change === 'string') return stepSentence(change)
  const withoutReason = order.reasonNeeded === true && order.reason === null
  const result = await changeStep(needs, actor, {
    processId: at.process.instance.id,
    change,
    reason: order.reason,
    decidedBy: order.decidedBy,
    confirmed: withoutReason ? null : order.confirmed,
  })
  switch (result.kind) {
    case 'refused':
      return stepSentence(refusalText(needs, result), showAction(result.plans, at))
    case 'asked':
      return asked(needs, order, change, result)
    case 'changed':
      return changed(needs, order, change, result)
  }
}

/**
 * The step that was named, or the answer that says why there is none. `line`: what is offered for each that fits. Where others
 * read along nothing is said of a procurement but its phase; what tells of a company is there for the Vergabestelle alone.
 */
export function stepOr(
  needs: Pick<ChangeNeeds, 'programme'>,
  plans: Plans,
  deadline: NamedDeadline,
  {
    line,
    of,
    reader: { words, sight, companies },
  }: {
    line(name: string): string
    of?: ((process: PlannedProcess) => boolean) | undefined
    reader: Omit<StepReader, 'tenders'>
  },
): { at: StepOfProcess } | { reply: Reply } {
  const seen = companies ? plans : withoutCompanies(plans)
  const named = deadlineIn(seen, deadline, of)
  if (sight !== 'dates' && named.kind === 'one' && !isTenderStepSeen(named.at, sight))
    return { reply: stepSentence(tenderNotHere[sight]) }
  const told = { ...seen, all: withTenderSight(seen.all, sight) }
  const found = named.kind === 'many' ? deadlineIn(told, deadline, of) : named
  switch (found.kind) {
    case 'one':
      return { at: words ? found.at : untoldStep(found.at) }
    case 'many':
      return {
        reply: chooseStep(
          deadline.kind === 'words' ? deadline.text : deadline.number,
          words ? found.found : found.found.map(untoldStep),
          name => line(typedName(name)),
          around(needs, plans),
        ),
      }
    case 'none': {
      const near = found.near.filter(title => words || isTold(seen, title))
      return { reply: noSuchStep(deadline.kind === 'words' ? deadline.text : deadline.number, near, line) }
    }
  }
}

/** A procurement procedure: its dates are no news for a channel. */
function isProcedure({ template }: PlannedProcess): boolean {
  return template.art === 'vergabe'
}

/** Whether a title stands in a document; others were typed. */
function isTold({ all }: Plans, title: string): boolean {
  return all.some(process => untold(process).steps.some(step => step.title === title))
}

/** The same plans for somebody who must not know that a company asked for anything. */
function withoutCompanies(plans: Plans): Plans {
  return {
    ...plans,
    all: plans.all.map(process => ({
      ...process,
      steps: process.steps.filter(step => !tellsOfCompany({ process, step })),
    })),
    withNumber(seq) {
      const at = plans.withNumber(seq)
      return at && tellsOfCompany(at) ? null : at
    },
  }
}

/** What the texts about steps need of a programme and its plans. */
export function around(needs: Pick<ChangeNeeds, 'programme'>, plans: Plans) {
  return { profile: needs.programme.profile, nameOf: (at: StepOfProcess) => nameIn(plans, at) }
}

/** "F-12 Unterzeichnung (Leitungen)": what a gate needs, by its key "kooperation:K9". */
export function gateWords(
  needs: Pick<ChangeNeeds, 'programme'>,
  plans: Plans,
  at: StepOfProcess,
  key: string,
): string {
  const [template, id] = key.split(':')
  const { subject } = at.process.instance
  const fits = plans.all.filter(each => each.template.id === template)
  const process =
    fits.find(
      ({ instance }) => instance.subject.kind === subject.kind && instance.subject.name === subject.name,
    ) ?? fits[0]
  const step = process?.steps.find(each => each.id === id)
  if (!process || !step) return key
  const role = roleWords(needs.programme.profile, step.role)
  return `${namedStep(nameIn(plans, { process, step }), step)}${role ? ` (${role})` : ''}`
}

function refusalText(needs: ChangeNeeds, { why, at, plans }: ChangedStep & { kind: 'refused' }): string {
  const missing = why.kind === 'gate' ? gateWords(needs, plans, at, (why satisfies Refusal).needs) : ''
  return refusalSentence(why, typedName(nameIn(plans, at)), missing)
}

function showAction(plans: Plans, at: StepOfProcess) {
  const name = nameIn(plans, at)
  return [{ label: `${name} zeigen`, command: `frist zeigen ${typedName(name)}` }]
}

function asked(
  needs: ChangeNeeds,
  order: StepOrder,
  change: StepChange,
  result: ChangedStep & { kind: 'asked' },
): Reply {
  const { plans, fingerprint, again } = result
  const { at, preview } = order.reader.words ? result : untoldChange(result)
  const name = nameIn(plans, at)
  const { question, yes } = order.ask(name, change)
  const clauses = [
    ...(order.reason ? [`grund: ${order.reason}`] : []),
    ...(order.decidedBy ? [`beschlossen von: ${order.decidedBy}`] : []),
  ]
  const line = order.line(typedName(name), change)
  return previewReply({
    ...around(needs, plans),
    at,
    preview,
    question,
    hints: result.hints,
    again,
    yes: { label: yes, command: [line, `wirklich:${fingerprint}`, ...clauses].join(' ') },
    complete: order.reasonNeeded && order.reason === null ? `${line} grund: …` : null,
    note: standLine(needs.programme.profile, lastChange(plans)),
  })
}

function changed(
  needs: ChangeNeeds,
  order: StepOrder,
  change: StepChange,
  result: ChangedStep & { kind: 'changed' },
): Reply {
  const { before, plans } = result
  const { at, preview } = order.reader.words ? result : untoldChange(result)
  const known = new Set(before.all.map(each => each.instance.id))
  const name = nameIn(plans, at)
  return changedStepReply({
    ...around(needs, plans),
    at,
    lead: order.lead(change, at),
    hints: [
      ...result.hints,
      ...(change.kind === 'done' ? doneHints(needs, before, at) : []),
      ...doneAlong(before, plans),
    ],
    preview,
    begun: plans.all.filter(each => !known.has(each.instance.id)).map(each => each.title),
    next: turnsNow(before, plans),
    actions: [{ label: `${name} zeigen`, command: `frist zeigen ${typedName(name)}` }],
    note: standLine(needs.programme.profile, lastChange(plans)),
  })
}

/** A change as it is told where typed titles may not be read. Steps that follow from one are never own Fristen: those wait for nothing. */
function untoldChange({ at, preview }: { at: StepOfProcess; preview: Preview }) {
  const { moved, conflicts } = preview
  return {
    at: untoldStep(at),
    preview: { moved: moved.map(untoldStep), conflicts: conflicts.map(untoldStep) },
  }
}

/** Done although something before it is not: allowed, but said. */
function doneHints(needs: ChangeNeeds, before: Plans, { process, step }: StepOfProcess): string[] {
  const old = before.all.find(each => each.instance.id === process.instance.id)
  const was = old?.steps.find(each => each.id === step.id)
  if (!old || !was) return []
  const waits = was.waitsFor.flatMap(id => old.steps.find(each => each.id === id) ?? [])
  const open = waits.map(each => namedStep(nameIn(before, { process: old, step: each }), each))
  return [
    ...(open.length > 0 ? [`Davor steht noch aus: ${open.join(', ')}.`] : []),
    ...(was.gate && !was.gate.unlocked
      ? [`Hinweis: ${gateWords(needs, before, { process: old, step: was }, was.gate.needs)} steht noch aus.`]
      : []),
    ...(was.gate?.unlocked ? ['Es war von Hand freigegeben.'] : []),
  ]
}

/** Open steps that waited before and do not any more. */
function turnsNow(before: Plans, after: Plans): StepOfProcess[] {
  const waited = new Set(
    before.all.flatMap(process =>
      process.steps
        .filter(step => step.waitsFor.length > 0 || isBlocked(step))
        .map(step => `${process.instance.id}:${step.id}`),
    ),
  )
  return after.all.flatMap(process =>
    process.steps
      .filter(step => waited.has(`${process.instance.id}:${step.id}`))
      .filter(step => !step.optional && step.waitsFor.length === 0 && !isBlocked(step) && !isSettled(step))
      .map(step => ({ process, step })),
  )
}

/** ISO instant of the last change of any Ablauf; null: none was made. */
export function lastChange({ all }: Pick<Plans, 'all'>): string | null {
  return all.reduce<string | null>(
    (latest, { changedAt }) =>
      changedAt !== null && (latest === null || changedAt > latest) ? changedAt : latest,
    null,
  )
}
