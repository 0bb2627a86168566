import { nearestNames } from '../domain/programme/spelling.ts'
import type { AnyCommand } from './command.ts'
import { letterKey } from './commandLine.ts'
import type { Suggestion } from './problem.ts'
import { fold, type Word } from './words.ts'

/** A text that was typed behind an order: it goes with the suggestion. */
type Letter = string | null

/** Commands that mistyped words may mean, with the other words kept behind the name: "fristn heute" → "fristen heute". */
export function nearCommands(registry: readonly AnyCommand[], said: readonly Word[]): Suggestion[] {
  const names = namesIn(registry)
  const suggestions = new Map<string, Suggestion>()
  const { front, rest } = withoutNumbers(said)
  for (const length of [2, 1]) {
    if (front.length < length) continue
    const typed = front.slice(0, length).map(word => word.folded)
    const behind = [...front.slice(length), ...rest]
    const sameLength = names.filter(each => each.folded.split(' ').length === length)
    for (const near of nearestNames(typed.join(' '), [...new Set(sameLength.map(each => each.folded))])) {
      const { command } = sameLength.find(each => each.folded === near)!
      if (suggestions.size < 3 && !suggestions.has(command.name))
        suggestions.set(command.name, suggestion(command, behind, null))
    }
  }
  return [...suggestions.values()]
}

/**
 * Commands whose name of two words has its first word right and its second mistyped: "vorgang abschliesen 4", also with the
 * number between. Empty when the second word is none of a name, however one reads it.
 */
export function slippedNames(
  registry: readonly AnyCommand[],
  said: readonly Word[],
  letter: Letter,
): Suggestion[] {
  const { front, rest } = withoutNumbers(said)
  const [first, second] = front
  if (!first || !second || first.quoted || second.quoted) return []
  const family = namesIn(registry).flatMap(({ folded, command }) => {
    const [start, end, ...more] = folded.split(' ')
    return start === first.folded && end && more.length === 0 ? [{ end, command }] : []
  })
  if (family.some(({ end }) => end === second.folded)) return []
  const near = nearestNames(second.folded, [...new Set(family.map(({ end }) => end))])
  const meant = new Set(near.map(end => family.find(each => each.end === end)!.command))
  return [...meant].map(command => suggestion(command, [...front.slice(2), ...rest], letter))
}

function namesIn(registry: readonly AnyCommand[]) {
  return registry.flatMap(command =>
    [command.name, ...command.aliases].map(name => ({ folded: fold(name), command })),
  )
}

/** No name has a number in it: "4 abschliesen" and "abschliesen 4" say the same. */
function withoutNumbers(said: readonly Word[]): { front: Word[]; rest: Word[] } {
  const at = said.findIndex(word => !/\d/.test(word.text))
  if (at < 0) return { front: [], rest: [...said] }
  const before = said.slice(0, at)
  const start = said.slice(at)
  const next = start.findIndex((word, i) => i > 0 && !/\d/.test(word.text))
  const between = next > 1 ? start.slice(1, next) : []
  const front = next > 1 ? [start[0]!, ...start.slice(next)] : start
  const numbered = front.findIndex(word => /\d/.test(word.text))
  return numbered < 0
    ? { front, rest: [...before, ...between] }
    : { front: front.slice(0, numbered), rest: [...before, ...between, ...front.slice(numbered)] }
}

function suggestion(command: AnyCommand, behind: readonly Word[], letter: Letter): Suggestion {
  const line = [command.name, ...behind.map(word => word.text)].join(' ')
  if (letter === null || letterKey(command) === null) return { label: line, command: line }
  return { label: `${line}: …`, command: `${line}: ${letter}` }
}
