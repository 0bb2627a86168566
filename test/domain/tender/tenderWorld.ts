import { Temporal } from 'temporal-polyfill'
import { processParts } from '../../../src/build/buildProcesses.ts'
import { plansOf } from '../../../src/domain/process/plansOf.ts'
import type { PlannedProcess, ProcessChange } from '../../../src/domain/process/process.ts'
import { procedureTemplateId } from '../../../src/domain/tender/procedureTemplates.ts'
import type { Procedure } from '../../../src/domain/time/periods/inputs.ts'
import { pinneberg } from '../programme/pinneberg.ts'

const programme = pinneberg()
export const parts = processParts(programme)
export const law = { land: programme.profile.land, rules: parts.law!.rules }

export const day = (iso: string) => Temporal.PlainDate.from(iso)

export interface Story {
  procedure?: Procedure
  facts?: Record<string, unknown>
  changes?: readonly ProcessChange[]
  /** The cooperation agreement is signed. */
  signed?: boolean
}

/** A procedure of Kreis Pinneberg after these changes, in their order. */
export function procedureAfter({
  procedure = 'verhandlungsverfahren_mit_tnw',
  facts = {},
  changes = [],
  signed = false,
}: Story): PlannedProcess {
  const event = (change: ProcessChange) => ({
    ...change,
    at: '2024-04-22T07:14:00Z',
    by: 'Vergabestelle',
    reason: null,
    decidedBy: null,
  })
  const start = day('2024-03-22')
  const agreement: ProcessChange[] = signed ? [{ kind: 'done', step: 'K9', on: '2024-04-01' }] : []
  const histories = [
    {
      instance: {
        id: 1,
        template: 'kooperation',
        subject: { kind: 'programm' as const, name: '' },
        cycle: '',
        start,
        facts: {},
      },
      events: agreement.map(event),
    },
    {
      instance: {
        id: 2,
        template: procedureTemplateId(procedure),
        subject: { kind: 'verfahren' as const, name: '' },
        cycle: '1',
        start,
        facts: { verfahren: procedure, regime: 'EU_VgV_sozial', ...facts },
      },
      events: changes.map(event),
    },
  ]
  return plansOf(parts.templates, histories, { ...parts.dates, nameOf: () => '' }).find(
    each => each.instance.id === 2,
  )!
}

export const step = (process: PlannedProcess, id: string) => process.steps.find(each => each.id === id)!

/** ISO day of a step; null without one. */
export const dated = (process: PlannedProcess, id: string) => step(process, id).when?.first.toString() ?? null
