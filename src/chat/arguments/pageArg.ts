import type { Paging } from '../../texts/listPages.ts'
import type { AnyCommand } from '../command.ts'
import { lineOf } from '../commandLine.ts'

/** The page of a list that is longer than one answer. */
export const pageArg = {
  kind: 'number',
  label: 'Seite',
  keys: ['seite'],
  keysOnly: true,
  hint: 'seite:2, wenn eine Liste länger ist als eine Antwort',
} as const

/** Where somebody is in the list that a command shows, which was asked for with these arguments. */
export function pagingOf(
  command: Pick<AnyCommand, 'name' | 'args'>,
  said: Readonly<Record<string, unknown>> & { page: number | null },
): Paging {
  return { page: said.page, line: page => lineOf(command, { ...said, page }) }
}
