import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect } from '../../../src/db/connect.ts'
import { renewTokens } from '../../../src/db/oauthTokens.ts'
import { oauthTokens, outgoingMails, posts } from '../../../src/db/schema.ts'
import { zone } from '../../../src/domain/time/day.ts'
import { endStep } from '../../../src/domain/time/endStep.ts'
import { announceSignInEnd, type SignInEndNeeds } from '../../../src/flows/upkeep/announceSignInEnd.ts'
import { type FreshDatabase, freshDatabase } from '../../peers/postgres.ts'

let database: FreshDatabase
beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(() => database.drop())

const ends = '2027-03-01'
const secret = 'nur-fuer-tests-0123456789-abcdefghij'

function needs(today: string, other: Partial<SignInEndNeeds> = {}): SignInEndNeeds {
  const now = Temporal.PlainDate.from(today)
    .toZonedDateTime({ timeZone: zone, plainTime: '09:10' })
    .toInstant()
  return {
    db: database.connection.db,
    now: () => now,
    enqueue: async () => {},
    programmeId: 'pinneberg',
    secret,
    postTargets: channel => [{ platform: 'web', channel }],
    outgoing: { domain: 'kreis.example' },
    operators: ['it@kreis.example', 'vertretung@kreis.example'],
    secretEnds: ends,
    parts: ['client-secret'],
    ...other,
  }
}

/** Looks each hour of these days, as the schedule does, and gives the days on which something was said. */
async function saidOn(days: string[], other: Partial<SignInEndNeeds> = {}): Promise<string[]> {
  const said: string[] = []
  for (const day of days)
    for (let hour = 0; hour < 3; hour++) if ((await announceSignInEnd(needs(day, other))) > 0) said.push(day)
  return said
}

const daysUntil = (before: number, after: number) =>
  Array.from({ length: before + after + 1 }, (_, i) =>
    Temporal.PlainDate.from(ends)
      .subtract({ days: before - i })
      .toString(),
  )

describe('D3: a sign-in dies and nobody was told; the end of a client secret', () => {
  test('is said 30, 14, 7, 3 and 1 days ahead and on the day, each once, in the channel and by mail', async () => {
    expect(await saidOn(daysUntil(40, 10))).toEqual([
      '2027-01-30',
      '2027-02-15',
      '2027-02-22',
      '2027-02-26',
      '2027-02-28',
      '2027-03-01',
    ])
    const { db } = database.connection
    expect(await db.select().from(posts)).toHaveLength(6)
    const letters = await db.select().from(outgoingMails).orderBy(outgoingMails.id)
    expect(letters).toHaveLength(12)
    expect(letters[2]).toMatchObject({
      kind: 'notice',
      toAddress: 'it@kreis.example',
      state: 'ready',
      ticketId: null,
      subject: 'Die Anmeldung am Postfach läuft bald ab',
      body: expect.stringContaining(
        'Das Client-Secret für die Anmeldung am Postfach läuft in 14 Tagen ab, am Mo 01.03.2027.',
      ),
    })
    expect(letters.map(({ body }) => body).join()).not.toContain('undefined')
  })

  test('is said at once by who was away, but not what was missed', async () => {
    expect(await saidOn(['2027-02-27', '2027-02-28'])).toEqual(['2027-02-27', '2027-02-28'])
  })

  test('is said after the end too, when nobody looked before', async () => {
    expect(await saidOn(['2027-03-20', '2027-03-21'])).toEqual(['2027-03-20'])
    const [letter] = await database.connection.db.select().from(outgoingMails)
    expect(letter?.subject).toBe('Die Anmeldung am Postfach ist abgelaufen')
    expect(letter?.body).toContain('ist am Mo 01.03.2027 abgelaufen')
  })

  test('begins anew with a new secret, and is silent without a day', async () => {
    expect(await saidOn(['2027-02-25'])).toEqual(['2027-02-25'])
    expect(await saidOn(['2027-02-25'], { secretEnds: '2029-03-01' })).toEqual([])
    expect(await saidOn(['2029-02-25'], { secretEnds: '2029-03-01' })).toEqual(['2029-02-25'])
    expect(await saidOn(['2029-02-28'], { secretEnds: null })).toEqual([])
    expect(await database.connection.db.select().from(oauthTokens)).toEqual([])
  })

  test('is said once by two processes', async () => {
    const other = connect(database.url)
    try {
      const told = await Promise.all([
        announceSignInEnd(needs('2027-02-22')),
        announceSignInEnd(needs('2027-02-22', { db: other.db })),
      ])
      expect(told.toSorted()).toEqual([0, 1])
      expect(await other.db.select().from(posts)).toHaveLength(1)
    } finally {
      await other.close()
    }
  })

  test('is said in the channel alone where no letters are sent', async () => {
    await announceSignInEnd(needs('2027-02-22', { outgoing: null }))
    expect(await database.connection.db.select().from(outgoingMails)).toEqual([])
    expect(await database.connection.db.select().from(posts)).toHaveLength(1)
  })
})

test('a refresh token is announced only while it is in use', async () => {
  const key = { programmeId: 'pinneberg', name: 'refresh-token', secret }
  const endsAt = '2027-03-01T08:00:00Z'
  await renewTokens(
    database.connection.db,
    key,
    async () => ({ tokens: {}, endsAt }),
    () => endsAt,
  )
  expect(await saidOn(['2027-02-22'], { secretEnds: null, parts: ['client-secret'] })).toEqual([])
  expect(await saidOn(['2027-02-22', '2027-02-26'], { secretEnds: null, parts: ['refresh-token'] })).toEqual([
    '2027-02-22',
    '2027-02-26',
  ])
  const [letter] = await database.connection.db.select().from(outgoingMails)
  expect(letter?.body).toContain('KLA_OAUTH_REFRESH_TOKEN')
})

test.each([
  [400, null],
  [31, null],
  [30, 30],
  [15, 30],
  [14, 14],
  [2, 3],
  [1, 1],
  [0, 0],
  [-5, 0],
])('%i days before the end the announcement due is %s', (daysLeft, step) => {
  expect(endStep(daysLeft)).toBe(step)
})
