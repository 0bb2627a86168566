import { fileURLToPath } from 'node:url'
import { type KlaProcess, startKla } from '../peers/kla.ts'
import type { Chance } from './chance.ts'
import type { Plug } from './hands.ts'
import { folders, type StormWorld } from './world.ts'

const preload = fileURLToPath(new URL('../peers/killAt.ts', import.meta.url))

/** What every process of the storm is told. */
const settings: Record<string, string> = {
  KLA_IMAP_FOLDER: folders.join(','),
}

/** The processes of ours that run at this moment, and the plugs that were pulled. */
export interface Fleet {
  size(): number
  /** Starts processes until so many run. Each would die at its own place once it is told to count. */
  growTo(size: number, chance: Chance): Promise<void>
  /** kill -9 of one, now. */
  killNow(chance: Chance): Promise<void>
  /** kill -9 of all at once, as when the power fails. */
  killAll(): Promise<void>
  /** kill -9 of one, at the n-th time that it reads or writes from now on, or after `milliseconds` at the latest. */
  killBusy(chance: Chance, milliseconds: number): Promise<'busy' | 'idle'>
  /** A process that is killed while it starts. */
  killStarting(chance: Chance): Promise<void>
  plugs: Plug[]
  kills(): number
  /** SIGTERM to all, and waits. */
  stop(): Promise<void>
  /** What those processes said last that ended neither by our hand nor in order. */
  unforeseen(): string[]
}

export function fleetIn(world: StormWorld): Fleet {
  const running = new Set<KlaProcess>()
  const plugs: Plug[] = []
  const failed: string[] = []
  let kills = 0

  async function start(env: Record<string, string>): Promise<KlaProcess> {
    const kla = await startKla(world.around, { preload, env: { ...settings, KILL_ON: 'both', ...env } })
    running.add(kla)
    void kla.ended.then(how => {
      running.delete(kla)
      plugs.push({ what: how === 'SIGKILL' ? 'kill' : 'stop', at: Date.now() })
      if (how !== 'SIGKILL' && how !== 0) failed.push(`ended with ${how}\n${kla.output().slice(-2000)}`)
    })
    return kla
  }

  async function kill(kla: KlaProcess): Promise<void> {
    kla.child.kill('SIGKILL')
    await kla.ended
    kills++
  }

  return {
    size: () => running.size,
    async growTo(size, chance) {
      const missing = Array.from({ length: Math.max(0, size - running.size) }, () => chance.int(1, 160))
      await Promise.all(missing.map(place => start({ KILL_AT: String(place) })))
    },
    killNow: chance => kill(chance.one([...running])),
    async killAll() {
      await Promise.all([...running].map(kill))
    },
    async killBusy(chance, milliseconds) {
      const victim = chance.one([...running])
      victim.child.kill('SIGUSR2')
      const timer = new AbortController()
      const late = new Promise<'late'>(resolve => {
        const handle = setTimeout(() => resolve('late'), milliseconds)
        timer.signal.addEventListener('abort', () => clearTimeout(handle))
      })
      const how = await Promise.race([victim.ended, late])
      timer.abort()
      if (how === 'late') {
        await kill(victim)
        return 'idle'
      }
      kills++
      return 'busy'
    },
    async killStarting(chance) {
      const place = chance.int(1, 400)
      const started = await start({ KILL_AT: String(place), KILL_FROM: 'start' }).catch(error => {
        if (!/ended with SIGKILL/.test(String(error))) throw error
        return null
      })
      if (started) return kill(started)
      plugs.push({ what: 'kill', at: Date.now() })
      kills++
    },
    plugs,
    kills: () => kills,
    async stop() {
      await Promise.all([...running].map(kla => kla.stop()))
    },
    unforeseen: () => failed,
  }
}
