import { afterEach, beforeEach, expect, test } from 'vitest'
import { channelsCheck } from '../../src/checks/chatChecks.ts'
import { forgetClosed, markClosed } from '../../src/db/closedChannels.ts'
import { programmeNamed } from '../domain/programme/profiles.ts'
import { type FreshDatabase, freshDatabase } from '../peers/postgres.ts'
import { read, slack } from '../settings/reading.ts'

let database: FreshDatabase
beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(() => database.drop())

const channel = { programmeId: 'pinneberg', platform: 'slack', channel: 'C0SCHULE' }
const said = async () => {
  const settings = read({ ...slack, KLA_SLACK_CHANNELS: 'schulen=C0SCHULE, sonst=C0SONST' })
  const { db } = database.connection
  return channelsCheck({ settings, db, programme: programmeNamed('pinneberg') })
}

async function failedPost(key: string, inChannel: string) {
  await database.connection.client`
    insert into posts (programme_id, key, platform, channel, reply, state, last_error, created_at)
    values ('pinneberg', ${key}, 'slack', ${inChannel}, '{"summary":"","blocks":[],"audience":"everyone"}', 'failed', 'Slack nimmt hier nichts an.', now())`
}

test('a channel that is gone is one line: what it is called, since when, why, what to do, and what did not arrive there', async () => {
  expect(await said()).toEqual([])
  const { db } = database.connection
  const at = '2024-04-22T07:14:00Z'
  await markClosed(db, channel, 'Slack nimmt hier nichts an (is_archived).', at)
  for (const n of [1, 2, 3]) await failedPost(`neu:${n}`, 'C0SCHULE')
  expect(await said()).toEqual([
    {
      kind: 'bad',
      what: 'Kanal',
      sentence:
        'Der Slack-Kanal „schulen“ (C0SCHULE) nimmt seit Mo 22.04.2024, 09:14 Uhr nichts mehr an: Slack nimmt hier nichts an (is_archived). ' +
        'Bitte die App dort wieder einladen oder in KLA_SLACK_CHANNELS einen anderen Kanal eintragen und neu starten. Jeder neue Beitrag wird dort einmal versucht; sobald einer ankommt, ist der Kanal von selbst wieder in Gebrauch. ' +
        '3 Beiträge kamen dort nicht an: kla outbox.',
    },
  ])
})

test('posts that failed in channels that are open are named, a few of them, and the rest counted', async () => {
  const { db } = database.connection
  await markClosed(db, channel, 'Slack nimmt hier nichts an.', '2024-04-22T07:14:00Z')
  await forgetClosed(db, channel)
  for (let n = 0; n < 8; n++) await failedPost(`neu:${n}`, 'C0SCHULE')
  const found = await said()
  expect(found).toHaveLength(6)
  expect(found[0]!.sentence).toMatch(/^P-\d+, Beitrag nicht zugestellt: Slack nimmt hier nichts an/)
  expect(found[5]!.sentence).toMatch(/^Noch 3 Beiträge/)
})
