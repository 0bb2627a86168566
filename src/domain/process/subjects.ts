import type { Profile } from '../programme/profile.ts'
import type { Programme } from '../programme/programme.ts'
import type { Subject } from './process.ts'
import type { SubjectKind } from './template/template.ts'

/** A school, model site … that people named. */
export interface Unit {
  kind: 'schule' | 'modellstandort' | 'traeger' | 'sozialraum'
  name: string
  place: string | null
}

/** Everything that a programme keeps an Ablauf for, by its kind. A procedure is named when it begins, never before. */
export function subjectsOf(programme: Programme, units: readonly Unit[], kind: SubjectKind): Subject[] {
  const { profile } = programme
  const named = (names: readonly string[]) => names.map(name => ({ kind, name }))
  const unitNames = (of: Unit['kind']) => units.filter(unit => unit.kind === of).map(unit => unit.name)
  switch (kind) {
    case 'programm':
      return named([''])
    case 'region':
      return named(profile.regionen.map(each => each.id))
    case 'gremium':
      return named(profile.gremien.map(each => each.id))
    case 'schule':
      return named([...new Set([...profile.schulen.map(each => each.name), ...unitNames('schule')])])
    case 'modellstandort':
      return named(unitNames('modellstandort'))
    case 'verfahren':
      return []
  }
}

/** How people call a subject: "Region 1", "Vernetzungskreis"; "" for the programme. */
export function subjectName(programme: Programme, { kind, name }: Subject): string {
  if (kind === 'region') return programme.regionById.get(name)?.name ?? name
  if (kind === 'gremium') return programme.profile.gremien.find(each => each.id === name)?.name ?? name
  return name
}

/** Where a school or model site is; null: nobody has said. */
export function placeOf(
  { schulen }: Pick<Profile, 'schulen'>,
  units: readonly Unit[],
  { kind, name }: Subject,
): string | null {
  const inProfile = kind === 'schule' ? schulen.find(each => each.name === name)?.ort : undefined
  return inProfile ?? units.find(each => each.kind === kind && each.name === name)?.place ?? null
}
