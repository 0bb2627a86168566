import { afterEach, beforeEach, expect, test } from 'vitest'
import { missingDovecot } from '../peers/dovecot.ts'
import { type IdentityProvider, startIdentityProvider } from '../peers/identityProvider.ts'
import { settingsFor } from '../peers/kla.ts'
import { kla as klaCommand } from './command.ts'
import { letter } from './letters.ts'
import { channel, type Surrounded, surroundings, until } from './world.ts'

const missing = missingDovecot()

let provider: IdentityProvider
let around: Surrounded
beforeEach(async () => {
  if (missing) return
  provider = await startIdentityProvider({ life: 2 })
  around = await surroundings({ dovecot: { oauth: { ...provider, mechanisms: ['xoauth2'] } } })
})
afterEach(async () => {
  if (missing) return
  await around.stop()
  await provider.stop()
})

/** A mailbox without a password, and somebody who runs the program. */
const signIn = () => ({
  KLA_IMAP_PASSWORD: '',
  KLA_OAUTH_ISSUER: provider.issuer,
  KLA_OAUTH_CLIENT_ID: provider.clientId,
  KLA_OAUTH_CLIENT_SECRET: provider.clientSecret,
  KLA_OAUTH_CA_FILE: provider.caFile,
  KLA_OAUTH_SECRET_ENDS: '2099-12-31',
  KLA_BETRIEB_MAIL: 'it-betrieb@kreis.example',
  KLA_MAILBOX_ALARM_MINUTES: '0,2',
})

const doctor = () =>
  klaCommand(['doctor'], {
    env: { ...settingsFor({ databaseUrl: around.database.url, ...around }, './data'), ...signIn() },
  })
const said = (words: RegExp) =>
  around.slack.messages(channel).filter(message => words.test(JSON.stringify(message)))

test.skipIf(missing)(
  '[needs Dovecot] D3: a token that cannot be renewed is said in the channel at once and by mail soon, and letters wait for it',
  { timeout: 240_000 },
  async () => {
    const kla = await around.start(signIn())
    await around.dovecot.deliver(letter({ id: 'vorher@post.example' }))
    await until(async () => (await around.fate('<vorher@post.example>')).acknowledgements === 1, 30_000)
    const healthy = await doctor()
    expect(healthy.out).toMatch(/✔ gut +Anmeldung \(OAuth 2\.0\): Zugriffstoken erhalten\./)
    expect(healthy.out).toMatch(/✔ gut +Anmeldung \(OAuth 2\.0\): Das Client-Secret .* am Do 31\.12\.2099\./)

    await provider.down()
    // The mail server ends the session, as it does when the token behind it has ended.
    await around.dovecot.restart()
    await around.dovecot.deliver(letter({ id: 'wartet@post.example' }))
    await until(() => said(/der Anmeldedienst ist nicht erreichbar/).length === 1, 30_000, kla.output)
    const ill = await doctor()
    expect(ill.status).toBe(1)
    expect(ill.out).toMatch(
      /✘ Fehler +Anmeldung \(OAuth 2\.0\): Kein Zugriffstoken: der Anmeldedienst ist nicht erreichbar \(ECONNREFUSED\)\. Bitte prüfen: KLA_OAUTH_ISSUER/,
    )

    const alarms = () => around.sink.letters().filter(({ to }) => to.includes('it-betrieb@kreis.example'))
    await until(() => alarms().length > 0, 120_000, kla.output)
    expect(alarms()).toHaveLength(1)
    expect(alarms()[0]!.headers.subject).toMatch(/Postfach/)

    await provider.up()
    await until(async () => (await around.fate('<wartet@post.example>')).acknowledgements === 1, 90_000)
    for (const secret of [provider.clientSecret, 'wartet@post.example'])
      expect(kla.output() + JSON.stringify(said(/./))).not.toContain(secret)
  },
)
