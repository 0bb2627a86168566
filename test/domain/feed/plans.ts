import { Temporal } from 'temporal-polyfill'
import { processParts } from '../../../src/build/buildProcesses.ts'
import { feedItems } from '../../../src/domain/feed/feedItem.ts'
import type { ProcessEvent, Subject } from '../../../src/domain/process/process.ts'
import type { ProcessTemplate } from '../../../src/domain/process/template/template.ts'
import { planHistories } from '../../../src/flows/processes/plans.ts'
import { pinneberg } from '../programme/pinneberg.ts'

const programme = pinneberg()

/** What a calendar shows of the milestones of Pinneberg after these changes, or of another Ablauf of its own. */
export function itemsAfter(
  events: readonly ProcessEvent[],
  other?: { template: ProcessTemplate; subject: Subject },
) {
  const parts = processParts(programme)
  const templates = new Map([
    ...parts.templates,
    ...(other ? [[other.template.id, other.template] as const] : []),
  ])
  const instance = {
    id: 1,
    template: other?.template.id ?? 'meilensteine',
    subject: other?.subject ?? { kind: 'programm' as const, name: '' },
    cycle: '',
    start: Temporal.PlainDate.from('2024-03-22'),
    facts: {},
  }
  const all = planHistories({ ...parts, programme, templates }, [{ instance, events }])
  return feedItems(programme, { all, units: [] })
}

/** A change made by a person with a reason that names somebody. */
export function event(change: object): ProcessEvent {
  return {
    at: '2024-04-22T07:14:00Z',
    by: 'Koordination Jugendamt',
    reason: 'Frau Beispiel ist krank',
    decidedBy: 'Erika Beispiel',
    ...change,
  } as ProcessEvent
}
