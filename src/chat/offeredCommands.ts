import type { Programme } from '../domain/programme/programme.ts'
import type { AnyCommand } from './command.ts'

/** The commands for what a programme has (domain.md section 2, R1): one without procurement shows no `vergabe`. */
export function offeredCommands(
  programme: Programme,
  registry: readonly AnyCommand[],
): readonly AnyCommand[] {
  return registry.filter(command => command.offered?.(programme) ?? true)
}
