import { Temporal } from 'temporal-polyfill'
import { letterBytes } from '../../src/adapters/smtp/letterBytes.ts'
import type { LetterOut } from '../../src/adapters/types.ts'
import type { Programme } from '../../src/domain/programme/programme.ts'
import { prepareAnswer, type TypedAnswer } from '../../src/flows/letters/prepareAnswer.ts'
import { sendAnswer } from '../../src/flows/letters/sendAnswer.ts'
import { openHandling, secret } from './handling.ts'
import { sendingProcess } from './sending.ts'

/** A house in which letters arrive and people answer them; the newest Vorgang is the one that is spoken of. */
export async function openAnswering() {
  const now = () => Temporal.Instant.from('2024-04-22T09:00:00+02:00')
  const world = await openHandling(now)
  const process = await sendingProcess(world)
  const sql = world.database.connection.client
  const needs = (db = world.needs.db, programme = world.needs.programme) => ({
    db,
    now,
    enqueue: world.needs.enqueue,
    programme,
    correspondence: {
      secret,
      domain: 'kreis-pinneberg.de',
      ownAddresses: world.needs.ownAddresses,
      mailServer: true,
    },
  })
  const ticketId = async () => Number((await sql`select id from tickets order by id desc limit 1`)[0]?.id)
  const prepare = async (typed: Partial<TypedAnswer> = {}, programme?: Programme) => {
    const text = 'Guten Tag, der Start ist für den 01.08.2025 geplant.'
    return prepareAnswer(needs(undefined, programme), await ticketId(), { text, ...typed }, 'web')
  }
  return {
    world,
    /** A process that sends what is ready. */
    process,
    sql,
    needs,
    now,
    ticketId,
    ticketState: async () => (await sql`select state from tickets order by id desc limit 1`)[0]?.state,
    prepare,
    /** The number of a draft for the newest Vorgang. */
    async draftOf(typed: Partial<TypedAnswer> = {}): Promise<number> {
      const prepared = await prepare(typed)
      if (prepared.kind !== 'prepared') throw new Error(prepared.why)
      return prepared.draftId
    },
    send: (id: number, db = world.needs.db) => sendAnswer(needs(db), id, 'web'),
    draftRow: async (id: number) => (await sql`select * from drafts where id = ${id}`)[0]!,
    answers: () => sql`select * from outgoing_mails where kind = 'answer' order by id`,
    /** What the mail server got of answers. */
    left: () => process.handed.filter(letter => !/eingegangen/.test(letter.subject)),
    async close() {
      await process.stop()
      await world.close()
    },
  }
}

/** The letter as it goes to the mail server. */
export async function bytesOf(letter: LetterOut): Promise<Buffer> {
  const written = await letterBytes(letter)
  if (written.kind !== 'written') throw new Error(written.reason)
  return written.bytes
}
