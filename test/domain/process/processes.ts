import { Temporal } from 'temporal-polyfill'
import type { DateContext } from '../../../src/domain/process/dateByRule.ts'
import { plansOf } from '../../../src/domain/process/plansOf.ts'
import type {
  PlannedProcess,
  ProcessChange,
  ProcessEvent,
  ProcessInstance,
} from '../../../src/domain/process/process.ts'
import { type ProcessTemplate, templateSchema } from '../../../src/domain/process/template/template.ts'

export const day = (iso: string) => Temporal.PlainDate.from(iso)

/** A template as an office writes it; what is left out gets its defaults. */
export function template(written: object): ProcessTemplate {
  return templateSchema.parse({ id: 'probe', name: 'Probe', art: 'checkliste', quelle: 'Test', ...written })
}

export const step = (id: string, more: object = {}) => ({
  id,
  titel: `Schritt ${id}`,
  quelle: 'Test',
  ...more,
})

export const instance = (more: Partial<ProcessInstance> = {}): ProcessInstance => ({
  id: 1,
  template: 'probe',
  subject: { kind: 'programm', name: '' },
  cycle: '',
  start: day('2024-04-02'),
  facts: {},
  ...more,
})

/** Changes one minute after the other, as the coordination makes them. */
export function events(changes: readonly ProcessChange[]): ProcessEvent[] {
  return changes.map((change, i) => ({
    ...change,
    at: Temporal.Instant.from('2024-04-22T07:00:00Z').add({ minutes: i }).toString(),
    by: 'Koordination Jugendamt',
    reason: null,
    decidedBy: null,
  }))
}

/** School days of an invented Land; "frist" is 15.05.2024 once its event is known. */
export const dates: DateContext = {
  land: 'SH',
  schoolDay: (_year, which) => day(which === 'erster_schultag' ? '2024-09-02' : '2024-07-22'),
  statutory: facts => ({
    dates: new Map(
      facts.abgesendet
        ? [
            [
              'frist',
              {
                day: day('2024-05-15'),
                norm: '§ 1 Probe',
                why: '30 Tage nach der Absendung.',
                from: day('2024-04-15'),
              },
            ],
          ]
        : [],
    ),
    faults: [],
  }),
}

export function plans(
  templates: readonly ProcessTemplate[],
  histories: readonly { instance: ProcessInstance; changes?: readonly ProcessChange[] }[],
): PlannedProcess[] {
  return plansOf(
    new Map(templates.map(each => [each.id, each])),
    histories.map(each => ({ instance: each.instance, events: events(each.changes ?? []) })),
    { ...dates, nameOf: subject => subject.name },
  )
}

export function plan(written: object, changes: readonly ProcessChange[] = []): PlannedProcess {
  return plans([template(written)], [{ instance: instance(), changes }])[0]!
}

export const stepOf = (process: PlannedProcess, id: string) => process.steps.find(each => each.id === id)!
