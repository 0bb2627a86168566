import { expect, test } from 'vitest'
import { freshDatabase } from '../peers/postgres.ts'

test('every test gets a migrated, empty database that nobody else sees', async () => {
  const [one, two] = await Promise.all([freshDatabase(), freshDatabase()])
  await one.connection.client`insert into mailboxes (programme_id, id) values ('p', 'm')`
  expect(await one.connection.client`select * from mailboxes`).toHaveLength(1)
  expect(await two.connection.client`select * from mailboxes`).toHaveLength(0)
  await Promise.all([one.drop(), two.drop()])
})
