import type { Programme } from '../domain/programme/programme.ts'
import type { AnyCommand } from './command.ts'
import { localExamples } from './localExamples.ts'

const prepared = new WeakMap<Programme, { registry: readonly AnyCommand[]; offered: readonly AnyCommand[] }>()

/** The commands for what a programme has (domain.md section 2, R1): one without procurement shows no `vergabe`. Their examples name its places. */
export function offeredCommands(
  programme: Programme,
  registry: readonly AnyCommand[],
): readonly AnyCommand[] {
  const known = prepared.get(programme)
  if (known?.registry === registry) return known.offered
  const offered = registry
    .filter(command => command.offered?.(programme) ?? true)
    .map(command => ({ ...command, examples: localExamples(programme, command) }))
  prepared.set(programme, { registry, offered })
  return offered
}
