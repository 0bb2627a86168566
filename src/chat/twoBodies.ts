import type { Body } from '../domain/programme/profile.ts'
import type { Programme } from '../domain/programme/programme.ts'
import type { Reply } from '../reply/reply.ts'
import { unknownSubject } from '../texts/steps/unknownSubject.ts'
import { findSubject } from './arguments/readSubject.ts'

/** "UA Ressourcenplanung an UA Konzept", "UA-Ressourcen UA-Konzept": who gives and who gets, or what is wrong with it. */
export function twoBodies(
  programme: Programme,
  typed: string,
): { from: Body; to: Body } | { refusal: Reply } {
  const words = typed.split(/\s+/).filter(word => word !== '')
  const bodyOf = (part: readonly string[]) => {
    const found = findSubject(programme, [], 'gremium', part.join(' '))
    return found.kind === 'found'
      ? programme.profile.gremien.find(each => each.id === found.subject.name)
      : undefined
  }
  for (let i = 1; i < words.length; i++) {
    const [giving, getting] = [words.slice(0, i), words.slice(i)]
    if (/^(an|->|→)$/.test(getting[0]!)) getting.shift()
    const [from, to] = [bodyOf(giving), getting.length > 0 ? bodyOf(getting) : undefined]
    if (from && to && from.id !== to.id) return { from, to }
  }
  const known = programme.profile.gremien.map(each => each.name)
  return { refusal: unknownSubject('Zwei Gremien in', typed, [], known) }
}
