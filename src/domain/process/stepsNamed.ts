import { folded, nearestNames } from '../programme/spelling.ts'
import type { PlannedProcess, PlannedStep } from './process.ts'

/** A step with the Ablauf it belongs to. */
export interface StepOfProcess {
  process: PlannedProcess
  step: PlannedStep
}

export interface StepsNamed {
  /** Those that fit; open ones only, unless none of them is open. */
  found: StepOfProcess[]
  /** When none fits: titles that a slip of the finger explains, best first. */
  near: string[]
}

/**
 * The steps that a person may mean with words: an id ("M5", "kooperation:K9"), a whole title, or words that stand in the title,
 * in the name of its Ablauf or of what it is about ("Rechtsprüfung Jugendamt", "B3 Mitte"). At least one must be of the step
 * itself. Several fit: the person chooses.
 */
export function stepsNamed(plans: readonly PlannedProcess[], typed: string): StepsNamed {
  const all = plans.flatMap(process => process.steps.map(step => ({ process, step })))
  const wanted = wordsOf(typed)
  if (wanted.length === 0) return { found: [], near: [] }
  const ranks: ((each: StepOfProcess) => boolean)[] = [
    each => folded(each.step.title) === folded(typed),
    each => folded(each.step.id) === folded(typed) || folded(fullId(each)) === folded(typed),
    each => wanted[0] === folded(each.step.id) && hasAll(each, wanted.slice(1)),
    each =>
      hasAll(each, wanted) && wordsOf(each.step.title).some(word => wanted.some(want => fits(word, want))),
  ]
  for (const rank of ranks) {
    const found = all.filter(rank)
    if (found.length > 0) return { found: openOnes(found), near: [] }
  }
  return { found: [], near: nearestNames(typed, [...new Set(all.map(each => each.step.title))]) }
}

/** Whether nothing is left to do about a step. */
export function isSettled({ state }: Pick<PlannedStep, 'state'>): boolean {
  return state === 'erledigt' || state === 'entfallen'
}

function openOnes(found: StepOfProcess[]): StepOfProcess[] {
  const open = found.filter(each => !each.process.over && !isSettled(each.step))
  return open.length > 0 ? open : found
}

function fullId({ process, step }: StepOfProcess): string {
  return `${process.template.id}:${step.id}`
}

function hasAll({ process, step }: StepOfProcess, wanted: readonly string[]): boolean {
  const own = wordsOf(`${step.id} ${step.title} ${process.title}`)
  return wanted.every(want => own.some(word => fits(word, want)))
}

/** "vertrag" is in "kooperationsvertrag", "prüfung" in "rechtsprüfung"; short words must be whole. */
function fits(word: string, want: string): boolean {
  return word === want || (want.length >= 5 && word.includes(want))
}

function wordsOf(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\d]+/u)
    .filter(word => word !== '')
}
