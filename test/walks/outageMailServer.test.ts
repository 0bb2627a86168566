import { afterEach, beforeEach, expect, test } from 'vitest'
import { missingDovecot } from '../peers/dovecot.ts'
import { settingsFor } from '../peers/kla.ts'
import type { SinkBehaviour } from '../peers/smtpSink.ts'
import { kla as klaCommand } from './command.ts'
import { letter } from './letters.ts'
import { type Surrounded, surroundings, until } from './world.ts'

const missing = missingDovecot()

let around: Surrounded
beforeEach(async () => {
  if (!missing) around = await surroundings()
})
afterEach(async () => {
  if (!missing) await around.stop()
})

test.skipIf(missing)(
  '[needs Dovecot] a mail server that says 4xx at any stage gets each letter once, as soon as it takes letters again',
  { timeout: 180_000 },
  async () => {
    await around.start()
    const stages = ['connect', 'mail', 'rcpt', 'end'] as const
    for (const at of stages) {
      await around.sink.behave({ kind: 'refuse', at, code: 451 })
      await deliver(`voruebergehend-${at}`)
      await until(async () => (await outgoing(`voruebergehend-${at}`))?.attempts === 1)
    }
    expect(around.sink.letters()).toHaveLength(0)
    await around.sink.behave({ kind: 'accept' })
    await around.timePasses()
    await until(async () => (await around.waiting()) === 0, 40_000)
    for (const at of stages)
      expect(await around.fate(`<voruebergehend-${at}@post.example>`), at).toMatchObject({
        acknowledgements: 1,
      })
    expect(await doctor()).toMatchObject({ status: 0 })
  },
)

test.skipIf(missing)(
  '[needs Dovecot] a letter that the mail server refuses for good is listed for a person and never tried again',
  async () => {
    await around.start()
    const refused: SinkBehaviour[] = [
      { kind: 'refuse', at: 'rcpt', code: 550 },
      { kind: 'refuse', at: 'end', code: 554 },
    ]
    for (const [i, behaviour] of refused.entries()) {
      await around.sink.behave(behaviour)
      await deliver(`abgelehnt-${i}`)
      await until(async () => (await outgoing(`abgelehnt-${i}`))?.state === 'refused')
    }
    await around.sink.behave({ kind: 'accept' })
    // Control: the next letter gets out over the same sender.
    await deliver('danach')
    await until(async () => (await outgoing('danach'))?.state === 'sent')
    expect(around.sink.letters()).toHaveLength(1)
    const { status, out } = await doctor()
    expect(status).toBe(1)
    expect(out.match(/✘ Fehler +Versand abgelehnt: .*Eingangsbestätigung.*55[04]/g)).toHaveLength(2)
    expect(out).not.toMatch(/@post\.example/)
  },
)

test.skipIf(missing)(
  '[needs Dovecot] a mail server that breaks the line after the last dot leaves a letter in doubt, which nobody repeats',
  async () => {
    const kla = await around.start()
    await around.sink.behave({ kind: 'cut' })
    await deliver('schnitt')
    await until(async () => (await outgoing('schnitt'))?.state === 'uncertain')
    await around.sink.behave({ kind: 'accept' })
    await kla.stop()
    await around.start()
    await deliver('danach')
    await until(async () => (await outgoing('danach'))?.state === 'sent')
    expect((await around.fate('<schnitt@post.example>')).acknowledgements).toBe(1)
    const { status, out } = await doctor()
    expect(status).toBe(1)
    expect(out).toMatch(/✘ Fehler +Versand ungewiss: .*Eingangsbestätigung.*nicht geantwortet/)
  },
)

test.skipIf(missing)(
  '[needs Dovecot] a mail server that hangs after the last dot keeps no other letter from leaving, nor the program from ending',
  { timeout: 480_000 },
  async () => {
    const kla = await around.start()
    await around.sink.behave({ kind: 'hang' })
    await deliver('haengt')
    await until(async () => (await outgoing('haengt'))?.state === 'handing-over')
    await around.sink.behave({ kind: 'accept' })
    await deliver('danach')
    await until(async () => (await outgoing('danach'))?.state === 'sent')
    const asked = performance.now()
    expect(await kla.stop()).toBe(0)
    // Who stops a service waits 90 s at most before it is killed (systemd).
    expect(performance.now() - asked).toBeLessThan(30_000)

    await around.start()
    // At once, or where the server frees the lock of the ended process late, with the gleaning every five minutes.
    await until(async () => (await outgoing('haengt'))?.state === 'uncertain', 330_000)
    expect((await around.fate('<haengt@post.example>')).acknowledgements).toBe(0)
    expect((await doctor()).out).toMatch(/✘ Fehler +Versand ungewiss: .*Eingangsbestätigung/)
  },
)

async function deliver(name: string): Promise<void> {
  await around.dovecot.deliver(letter({ id: `${name}@post.example`, from: `${name}@post.example` }))
}

/** The acknowledgement of a letter. */
async function outgoing(name: string): Promise<{ state: string; attempts: number } | undefined> {
  const [row] = await around.rows<{ state: string; attempts: number }>(
    `select state, attempts from outgoing_mails where to_address = '${name}@post.example'`,
  )
  return row
}

function doctor() {
  const env = settingsFor({ databaseUrl: around.database.url, ...around }, './data')
  return klaCommand(['doctor'], { env })
}
