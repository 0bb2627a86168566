import type { AnyCommand } from './command.ts'
import { withoutManners } from './manners.ts'
import { cleanText, fold, longestInput, wordsOf } from './words.ts'

const firstWord = ({ name }: AnyCommand) => fold(name).split(' ')[0]!

/**
 * What an input asks for that only other programmes have, as the first word of the command there, folded ("pool"); null when it is
 * none of their commands. One word of a name alone is not enough: "Schule" begins many a sentence. `lost`: nothing was understood.
 */
export function featureElsewhere(
  registry: readonly AnyCommand[],
  offered: readonly AnyCommand[],
  typed: string,
  lost: boolean,
): string | null {
  if (typed.length > longestInput) return null
  const said = withoutManners(wordsOf(cleanText(typed).replace(/^\/\s*/, ''))).map(word =>
    word.quoted ? '' : word.folded,
  )
  const own = new Set(offered.map(each => each.name))
  const elsewhere = registry.filter(each => !own.has(each.name))
  const named = (commands: readonly AnyCommand[]) =>
    commands.find(({ name, aliases }) =>
      [name, ...aliases].map(each => fold(each).split(' ')).some(parts => begins(said, parts)),
    )
  const found = named(elsewhere)
  if (found && !named(offered)) return firstWord(found)
  const family = elsewhere.find(each => firstWord(each) === said[0])
  return lost && family && !offered.some(each => firstWord(each) === said[0]) ? firstWord(family) : null
}

/** A name of two words in front, or one of one word alone. */
function begins(said: readonly string[], parts: readonly string[]): boolean {
  return (
    parts.every((part, i) => said[i] === part) && (parts.length > 1 || said.length === 1) && said.length > 0
  )
}

/** First words of the names of these commands, folded. */
export function featuresOffered(offered: readonly AnyCommand[]): string[] {
  return [...new Set(offered.map(firstWord))]
}
