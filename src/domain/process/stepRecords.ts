import type { ProcessEvent, StepState, When } from './process.ts'
import type { ProcessTemplate, StepTemplate } from './template/template.ts'
import { whenOf } from './when.ts'

/** What the list of changes says about one step; dates by rule are not in it. */
export interface StepRecord {
  template: StepTemplate
  state: StepState
  /** ISO day. */
  doneOn: string | null
  /** Title of what it was done with; null: it was done by itself, or is not. */
  doneWith: string | null
  /** A date that a person set; null: the rule of the template holds. */
  set: { to: When | null } | null
  /** `to` undefined: back to the rule. */
  moved: {
    to: When | null | undefined
    reason: string | null
    decidedBy: string | null
    by: string
    at: string
  }[]
  role: string | null
  unlocked: boolean
  /** The lock that a fact brought (`sperre`); null: none did. Each is unlocked by itself: whoever opened the gate did not know of it. */
  lock: { unlocked: boolean } | null
  snoozedUntil: string | null
  fields: Readonly<Record<string, string>>
}

export interface ProcessRecord {
  steps: ReadonlyMap<string, StepRecord>
  facts: Record<string, unknown>
  ended: boolean
}

/** Reads the list of changes in its order. A change to a step that the template no longer has says nothing. */
export function recordsOf(template: ProcessTemplate, events: readonly ProcessEvent[]): ProcessRecord {
  const steps = new Map(template.schritte.map(step => [step.id, fresh(step)]))
  const record: ProcessRecord = { steps, facts: {}, ended: false }
  for (const event of events) apply(record, steps, event)
  return record
}

function apply(record: ProcessRecord, steps: Map<string, StepRecord>, event: ProcessEvent): void {
  switch (event.kind) {
    case 'fact':
      record.facts[event.name] = event.value
      for (const step of steps.values())
        if (step.template.sperre?.seit === event.name)
          step.lock = event.value === null ? null : { unlocked: false }
      return
    case 'ended':
      record.ended = true
      return
    case 'noted':
      return
    case 'added':
      // Said twice, it is one step; the later words hold.
      steps.set(event.step, { ...fresh(addedStep(event)), fields: event.fields ?? {} })
      return
  }
  const step = steps.get(event.step)
  if (step) applyToStep(step, event)
}

type StepEvent = Exclude<ProcessEvent, { kind: 'fact' | 'ended' | 'noted' | 'added' }>

function applyToStep(step: StepRecord, event: StepEvent): void {
  switch (event.kind) {
    case 'done':
      step.state = 'erledigt'
      step.doneOn = event.on
      step.snoozedUntil = null
      return
    case 'reopened':
      step.state = 'offen'
      step.doneOn = null
      return
    case 'dropped':
      step.state = 'entfallen'
      step.doneOn = null
      return
    case 'moved':
      step.set = { to: event.to === null ? null : whenOf(event.to, event.tentative) }
      step.moved.push({ ...who(event), to: step.set.to })
      return
    case 'unset':
      step.set = null
      step.moved.push({ ...who(event), to: undefined })
      return
    case 'snoozed':
      step.snoozedUntil = event.until
      return
    case 'owner':
      step.role = event.role
      return
    case 'unlocked':
      if (step.lock && !step.lock.unlocked) step.lock.unlocked = true
      else step.unlocked = true
  }
}

function who({ reason, decidedBy, by, at }: ProcessEvent) {
  return { reason, decidedBy, by, at }
}

function fresh(template: StepTemplate): StepRecord {
  return {
    template,
    state: template.status,
    doneOn: null,
    doneWith: null,
    set: null,
    moved: [],
    role: template.wer,
    unlocked: false,
    lock: null,
    snoozedUntil: null,
    fields: {},
  }
}

function addedStep(event: ProcessEvent & { kind: 'added' }): StepTemplate {
  return {
    id: event.step,
    titel: event.title,
    wer: event.role,
    nach: [],
    termin: event.when === null ? null : { am: event.when, voraussichtlich: event.tentative },
    weich: event.soft,
    status: 'offen',
    regionen: [],
    entbehrlich: false,
    verschiebungen: [],
    quelle: `eingetragen von ${event.by}`,
  }
}
