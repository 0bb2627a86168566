import type { ProcessHistory, Subject } from './process.ts'
import { recordsOf } from './stepRecords.ts'
import { currentProcedureId, linksOf } from './template/links.ts'
import type { ProcessTemplate } from './template/template.ts'

/** A step that is done: its day (ISO; null: no source says) and how it is called. */
export interface DoneStep {
  on: string | null
  title: string
}

/** What the history of an Ablauf says of its steps by itself: done, `null` dropped, missing: open. */
export type SettledSteps = ReadonlyMap<string, DoneStep | null>

export function settledSteps(template: ProcessTemplate | undefined, history: ProcessHistory): SettledSteps {
  if (!template) return new Map()
  const settled = new Map<string, DoneStep | null>()
  for (const [id, { state, doneOn, template: step }] of recordsOf(template, history.events).steps) {
    if (state === 'erledigt') settled.set(id, { on: doneOn, title: step.titel })
    if (state === 'entfallen') settled.set(id, null)
  }
  return settled
}

/** Finds what is done, for a subject or for the programme, by "<Ablauf>:<Schritt>". */
export interface DoneSteps {
  find(needed: string, subject: Subject): DoneStep | null
  /** All of them: the day of the last one, with the titles of all. */
  findAll(needed: readonly string[], subject: Subject): DoneStep | null
}

/**
 * What is done in these Abläufe, by itself or with another step. "vergabe:<phase>" is looked for in the procedure that was begun
 * last: a second one begins when the first is over.
 */
export function doneStepsIn(
  templates: ReadonlyMap<string, ProcessTemplate>,
  histories: readonly ProcessHistory[],
  settled: (history: ProcessHistory) => SettledSteps,
): DoneSteps {
  const byKey = Map.groupBy(histories, ({ instance }) => keyOf(instance.template, instance.subject))
  const procedure = histories.findLast(({ instance }) => templates.get(instance.template)?.art === 'vergabe')
  const within = (template: string, subject: Subject) => {
    if (template === currentProcedureId) return procedure ? [procedure] : []
    const own = byKey.get(keyOf(template, subject)) ?? []
    return subject.kind === 'programm' ? own : [...own, ...(byKey.get(keyOf(template, programme)) ?? [])]
  }
  const stepIn = (history: ProcessHistory, id: string, under: readonly string[]): DoneStep | null => {
    const known = settled(history).get(id)
    if (known !== undefined) return known
    const step = templates.get(history.instance.template)?.schritte.find(each => each.id === id)
    const key = `${history.instance.id}:${id}`
    // Links in a circle are refused when a profile is read; one that slipped through does nothing.
    if (!step || under.includes(key)) return null
    return all(linksOf(step), history.instance.subject, [...under, key])
  }
  const one = (needed: string, subject: Subject, under: readonly string[]): DoneStep | null => {
    const [template = '', id = ''] = needed.split(':')
    for (const history of within(template, subject)) {
      const found = stepIn(history, id, under)
      if (found) return found
    }
    return null
  }
  const all = (needed: readonly string[], subject: Subject, under: readonly string[]): DoneStep | null => {
    const found = needed.map(each => one(each, subject, under)).filter(each => each !== null)
    if (found.length === 0 || found.length < needed.length) return null
    const days = found.flatMap(each => each.on ?? []).sort()
    return { on: days.at(-1) ?? null, title: found.map(each => each.title).join('“ und „') }
  }
  return {
    find: (needed, subject) => one(needed, subject, []),
    findAll: (needed, subject) => all(needed, subject, []),
  }
}

const programme: Subject = { kind: 'programm', name: '' }

function keyOf(template: string, { kind, name }: Subject): string {
  return `${template}\u0000${kind}\u0000${name}`
}
