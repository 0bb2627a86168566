import { loadEnvironmentFile } from '../envFile.ts'
import { type Log, openLog } from '../log.ts'
import { ProblemForPeople } from '../problem.ts'
import { readSettings, type Settings } from '../settings.ts'
import type { Io } from './command.ts'

/**
 * Settings from `.env` and the environment, with a log that goes to standard error. All faults are thrown at once
 * as one ProblemForPeople; warnings are said where `warn` asks for it (long-running commands).
 */
export function settingsFor(io: Io, options: { warn?: boolean } = {}): { settings: Settings; log: Log } {
  const strange = io.env === process.env ? loadEnvironmentFile() : []
  const read = readSettings(io.env)
  if ('faults' in read) throw new ProblemForPeople(...strange, ...read.faults)
  if (strange.length > 0) throw new ProblemForPeople(...strange)
  if (options.warn) for (const warning of read.warnings) io.stderr.write(`Hinweis: ${warning}\n`)
  // A command that answers at once says only what went wrong; a running program also what it does.
  const level = io.env.KLA_LOG_LEVEL || options.warn ? read.settings.logLevel : 'warn'
  return { settings: read.settings, log: openLog({ level }) }
}

/** Opens what is needed, runs, and closes it whatever happens. */
export async function withWorld<World extends { close(): Promise<void> }, Result>(
  open: () => Promise<World>,
  run: (world: World) => Promise<Result>,
): Promise<Result> {
  const world = await open()
  try {
    return await run(world)
  } finally {
    await world.close()
  }
}
