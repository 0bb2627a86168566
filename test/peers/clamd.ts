import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { freePorts } from './freePorts.ts'

/** The test file of the antivirus makers, in pieces, so that no scanner takes this file for one. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('-')

export interface Clamd {
  socket: string
  port: number
  /** Kills it; a scan under way is cut off. */
  kill(): Promise<void>
  /** Up again, at the same addresses. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const clamd = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  .map(folder => join(folder, 'clamd'))
  .find(path => existsSync(path))

/** The Debian package that is missing; null if none is. */
export const missingClamd = (): string | null => (clamd ? null : 'clamav-daemon')

/** A real clamd from its own folder, with one signature: that of the test file. It takes streams up to 1 MB. */
export async function startClamd(): Promise<Clamd> {
  const folder = mkdtempSync(join(tmpdir(), 'kla-clamd-'))
  const [port = 0] = await freePorts(1)
  const socket = join(folder, 'clamd.sock')
  writeFileSync(join(folder, 'test.ndb'), `Kla.Test:0:*:${Buffer.from(eicar, 'latin1').toString('hex')}\n`)
  writeFileSync(
    join(folder, 'clamd.conf'),
    [
      `LocalSocket ${socket}`,
      `TCPSocket ${port}`,
      'TCPAddr 127.0.0.1',
      `DatabaseDirectory ${folder}`,
      'Foreground yes',
      'MaxThreads 2',
      'StreamMaxLength 1M',
      `LogFile ${join(folder, 'clamd.log')}`,
      '',
    ].join('\n'),
  )
  let process = await up()

  async function up() {
    const child = spawn(clamd!, ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' })
    const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
    for (const started = Date.now(); !(await listens(socket)); ) {
      if (child.exitCode !== null || Date.now() - started > 60_000)
        throw new Error(`clamd did not start: ${readFileSync(join(folder, 'clamd.log'), 'utf8').slice(-500)}`)
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    return { child, ended }
  }

  async function kill() {
    process.child.kill('SIGKILL')
    await process.ended
  }

  return {
    socket,
    port,
    kill,
    async restart() {
      process = await up()
    },
    async stop() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function listens(path: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = createConnection({ path })
    socket.on('connect', () => socket.end(() => resolve(true)))
    socket.on('error', () => resolve(false))
  })
}
