import type { Programme } from '../programme/programme.ts'
import { milestoneTemplate } from './milestoneTemplate.ts'
import type { ProcessTemplate } from './template.ts'

/** The Ablauf that holds the Fristen that people add themselves. */
export const ownTasksId = 'aufgaben'

const ownTasks: ProcessTemplate = {
  id: ownTasksId,
  name: 'Eigene Fristen',
  art: 'aufgaben',
  je: 'programm',
  beginnt: 'immer',
  wiederholung: null,
  schritte: [],
  quelle: 'von Hand eingetragen',
}

/** All templates of a programme by their id; `procedures` are those of procurement, for programmes that have one. */
export function templatesOf(
  { profile }: Programme,
  procedures: readonly ProcessTemplate[] = [],
): ReadonlyMap<string, ProcessTemplate> {
  const milestones = milestoneTemplate(profile)
  const all = [...(milestones ? [milestones] : []), ownTasks, ...profile.ablaeufe, ...procedures]
  return new Map(all.map(template => [template.id, template]))
}
