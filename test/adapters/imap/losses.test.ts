import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { openFolder } from '../../../src/adapters/imap/connection.ts'
import { noSuspects } from '../../../src/adapters/imap/suspects.ts'
import { syncFolder } from '../../../src/adapters/imap/syncFolder.ts'
import { watchMailbox } from '../../../src/adapters/imap/watchMailbox.ts'
import { type Dovecot, missingDovecot, startDovecot } from '../../peers/dovecot.ts'
import { keptMails } from '../../peers/keptMails.ts'
import { type BadLine, startProxy } from '../../peers/proxy.ts'
import { letter, mailboxSettings, soon, stopWatching, watching } from './watching.ts'

describe.skipIf(missingDovecot())('a mailbox whose server or line fails [needs Dovecot]', () => {
  let dovecot: Dovecot
  let proxy: BadLine | null = null
  beforeEach(async () => {
    dovecot = await startDovecot()
  })
  afterEach(async () => {
    await stopWatching()
    await proxy?.stop()
    proxy = null
    await dovecot.stop()
  })

  test('after a power cut of the server the watcher comes back by itself and brings what arrived since', async () => {
    const kept = keptMails()
    const mailbox = watching(dovecot, kept)
    await dovecot.deliver(letter(1))
    await kept.until(1)
    await dovecot.killGroup()
    await soon('fault', () => kept.faults.length === 1)
    expect(kept.faults[0]).toMatchObject({ kind: 'unreachable' })
    expect(mailbox.state()).toMatchObject({ phase: 'waiting', fault: { kind: 'unreachable' } })
    dovecot.fill(1, () => letter(2))
    await dovecot.restart()
    await kept.until(2)
    await soon('well again', () => mailbox.state().fault === null)
    expect(kept.subjects()).toEqual(['Brief 1', 'Brief 2'])
  })

  test('a line that breaks in the middle of a letter loses nothing and doubles nothing', async () => {
    dovecot.fill(6, index => letter(index, 300_000))
    proxy = await startProxy(dovecot.imapPort)
    // Sign-in and listing take about 2 kB: the line breaks within the first letter, then within the fourth.
    proxy.cutNextAfter(100_000)
    const kept = keptMails()
    watching(dovecot, kept, { port: proxy.port, security: 'plain-loopback' })
    await soon('first cut', () => kept.faults.length === 1)
    proxy.cutNextAfter(1_100_000)
    await kept.until(6)
    expect(kept.subjects()).toEqual(Array.from({ length: 6 }, (_, index) => `Brief ${index}`))
    expect(kept.handed.map(mail => mail.raw.toString())).toEqual(
      Array.from({ length: 6 }, (_, index) => letter(index, 300_000)),
    )
    expect(proxy.connections()).toBe(3)
  })

  test('wherever the line breaks, and however often, every letter comes once and in order', async () => {
    const count = 12
    dovecot.fill(count, index => letter(index, 1000 * (index % 4)))
    proxy = await startProxy(dovecot.imapPort)
    const kept = keptMails()
    const suspects = noSuspects()
    const settings = mailboxSettings(dovecot, { port: proxy.port, security: 'plain-loopback' })
    let breaks = 0
    for (let bytes = 500; kept.handed.length < count; bytes += 331) {
      proxy.cutNextAfter(bytes)
      try {
        const connection = await openFolder(settings, new AbortController().signal)
        await syncFolder(connection, kept, { maxBytes: 1e6, firstStart: 'all', suspects })
        connection.client.close()
      } catch {
        breaks++
      }
    }
    expect(breaks).toBeGreaterThan(10)
    expect(kept.handed.some(mail => mail.unreadable)).toBe(false)
    expect(kept.handed.map(mail => mail.raw.toString())).toEqual(
      Array.from({ length: count }, (_, index) => letter(index, 1000 * (index % 4))),
    )
  })

  test('a connection that ends between two fetches is not taken for an empty folder', async () => {
    dovecot.fill(350, index => letter(index))
    const kept = keptMails()
    const connection = await openFolder(mailboxSettings(dovecot), new AbortController().signal)
    kept.before = async () => {
      // By then the next batch has come and nothing is under way.
      await new Promise(resolve => setTimeout(resolve, 150))
      connection.client.close()
    }
    const options = { maxBytes: 1e6, firstStart: 'all', suspects: noSuspects() } as const
    await expect(syncFolder(connection, kept, options)).rejects.toThrow('connection lost')
    expect(kept.cursors.at(-1)!.lastUid).toBe(kept.handed.length)
  })

  test('an IDLE that falls silent without breaking the line is noticed and replaced', async () => {
    proxy = await startProxy(dovecot.imapsPort)
    const kept = keptMails()
    const mailbox = watching(dovecot, kept, { port: proxy.port, answerSeconds: 1 })
    await soon('watching', () => mailbox.state().phase === 'watching')
    proxy.stall()
    await dovecot.deliver(letter(1))
    await soon('fault', () => kept.faults.length > 0, 4)
    expect(kept.faults[0]!.sentence).toContain('keine Antwort')
    proxy.heal()
    await kept.until(1)
    expect(kept.subjects()).toEqual(['Brief 1'])
  })

  test('pauses grow while the server takes the sign-in and then fails, and only a full sync makes them short again', async () => {
    dovecot.fill(1, () => letter(1))
    proxy = await startProxy(dovecot.imapPort)
    const kept = keptMails()
    const pauses: number[] = []
    // Within the first letter: everything before it, sign-in and listing, succeeded.
    dovecot.fill(1, () => letter(2, 300_000))
    proxy.cutNextAfter(100_000)
    const log = {
      info: () => {},
      warn: (fields: object) => {
        if ('times' in fields) pauses.push(Number(fields.times))
        if (pauses.length < 3) proxy?.cutNextAfter(100_000)
      },
    }
    const mailbox = watchMailbox({
      ...mailboxSettings(dovecot, { port: proxy.port, security: 'plain-loopback' }),
      listener: kept,
      log,
    })
    onTestFinished(() => mailbox.stop())
    await kept.until(2)
    await soon('well again', () => kept.completed > 0)
    expect(pauses).toEqual([1, 2, 3])
    proxy.cutAll()
    await soon('cut again', () => pauses.length === 4)
    expect(pauses[3]).toBe(1)
  })

  test('another UIDVALIDITY lists everything again under the new numbers, and says so', async () => {
    dovecot.fill(3, index => letter(index))
    const kept = keptMails()
    watching(dovecot, kept)
    await kept.until(3)
    const before = kept.cursors.at(-1)!
    await dovecot.changeUidValidity()
    await kept.until(6)
    expect(kept.different()).toBe(3)
    const after = kept.cursors.at(-1)!
    expect(after.uidValidity).not.toBe(before.uidValidity)
    expect(after).toMatchObject({ lastUid: 3, relistingUpTo: 3 })
    await dovecot.deliver(letter(7))
    await kept.until(7)
    expect(kept.cursors.at(-1)).toMatchObject({ lastUid: 4 })
  })

  test('a wrong password is tried once and then not again for a minute', async () => {
    const kept = keptMails()
    const mailbox = watching(dovecot, kept, { signIn: { kind: 'password', password: 'falsch' } })
    await soon('fault', () => kept.faults.length === 1)
    const inSeconds = (Date.parse(mailbox.state().retryAt!) - Date.now()) / 1000
    expect(inSeconds).toBeGreaterThan(55)
    expect(kept.faults[0]).toMatchObject({ kind: 'sign-in' })
    expect(kept.faults[0]!.sentence).toMatch(
      /^Das Postfach ist seit \d\d:\d\d nicht erreichbar \(Anmeldung abgelehnt\)\. Briefe gehen nicht verloren; sobald die Anmeldung wieder gelingt, werden sie abgeholt\. Bitte Zugang prüfen: kla doctor\.$/,
    )
    await new Promise(resolve => setTimeout(resolve, 1500))
    expect(dovecot.log().match(/Password mismatch/g)).toHaveLength(1)
    const before = performance.now()
    await mailbox.stop()
    // It waits for nothing, least of all for that minute.
    expect(performance.now() - before).toBeLessThan(10_000)
  })

  test('a folder that does not exist is named as the fault and asked for seldom', async () => {
    const kept = keptMails()
    const mailbox = watching(dovecot, kept, { folder: 'Gibtesnicht' })
    await soon('fault', () => kept.faults.length === 1)
    expect(kept.faults[0]).toMatchObject({ kind: 'folder' })
    expect(Date.parse(mailbox.state().retryAt!) - Date.now()).toBeGreaterThan(55_000)
  })

  test('a certificate of an unknown authority is refused', async () => {
    const kept = keptMails()
    watching(dovecot, kept, { caFile: undefined })
    await soon('fault', () => kept.faults.length === 1)
    expect(kept.faults[0]!.sentence).toContain('Zertifikat des Servers nicht vertrauenswürdig')
    expect(dovecot.log()).not.toContain('Info: Login:')
  })

  test('STARTTLS signs in, and plain text to another machine is refused before a byte leaves', async () => {
    await dovecot.deliver(letter(1))
    const kept = keptMails()
    watching(dovecot, kept, { port: dovecot.imapPort, security: 'starttls' })
    await kept.until(1)
    expect(dovecot.log()).toMatch(/Info: Login: .*TLS/)
    const far = mailboxSettings(dovecot, { host: 'imap.kreis.example', security: 'plain-loopback' })
    await expect(openFolder(far, new AbortController().signal)).rejects.toThrow('plain text is refused')
  })

  test('a listener that cannot store gets the same letters again, and the cursor stays', async () => {
    dovecot.fill(150, index => letter(index))
    const kept = keptMails()
    let tries = 0
    kept.before = async () => {
      if (tries++ === 1) throw new Error('database is away')
    }
    watching(dovecot, kept)
    await kept.until(150)
    expect(kept.subjects()).toEqual(Array.from({ length: 150 }, (_, index) => `Brief ${index}`))
    expect(kept.faults).toHaveLength(1)
    expect(kept.faults[0]!.sentence).toContain('Briefe konnten nicht gespeichert werden')
  })

  test('a letter that the server cannot read delays the others, but does not hide them for ever', async () => {
    dovecot.fill(3, index => letter(index))
    const files = readdirSync(join(dovecot.maildir, 'new')).sort()
    chmodSync(join(dovecot.maildir, 'new', files[1]!), 0o000)
    const kept = keptMails()
    const suspects = noSuspects()
    let failures = 0
    while (failures < 20 && kept.handed.length < 3) {
      const connection = await openFolder(mailboxSettings(dovecot), new AbortController().signal)
      await syncFolder(connection, kept, { maxBytes: 1e6, firstStart: 'all', suspects }).catch(
        () => failures++,
      )
      connection.client.close()
    }
    // Once in the whole list, once in a piece of it, which makes it a suspect, then three times alone.
    expect(failures).toBe(5)
    expect(kept.handed.map(mail => mail.unreadable ?? false)).toEqual([false, true, false])
    expect(kept.handed[2]!.raw.toString()).toBe(letter(2))
  })
})
