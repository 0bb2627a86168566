import { Temporal } from 'temporal-polyfill'
import { afterAll } from 'vitest'
import { createReader } from '../../src/adapters/mime/createReader.ts'
import { programmeNamed } from '../../src/buildWorld.ts'
import { isPassingFault } from '../../src/db/connectionFault.ts'
import type { HandleNeeds } from '../../src/flows/intake/handleMails.ts'
import { handleMails } from '../../src/flows/intake/handleMails.ts'
import { keepMails } from '../../src/flows/intake/keepMails.ts'
import type { JobPayloads } from '../../src/flows/needs.ts'
import { type FreshDatabase, freshDatabase } from '../peers/postgres.ts'

export const secret = 'nur-fuer-tests-0123456789-abcdefghij'
const monday = Temporal.Instant.from('2024-04-22T09:00:00+02:00')

export interface Handling {
  database: FreshDatabase
  needs: HandleNeeds
  /** Jobs that were written, in order. */
  jobs: { kind: keyof JobPayloads; payload: object; urgent?: boolean; afterSeconds?: number }[]
  faults: unknown[]
  /** Keeps and handles mails as the watcher and a worker would; returns their ids. */
  arrive(raws: (string | Buffer)[], options?: { live?: boolean }): Promise<number[]>
  keep(raws: (string | Buffer)[], options?: { live?: boolean; uidValidity?: bigint }): Promise<number[]>
  close(): Promise<void>
}

/** One for all tests of a file: it keeps nothing of a mail, and its threads take half a second to load. */
const reader = createReader(
  { threads: 2, timeoutMs: 10_000, memoryMb: 256 },
  programmeNamed('pinneberg').profile,
)
afterAll(() => reader.close())

/** Everything real but the job queue, which is a list here: what happens in the flows, without timing. */
export async function openHandling(now: () => Temporal.Instant = () => monday): Promise<Handling> {
  const database = await freshDatabase()
  const jobs: Handling['jobs'] = []
  const faults: unknown[] = []
  let uid = 0
  const needs: HandleNeeds = {
    db: database.connection.db,
    now,
    programme: programmeNamed('pinneberg'),
    secret,
    ownAddresses: new Set(['klassenassistenz@kreis-pinneberg.de']),
    read: raw => reader.read(raw),
    // Every other mail comes back from the database, as after a restart.
    keptBytes: () => null,
    postTargets: type => [{ platform: 'web', channel: type }],
    outgoing: {
      domain: 'kreis-pinneberg.de',
      alarmTo: ['bereitschaft@kreis.example'],
      procurementTo: ['vergabestelle@kreis.example'],
    },
    enqueue: async (_tx, kind, payloads, options) => {
      jobs.push(...payloads.map(payload => ({ kind, payload, ...options })))
    },
    maxMailBytes: 50 * 1024 * 1024,
    isPassing: isPassingFault,
    onFault: (_id, error) => faults.push(error),
  }
  async function keep(raws: (string | Buffer)[], { live = true, uidValidity = 1n } = {}): Promise<number[]> {
    const mails = raws.map(raw => {
      const bytes = Buffer.from(raw as string)
      return { uid: ++uid, raw: bytes, size: bytes.length, arrivedAt: null, tooLarge: false }
    })
    const fresh = await keepMails(
      { ...needs, programmeId: 'pinneberg' },
      { mailboxId: 'test/INBOX', uidValidity, isLive: () => live },
      mails,
      { uidValidity, lastUid: uid, relistingUpTo: null },
    )
    return fresh.map(each => each.id)
  }
  return {
    database,
    needs,
    jobs,
    faults,
    keep,
    async arrive(raws, options) {
      const ids = await keep(raws, options)
      await handleMails(needs, ids)
      return ids
    },
    async close() {
      await database.drop()
    },
  }
}

/** A letter of a citizen; every field can be another. */
export function mail(
  fields: {
    from?: string
    subject?: string
    id?: string | null
    body?: string
    headers?: Record<string, string>
  } = {},
): string {
  const id = fields.id === undefined ? `<${Math.random().toString(36).slice(2)}@post.example>` : fields.id
  return [
    `From: ${fields.from ?? 'Ute Harms <ute.harms@post.example>'}`,
    'To: klassenassistenz@kreis-pinneberg.de',
    `Subject: ${fields.subject ?? 'Wann geht es los?'}`,
    'Date: Mon, 22 Apr 2024 08:41:00 +0200',
    ...(id ? [`Message-ID: ${id}`] : []),
    ...Object.entries(fields.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    'Content-Type: text/plain; charset=utf-8',
    '',
    fields.body ?? 'Guten Tag, wann beginnt die Klassenassistenz an unserer Schule in Elmshorn?',
    '',
  ].join('\r\n')
}
