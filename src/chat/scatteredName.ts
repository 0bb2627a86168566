import type { Reading } from './arguments/readArg.ts'
import { readArgs } from './arguments/readArgs.ts'
import type { AnyCommand } from './command.ts'
import { lineOf } from './commandLine.ts'
import { asksFirst, holdReason } from './phrases/caution.ts'
import { changing } from './phrases/changing.ts'
import { held, type Understood } from './phrases/guess.ts'
import { isDeed, isOrderWord } from './phrases/orderWords.ts'
import { fillers, fold, type Word } from './words.ts'

interface Scattered {
  command: AnyCommand
  args: Record<string, unknown>
  /** How many words of its name were said. */
  named: number
}

/**
 * A command whose name stands in a sentence with other words between: "zeig mir bitte die Entwürfe", "sende den Entwurf E-5". What is
 * not its name must be its arguments or manners. A change is only offered. null: no command, or several. `text` is cleaned.
 */
export function scatteredName(
  registry: readonly AnyCommand[],
  text: string,
  said: readonly Word[],
  reading: Reading,
): Understood | null {
  const found = registry.filter(isApart).flatMap(command => match(command, text, said, reading) ?? [])
  const most = Math.max(0, ...found.map(each => each.named))
  const best = found.filter(each => each.named === most)
  // Of an overview and a part of it the overview is meant.
  const [one, ...others] = best.length > 1 ? best.filter(each => isOverview(each.command)) : best
  if (!one || others.length > 0) return null
  const { command, args } = one
  const { intent } = command
  if (!command.changes && !changing.has(intent)) return { intent, args, command, problem: null }
  const why = holdReason(text, said, { exact: false, moving: true })
  if (why) return held(registry, intent, args, command, why)
  const problem = { kind: 'held', why: 'unsure', line: lineOf(command, args), show: null } as const
  return { intent, args, command, problem }
}

/** Of what has rules of its own a name is too common to be picked out of a sentence. */
const isApart = ({ name }: AnyCommand) =>
  !/^(vorgang|frist|fristen|status|hilfe|zeitplan|vereinbarung|schule|zuständig)( |$)/.test(name)

const isOverview = ({ name }: AnyCommand) => !name.includes(' ') || / (liste|status|zeigen)$/.test(name)

function match(command: AnyCommand, text: string, said: readonly Word[], reading: Reading): Scattered | null {
  const looks = !command.changes && !changing.has(command.intent)
  for (const name of [command.name, ...command.aliases]) {
    const parts = fold(name).split(' ')
    if (parts.length === 1 && !(looks && parts[0]!.length >= 5 && asksOrShows(text, said))) continue
    const rest = withoutParts(parts, said)
    if (!rest) continue
    const read = readArgs(
      command,
      rest.filter(word => !isIdle(word, looks)),
      reading,
    )
    if (read.kind === 'ok') return { command, args: read.args, named: parts.length }
  }
  return null
}

/** The words without those of a name, in whatever order they stand; null: one of them is missing. */
function withoutParts(parts: readonly string[], said: readonly Word[]): Word[] | null {
  const rest = [...said]
  for (const part of parts) {
    const at = rest.findIndex(word => !word.quoted && isForm(word.folded, part))
    if (at < 0) return null
    rest.splice(at, 1)
  }
  return rest
}

/** "sende" of "senden", "Entwurfs" of "Entwurf": the same but for an ending. */
function isForm(word: string, part: string): boolean {
  if (word === part) return true
  const stem = part.length >= 6 ? part.replace(/(?:en|e|n|s)$/, '') : part
  return stem.length >= 4 && word.startsWith(stem) && word.length - stem.length <= 2
}

const asking =
  /^(was|wie|welche\w*|wo|wer|wann|gibt|es|steht|stehen|ist|sind|liegt|liegen|haben|habe|hat|zeig\w*|sehen|schau\w*|brauche|moechte|hol\w*|los|aktuell\w*|stand|status|derzeit|gerade|unsere\w*|mein\w*|offen\w*|um|mit|fehl\w*|laeuft|laufen|lauft|denn|eigentlich|genau|unser\w*|sieht|aus|gehen|geht|tagt|etwas|brief|briefe|eintrag|punkt|machbar|hier|bei|in)$/

function asksOrShows(text: string, said: readonly Word[]): boolean {
  return (
    said.length <= 3 ||
    asksFirst(text) ||
    said.some(word => /^(zeig\w*|stand|brauche|moechte|sehen)$/.test(word.folded))
  )
}

/** What stands between the words of a name and says nothing. Of an order verbs are never idle. */
function isIdle({ folded, quoted }: Word, looks: boolean): boolean {
  if (quoted) return false
  if (looks && (fillers.has(folded) || asking.test(folded))) return true
  if (!looks && /^(brief|eintrag|punkt|schritt)$/.test(folded)) return true
  return (
    isOrderWord(folded) &&
    !isDeed(folded) &&
    !/^(?:seit|gestern|heute|offen|durch|erledigt|fertig)$/.test(folded)
  )
}
