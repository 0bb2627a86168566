import { nearestNames } from '../domain/programme/spelling.ts'
import type { AnyCommand } from './command.ts'
import type { Suggestion } from './problem.ts'
import { fold, type Word } from './words.ts'

/** Commands that mistyped words may mean, with the words behind the name kept: "fristn heute" → "fristen heute". */
export function nearCommands(registry: readonly AnyCommand[], said: readonly Word[]): Suggestion[] {
  const names = registry.flatMap(command =>
    [command.name, ...command.aliases].map(name => ({ name, command })),
  )
  const suggestions = new Map<string, Suggestion>()
  for (const length of [2, 1]) {
    if (said.length < length) continue
    const typed = said.slice(0, length).map(word => word.folded)
    const rest = said.slice(length).map(word => word.text)
    const sameLength = names.filter(each => each.name.split(' ').length === length)
    for (const near of nearestNames(typed.join(' '), [...new Set(sameLength.map(each => fold(each.name)))])) {
      const { command } = sameLength.find(each => fold(each.name) === near)!
      const line = [command.name, ...rest].join(' ')
      if (suggestions.size < 3 && !suggestions.has(command.name))
        suggestions.set(command.name, { label: line, command: line })
    }
  }
  return [...suggestions.values()]
}
