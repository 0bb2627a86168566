import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseProblem } from '../problem.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { enterOrLaunch } from './enterOrLaunch.ts'
import { type Cluster, clusterIn, initialise } from './initialise.ts'
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
  /** Where everything lies, relative to the working directory; made if missing. Takes about 60 MB with an empty database. */
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
  const directory = resolve(options.directory)
  await initialise(directory, binaries, { durable })
  // PostgreSQL reports its files by their real path, and we compare.
  const cluster = clusterIn(realpathSync(directory))
  refuseForeignFiles(cluster)
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

function refuseOtherVersion(cluster: Cluster, binaries: Binaries): void {
  const found = Number(readFileSync(join(cluster.data, 'PG_VERSION'), 'utf8').trim())
  if (found === binaries.major) return
  throw new DatabaseProblem(
    `Der Bestand in ${cluster.data} stammt von PostgreSQL ${found}, dieses Programm bringt PostgreSQL ${binaries.major} mit: bitte mit der vorherigen Programmfassung starten und den Bestand mit pg_dump überführen, siehe docs/betrieb.`,
  )
}

function refuseForeignFiles(cluster: Cluster): void {
  const us = process.getuid?.()
  if (us === undefined || us === 0 || statSync(dirname(cluster.data)).uid === us) return
  throw new DatabaseProblem(
    `Der Bestand in ${dirname(cluster.data)} gehört einem anderen Benutzer: bitte das Programm als dieser Benutzer starten oder KLA_DATA_DIR auf einen eigenen Ordner setzen.`,
  )
}
