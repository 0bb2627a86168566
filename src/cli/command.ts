import type { Readable, Writable } from 'node:stream'

/** Where a command line reads and writes; results to stdout, everything for people and logs to stderr. */
export interface Io {
  stdin: Readable
  stdout: Writable
  stderr: Writable
  env: Readonly<Record<string, string | undefined>>
}

/** One word of the command `kla`. */
export interface CliCommand {
  /** What follows the word, e.g. "PFAD… [--json] [--live]". */
  usage: string
  /** One German line for the overview. */
  summary: string
  /** What --help says of each part of the usage, one German line each; absent: there is nothing to say. */
  options?: readonly (readonly [part: string, meaning: string])[]
  /** Exit status by contract: 0 done, 1 something failed (said in one German sentence), 2 wrong usage. */
  run(argv: string[], io: Io): Promise<number>
}

/** Thrown for wrong usage: the sentence is shown, the usage line follows, exit status 2. */
export class WrongUsage extends Error {
  override name = 'WrongUsage'
}
