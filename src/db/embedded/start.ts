import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseProblem } from '../problem.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { type Cluster, clusterIn, initialise, lastLine, serverUserName } from './initialise.ts'
import { freePort, lastPort, launch } from './launch.ts'
import { isServerOf, readPidFile, removeStalePidFile } from './pidFile.ts'
import { enter, type Presence } from './presence.ts'
import { stopServer } from './stop.ts'

export interface Embedded {
  /** Address of the database `kla`, with its password. */
  url: string
  /** Stops the server unless another process uses it. */
  stop(): Promise<void>
  /** True: the server ran already, started by another process or left behind by a killed one. */
  reused: boolean
}

export interface EmbeddedOptions {
  /** Where everything lies; made if missing. Takes about 60 MB with an empty database. */
  directory: string
  /** One line for the operator, without personal data. */
  log?: (line: string) => void
  /** false: no fsync. Only for tests and demonstrations. */
  durable?: boolean
}

/**
 * Starts PostgreSQL on the files in `directory`, or joins the server that runs there.
 *
 * Several processes may use one directory at once. The last one that calls stop() stops the server; a process
 * that was killed no longer counts, and the server it leaves behind is joined by the next start. If the
 * server dies under us, it is started again at the same address.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const log = options.log ?? (() => {})
  const durable = options.durable ?? true
  const binaries = findBinaries()
  await initialise(options.directory, binaries, { durable })
  // PostgreSQL reports its files by their real path, and we compare.
  const cluster = clusterIn(realpathSync(options.directory))
  refuseOtherVersion(cluster, binaries)

  let stopped = false
  let revival = Promise.resolve()
  const revive = async () => {
    log(
      'Die Verbindung zur eingebauten Datenbank ist abgebrochen; falls sie nicht mehr läuft, wird sie neu gestartet.',
    )
    while (!stopped) {
      try {
        const again = { durable, port, abandoned: () => stopped }
        presence = (await enterOrLaunch(cluster, binaries, again, onLost)).presence
        return
      } catch (error) {
        log(`Der Neustart der eingebauten Datenbank gelang nicht: ${(error as Error).message}`)
        await sleep(1000)
      }
    }
  }
  const onLost = () => {
    if (!stopped) revival = revive()
  }
  const first = await enterOrLaunch(cluster, binaries, { durable }, onLost)
  const { port, reused } = first
  let { presence } = first
  log(`Die eingebaute Datenbank ${reused ? 'läuft schon' : 'ist gestartet'} (Port ${port}).`)
  return {
    url: presence.url,
    reused,
    async stop() {
      if (stopped) return
      stopped = true
      await revival
      if (await presence.leave()) await stopServer(cluster, binaries)
      await presence.close()
    },
  }
}

/**
 * How long other starters, a server that is going down or what is left of a killed one may keep us waiting. A
 * server whose postmaster.pid somebody deleted notices that within a minute and ends.
 */
const patienceMs = 90_000

/** Ends with a connection to a running server; tries until it has one or knows why not. */
async function enterOrLaunch(
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

function refuseOtherVersion(cluster: Cluster, binaries: Binaries): void {
  const found = Number(readFileSync(join(cluster.data, 'PG_VERSION'), 'utf8').trim())
  if (found === binaries.major) return
  throw new DatabaseProblem(
    `Der Bestand in ${cluster.data} stammt von PostgreSQL ${found}, dieses Programm bringt PostgreSQL ${binaries.major} mit: bitte mit der vorherigen Programmfassung starten und den Bestand mit pg_dump überführen, siehe docs/betrieb.`,
  )
}
