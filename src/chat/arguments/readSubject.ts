import type { Subject } from '../../domain/process/process.ts'
import { subjectName, subjectsOf, type Unit } from '../../domain/process/subjects.ts'
import type { SubjectKind } from '../../domain/process/template/template.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import { resolvePlace } from '../../domain/programme/resolvePlace.ts'
import { folded, nearestNames } from '../../domain/programme/spelling.ts'

export type FoundSubject =
  /** `name` as people read it: "Vernetzungskreis", "Mitte". */
  | { kind: 'found'; subject: Subject; name: string }
  /** Several fit, or none does; `nearest` are names as they can be typed, best first, at most three. */
  | { kind: 'unknown'; typed: string; nearest: string[] }

/**
 * What a person meant by the typed name of a school, body, region …: spelt as in the profile but for case, umlauts and
 * hyphens, or by words that only one name holds ("Beispielschule" of "Grundschule Beispielschule"). A slip is offered,
 * never guessed. Names that many share ("Grundschule") are answered with some of them.
 */
export function findSubject(
  programme: Programme,
  units: readonly Unit[],
  kind: SubjectKind,
  typed: string,
): FoundSubject {
  if (kind === 'region') return regionCalled(programme, typed)
  const wanted = folded(typed.replace(/["„“”‚‘’»«]/g, ' '))
  const known = subjectsOf(programme, units, kind).map(subject => ({
    subject,
    name: subjectName(programme, subject),
    spellings: [subject.name, ...spellings(programme, subject)].map(folded),
  }))
  const bare = wanted.replace(/^(?:der|die|das|dem|den|des|vom|von der) /, '')
  const same = known.find(each => each.spellings.some(name => name === wanted || name === bare))
  const held = bare === '' ? [] : known.filter(each => each.spellings.some(name => holds(name, bare)))
  const one = same ?? (held.length === 1 ? held[0] : undefined)
  if (one) return { kind: 'found', subject: one.subject, name: one.name }
  const names = known.map(each => each.name)
  const nearest = held.length > 0 ? held.map(each => each.name) : nearestNames(typed, names)
  return { kind: 'unknown', typed: typed.trim(), nearest: nearest.slice(0, 3) }
}

function regionCalled(programme: Programme, typed: string): FoundSubject {
  const place = resolvePlace(programme, typed)
  const region = place.kind === 'region' || place.kind === 'place' ? place.region : null
  return region
    ? { kind: 'found', subject: { kind: 'region', name: region.id }, name: region.name }
    : { kind: 'unknown', typed: typed.trim(), nearest: place.kind === 'unknown' ? place.nearest : [] }
}

function spellings(programme: Programme, subject: Subject): string[] {
  if (subject.kind !== 'gremium') return [subjectName(programme, subject)]
  const body = programme.profile.gremien.find(each => each.id === subject.name)
  return body ? [body.name, ...body.auch] : []
}

/** Whether a name holds all typed words, each whole. */
function holds(name: string, wanted: string): boolean {
  const words = name.split(' ')
  return wanted.split(' ').every(word => words.includes(word))
}
