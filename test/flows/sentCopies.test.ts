import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { sentCopies } from '../../src/adapters/imap/appendSent.ts'
import { letterBytes } from '../../src/adapters/smtp/letterBytes.ts'
import type { SentCopies } from '../../src/adapters/types.ts'
import { missingCopies } from '../../src/db/sentCopies.ts'
import { type CopyNeeds, storeSentCopy } from '../../src/flows/letters/storeSentCopy.ts'
import { TryLater } from '../../src/flows/needs.ts'
import { type Dovecot, missingDovecot, startDovecot } from '../peers/dovecot.ts'
import { type BadLine, startProxy } from '../peers/proxy.ts'
import { type Handling, mail, openHandling } from './handling.ts'
import { type SendingProcess, sendingProcess } from './sending.ts'

const missing = missingDovecot()
const namesItsFolder = `
namespace inbox {
  inbox = yes
  mailbox Gesendet {
    auto = create
    special_use = \\Sent
  }
}
`
let dovecot: Dovecot
let line: BadLine
let world: Handling
let one: SendingProcess
let other: SendingProcess
let opened: SentCopies[]
let vorgang = 0

beforeAll(async () => {
  if (missing) return
  dovecot = await startDovecot({ extra: namesItsFolder })
  line = await startProxy(dovecot.imapPort)
})
afterAll(async () => {
  if (missing) return
  await line.stop()
  await dovecot.stop()
})
beforeEach(async () => {
  opened = []
  world = await openHandling()
  // Message-IDs are made of the Vorgang: each test has its own, because all share one mailbox.
  vorgang += 100
  await world.database.connection.client.unsafe(`alter sequence tickets_id_seq restart with ${vorgang}`)
  one = await sendingProcess(world, { copies: true })
  other = await sendingProcess(world, { copies: true })
  await world.arrive([mail({ subject: `Frage ${Math.random()}` })])
  await one.sendAll()
})
afterEach(async () => {
  await Promise.all(opened.map(each => each.stop()))
  await one.stop()
  await other.stop()
  await world.close()
})

/** Looks like the folder that Dovecot keeps in its Maildir. */
function inFolder(messageId: string, of: Dovecot = dovecot) {
  const folder = join(of.maildir, '.Gesendet')
  return ['cur', 'new']
    .map(name => join(folder, name))
    .filter(path => existsSync(path))
    .flatMap(path => readdirSync(path).map(file => ({ file, raw: readFileSync(join(path, file)) })))
    .filter(({ raw }) => raw.includes(messageId))
}

function copiesIn(place: { port?: number; folder?: string | null } = {}, of: Dovecot = dovecot): SentCopies {
  const copies = sentCopies({
    host: of.host,
    port: place.port ?? of.imapPort,
    security: 'plain-loopback',
    user: of.user,
    signIn: { kind: 'password', password: of.password },
    folder: place.folder ?? null,
    answerSeconds: 1,
  })
  opened.push(copies)
  return copies
}

const needs = (process: SendingProcess, copies: SentCopies): CopyNeeds => ({
  ...process.needs,
  copies,
  underWay: new Set(),
  async bytesOf(letter) {
    const written = await letterBytes(letter)
    return written.kind === 'written' ? written.bytes : null
  },
})
const letter = async () => (await world.database.connection.client`select * from outgoing_mails`)[0]!
const id = async () => Number((await letter()).id)

/** As its job does: again and again, until it is there. */
async function copied(process: CopyNeeds, outgoingMailId: number): Promise<void> {
  await vi.waitUntil(
    async () => {
      await storeSentCopy(process, outgoingMailId).catch(error => {
        if (!(error instanceof TryLater)) throw error
      })
      const [row] = await world.database.connection
        .client`select copied_at from outgoing_mails where id = ${outgoingMailId}`
      return row?.copied_at !== null
    },
    { timeout: 30_000, interval: 50 },
  )
}

describe.skipIf(missing)('the copy of a sent letter [needs Dovecot]', () => {
  test('is ordered with the sending, and only for letters to people outside', async () => {
    const copyJobs = () => world.jobs.filter(job => job.kind === 'storeSentCopy')
    expect(copyJobs().map(job => job.payload)).toEqual([{ outgoingMailId: await id() }])
    await world.arrive([mail({ subject: 'Sorge', body: 'Das Kind wird zu Hause geschlagen und hat Angst.' })])
    await one.sendAll()
    expect(one.handed.map(each => each.to)).toContain('bereitschaft@kreis.example')
    expect(copyJobs()).toHaveLength(2)
  })

  test('is the letter that left, byte for byte, read, in the folder that the server names', async () => {
    await storeSentCopy(needs(one, copiesIn()), await id())
    const [copy, ...more] = inFolder((await letter()).message_id)
    expect(more).toEqual([])
    expect(copy?.file).toMatch(/:2,S$/)
    const written = await letterBytes(one.handed[0]!)
    expect(
      written.kind === 'written' &&
        copy?.raw.equals(Buffer.from(String(written.bytes).replaceAll('\r\n', '\n'))),
    ).toBe(true)
    expect((await letter()).copied_at).not.toBeNull()
    expect(await missingCopies(world.needs.db, 'pinneberg')).toEqual([])
  })

  test('is there once, though the process died between the folder and the database', async () => {
    const copies = copiesIn()
    const stored = Promise.withResolvers<void>()
    const dying: SentCopies = {
      ...copies,
      async store(bytes, messageId, at) {
        await copies.store(bytes, messageId, at)
        stored.resolve()
        return new Promise(() => {})
      },
    }
    void storeSentCopy(needs(one, dying), await id())
    await stored.promise
    expect((await letter()).copied_at).toBeNull()
    // As long as it seems to live nobody else touches it; when it is dead the next one looks before it stores.
    await expect(storeSentCopy(needs(other, copies), await id())).rejects.toThrow(TryLater)
    expect((await letter()).copied_at).toBeNull()
    await one.stop()
    await copied(needs(other, copies), await id())
    expect(inFolder((await letter()).message_id)).toHaveLength(1)
  })

  test('is not left in the hands of a process that failed', async () => {
    const failing: SentCopies = {
      ...copiesIn(),
      async store() {
        throw new Error('a defect of ours')
      },
    }
    await expect(storeSentCopy(needs(one, failing), await id())).rejects.toThrow('a defect')
    await copied(needs(other, copiesIn()), await id())
    expect(inFolder((await letter()).message_id)).toHaveLength(1)
  })

  test('is there once, though two processes store it at the same time', async () => {
    const [here, there] = [needs(one, copiesIn()), needs(other, copiesIn())]
    await Promise.all([copied(here, await id()), copied(there, await id()), copied(here, await id())])
    expect(inFolder((await letter()).message_id)).toHaveLength(1)
  })

  test('is there once, though the answer to the first try was lost', async () => {
    const copies = copiesIn({ port: line.port })
    line.rewriteNext(/\w+ OK \[APPENDUID[^\r\n]*\r\n/, '')
    world.jobs.length = 0
    await storeSentCopy(needs(one, copies), await id())
    expect(line.rewritten()).toBe(true)
    expect((await letter()).copied_at).toBeNull()
    expect(world.jobs).toEqual([
      { kind: 'storeSentCopy', payload: { outgoingMailId: await id() }, afterSeconds: 60 },
    ])
    await storeSentCopy(needs(one, copies), await id())
    expect((await letter()).copied_at).not.toBeNull()
    expect(inFolder((await letter()).message_id)).toHaveLength(1)
  })

  test('waits while the mailbox cannot be reached, and the letter stays sent', async () => {
    const nobody = copiesIn({ port: 1 })
    await expect(storeSentCopy(needs(one, nobody), await id())).rejects.toThrow(TryLater)
    const { state, last_error } = await letter()
    expect({ state, last_error }).toEqual({ state: 'sent', last_error: 'keine Verbindung' })
    await one.sendAll()
    expect(one.handed).toHaveLength(1)
    expect(await missingCopies(world.needs.db, 'pinneberg')).toEqual([{ reason: 'keine Verbindung', n: 1 }])
    await storeSentCopy(needs(one, copiesIn()), await id())
    expect(await missingCopies(world.needs.db, 'pinneberg')).toEqual([])
  })

  test('says in German that a named folder is missing, and makes none', async () => {
    await expect(storeSentCopy(needs(one, copiesIn({ folder: 'Nirgends' })), await id())).rejects.toThrow(
      'der Ordner fehlt',
    )
    expect(existsSync(join(dovecot.maildir, '.Nirgends'))).toBe(false)
  })

  test('goes on over a new connection when the first one breaks', async () => {
    const copies = copiesIn({ port: line.port })
    await storeSentCopy(needs(one, copies), await id())
    await world.arrive([mail({ from: 'b@post.example', subject: 'Zwei' })])
    await one.sendAll()
    line.cutAll()
    const [second] = await world.database.connection
      .client`select * from outgoing_mails order by id desc limit 1`
    await copied(needs(one, copies), Number(second?.id))
    expect(inFolder(second?.message_id)).toHaveLength(1)
  })

  test('a full mailbox is said, and no copy is made where the server names no folder', async () => {
    const full = await startDovecot({
      extra: `${namesItsFolder}
mail_plugins = quota
plugin {
  quota = maildir:User quota
  quota_rule = *:bytes=200
}
`,
    })
    const without = await startDovecot()
    try {
      await expect(storeSentCopy(needs(one, copiesIn({}, full)), await id())).rejects.toThrow(
        'das Postfach ist voll',
      )
      await storeSentCopy(needs(one, copiesIn({}, without)), await id())
      const { copied_at, last_error } = await letter()
      expect({ copied_at, last_error }).toEqual({ copied_at: null, last_error: null })
    } finally {
      await full.stop()
      await without.stop()
    }
  })
})
