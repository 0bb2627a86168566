import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { missingDovecot } from '../peers/dovecot.ts'
import { settingsFor } from '../peers/kla.ts'
import { kla as klaCommand } from './command.ts'
import { letter } from './letters.ts'
import { channel, type Surrounded, surroundings, until } from './world.ts'

const missing = missingDovecot()

let around: Surrounded
beforeEach(async () => {
  if (!missing) around = await surroundings()
})
afterEach(async () => {
  if (!missing) await around.stop()
})

test.skipIf(missing)(
  '[needs Dovecot] a mailbox whose password is wrong is asked once in ten seconds; log, Slack and doctor say it, and that it is over',
  { timeout: 180_000 },
  async () => {
    const wrong = { KLA_IMAP_PASSWORD: 'vertippt' }
    const kla = await around.start(wrong)
    await around.dovecot.deliver(letter({ id: 'wartet@post.example' }))
    await until(() => said(/Anmeldung abgelehnt/).length === 1)
    await pause(10_000)
    // Many servers lock an account after a few wrong passwords.
    expect(refusals()).toBe(1)
    expect(said(/Anmeldung abgelehnt/)).toHaveLength(1)
    expect(said(/Anmeldung abgelehnt/)[0]?.text).toMatch(/Postfach/)
    expect(kla.output()).toMatch(
      /"kind":"sign-in".*Das Postfach ist seit .+ nicht erreichbar \(Anmeldung abgelehnt\)/,
    )
    expect(kla.output() + JSON.stringify(said(/./))).not.toContain('vertippt')

    const doctor = await klaCommand(['doctor'], { env: { ...settings(), ...wrong } })
    expect(doctor.status).toBe(1)
    expect(doctor.out).toMatch(
      /✘ Fehler +Postfach: .+Anmeldung abgelehnt.+KLA_IMAP_USER und KLA_IMAP_PASSWORD/,
    )
    // Control: what works is not called wrong.
    expect(doctor.out).toMatch(/✔ gut +Mailserver/)
    expect(doctor.out).toMatch(/✔ gut +Slack/)

    await kla.stop()
    await around.start()
    await until(async () => (await around.fate('<wartet@post.example>')).acknowledgements === 1)
    await until(() => said(/wieder erreichbar/).length === 1)
    expect((await klaCommand(['doctor'], { env: settings() })).status).toBe(0)
  },
)

function said(words: RegExp) {
  return around.slack.messages(channel).filter(message => words.test(JSON.stringify(message)))
}

/** Refused sign-ins in Dovecot's log. */
const refusals = () => around.dovecot.log().match(/Password mismatch/g)?.length ?? 0

function settings(): Record<string, string> {
  return settingsFor({ databaseUrl: around.database.url, ...around }, './data')
}
