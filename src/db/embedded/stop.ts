import { spawnSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import type { Cluster } from './initialise.ts'
import { isServerOf, readPidFile } from './pidFile.ts'

/** A fast shutdown takes some 20 ms; after this time something hangs. */
const patienceMs = 30_000

/** Stops the server on these files: open transactions are rolled back, everything committed is written. */
export async function stopServer(cluster: Cluster, binaries: Binaries): Promise<void> {
  const file = readPidFile(cluster.data)
  if (file === null || !isServerOf(cluster.data, file)) return
  // SIGINT is PostgreSQL's fast shutdown. On Windows node would end the process at once, pg_ctl asks it.
  if (process.platform === 'win32') spawnSync(binaries.pgCtl, ['kill', 'INT', String(file.pid)])
  else process.kill(file.pid, 'SIGINT')
  const started = Date.now()
  let hurried = false
  while (isServerOf(cluster.data, file)) {
    if (!hurried && Date.now() - started > patienceMs) {
      // Immediate shutdown: the next start recovers, and nothing committed is lost.
      process.kill(file.pid, 'SIGQUIT')
      hurried = true
    }
    await sleep(10)
  }
}
