import { existsSync } from 'node:fs'
import { stat, statfs } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { World } from '../buildWorld.ts'
import { sql } from '../db/drizzle.ts'
import type { Finding } from './finding.ts'

/** Below either of these a person should look; below the last nothing can be counted on. Bytes and shares. */
const little = { share: 0.1, bytes: 2 * 1024 ** 3 }
const none = 200 * 1024 ** 2

/**
 * Free room where the program writes: its folder, and the embedded database in it (which may be a disk of its own). Of a
 * database server elsewhere only the size of our database can be told.
 */
export async function diskCheck({ settings, db }: Pick<World, 'settings' | 'db'>): Promise<Finding[]> {
  const places = [settings.dataDir, ...(settings.databaseUrl ? [] : [join(settings.dataDir, 'postgres')])]
  const disks = new Map<number, Finding>()
  for (const place of places) {
    const folder = existing(resolve(place))
    const { dev } = await stat(folder)
    const { bavail, blocks, bsize } = await statfs(folder)
    if (!disks.has(dev)) disks.set(dev, roomFinding(place, bavail * bsize, blocks * bsize))
  }
  const [row] = await db.execute<{ bytes: string }>(sql`select pg_database_size(current_database()) as bytes`)
  const sentence = `Die Datenbank belegt ${inWords(Number(row?.bytes))}.`
  return [...disks.values(), { kind: 'good', what: 'Speicherplatz', sentence }]
}

/** `free` and `total` in bytes, of the disk on which `place` lies. */
export function roomFinding(place: string, free: number, total: number): Finding {
  const what = 'Speicherplatz'
  const facts = `In ${place} sind ${inWords(free)} von ${inWords(total)} frei (${Math.floor((free / total) * 100)} %).`
  if (free < none)
    return {
      kind: 'bad',
      what,
      sentence: `${facts} Briefe bleiben im Postfach, bis wieder Platz ist. Bitte sofort Platz schaffen.`,
    }
  return free < little.bytes || free / total < little.share
    ? { kind: 'open', what, sentence: `${facts} Bitte bald Platz schaffen.` }
    : { kind: 'good', what, sentence: facts }
}

/** The folder, or the nearest one above it that is there already. */
function existing(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : existing(dirname(path))
}

/** "12,4 GB", "730 MB". */
function inWords(bytes: number): string {
  return bytes >= 1024 ** 3
    ? `${(bytes / 1024 ** 3).toFixed(1).replace('.', ',')} GB`
    : `${Math.floor(bytes / 1024 ** 2)} MB`
}
