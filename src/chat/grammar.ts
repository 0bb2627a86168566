import { isPlainTicket, type Reading, readAt, ticketAt } from './arguments/readArg.ts'
import { type ArgsRead, readArgs } from './arguments/readArgs.ts'
import { deadlineNumber } from './arguments/readDeadline.ts'
import type { AnyCommand } from './command.ts'
import { withoutManners } from './manners.ts'
import { fold, type Word } from './words.ts'

export interface GrammarMatch {
  command: AnyCommand
  read: ArgsRead
  /** Words of the name as typed; 0 when a ticket alone stands for its command. */
  name: number
  /** How many words stood behind the name. */
  rest: number
}

/**
 * Matches the typed words with the registry: a command's name or alias in front, arguments behind. A ticket may
 * stand before its verb ("KA-17 abschließen", "vorgang 17 zuweisen ich"); a ticket alone shows it.
 */
export function matchCommand(
  registry: readonly AnyCommand[],
  typed: readonly Word[],
  reading: Reading,
): GrammarMatch | null {
  const said = withoutManners(typed).filter(word => word.quoted || word.folded !== 'bitte')
  return (
    choiceFirst(registry, said, reading) ??
    named(registry, said, reading, false) ??
    ticketFirst(registry, said, reading) ??
    deadlineFirst(registry, said, reading) ??
    regionLeftOut(registry, said, reading) ??
    named(registry, said, reading, true)
  )
}

/**
 * The longest name that the words begin with, with the arguments behind it. Without `evenWrong` only a match whose
 * arguments are understood counts, so that "vorgang 17 schließen" may still be read another way.
 */
function named(
  registry: readonly AnyCommand[],
  said: readonly Word[],
  reading: Reading,
  evenWrong: boolean,
): GrammarMatch | null {
  let best: GrammarMatch | null = null
  let bestLength = 0
  let whole: GrammarMatch | null = null
  for (const command of registry)
    for (const parts of namesOf(command)) {
      if (parts.length <= bestLength || !startsWith(said, parts)) continue
      const read = readArgs(command, said.slice(parts.length), reading)
      if (read.kind === 'problem' && command.onlyWhole) continue
      // "entwurf senden" lacks its number; it is not "entwurf" with the number "senden".
      const bare = parts.length > 1 && parts.length === said.length
      const lacking = bare && read.kind === 'problem' && read.problem.kind === 'missing'
      const match = { command, read, name: parts.length, rest: said.length - parts.length }
      if (read.kind === 'problem' && parts.length > Math.max(whole?.name ?? 1, 1)) whole = match
      if (read.kind === 'problem' && !evenWrong && !lacking) continue
      best = match
      bestLength = parts.length
    }
  // "gremium termin Steuergruppe" lacks its day; it does not ask for a body of the name "termin Steuergruppe".
  return best && whole && whole.name > best.name && takesAnyWords(best.command) ? whole : best
}

/** Whether it would take any words for a name. */
function takesAnyWords({ args }: AnyCommand): boolean {
  return Object.values(args).some(spec => spec.kind === 'text' || spec.kind === 'name')
}

const foldedNames = new WeakMap<AnyCommand, readonly (readonly string[])[]>()

/** The words of its name and of each alias, folded; they are compared with every input. */
function namesOf(command: AnyCommand): readonly (readonly string[])[] {
  let names = foldedNames.get(command)
  if (!names) {
    names = [command.name, ...command.aliases].map(name => fold(name).split(' '))
    foldedNames.set(command, names)
  }
  return names
}

function startsWith(said: readonly Word[], parts: readonly string[]): boolean {
  return parts.length <= said.length && parts.every((part, i) => !said[i]!.quoted && said[i]!.folded === part)
}

/** "pool C1 erfüllt" is "pool bedingung C1 erfüllt": the one choice that such a command cannot do without names it as well. */
function choiceFirst(
  registry: readonly AnyCommand[],
  said: readonly Word[],
  reading: Reading,
): GrammarMatch | null {
  const [family, ...behind] = said
  if (!family || family.quoted || behind.length === 0) return null
  const meant = registry.filter(command => {
    const [first, second] = namesOf(command)[0]!
    const [spec] = Object.values(command.args)
    return (
      first === family.folded &&
      second !== undefined &&
      spec?.kind === 'choice' &&
      spec.required &&
      readAt(spec, behind, 0, reading) !== null
    )
  })
  const [command, ...others] = meant
  return command && others.length === 0
    ? { command, read: readArgs(command, behind, reading), name: 2, rest: behind.length }
    : null
}

/** "status Elmshorn" is "status region Elmshorn": what follows a command without arguments can only be a place. */
function regionLeftOut(
  registry: readonly AnyCommand[],
  said: readonly Word[],
  reading: Reading,
): GrammarMatch | null {
  const short = named(registry, said, reading, true)
  if (!short || short.rest === 0 || Object.keys(short.command.args).length > 0) return null
  const long = registry.find(command => command.name === `${short.command.name} region`)
  if (!long) return null
  const behind = said.slice(said.length - short.rest)
  return { ...short, command: long, read: readArgs(long, behind, reading) }
}

function ticketFirst(
  registry: readonly AnyCommand[],
  said: readonly Word[],
  reading: Reading,
): GrammarMatch | null {
  for (const at of [0, 1]) {
    const word = said[at]
    if (!word || word.quoted) continue
    // "vorgang 17" and a bare "17" in front are numbers of a Vorgang; "fristen 17" is not.
    const found = ticketAt(said, at, reading)
    const meant = found && (at === 0 || isPlainTicket(word, reading.programme) || isVorgang(said[0]!))
    if (!meant) continue
    const ticket = said.slice(at, at + found.length)
    const others = [...said.slice(0, at), ...said.slice(at + found.length)]
    if (others.length === 0 || (others.length === 1 && isVorgang(others[0]!))) {
      const show = registry.find(command => command.intent === 'ticket_show')
      return show ? { command: show, read: readArgs(show, ticket, reading), name: 0, rest: 1 } : null
    }
    for (const tried of [others, ...(at === 1 && isVorgang(others[0]!) ? [others.slice(1)] : [])]) {
      const match = named(registry.filter(takesTicket), tried, reading, true)
      if (!match) continue
      const behind = tried.slice(tried.length - match.rest)
      return {
        ...match,
        read: readArgs(match.command, [...ticket, ...behind], reading),
        rest: match.rest + 1,
      }
    }
  }
  return null
}

/** "F-7 erledigt", "frist F-7 verschieben 3.5." are "frist erledigt F-7"; "F-7" alone shows it. */
function deadlineFirst(
  registry: readonly AnyCommand[],
  said: readonly Word[],
  reading: Reading,
): GrammarMatch | null {
  const at = said[0]?.folded === 'frist' && !said[0].quoted ? 1 : 0
  const number = said[at]
  if (!number || !deadlineNumber(number)) return null
  const [verb, ...behind] = said.slice(at + 1)
  const frist: Word = { text: 'frist', folded: 'frist', quoted: false }
  const zeigen: Word = { text: 'zeigen', folded: 'zeigen', quoted: false }
  const takers = registry.filter(({ args }) => Object.values(args).some(spec => spec.kind === 'deadline'))
  const match = named(takers, [frist, verb ?? zeigen, number, ...behind], reading, true)
  return match && match.name === 2 ? match : null
}

function isVorgang(word: Word): boolean {
  return ['vorgang', 'anfrage', 'vorgangsnummer', 'nr', 'nummer'].includes(word.folded)
}

function takesTicket(command: AnyCommand): boolean {
  return Object.values(command.args as Record<string, { kind: string }>).some(spec => spec.kind === 'ticket')
}
