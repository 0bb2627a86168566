import { Temporal } from 'temporal-polyfill'
import { cycleWords } from './cycleWords.ts'
import { type DateContext, dateByRule } from './dateByRule.ts'
import type { DoneStep } from './doneSteps.ts'
import { openGate } from './gates.ts'
import type { Move, PlannedProcess, PlannedStep, ProcessEvent, ProcessInstance, When } from './process.ts'
import { recordsOf, type StepRecord } from './stepRecords.ts'
import { isSettled } from './stepsNamed.ts'
import { linksOf } from './template/links.ts'
import type { ProcessTemplate, StepTemplate } from './template/template.ts'
import { whenOf } from './when.ts'

/** What a plan is made from beside the instance itself. */
export interface PlanContext extends DateContext {
  /** The name of a subject as people read it: the region's or body's name. */
  subjectName(instance: ProcessInstance): string
  /** Whether "<template>:<step>" is done for this instance's subject, or for the programme. */
  isDone(needed: string, instance: ProcessInstance): boolean
  /** What a step was done with in other Abläufe; null: not all of it is done. */
  linkedWith(links: readonly string[], instance: ProcessInstance): DoneStep | null
}

/** With the names of the steps of one Ablauf. */
type Context = PlanContext & { titleOf(id: string): string }

/**
 * The plan of an Ablauf: its template, all that happened to it, and the calendar. Pure: the same list of changes gives the
 * same plan; a preview is the plan of a list with one change more.
 */
export function planOf(
  template: ProcessTemplate,
  instance: ProcessInstance,
  events: readonly ProcessEvent[],
  around: PlanContext,
): PlannedProcess {
  const record = recordsOf(template, events)
  for (const step of record.steps.values()) followLink(step, instance, around)
  const context = { ...around, titleOf: (id: string) => record.steps.get(id)?.template.titel ?? id }
  const facts = { ...instance.facts, ...factsOfSteps(record.steps.values()), ...record.facts }
  const statutory = context.statutory(facts)
  const found = new Map<string, When | null>()
  const whenOfStep = (id: string, under: readonly string[] = []): When | null => {
    const known = found.get(id)
    if (known !== undefined || found.has(id)) return known ?? null
    const step = record.steps.get(id)
    // A template with a cycle is refused when it is read; one that slipped through has no date.
    if (!step || under.includes(id)) return null
    const when = currentWhen(step, instance, context, statutory.dates, other =>
      whenOfStep(other, [...under, id]),
    )
    found.set(id, when)
    return when
  }
  const steps = [...record.steps.values()].map(step =>
    plannedStep(step, whenOfStep, record.steps, instance, context, statutory.dates),
  )
  const subject = context.subjectName(instance)
  const over = record.ended || steps.every(step => isSettled(step) || step.optional)
  return {
    instance,
    template,
    title: [template.name, subject, cycleWords(instance)].filter(part => part !== '').join(' · '),
    steps,
    over,
    ended: record.ended,
    facts,
    changedAt: events.at(-1)?.at ?? null,
    faults: statutory.faults,
  }
}

/** Does an open step with what it is linked to; what a person said of the step itself holds. */
function followLink(step: StepRecord, instance: ProcessInstance, around: PlanContext): void {
  const links = linksOf(step.template)
  if (links.length === 0 || isSettled(step)) return
  const found = around.linkedWith(links, instance)
  if (!found) return
  step.state = 'erledigt'
  step.doneOn = found.on
  step.doneWith = found.title
  step.snoozedUntil = null
}

/** What the days of steps tell the period engine; what was entered by hand beats it. */
function factsOfSteps(steps: Iterable<StepRecord>): Record<string, string> {
  const facts: Record<string, string> = {}
  for (const { template, doneOn, set } of steps) {
    if (template.ergibt && doneOn) facts[template.ergibt] = doneOn
    if (template.schlusstermin && set?.to?.first.equals(set.to.last))
      facts[template.schlusstermin] = set.to.first.toString()
  }
  return facts
}

type Statutory = ReturnType<DateContext['statutory']>['dates']

function currentWhen(
  step: StepRecord,
  instance: ProcessInstance,
  context: Context,
  statutory: Statutory,
  other: (id: string) => When | null,
): When | null {
  if (step.doneOn) return whenOf(step.doneOn)
  if (step.set) return step.set.to
  return ruleWhen(step.template, instance, context, statutory, other)?.when ?? null
}

function ruleWhen(
  template: StepTemplate,
  instance: ProcessInstance,
  context: Context,
  statutory: Statutory,
  other: (id: string) => When | null,
) {
  const { titleOf } = context
  return template.termin
    ? dateByRule(template.termin, { instance, context, statutory, other, titleOf })
    : null
}

function plannedStep(
  step: StepRecord,
  whenOfStep: (id: string) => When | null,
  all: ReadonlyMap<string, StepRecord>,
  instance: ProcessInstance,
  context: Context,
  statutory: Statutory,
): PlannedStep {
  const { template } = step
  const when = whenOfStep(template.id)
  const byRule = ruleWhen(template, instance, context, statutory, whenOfStep)
  const rule = step.set || step.doneOn ? null : byRule
  const before = template.nach.flatMap(id => all.get(id) ?? [])
  const legal = rule?.legal ?? (template.termin !== null && 'frist' in template.termin)
  return {
    id: template.id,
    title: template.titel,
    role: step.role,
    state: step.state,
    doneOn: step.doneOn ? Temporal.PlainDate.from(step.doneOn) : null,
    doneWith: step.doneWith,
    when,
    why: rule?.why ?? '',
    norm: rule?.norm ?? template.norm ?? null,
    legal,
    from: rule?.from ?? null,
    soft: legal ? false : template.weich,
    leadDays: template.vorlauf ?? null,
    waitsFor: before.filter(each => !settled(each)).map(each => each.template.id),
    gate: settled(step) ? null : openGate(step, all, instance, context),
    conflicts:
      settled(step) || !when
        ? []
        : before
            .filter(each => !settled(each) && laterThan(whenOfStep(each.template.id), when))
            .map(each => each.template.id),
    moves: movesOf(step, byRule?.when ?? null),
    snoozedUntil: step.snoozedUntil ? Temporal.PlainDate.from(step.snoozedUntil) : null,
    regions: template.regionen,
    optional: template.entbehrlich,
    hint: template.hinweis ?? null,
    source: template.quelle,
    fields: step.fields,
  }
}

function settled({ state, template }: StepRecord): boolean {
  return isSettled({ state }) || template.entbehrlich
}

/** Whether a step before can only be reached after this one is over. */
function laterThan(before: When | null, when: When): boolean {
  return before !== null && Temporal.PlainDate.compare(before.first, when.last) > 0
}

/** The moves that the document tells, then those that people made; the first of theirs left what the rule had said. */
function movesOf(step: StepRecord, byRule: When | null): Move[] {
  const told = step.template.verschiebungen.map(
    (each): Move => ({
      from: whenOf(each.von.wann, each.von.voraussichtlich),
      to: each.nach && whenOf(each.nach.wann, each.nach.voraussichtlich),
      reason: each.grund,
      decidedBy: each.beschlossen_von ?? null,
      by: null,
      at: null,
    }),
  )
  let from = byRule
  const made = step.moved.map((each): Move => {
    const to = each.to === undefined ? byRule : each.to
    const move: Move = { from, to, reason: each.reason, decidedBy: each.decidedBy, by: each.by, at: each.at }
    from = to
    return move
  })
  return [...told, ...made]
}
