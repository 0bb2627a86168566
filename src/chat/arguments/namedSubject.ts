import type { Subject } from '../../domain/process/process.ts'
import { subjectName, subjectsOf, type Unit } from '../../domain/process/subjects.ts'
import type { SubjectKind } from '../../domain/process/template/template.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Reply } from '../../reply/reply.ts'
import { unknownSubject } from '../../texts/steps/unknownSubject.ts'
import { findSubject } from './readSubject.ts'

const words: Partial<Record<SubjectKind, string>> = {
  schule: 'Eine Schule',
  gremium: 'Ein Gremium',
  modellstandort: 'Einen Modellstandort',
}

/**
 * The school, body, model site … that was typed, or the answer that offers what was probably meant. `lineWith`: the command again
 * with another name.
 */
export function namedSubject(
  programme: Programme,
  units: readonly Unit[],
  kind: SubjectKind,
  typed: string,
  lineWith: (name: string) => string,
): { subject: Subject; name: string } | { refusal: Reply } {
  const found = findSubject(programme, units, kind, typed)
  if (found.kind === 'found') return found
  const known = subjectsOf(programme, units, kind).map(each => subjectName(programme, each))
  const near = found.nearest.map(name => ({ label: name, command: lineWith(name) }))
  return { refusal: unknownSubject(words[kind] ?? 'Den Namen', found.typed, near, known) }
}
