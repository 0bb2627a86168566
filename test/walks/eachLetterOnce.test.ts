import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Dovecot, missingDovecot, startDovecot } from '../peers/dovecot.ts'
import { startProxy } from '../peers/proxy.ts'
import { letter } from './letters.ts'
import { type Surrounded, surroundings, until } from './world.ts'

const missing = missingDovecot()

let around: Surrounded
const closing: (() => Promise<unknown>)[] = []
beforeEach(async () => {
  if (!missing) around = await surroundings()
})
afterEach(async () => {
  if (missing) return
  await around.stop()
  for (const close of closing.splice(0)) await close()
})

test.skipIf(missing)(
  'D8: a server that says in the middle of a fetch that some mails no longer exist makes no letter come twice, and none stay away [needs Dovecot]',
  { timeout: 180_000 },
  async () => {
    const line = await startProxy(around.dovecot.imapPort)
    closing.push(line.stop)
    const ids = Array.from({ length: 30 }, (_, i) => `brief-${i}@post.example`)
    around.dovecot.fill(20, i => letter({ id: ids[i]!, from: ids[i]! }))
    // What Exchange Online answers when a colleague moves mails away at this moment.
    line.rewriteNext(
      /^(\S+) OK Fetch completed.*\r$/m,
      '$1 NO Some of the requested messages no longer exist.\r',
    )
    await around.start({ KLA_IMAP_PORT: String(line.port) })
    await until(() => line.rewritten())
    for (const id of ids.slice(20)) await around.dovecot.deliver(letter({ id, from: id }))
    const stored = () => around.rows('select uid from deliveries')
    await until(async () => (await stored()).length >= ids.length && (await around.waiting()) === 0, 40_000)
    expect(await stored()).toHaveLength(ids.length)
    for (const id of ids)
      expect(await around.fate(`<${id}>`), id).toMatchObject({
        outcomes: ['ticket'],
        announcements: 1,
        acknowledgements: 1,
      })
  },
)

test.skipIf(missing)(
  'D9: one letter to two mailboxes has one effect, and both arrivals are proven; another letter under its Message-ID is another letter [needs Dovecot]',
  { timeout: 180_000 },
  async () => {
    const other = await startDovecot({ user: 'elternpost@kreis.example' })
    closing.push(other.stop)
    const raw = letter({ id: 'an-beide@post.example' })
    await around.start(secondMailbox(other))
    await Promise.all([around.dovecot.deliver(raw), other.deliver(raw)])
    await settled(2)
    expect(await outcomes()).toEqual([
      { mailbox_id: 'elternpost@kreis.example/INBOX', outcome: expect.any(String) },
      { mailbox_id: 'postfach@kreis.example/INBOX', outcome: expect.any(String) },
    ])
    expect((await outcomes()).map(row => row.outcome).sort()).toEqual(['duplicate', 'ticket'])
    expect(await around.fate('<an-beide@post.example>')).toMatchObject({
      tickets: [expect.any(String)],
      announcements: 1,
      acknowledgements: 1,
    })

    const text = 'Guten Tag, das ist eine ganz andere Frage: Wer vertritt im Juni? Viele Grüße'
    await other.deliver(letter({ id: 'an-beide@post.example', text }))
    await settled(3)
    expect(await around.rows('select number from tickets')).toHaveLength(2)
  },
)

function secondMailbox(other: Dovecot): Record<string, string> {
  return {
    KLA_IMAP_2_HOST: other.host,
    KLA_IMAP_2_PORT: String(other.imapPort),
    KLA_IMAP_2_SECURITY: 'unverschluesselt-nur-lokal',
    KLA_IMAP_2_USER: other.user,
    KLA_IMAP_2_PASSWORD: other.password,
    KLA_IMAP_2_FIRST_START: 'alles',
  }
}

const outcomes = () =>
  around.rows<{ mailbox_id: string; outcome: string }>(
    'select mailbox_id, outcome from deliveries order by mailbox_id',
  )

async function settled(deliveries: number): Promise<void> {
  const stored = async () => (await around.rows('select 1 from deliveries')).length
  await until(async () => (await stored()) === deliveries && (await around.waiting()) === 0, 30_000)
}
