import { runCli } from './cli.ts'
import { incidentNumber, openLog } from './log.ts'

/** The process around the command `kla`: its streams, its exit status, and what nobody foresaw. */
export async function runKla(): Promise<void> {
  // Node would print the message, and messages of drivers quote letters. What state we are in is unknown, so this is the end.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, error => {
      sayUnforeseen(error)
      process.exit(1)
    })
  // `kla ledger | head` closes our output while we write; that is an end, not a failure. What runs on ends as by SIGTERM, so
  // that `kla demo | head` leaves no database behind.
  let gone = false
  process.stdout.on('error', error => {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
    if (gone) return
    gone = true
    if (process.listenerCount('SIGTERM') > 0) process.emit('SIGTERM')
    else process.exit()
  })
  const { argv, stdin, stdout, stderr, env } = process
  try {
    process.exitCode = await runCli(argv.slice(2), { stdin, stdout, stderr, env })
  } catch (error) {
    sayUnforeseen(error)
    process.exitCode = 1
  }
}

/** One log line with type and place of the error, one sentence for the person, both with the same number. */
function sayUnforeseen(error: unknown): void {
  const incident = incidentNumber()
  openLog({ level: 'error' }).error({ err: error, incident }, 'unerwarteter Fehler')
  process.stderr.write(
    `Das hat nicht geklappt. Bitte nennen Sie der Administration die Nummer ${incident}.\n`,
  )
}
