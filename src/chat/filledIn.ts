import { clauseKeys, clausesIn } from './arguments/clauses.ts'
import type { Reading } from './arguments/readArg.ts'
import { readFilled } from './arguments/readFilled.ts'
import type { AnyCommand } from './command.ts'
import { matchCommand } from './grammar.ts'
import { holdReason } from './phrases/caution.ts'
import { held, type Understood } from './phrases/guess.ts'
import { spokenWords, typedWords } from './phrases/spokenWords.ts'
import type { Problem } from './problem.ts'
import { cleanText, longestInput } from './words.ts'

/**
 * A command that a form completes. Its line must be a command as it stands, never a sentence. Each value is read alone, by the reader of
 * its own argument, so nothing in it is a key, a number or an order of anything else; what the line says already stays as it is.
 */
export function filledIn(
  registry: readonly AnyCommand[],
  line: string,
  filled: Readonly<Record<string, string>>,
  reading: Reading,
): Understood {
  const text = cleanText(line.slice(0, longestInput))
  const { order, clauses } = clausesIn(text, clauseKeys(registry))
  const said = typedWords(order, reading.programme.profile.nummern_praefix)
  const match = matchCommand(registry, said, { ...reading, clauses })
  if (!match || (match.read.kind === 'problem' && match.read.problem.kind !== 'missing')) {
    const problem: Problem =
      match?.read.kind === 'problem' ? match.read.problem : { kind: 'unknown-command', typed: text, near: [] }
    return { intent: match?.command.intent ?? 'unknown', args: {}, command: match?.command ?? null, problem }
  }
  const { command, read } = match
  const why = command.changes ? holdReason(order, spokenWords(said), { exact: true, moving: true }) : null
  if (why) return held(registry, command.intent, read.args, command, why)
  const args = { ...read.args }
  const fault = (problem: Problem): Understood => ({ intent: command.intent, args, command, problem })
  for (const [key, value] of Object.entries(filled)) {
    const spec = Object.hasOwn(command.args, key) ? command.args[key] : undefined
    if (value.trim() === '') continue
    if (!spec) return fault({ kind: 'wrong', command, typed: key, spec: null, near: [] })
    if (args[key] !== null && args[key] !== undefined) continue
    const found = readFilled(command, key, spec, value, reading)
    if ('problem' in found) return fault(found.problem)
    args[key] = found.value
  }
  const missing = Object.entries(command.args).find(
    ([key, spec]) => spec.required && (args[key] === null || args[key] === undefined),
  )
  return missing
    ? fault({ kind: 'missing', command, key: missing[0], spec: missing[1] })
    : { intent: command.intent, args, command, problem: null }
}
