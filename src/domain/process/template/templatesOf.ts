import type { Programme } from '../../programme/programme.ts'
import { fundingTemplate, fundingTemplateId } from './fundingTemplate.ts'
import { currentProcedureId } from './links.ts'
import { milestoneTemplate, milestoneTemplateId } from './milestoneTemplate.ts'
import type { ProcessTemplate } from './template.ts'

/** The Ablauf that holds the Fristen that people add themselves. */
export const ownTasksId = 'aufgaben'

/** The Ablauf of each body that holds its decisions and what other bodies handed to it. */
export const bodyWorkId = 'gremienarbeit'

/** The Ablauf whose added steps are the cells of the profile's matrix. */
export const matrixId = 'matrix'

/** The Ablauf whose facts say which function another one deputises for. */
export const deputiesId = 'vertretung'

/** Names that no Ablauf of a profile may take. */
export const ownTemplateIds: readonly string[] = [
  milestoneTemplateId,
  ownTasksId,
  bodyWorkId,
  matrixId,
  deputiesId,
  fundingTemplateId,
  currentProcedureId,
]

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

const bodyWork: ProcessTemplate = {
  ...ownTasks,
  id: bodyWorkId,
  name: 'Beschlüsse und Übergaben',
  je: 'gremium',
}

const matrix: ProcessTemplate = { ...ownTasks, id: matrixId, name: 'Matrix' }

const deputies: ProcessTemplate = { ...ownTasks, id: deputiesId, name: 'Vertretungen' }

/** All templates of a programme by their id; `procedures` are those of procurement, for programmes that have one. */
export function templatesOf(
  { profile }: Programme,
  procedures: readonly ProcessTemplate[] = [],
): ReadonlyMap<string, ProcessTemplate> {
  const milestones = milestoneTemplate(profile)
  const funding = fundingTemplate(profile)
  const all = [
    ...(milestones ? [milestones] : []),
    ownTasks,
    deputies,
    ...(profile.gremien.length > 0 ? [bodyWork] : []),
    ...(profile.matrix ? [matrix] : []),
    ...profile.ablaeufe,
    ...procedures,
    ...(funding ? [funding] : []),
  ]
  return new Map(all.map(template => [template.id, template]))
}
