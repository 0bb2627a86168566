import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { delegatedTokens, type KeptTokens } from '../../../src/adapters/oidc/delegatedTokens.ts'
import type { TokenFault } from '../../../src/adapters/types.ts'
import { type Connection, connect } from '../../../src/db/connect.ts'
import { comingEnds, renewTokens } from '../../../src/db/oauthTokens.ts'
import { oauthTokens } from '../../../src/db/schema.ts'
import { type IdentityProvider, startIdentityProvider } from '../../peers/identityProvider.ts'
import { type FreshDatabase, freshDatabase } from '../../peers/postgres.ts'
import { startScriptedIssuer } from '../../peers/scriptedIssuer.ts'
import { type RenewerSettings, renewerKey, renewingSource } from '../../peers/tokenRenewer.ts'

let provider: IdentityProvider
let database: FreshDatabase
let settings: RenewerSettings['provider']
beforeAll(async () => {
  provider = await startIdentityProvider()
})
afterAll(() => provider.stop())
beforeEach(async () => {
  database = await freshDatabase()
  settings = { ...provider, scope: null, refreshToken: await provider.signIn() }
})
afterEach(() => database.drop())

const source = (connection: Connection = database.connection, other: Partial<typeof settings> = {}) =>
  renewingSource(connection.db, { ...settings, ...other })
const faultIn = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    error => (error as { tokenFault: TokenFault }).tokenFault,
  )

describe('D5: a refresh token that changes with each use and is not saved leaves the mailbox dead within the hour; ours', () => {
  test('is saved each time, and the former one is worthless', async () => {
    const first = await source().accessToken()
    for (let renewal = 0, last = first; renewal < 3; renewal++) {
      // A new source each time: what a process kept in memory does not count.
      const next = await source().accessToken(last)
      expect(next).not.toBe(last)
      last = next
    }
    // The control: the provider refuses the one from the settings, which was used up by the first renewal.
    await database.connection.db.delete(oauthTokens)
    expect(await faultIn(source().accessToken())).toMatchObject({
      kind: 'sign-in',
      why: 'das Refresh-Token gilt nicht mehr',
      look: expect.stringContaining('KLA_OAUTH_REFRESH_TOKEN'),
    })
  })

  test('is renewed by one of two processes, and the other takes what that one got', async () => {
    const other = connect(database.url)
    try {
      const before = provider.asked('refresh_token')
      const tokens = await Promise.all([source().accessToken(), source(other).accessToken()])
      expect(tokens[0]).toBe(tokens[1])
      expect(provider.asked('refresh_token')).toBe(before + 1)
      // Refused to both at the same time: again one renewal.
      const fresh = await Promise.all([source().accessToken(tokens[0]), source(other).accessToken(tokens[0])])
      expect(fresh[0]).toBe(fresh[1])
      expect(fresh[0]).not.toBe(tokens[0])
      expect(provider.asked('refresh_token')).toBe(before + 2)
      expect(provider.mostAtOnce()).toBe(1)
    } finally {
      await other.close()
    }
  })

  test('cannot be read in the database, nor with another secret', async () => {
    const token = await source().accessToken()
    const [row] = await database.connection.db.select().from(oauthTokens)
    expect(row).toMatchObject({ programmeId: 'pinneberg', name: 'refresh-token' })
    expect(row!.refreshToken).toMatch(/^v1\./)
    for (const text of [token, settings.refreshToken])
      expect(Buffer.from(row!.refreshToken!.slice(3), 'base64url').toString('latin1')).not.toContain(text)
  })

  test('in the settings is the first only; a new one there begins anew', async () => {
    const first = await source().accessToken()
    expect(await source().accessToken()).toBe(first)
    const again = await source(database.connection, { refreshToken: await provider.signIn() }).accessToken()
    expect(again).not.toBe(first)
  })

  test('that came but could not be saved is saved before anything is asked again', async () => {
    const { db } = database.connection
    let failing = true
    const fragile = delegatedTokens(settings, {
      renewed: renew =>
        renewTokens<KeptTokens>(
          db,
          renewerKey,
          async kept => {
            const renewed = await renew(kept)
            // The database goes away between the answer and the commit.
            if (failing) throw Object.assign(new Error('gone'), { code: 'CONNECTION_CLOSED' })
            return renewed
          },
          () => new Date().toISOString(),
        ),
    })
    const before = provider.asked('refresh_token')
    expect(await faultIn(fragile.accessToken())).toMatchObject({
      kind: 'unreachable',
      why: 'das neue Zugriffstoken konnte nicht gespeichert werden',
    })
    failing = false
    const token = await fragile.accessToken()
    expect(provider.asked('refresh_token')).toBe(before + 1)
    expect(await source().accessToken()).toBe(token)
  })
})

describe('a process that is killed while it renews', () => {
  const renewer = join(import.meta.dirname, '../../peers/tokenRenewer.ts')
  const killer = join(import.meta.dirname, '../../peers/killAt.ts')

  async function child(killAt: number): Promise<{ token: string; signal: NodeJS.Signals | null }> {
    const run = spawn(
      process.execPath,
      ['--import', killer, renewer, JSON.stringify({ databaseUrl: database.url, provider: settings })],
      {
        env: { ...process.env, KILL_FROM: 'start', KILL_ON: 'both', KILL_AT: String(killAt) },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    let output = ''
    run.stdout.on('data', chunk => {
      output += chunk
    })
    const [, signal] = await once(run, 'close')
    return { token: output.trim(), signal }
  }

  test('at any moment: the next start works, or says that somebody has to sign in again', async () => {
    const outcomes: string[] = []
    for (let killAt = 1; ; killAt++) {
      settings = { ...settings, refreshToken: await provider.signIn() }
      const { token, signal } = await child(killAt)
      if (signal === null) {
        expect(token).toMatch(/^[\w-]{20,}$/)
        break
      }
      const fault = await faultIn(source().accessToken())
      outcomes.push(fault === null ? 'works' : fault.why)
    }
    // Most moments do no harm; a few lie between the provider's answer and the commit, and they are told.
    expect(new Set(outcomes)).toEqual(new Set(['works', 'das Refresh-Token gilt nicht mehr']))
    expect(outcomes.at(0)).toBe('works')
    expect(outcomes.at(-1)).toBe('works')
    expect(outcomes.filter(each => each !== 'works').length).toBeLessThan(outcomes.length / 2)
  }, 120_000)
})

describe('the end of a refresh token', () => {
  const day = 86_400_000
  afterEach(() => vi.useRealTimers())

  test.each([
    ['that each renewal moves is none', false],
    ['that stays where it is will be announced', true],
  ])('%s', async (_name, stays) => {
    const issuer = await startScriptedIssuer()
    const begun = Date.now()
    vi.useFakeTimers({ toFake: ['Date'] })
    const renewedAfter = async (hours: number, refused?: string) => {
      vi.setSystemTime(begun + hours * 3_600_000)
      const left = 20 * day - (stays ? hours * 3_600_000 : 0)
      issuer.answer = {
        status: 200,
        body: {
          access_token: `token nach ${hours} h`,
          refresh_token: `r${hours}`,
          token_type: 'Bearer',
          refresh_token_expires_in: left / 1000,
        },
      }
      const token = await renewingSource(database.connection.db, {
        issuer: issuer.issuer,
        clientId: 'kla',
        clientSecret: null,
        scope: null,
        refreshToken: 'erstes',
      }).accessToken(refused)
      expect(token).toBe(`token nach ${hours} h`)
      return comingEnds(database.connection.db, 'pinneberg')
    }
    try {
      expect(await renewedAfter(0)).toEqual([])
      // A second later nothing can be told yet.
      expect(await renewedAfter(0.0003, 'token nach 0 h')).toEqual([])
      const ends = await renewedAfter(1)
      expect(ends.map(({ endsAt }) => Math.round((Date.parse(endsAt) - begun) / day))).toEqual(
        stays ? [20] : [],
      )
      expect(issuer.requests.map(form => form.refresh_token)).toEqual(['erstes', 'r0', 'r0.0003'])
    } finally {
      await issuer.stop()
    }
  })
})
