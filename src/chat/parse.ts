import type { Temporal } from 'temporal-polyfill'
import type { Programme } from '../domain/programme/programme.ts'
import { dayOf } from '../domain/time/day.ts'
import type { TicketValue } from './arguments/args.ts'
import { clauseKeys, clausesIn } from './arguments/clauses.ts'
import type { Dictated } from './arguments/dictated.ts'
import type { Reading } from './arguments/readArg.ts'
import type { AnyCommand } from './command.ts'
import { dictatedTo, dictationIn } from './dictation.ts'
import { filledIn } from './filledIn.ts'
import { type GrammarMatch, matchCommand } from './grammar.ts'
import { nearCommands, slippedNames } from './nearCommands.ts'
import { withoutAbbreviations } from './phrases/abbreviations.ts'
import { holdReason } from './phrases/caution.ts'
import { changing } from './phrases/changing.ts'
import { guessed, held, type Understood } from './phrases/guess.ts'
import { tellsDone } from './phrases/orderDoubt.ts'
import { isOrderWord } from './phrases/orderWords.ts'
import type { Meant } from './phrases/phraseRule.ts'
import { isCueWord } from './phrases/phrases.ts'
import { sentenceIn } from './phrases/sentence.ts'
import type { Features } from './phrases/sentenceFeatures.ts'
import { signsAsWords } from './phrases/signs.ts'
import { spokenWords, typedWords } from './phrases/spokenWords.ts'
import type { Problem, Suggestion } from './problem.ts'
import { scatteredName } from './scatteredName.ts'
import { cleanText, fold, longestInput, type Word, wordsOf } from './words.ts'

/** What an input is understood by, besides its words. */
export interface Asked {
  now: Temporal.Instant
  /** How the asker is called in Vorgänge; null when nobody in particular asks. */
  asker: string | null
  /** The Vorgang of the thread in which it was said. */
  ticket?: TicketValue | null
  /** What was filled into a form, by the keys of the command's arguments. */
  filled?: Readonly<Record<string, string>> | undefined
}

/**
 * Understands one input: first the grammar of commands, then plain German sentences. A change is only ready to run
 * (`problem` null) when it was typed as a command and nothing makes it doubtful.
 */
export function understand(
  registry: readonly AnyCommand[],
  programme: Programme,
  typed: string,
  asked: Asked,
): Understood {
  const reading: Reading = {
    programme,
    today: dayOf(asked.now),
    asker: asked.asker,
    ticket: asked.ticket ?? null,
  }
  if (asked.filled && Object.keys(asked.filled).length > 0)
    return filledIn(registry, typed, asked.filled, reading)
  const letter = dictatedTo(registry, typed, reading)
  const dictation = letter && dictationIn(registry, letter, reading)
  if (dictation) return dictation
  if (typed.length > longestInput)
    return nothing({ kind: 'too-long', length: typed.length, most: longestInput })
  const text = withoutAbbreviations(signsAsWords(cleanText(typed)))
  const { order, clauses } = clausesIn(text, clauseKeys(registry))
  if (order !== text) {
    // "grund: …" belongs to the order only when its command takes one; elsewhere it is part of the sentence.
    const meant = understandWords(registry, order, { ...reading, clauses }, letter)
    if (meant.command && takesClauses(meant.command, clauses)) return meant
  }
  return understandWords(registry, text, reading, letter)
}

const nothing = (problem: Problem): Understood => ({ intent: 'unknown', args: {}, command: null, problem })

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
  const prefix = reading.programme.profile.nummern_praefix
  const said = typedWords(text, prefix)
  if (said.length === 0) return nothing({ kind: 'empty' })
  const grammar = matchCommand(registry, said, reading)
  const slips = grammar ? slipsIn(registry, said, grammar, letter, prefix) : []
  if (grammar && slips.length > 0 && grammar.read.kind === 'ok')
    return nothing({ kind: 'unknown-command', typed: text, near: slips })
  if (grammar?.read.kind === 'ok') return asTyped(registry, text, said, grammar, reading.today)
  const sentence = sentenceIn(text, reading)
  const scattered =
    (grammar?.name ?? 0) < 2 ? scatteredName(registry, text, spokenWords(said), reading) : null
  if (scattered && !(sentence && isOfNumber(sentence.found))) return scattered
  if (grammar?.read.kind === 'problem' && !(sentence && sentenceIsBetter(grammar, sentence.meant))) {
    const { command, read } = grammar
    const args = rawArgs(grammar.read)
    if (slips.length > 0 && !isOrder(command))
      return {
        intent: command.intent,
        args,
        command,
        problem: { kind: 'unknown-command', typed: text, near: slips },
      }
    const why = isOrder(command) ? exactDoubt(text, said, command) : null
    if (why) return held(registry, command.intent, read.args, command, why)
    return { intent: command.intent, args, command, problem: read.problem }
  }
  if (!sentence) return nothing({ kind: 'unknown-command', typed: text, near: nearCommands(registry, said) })
  const guess = guessed(registry, sentence, reading)
  // "vorgang abschliesen 4" is no wish to see a list: nothing but the first word was understood.
  const unread = grammar?.read.kind === 'problem' && grammar.read.problem.kind === 'wrong'
  const shows = guess.command !== null && !guess.command.changes && guess.problem === null
  return shows && unread && (slips.length > 0 || isBlind(sentence.meant, said))
    ? { ...guess, problem: { kind: 'unknown-command', typed: text, near: slips } }
    : guess
}

/** A line in the grammar of commands, all of it understood. */
function asTyped(
  registry: readonly AnyCommand[],
  text: string,
  said: readonly Word[],
  { command, read }: GrammarMatch,
  today: Temporal.PlainDate,
): Understood {
  const why = command.changes ? (exactDoubt(text, said, command) ?? aheadOf(command, read.args, today)) : null
  if (why) return held(registry, command.intent, read.args, command, why)
  return { intent: command.intent, args: read.args, command, problem: null }
}

/** Nothing is done on a day that lies ahead: "F-21 erledigt am Freitag". */
function aheadOf({ intent }: AnyCommand, { on }: Record<string, unknown>, today: Temporal.PlainDate) {
  return tellsDone.has(intent) && typeof on === 'string' && on > today.toString() ? 'ahead' : null
}

function exactDoubt(text: string, said: readonly Word[], command: AnyCommand) {
  return holdReason(text, spokenWords(said), { exact: true, moving: takesDate(command) })
}

/** What the words may have been meant as, when a short name was found in them and the word behind it is mistyped. */
function slipsIn(
  registry: readonly AnyCommand[],
  said: readonly Word[],
  { command, name, read }: GrammarMatch,
  letter: Dictated | null,
  prefix: string,
): Suggestion[] {
  const swallowed = read.kind === 'ok' && Object.values(command.args).some(spec => spec.kind === 'text')
  const unread = read.kind === 'problem' && read.problem.kind === 'wrong'
  if (name > 1 || !(swallowed || unread)) return []
  const order = letter ? typedWords(cleanText(letter.order), prefix) : said
  return slippedNames(registry, order, letter?.text ?? null)
}

/** Words that ask for a list, besides what narrows it. */
const listing =
  /^(alle[ns]?|\w*list\w*|zeig\w*|offen\w*|uebersicht|welche\w*|was|wie|gibt|neue\w*|meine\w*|aktuell\w*)$/

/** A list was guessed of which nothing was said, or a number stands there that no list has. */
function isBlind({ intent, args }: Meant, said: readonly Word[]): boolean {
  const nothingSaid = Object.values(args).every(value => value === null || value === undefined)
  return intent === 'ticket_list' && nothingSaid && !said.some(word => listing.test(word.folded))
}

/** "bis 03.05." and "drei Tage später" are where such an order leads, no condition of it. */
const takesDate = (command: AnyCommand) =>
  Object.values(command.args).some(spec => spec.kind === 'day' || spec.kind === 'when')

/** It speaks of a Vorgang, a Frist or a step: those have sentences of their own. */
const isOfNumber = ({ tickets, deadlines, steps }: Features) =>
  tickets.length + deadlines.length + steps.length > 0

const isOrder = (command: AnyCommand) => command.changes || changing.has(command.intent)

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
      (read.kind === 'problem' && read.problem.kind === 'wrong' && isIdleTalk(read.problem)) ||
      (read.kind === 'problem' &&
        read.problem.kind === 'unknown-place' &&
        isCueWord(fold(read.problem.typed)))
    )
  // "status Quatsch" asks for a place that nobody knows, not for everything.
  if (read.kind === 'problem' && read.problem.kind === 'unknown-place' && rest === 1)
    return sentence.intent !== 'status_overview' || ofEverything.test(fold(read.problem.typed))
  return name < 2 && !command.changes && !('region_raw' in sentence.args)
}

/** "ich übernehme ab sofort KA-45": what the command has no place for is nothing but manners and little words. */
function isIdleTalk({ typed, near }: Problem & { kind: 'wrong' }): boolean {
  return near.length === 0 && spokenWords(wordsOf(typed)).every(word => isOrderWord(word.folded))
}

function rawArgs(read: { args: Record<string, unknown>; problem: Problem }): Record<string, unknown> {
  return read.problem.kind === 'unknown-place'
    ? { ...read.args, [`${read.problem.key}_raw`]: read.problem.typed }
    : read.problem.kind === 'wrong' && read.problem.spec?.kind === 'person'
      ? { ...read.args, assignee: { kind: 'named', name: read.problem.typed } }
      : read.args
}
