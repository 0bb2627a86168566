import { afterAll, beforeAll, expect, test } from 'vitest'
import { missingDovecot } from '../peers/dovecot.ts'
import { missingPostfix, type Postfix, startPostfix } from '../peers/postfix.ts'
import { letter } from './letters.ts'
import { channel, type Surrounded, surroundings, until } from './world.ts'

const missing = missingDovecot() ?? missingPostfix()

let around: Surrounded
let postfix: Postfix
let address: string

beforeAll(async () => {
  if (missing) return
  // Reports come back to the sender of the letter: the address of the programme, whose mailbox is read.
  around = await surroundings({ dovecot: { user: 'klassenassistenz@kreis-pinneberg.de' } })
  postfix = await startPostfix({ domain: 'kreis-pinneberg.de', lmtpPort: around.dovecot.lmtpPort })
  address = `weg@${postfix.domain}`
}, 60_000)

afterAll(async () => {
  if (missing) return
  await around.stop()
  await postfix?.stop()
})

const sent = () =>
  around.rows<{ id: string; state: string; undelivered: string | null }>(
    'select id, state, undelivered from outgoing_mails order by id',
  )

test.skipIf(missing)(
  '[needs Dovecot and Postfix] Postfix cannot deliver our acknowledgement: its own report comes back, the address is blocked, and no further one goes there',
  { timeout: 180_000 },
  async () => {
    await around.start({ KLA_SMTP_HOST: postfix.host, KLA_SMTP_PORT: String(postfix.port) })
    await around.dovecot.deliver(letter({ id: 'erste@post.example', from: `Ilse Ohlsen <${address}>` }))
    await until(
      async () => (await sent())[0]?.undelivered != null,
      60_000,
      () => postfix.log(),
    )

    expect(await around.rows(`select address, reason from blocked_addresses`)).toEqual([
      { address, reason: 'Die Adresse gibt es nicht (5.1.1).' },
    ])
    expect(await around.rows('select outcome from raw_mails order by id')).toEqual([
      { outcome: 'ticket' },
      { outcome: 'automatic' },
    ])
    expect(await around.rows('select state from tickets')).toEqual([{ state: 'eingegangen' }])
    const news = () => around.slack.messages(channel).filter(post => post.text.includes('kam nicht an'))
    await until(() => news().length === 1, 30_000)
    expect(JSON.stringify(news())).not.toContain(address)

    await around.dovecot.deliver(
      letter({ id: 'zweite@post.example', from: `Ilse Ohlsen <${address}>`, subject: 'Noch eine Frage' }),
    )
    await until(async () => (await around.fate('<zweite@post.example>')).tickets.length === 1, 30_000)
    await until(
      async () =>
        (
          await around.rows(
            `select 1 from outgoing_mails where state in ('ready', 'claimed', 'handing-over')`,
          )
        ).length === 0,
      30_000,
    )
    expect(postfix.log().match(new RegExp(`to=<${address}>`, 'g'))).toHaveLength(1)
  },
)
