import { runCli } from './cli.ts'
import { incidentNumber, openLog } from './log.ts'

/** The process around the command `kla`: its streams, its exit status, and what nobody foresaw. */
export async function runKla(): Promise<void> {
  // `kla ledger | head` closes our output while we write; that is an end, not a failure.
  process.stdout.on('error', error => {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit()
    throw error
  })
  const { argv, stdin, stdout, stderr, env } = process
  try {
    process.exitCode = await runCli(argv.slice(2), { stdin, stdout, stderr, env })
  } catch (error) {
    const incident = incidentNumber()
    openLog({ level: 'error' }).error({ err: error, incident }, 'unerwarteter Fehler')
    stderr.write(`Das hat nicht geklappt. Bitte nennen Sie der Administration die Nummer ${incident}.\n`)
    process.exitCode = 1
  }
}
