import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseProblem } from '../problem.ts'
import type { Binaries } from './binaries.ts'
import { type Cluster, lastLine, serverUserName } from './initialise.ts'
import { freePort, lastPort, launch } from './launch.ts'
import { isServerOf, readPidFile, removeStalePidFile } from './pidFile.ts'
import { enter, type Presence } from './presence.ts'

/**
 * How long other starters, a server that is going down or what is left of a killed one may keep us waiting. A
 * server whose postmaster.pid somebody deleted notices that within a minute and ends.
 */
const patienceMs = 90_000

/** Ends with a connection to a running server; tries until it has one or knows why not. */
export async function enterOrLaunch(
  cluster: Cluster,
  binaries: Binaries,
  options: { durable: boolean; port?: number; abandoned?: () => boolean },
  onLost: () => void,
): Promise<{ presence: Presence; port: number; reused: boolean }> {
  const password = readFileSync(cluster.password, 'utf8')
  let port = options.port ?? lastPort(cluster) ?? (await freePort())
  let deadline = Date.now() + patienceMs
  let launched = false
  let why = 'keine Antwort'
  while (Date.now() < deadline && options.abandoned?.() !== true) {
    const file = readPidFile(cluster.data)
    if (file !== null && isServerOf(cluster.data, file)) {
      if (file.status === 'ready' && file.port !== null) {
        try {
          const address = { port: file.port, user: serverUserName, password }
          const presence = await enter(cluster.data, address, onLost)
          return { presence, port: file.port, reused: !launched }
        } catch (error) {
          why = (error as Error).message
        }
      }
      // Recovery after a crash takes as long as it takes.
      if (file.status === 'starting') deadline = Date.now() + patienceMs
      await sleep(20)
      continue
    }
    const result = await launch(cluster, binaries, port, options)
    launched = result.kind === 'ready'
    if (result.kind === 'failed') throw new DatabaseProblem(notStarted(cluster, lastLine(result.said)))
    if (result.kind === 'again') {
      await sleep(50)
      await removeStalePidFile(cluster.data)
    }
    if (result.kind === 'port-taken') {
      why = `Port ${port} ist belegt`
      // Those who have the address already must find the server there again.
      if (options.port === undefined) port = await freePort()
      else await sleep(500)
    }
  }
  throw new DatabaseProblem(notStarted(cluster, why))
}

const notStarted = (cluster: Cluster, why: string) =>
  `Die eingebaute Datenbank startet nicht: ${why}. Einzelheiten stehen in ${cluster.log}.`
