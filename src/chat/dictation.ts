import type { ArgSpec } from './arguments/args.ts'
import { type Dictated, dictated, longestDictation } from './arguments/dictated.ts'
import type { Reading } from './arguments/readArg.ts'
import type { AnyCommand } from './command.ts'
import { letterKey } from './commandLine.ts'
import { type GrammarMatch, matchCommand } from './grammar.ts'
import { holdReason } from './phrases/caution.ts'
import { guessed, held, type Understood } from './phrases/guess.ts'
import { sentenceIn } from './phrases/sentence.ts'
import { spokenWords, typedWords } from './phrases/spokenWords.ts'
import { cleanText } from './words.ts'

/** The order and the text behind it, when an input has this form; in the thread of a Vorgang "notiz: …" needs no number. */
export function dictatedTo(
  registry: readonly AnyCommand[],
  typed: string,
  { ticket }: Pick<Reading, 'ticket'>,
): Dictated | null {
  if (typed.length > longestDictation) return null
  const takers = registry.filter(command => letterKey(command) !== null)
  const names = takers
    .filter(({ args }) => !Object.values(args).some(isNumber))
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .filter(name => name.includes(' '))
  const alone = takers
    .filter(({ args }) => ticket && Object.values(args).filter(isNumber).every(isTicket))
    .flatMap(({ name, aliases }) => [name, ...aliases])
  return dictated(typed, names, alone)
}

const isTicket = ({ kind }: ArgSpec) => kind === 'ticket'
const isNumber = ({ kind }: ArgSpec) => kind === 'ticket' || kind === 'number'

/** An order with a text of its own; null when the part before the text is no such order. */
export function dictationIn(
  registry: readonly AnyCommand[],
  { order, text }: Dictated,
  reading: Reading,
): Understood | null {
  const takers = registry.filter(command => letterKey(command) !== null)
  // "Jetzt weiß ich es. Antworte auf KA-93: …": the last sentence orders it.
  const whole = cleanText(order)
  const last = whole.split(/(?<=\p{L}{3}[.!?])\s+/u).at(-1)!
  const plain = /\d/.test(last) ? last : whole
  const said = typedWords(plain, reading.programme.profile.nummern_praefix)
  const grammar = matchCommand(takers, said, reading)
  const key = grammar && letterKey(grammar.command)
  if (grammar && key && isComplete(grammar, key)) {
    const { command, read } = grammar
    const args = { ...read.args, [key]: text }
    const why = holdReason(plain, spokenWords(said), { exact: true })
    if (why) return held(registry, command.intent, args, command, why)
    return { intent: command.intent, args, command, problem: null }
  }
  const sentence = sentenceIn(plain, reading)
  if (!sentence || !takers.some(command => command.intent === sentence.meant.intent)) return null
  const meant = { ...sentence.meant, args: { ...sentence.meant.args, text } }
  return guessed(registry, { ...sentence, meant }, reading)
}

/** Everything was said but the letter itself. */
function isComplete({ read }: GrammarMatch, key: string): boolean {
  return read.kind === 'ok' || (read.problem.kind === 'missing' && read.problem.key === key)
}
