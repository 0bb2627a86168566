import { Temporal } from 'temporal-polyfill'
import type { Queries } from '../../db/connect.ts'
import { loadDeadlineNumbers } from '../../db/deadlineNumbers.ts'
import { loadProcesses } from '../../db/processes.ts'
import { loadUnits } from '../../db/units.ts'
import type { DateContext } from '../../domain/process/dateByRule.ts'
import { type ProcessHistory, plansOf } from '../../domain/process/plansOf.ts'
import type { PlannedProcess, PlannedStep, Subject } from '../../domain/process/process.ts'
import { subjectName, subjectsOf, type Unit } from '../../domain/process/subjects.ts'
import type { ProcessTemplate } from '../../domain/process/template/template.ts'
import { wantedInstances } from '../../domain/process/wantedInstances.ts'
import type { Programme } from '../../domain/programme/programme.ts'

/** What plans are made from beside what is stored. */
export interface ProcessNeeds {
  programme: Programme
  /** By id: those of the profile, its milestones, own Fristen, procedures. */
  templates: ReadonlyMap<string, ProcessTemplate>
  dates: DateContext
}

/** All Abläufe of a programme at one moment. */
export interface Plans {
  histories: readonly ProcessHistory[]
  all: readonly PlannedProcess[]
  units: readonly Unit[]
  /** The number of a step with a date: 7 of "F-7"; undefined: it never had a date. */
  numberOf(processId: number, step: string): number | undefined
  /** The step that has this number, null when no one has it. */
  withNumber(seq: number): { process: PlannedProcess; step: PlannedStep } | null
}

/** Reads and plans all Abläufe; a few hundred rows. */
export async function loadPlans(needs: ProcessNeeds, db: Queries): Promise<Plans> {
  const programmeId = needs.programme.id
  const [stored, numbers, units] = await Promise.all([
    loadProcesses(db, programmeId),
    loadDeadlineNumbers(db, programmeId),
    loadUnits(db, programmeId),
  ])
  const gone = takenAway(needs.programme, units)
  const histories = stored.filter(({ instance }) => !gone(instance.subject))
  const all = planHistories(needs, histories)
  const seqs = new Map(numbers.map(each => [`${each.processId}:${each.step}`, each.seq]))
  return {
    histories,
    all,
    units,
    numberOf: (processId, step) => seqs.get(`${processId}:${step}`),
    withNumber(seq) {
      const found = numbers.find(each => each.seq === seq)
      const process = all.find(each => each.instance.id === found?.processId)
      const step = process?.steps.find(each => each.id === found?.step)
      return process && step ? { process, step } : null
    },
  }
}

/** Of a school or site that was taken away nothing is planned; its history stays stored and comes back with its name. */
function takenAway(programme: Programme, units: readonly Unit[]): (subject: Subject) => boolean {
  const names = (kind: 'schule' | 'modellstandort') =>
    new Set(subjectsOf(programme, units, kind).map(each => each.name))
  const known = { schule: names('schule'), modellstandort: names('modellstandort') }
  return ({ kind, name }) => (kind === 'schule' || kind === 'modellstandort') && !known[kind].has(name)
}

/** The plans of histories that may hold changes which nobody has made yet. */
export function planHistories(needs: ProcessNeeds, histories: readonly ProcessHistory[]): PlannedProcess[] {
  return plansOf(needs.templates, histories, {
    ...needs.dates,
    nameOf: subject => subjectName(needs.programme, subject),
  })
}

/** The Abläufe that should exist today and do not yet. */
export function missingInstances(
  needs: ProcessNeeds,
  plans: Pick<Plans, 'all' | 'units'>,
  today: Temporal.PlainDate,
) {
  return wantedInstances(
    [...needs.templates.values()],
    kind => subjectsOf(needs.programme, plans.units, kind),
    plans.all,
    { today, stand: Temporal.PlainDate.from(needs.programme.profile.stand) },
  )
}
