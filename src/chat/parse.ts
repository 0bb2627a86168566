import type { Temporal } from 'temporal-polyfill'
import type { Programme } from '../domain/programme/programme.ts'
import { dayOf } from '../domain/time/day.ts'
import { clauseKeys, clausesIn } from './arguments/clauses.ts'
import { type Dictated, dictated, longestDictation } from './arguments/dictated.ts'
import type { Reading } from './arguments/readArg.ts'
import { withNumbers } from './arguments/readDeadline.ts'
import type { AnyCommand } from './command.ts'
import { letterKey } from './commandLine.ts'
import { type GrammarMatch, matchCommand, withoutManners } from './grammar.ts'
import { nearCommands, slippedNames } from './nearCommands.ts'
import { holdReason } from './phrases/caution.ts'
import { featuresOf } from './phrases/features.ts'
import { changing, guessed, held, type Understood } from './phrases/guess.ts'
import type { Meant } from './phrases/phraseRule.ts'
import { isCueWord, meant } from './phrases/phrases.ts'
import { writtenOut } from './phrases/spoken.ts'
import type { Problem, Suggestion } from './problem.ts'
import { cleanText, fold, longestInput, type Word, wordsOf } from './words.ts'

/**
 * Understands one input: first the grammar of commands, then plain German sentences. A change is only ready to run
 * (`problem` null) when it was typed as a command and nothing makes it doubtful.
 */
export function understand(
  registry: readonly AnyCommand[],
  programme: Programme,
  typed: string,
  asked: { now: Temporal.Instant; asker: string | null },
): Understood {
  const nothing = (problem: Problem): Understood => ({ intent: 'unknown', args: {}, command: null, problem })
  const reading: Reading = { programme, today: dayOf(asked.now), asker: asked.asker }
  const letter = typed.length <= longestDictation ? dictated(typed, namesWithText(registry)) : null
  const dictation = letter && dictationIn(registry, letter, reading)
  if (dictation) return dictation
  if (typed.length > longestInput)
    return nothing({ kind: 'too-long', length: typed.length, most: longestInput })
  const text = cleanText(typed)
  const { order, clauses } = clausesIn(text, clauseKeys(registry))
  if (order !== text) {
    // "grund: …" belongs to the order only when its command takes one; elsewhere it is part of the sentence.
    const meant = understandWords(registry, order, { ...reading, clauses }, letter)
    if (meant.command && takesClauses(meant.command, clauses)) return meant
  }
  return understandWords(registry, text, reading, letter)
}

function takesClauses({ args }: AnyCommand, clauses: ReadonlyMap<string, string>): boolean {
  const keys = Object.values(args).flatMap(spec => (spec.kind === 'clause' ? spec.keys.map(fold) : []))
  return [...clauses.keys()].every(key => keys.includes(key))
}

/** `text` is cleaned. */
function understandWords(
  registry: readonly AnyCommand[],
  text: string,
  reading: Reading,
  letter: Dictated | null,
): Understood {
  const nothing = (problem: Problem): Understood => ({ intent: 'unknown', args: {}, command: null, problem })
  const said = withNumbers(withoutManners(wordsOf(text.replace(/^\/\s*/, ''))))
  if (said.length === 0) return nothing({ kind: 'empty' })
  const spoken = writtenOut(said)

  const grammar = matchCommand(registry, said, reading)
  const slips = grammar ? slipsIn(registry, said, grammar, letter) : []
  if (grammar && slips.length > 0 && grammar.read.kind === 'ok')
    return nothing({ kind: 'unknown-command', typed: text, near: slips })
  if (grammar?.read.kind === 'ok') {
    const { command, read } = grammar
    const why = command.changes ? holdReason(text, spoken, { exact: true, moving: takesDate(command) }) : null
    if (why) return held(registry, command.intent, read.args, command, why)
    return { intent: command.intent, args: read.args, command, problem: null }
  }

  const found = featuresOf(spoken, reading)
  const sentence = meant(found, text, reading.programme)
  if (grammar?.read.kind === 'problem' && !(sentence && sentenceIsBetter(grammar, sentence))) {
    const { command, read } = grammar
    if (slips.length > 0 && !isOrder(command))
      return {
        intent: command.intent,
        args: rawArgs(grammar.read),
        command,
        problem: { kind: 'unknown-command', typed: text, near: slips },
      }
    const moving = takesDate(command)
    const why = isOrder(command) ? holdReason(text, spoken, { exact: true, moving }) : null
    if (why) return held(registry, command.intent, read.args, command, why)
    return { intent: command.intent, args: rawArgs(read), command, problem: read.problem }
  }
  if (sentence) {
    const guess = guessed(registry, sentence, found, text, spoken, reading)
    // "vorgang abschliesen 4" is no wish to see a list: nothing but the first word was understood.
    const unread = grammar?.read.kind === 'problem' && grammar.read.problem.kind === 'wrong'
    const shows = guess.command !== null && !guess.command.changes && guess.problem === null
    return shows && unread && (slips.length > 0 || isBlind(sentence, said))
      ? { ...guess, problem: { kind: 'unknown-command', typed: text, near: slips } }
      : guess
  }
  return nothing({ kind: 'unknown-command', typed: text, near: nearCommands(registry, said) })
}

/** What the words may have been meant as, when a short name was found in them and the word behind it is mistyped. */
function slipsIn(
  registry: readonly AnyCommand[],
  said: readonly Word[],
  { command, name, read }: GrammarMatch,
  letter: Dictated | null,
): Suggestion[] {
  const swallowed = read.kind === 'ok' && Object.values(command.args).some(spec => spec.kind === 'text')
  const unread = read.kind === 'problem' && read.problem.kind === 'wrong'
  if (name > 1 || !(swallowed || unread)) return []
  const order = letter ? withoutManners(wordsOf(cleanText(letter.order).replace(/^\/\s*/, ''))) : said
  return slippedNames(registry, order, letter?.text ?? null)
}

/** Words that ask for a list, besides what narrows it. */
const listing =
  /^(alle[ns]?|\w*list\w*|zeig\w*|offen\w*|uebersicht|welche\w*|was|wie|gibt|neue\w*|meine\w*|aktuell\w*)$/

/** A list was guessed of which nothing was said, or a number stands there that no list has. */
function isBlind(sentence: Meant, said: readonly Word[]): boolean {
  const nothingSaid = Object.values(sentence.args).every(value => value === null || value === undefined)
  return sentence.intent === 'ticket_list' && nothingSaid && !said.some(word => listing.test(word.folded))
}

/** "bis 03.05." and "drei Tage später" are where such an order leads, no condition of it. */
const takesDate = (command: AnyCommand) =>
  Object.values(command.args).some(spec => spec.kind === 'day' || spec.kind === 'when')

const isOrder = (command: AnyCommand) => command.changes || changing.has(command.intent)

/** Names of the orders that take a text and speak of no number. */
function namesWithText(registry: readonly AnyCommand[]): string[] {
  return registry
    .filter(command => letterKey(command) !== null)
    .filter(({ args }) => !Object.values(args).some(spec => ['ticket', 'number'].includes(spec.kind)))
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .filter(name => name.includes(' '))
}

/** An order with a text of its own; null when the part before the text is no such order. */
function dictationIn(
  registry: readonly AnyCommand[],
  { order, text }: Dictated,
  reading: Reading,
): Understood | null {
  const takers = registry.filter(command => letterKey(command) !== null)
  const plain = cleanText(order)
  const said = withoutManners(wordsOf(plain.replace(/^\/\s*/, '')))
  const spoken = writtenOut(said)
  const grammar = matchCommand(takers, said, reading)
  const key = grammar && letterKey(grammar.command)
  if (grammar && key && isComplete(grammar, key)) {
    const { command, read } = grammar
    const args = { ...read.args, [key]: text }
    const why = holdReason(plain, spoken, { exact: true })
    if (why) return held(registry, command.intent, args, command, why)
    return { intent: command.intent, args, command, problem: null }
  }
  const found = featuresOf(spoken, reading)
  const sentence = meant(found, plain, reading.programme)
  if (!sentence || !takers.some(command => command.intent === sentence.intent)) return null
  return guessed(registry, { ...sentence, args: { ...sentence.args, text } }, found, plain, spoken, reading)
}

/** Everything was said but the letter itself. */
function isComplete({ read }: GrammarMatch, key: string): boolean {
  return read.kind === 'ok' || (read.problem.kind === 'missing' && read.problem.key === key)
}

/** Words behind "status" that ask for all of it. */
const ofEverything =
  /^(gesamt\w*|insgesamt|ganz\w*|alles?|ueberblick|uebersicht|programm\w*|projekt\w*|vorhaben\w*|aktuell\w*|kurz\w*|neu\w*|update|bericht|lage|\w*stand|zeitplan|termine?|meilenstein\w*|schultag|ausschreibung\w*|vergabe|kooperation\w*|vertrag|klassenassistenz\w*|teamleitung\w*)$/

/**
 * A line that begins like a command and goes on like a sentence is read as a sentence; a whole name of two words, or
 * an order, is meant as it stands, and the word at fault is pointed at.
 */
function sentenceIsBetter({ command, read, name, rest }: GrammarMatch, sentence: Meant): boolean {
  if (read.kind === 'problem' && read.problem.kind === 'missing') return false
  if (sentence.intent === command.intent)
    return (
      rest > 3 ||
      (read.kind === 'problem' &&
        read.problem.kind === 'unknown-place' &&
        isCueWord(fold(read.problem.typed)))
    )
  // "status Quatsch" asks for a place that nobody knows, not for everything.
  if (read.kind === 'problem' && read.problem.kind === 'unknown-place' && rest === 1)
    return sentence.intent !== 'status_overview' || ofEverything.test(fold(read.problem.typed))
  return name < 2 && !command.changes && !('region_raw' in sentence.args)
}

function rawArgs(read: { args: Record<string, unknown>; problem: Problem }): Record<string, unknown> {
  return read.problem.kind === 'unknown-place'
    ? { ...read.args, [`${read.problem.key}_raw`]: read.problem.typed }
    : read.problem.kind === 'wrong' && read.problem.spec?.kind === 'person'
      ? { ...read.args, assignee: { kind: 'named', name: read.problem.typed } }
      : read.args
}
