import { afterEach, beforeEach, expect, test } from 'vitest'
import { missingDovecot } from '../peers/dovecot.ts'
import type { SinkLetter } from '../peers/smtpSink.ts'
import { letter } from './letters.ts'
import { type Surrounded, surroundings, until } from './world.ts'

const missing = missingDovecot()
const caps = { address: 3, domain: 5, hour: 50 }

let around: Surrounded
/** How a machine answers a letter that it gets; null: not at all. By domain. */
let machines: Record<string, (got: SinkLetter, nth: number) => string | null>
let answered: Record<string, number>

beforeEach(async () => {
  if (missing) return
  machines = {}
  answered = {}
  around = await surroundings({ onLetter: got => answer(got) })
})
afterEach(async () => {
  if (!missing) await around.stop()
})

function answer(got: SinkLetter): void {
  const domain = got.to[0]?.split('@')[1] ?? ''
  answered[domain] = (answered[domain] ?? 0) + 1
  const reply = machines[domain]?.(got, answered[domain])
  if (reply) void around.dovecot.deliver(reply)
}

const domains = (letters: SinkLetter[]) => letters.map(({ to }) => to[0]?.split('@')[1] ?? '')
const count = (domain: string) => domains(around.sink.letters()).filter(each => each === domain).length

/** Everything that came in is handled, and nothing more is on its way out. */
async function quiet(): Promise<boolean> {
  const [row] = await around.rows<{ n: number }>(
    `select (select count(*) from raw_mails where outcome is null)::int
          + (select count(*) from outgoing_mails where state in ('ready', 'claimed', 'handing-over'))::int as n`,
  )
  return row!.n === 0
}

/** Quiet, and all that machines sent has arrived. */
async function comesToRest(expectedMails: () => number): Promise<void> {
  await until(
    async () => {
      const [row] = await around.rows<{ n: number }>('select count(*)::int as n from raw_mails')
      return row!.n >= expectedMails() && (await quiet())
    },
    90_000,
    () => JSON.stringify(answered),
  )
}

test.skipIf(missing)(
  '[needs Dovecot] D13: two autoresponders that give themselves away by nothing, one with a fresh address each time, get a bounded number of letters',
  { timeout: 180_000 },
  async () => {
    // A ticket tool: each answer has an address and a number of its own.
    machines['crm.example'] = (got, nth) =>
      letter({
        id: `crm-${nth}@crm.example`,
        from: `Kundenservice <fall-${nth}@crm.example>`,
        subject: `[#${88_000 + nth}] Ihre Anfrage ${got.headers.subject} ist bei uns`,
        text: `Guten Tag, Ihre Anfrage hat die Nummer ${88_000 + nth}. Ein Kollege kümmert sich.`,
      })
    // A mail program of a person: always the same address, and no thread.
    machines['haus.example'] = (_got, nth) =>
      letter({
        id: `haus-${nth}@haus.example`,
        from: 'Ilse Ohlsen <ilse@haus.example>',
        subject: 'Ich habe Ihre Post bekommen',
        text: `Ihre Post Nummer ${nth} ist angekommen und wird gelesen.`,
      })
    await around.start({
      KLA_MAIL_CAP_ADDRESS_DAY: String(caps.address),
      KLA_MAIL_CAP_DOMAIN_HOUR: String(caps.domain),
      KLA_MAIL_CAP_HOUR: String(caps.hour),
    })
    await around.dovecot.deliver(
      letter({ id: 'erste@crm.example', from: 'fall-0@crm.example', subject: 'Eingang' }),
    )
    await around.dovecot.deliver(letter({ id: 'erste@haus.example', from: 'ilse@haus.example' }))
    await comesToRest(() => 2 + caps.domain + caps.address)
    // A person still gets an answer meanwhile.
    await around.dovecot.deliver(letter({ id: 'mensch@post.example' }))
    await until(() => count('post.example') === 1, 60_000)
    await until(quiet, 60_000)
    // The first letter was like no other.
    expect(count('crm.example')).toBeLessThanOrEqual(1 + caps.domain)
    expect(count('haus.example')).toBeLessThanOrEqual(caps.address)
    expect(count('crm.example') + count('haus.example')).toBeGreaterThan(2)
    const held = await around.rows(`select 1 from outgoing_mails where state = 'held'`)
    expect(held.length).toBeGreaterThan(0)
  },
)

test.skipIf(missing)(
  '[needs Dovecot] D11: an autoresponder that says what it is, or answers in the thread, gets the one letter and no other',
  { timeout: 180_000 },
  async () => {
    machines['ehrlich.example'] = (got, nth) =>
      letter({
        id: `ehrlich-${nth}@ehrlich.example`,
        from: 'ilse@ehrlich.example',
        subject: `Re: ${got.headers.subject}`,
        headers: ['Auto-Submitted: auto-replied', `In-Reply-To: ${got.headers['message-id']}`],
        text: 'Vielen Dank, ich melde mich.',
      })
    machines['faden.example'] = (got, nth) =>
      letter({
        id: `faden-${nth}@faden.example`,
        from: 'ilse@faden.example',
        subject: `Re: ${got.headers.subject}`,
        headers: [`In-Reply-To: ${got.headers['message-id']}`],
        text: 'Ihre Post ist angekommen.',
      })
    await around.start()
    for (const domain of ['ehrlich.example', 'faden.example'])
      await around.dovecot.deliver(letter({ id: `erste@${domain}`, from: `ilse@${domain}` }))
    await comesToRest(() => 4)
    expect(domains(around.sink.letters()).sort()).toEqual(['ehrlich.example', 'faden.example'])
    expect(
      await around.rows(
        'select outcome, count(*)::int as n from raw_mails group by outcome order by outcome',
      ),
    ).toEqual([
      { outcome: 'automatic', n: 1 },
      { outcome: 'followup', n: 1 },
      { outcome: 'ticket', n: 2 },
    ])
  },
)
