import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailToKeep, rawOf, storeMails } from '../../src/db/rawMails.ts'
import { type FreshDatabase, freshDatabase } from '../peers/postgres.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const megabyte = 1_048_576

test.each([0, 1, 4 * megabyte - 1, 4 * megabyte, 4 * megabyte + 1, 9 * megabyte + 7])(
  'a mail of %i bytes comes back as it was kept, also in pieces',
  async length => {
    const raw = Buffer.from(Array.from({ length }, (_, i) => (i * 7919 + (i >> 12)) & 0xff))
    const mail: MailToKeep = {
      uid: length,
      raw,
      size: length,
      whole: true,
      reason: null,
      live: true,
      contentHash: createHash('sha256').update(raw).digest('hex'),
      fingerprint: `f${length}`,
      arrivedAt: '2024-04-22T09:00:00+02:00',
      day: '2024-04-22',
    }
    const to = { programmeId: 'pinneberg', mailboxId: 'test/INBOX', uidValidity: 1n }
    const [kept] = await storeMails(database.connection.db, to, [mail], '2024-04-22T09:00:00+02:00')
    const back = await rawOf(database.connection.db, kept!.id) // it is new, so it has an id
    expect(back.equals(raw)).toBe(true)
  },
)
