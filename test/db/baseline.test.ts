import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sql } from '../../src/db/drizzle.ts'
import { mailboxes } from '../../src/db/schema.ts'
import { freshDatabase } from '../peers/postgres.ts'

test('mailboxes that were watched before there was a baseline get one: what lies before their first letter is never called lost', async () => {
  const database = await freshDatabase()
  const { db, client } = database.connection
  await db.insert(mailboxes).values([
    { programmeId: 'pinneberg', id: 'alt/INBOX', uidValidity: 7n, lastUid: 120 },
    { programmeId: 'pinneberg', id: 'still/INBOX', uidValidity: 7n, lastUid: 50 },
    { programmeId: 'pinneberg', id: 'alles/INBOX', uidValidity: 7n, lastUid: 3 },
  ])
  await db.execute(sql`insert into deliveries (programme_id, mailbox_id, uid_validity, uid, raw_mail_id, day, arrived_at)
    select 'pinneberg', box, validity, uid, 1, '2024-04-22', '2024-04-22' from (values
      ('alt/INBOX', 7, 101), ('alt/INBOX', 7, 120), ('alt/INBOX', 6, 2), ('alles/INBOX', 7, 1), ('alles/INBOX', 7, 3))
      as d (box, validity, uid)`)
  const statement = /UPDATE "mailboxes" SET "baseline_uid"[^;]+;/.exec(
    readFileSync('drizzle/0002_storage.sql', 'utf8'),
  )?.[0]
  await client.unsafe(statement!)
  const rows = await db.select({ id: mailboxes.id, baseline: mailboxes.baselineUid }).from(mailboxes)
  expect(Object.fromEntries(rows.map(row => [row.id, row.baseline]))).toEqual({
    'alt/INBOX': 100,
    'still/INBOX': 50,
    'alles/INBOX': 0,
  })
  await database.drop()
})
