import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { checkMailbox } from '../../../src/adapters/imap/checkMailbox.ts'
import type { SignIn } from '../../../src/adapters/imap/settings.ts'
import { ownTokens } from '../../../src/adapters/oidc/ownTokens.ts'
import { whyRefused } from '../../../src/adapters/oidc/whyRefused.ts'
import { type Dovecot, missingDovecot, startDovecot } from '../../peers/dovecot.ts'
import { type IdentityProvider, startIdentityProvider } from '../../peers/identityProvider.ts'
import { keptMails } from '../../peers/keptMails.ts'
import { letter, mailboxSettings, soon, stopWatching, watching } from './watching.ts'

let provider: IdentityProvider
let dovecot: Dovecot

const tokens = (other: { clientSecret?: string } = {}) => ownTokens({ ...provider, scope: null, ...other })
const signIn = (source = tokens()): SignIn => ({
  kind: 'token',
  accessToken: refused => source.accessToken(refused),
  whyRefused: token => whyRefused(token, 'imap'),
})
const refusals = (peer = dovecot) => peer.log().match(/oauth2 failed: /g)?.length ?? 0

describe.skipIf(missingDovecot())('a mailbox with sign-in by access token [needs Dovecot]', () => {
  beforeAll(async () => {
    provider = await startIdentityProvider({ life: 2 })
    dovecot = await startDovecot({ oauth: { ...provider, mechanisms: ['xoauth2'] } })
  })
  afterAll(async () => {
    await dovecot.stop()
    await provider.stop()
  })
  afterEach(stopWatching)

  test('is opened with XOAUTH2, and with OAUTHBEARER where the server offers only that', async () => {
    expect(await checkMailbox(mailboxSettings(dovecot, { signIn: signIn() }))).toBeNull()
    expect(dovecot.log()).toContain('method=XOAUTH2')
    const standard = await startDovecot({ oauth: { ...provider, mechanisms: ['oauthbearer'] } })
    try {
      expect(await checkMailbox(mailboxSettings(standard, { signIn: signIn() }))).toBeNull()
      expect(standard.log()).toContain('method=OAUTHBEARER')
    } finally {
      await standard.stop()
    }
  })

  test('of which neither is offered says so', async () => {
    const plain = await startDovecot()
    try {
      expect(await checkMailbox(mailboxSettings(plain, { signIn: signIn() }))).toContain(
        'der Server bietet keine Anmeldung mit OAuth 2.0 an',
      )
    } finally {
      await plain.stop()
    }
  })

  test('whose token was withdrawn is opened with a fresh one', async () => {
    const source = tokens()
    const first = await source.accessToken()
    await provider.withdraw(first)
    const before = refusals()
    expect(await checkMailbox(mailboxSettings(dovecot, { signIn: signIn(source) }))).toBeNull()
    expect(refusals()).toBe(before + 1)
    expect(await source.accessToken()).not.toBe(first)
  })

  test('of somebody else is refused after one fresh token, without quick repeats', async () => {
    const before = refusals()
    const kept = keptMails()
    const mailbox = watching(dovecot, kept, { signIn: signIn(), user: 'fremd@kreis.example' })
    await soon('a fault', () => kept.faults.length > 0, 30)
    expect(kept.faults[0]).toMatchObject({
      kind: 'sign-in',
      sentence: expect.stringContaining('der Server nimmt das Zugriffstoken nicht an'),
    })
    expect(refusals()).toBe(before + 2)
    const { phase, retryAt } = mailbox.state()
    expect(phase).toBe('waiting')
    expect(Date.parse(retryAt!) - Date.now()).toBeGreaterThan(45_000)
  })

  test('keeps bringing letters when tokens end while it is watched', async () => {
    const kept = keptMails()
    const before = provider.asked('client_credentials')
    watching(dovecot, kept, { signIn: signIn() })
    await soon('the first look', () => kept.completed > 0, 30)
    // Every connection needs a token anew; the former has ended each time.
    for (const index of [1, 2]) {
      await pause(2100)
      await dovecot.restart()
      await dovecot.deliver(letter(index))
      await soon(`letter ${index}`, () => kept.handed.length >= index, 30)
    }
    expect(kept.subjects()).toEqual(['Brief 1', 'Brief 2'])
    expect(provider.asked('client_credentials')).toBeGreaterThanOrEqual(before + 3)
  })

  test('whose identity provider is away is asked again soon, and says why meanwhile', async () => {
    const kept = keptMails()
    await provider.down()
    try {
      watching(dovecot, kept, { signIn: signIn() })
      await soon('a fault', () => kept.faults.length > 0, 30)
      expect(kept.faults[0]).toMatchObject({
        kind: 'unreachable',
        sentence: expect.stringContaining('der Anmeldedienst ist nicht erreichbar'),
      })
    } finally {
      await provider.up()
    }
    await soon('well again', () => kept.completed > 0, 60)
  })

  test('whose secret is wrong says that, and the mail server is not asked at all', async () => {
    const before = refusals()
    expect(
      await checkMailbox(mailboxSettings(dovecot, { signIn: signIn(tokens({ clientSecret: 'x' })) })),
    ).toBe(
      'Das Postfach lässt sich nicht öffnen (Client-ID oder Client-Secret wird nicht angenommen). Bitte prüfen: KLA_OAUTH_CLIENT_ID und KLA_OAUTH_CLIENT_SECRET.',
    )
    expect(refusals()).toBe(before)
  })
})
