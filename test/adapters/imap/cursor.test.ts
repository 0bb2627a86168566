import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { changedUnheard } from '../../../src/adapters/imap/changedUnheard.ts'
import { openFolder } from '../../../src/adapters/imap/connection.ts'
import { listUids } from '../../../src/adapters/imap/listUids.ts'
import { problemOf } from '../../../src/adapters/imap/problems.ts'
import { type Dovecot, missingDovecot, startDovecot } from '../../peers/dovecot.ts'
import { type KeptMails, keptMails } from '../../peers/keptMails.ts'
import { outlook } from './outlook.ts'
import { letter, mailboxSettings, soon, stopWatching, watching } from './watching.ts'

const never = new AbortController().signal
const minute = 60_000

describe.skipIf(missingDovecot())('what counts as new [needs Dovecot]', () => {
  let dovecot: Dovecot
  beforeEach(async () => {
    dovecot = await startDovecot()
  })
  afterEach(async () => {
    await stopWatching()
    await dovecot.stop()
  })

  /** Mails that arrived so many milliseconds ago by the server's date. */
  function filledAgo(milliseconds: number, count: number, first: number): void {
    const before = new Set(readdirSync(join(dovecot.maildir, 'new')))
    dovecot.fill(count, index => letter(first + index))
    const at = new Date(Date.now() - milliseconds)
    for (const name of readdirSync(join(dovecot.maildir, 'new')))
      if (!before.has(name)) utimesSync(join(dovecot.maildir, 'new', name), at, at)
  }

  /** A listener whose mailbox was first tried so many milliseconds ago. */
  function begunAgo(milliseconds: number): KeptMails {
    const kept = keptMails()
    const { cursor } = kept
    const begunAt = new Date(Date.now() - milliseconds).toISOString()
    kept.cursor = async () => ({ ...(await cursor()), begunAt })
    return kept
  }

  test('D1: a letter that a colleague read first is fetched all the same, and fetching it marks nothing as read', async () => {
    await dovecot.deliver(letter(1))
    await dovecot.deliver(letter(2))
    const colleague = await outlook(dovecot)
    await colleague.mailboxOpen('INBOX')
    await colleague.messageFlagsAdd('1', ['\\Seen'])
    const kept = keptMails()
    watching(dovecot, kept)
    await kept.until(2)
    const flags = await colleague.fetchAll('1:*', { flags: true })
    expect(flags.map(mail => mail.flags?.has('\\Seen'))).toEqual([true, false])
  })

  test('D2: after ten days away everything that came meanwhile is fetched, whatever its date', async () => {
    filledAgo(12 * 24 * 60 * minute, 2, 1)
    const kept = keptMails()
    const mailbox = watching(dovecot, kept)
    await kept.until(2)
    await mailbox.stop()
    filledAgo(10 * 24 * 60 * minute, 3, 3)
    filledAgo(0, 1, 6)
    watching(dovecot, kept)
    await kept.until(6)
    expect(kept.subjects()).toEqual([1, 2, 3, 4, 5, 6].map(n => `Brief ${n}`))
  })

  test('D8: letters that a colleague deletes while others are fetched disturb none of those, and none comes twice', async () => {
    dovecot.fill(300, index => letter(index))
    const colleague = await outlook(dovecot)
    await colleague.mailboxOpen('INBOX')
    const kept = keptMails()
    kept.before = async () => {
      kept.before = null
      // The second batch is on its way, the third is listed and not yet asked for.
      await colleague.messageDelete('1:20,150:160,250:260', { uid: true })
    }
    watching(dovecot, kept)
    await soon('complete', () => kept.completed > 0)
    const subjects = kept.subjects()
    expect(new Set(subjects).size).toBe(subjects.length)
    const gone = (uid: number) => uid <= 20 || (uid >= 150 && uid <= 160) || (uid >= 250 && uid <= 260)
    const left = Array.from({ length: 300 }, (_, i) => i + 1).filter(uid => !gone(uid))
    expect(subjects).toEqual(expect.arrayContaining(left.map(uid => `Brief ${uid - 1}`)))
    expect(subjects).not.toContain('Brief 254')
  })

  test('D10: the first start on an old mailbox brings only what comes after it', async () => {
    filledAgo(24 * 60 * minute, 5, 1)
    const kept = begunAgo(0)
    watching(dovecot, kept, { firstStart: 'baseline' })
    await soon('complete', () => kept.completed > 0)
    expect(kept.handed).toHaveLength(0)
    expect(kept.cursors[0]).toMatchObject({ lastUid: 5, baselineUid: 5 })
    await dovecot.deliver(letter(6))
    await kept.until(1)
    expect(kept.subjects()).toEqual(['Brief 6'])
  })

  test('a letter that arrives between the first look and its note in the database is new', async () => {
    filledAgo(24 * 60 * minute, 2, 1)
    const kept = begunAgo(0)
    kept.before = async () => {
      kept.before = null
      await dovecot.deliver(letter(3))
    }
    watching(dovecot, kept, { firstStart: 'baseline' })
    await soon('complete', () => kept.completed > 0)
    expect(kept.cursors[0]).toMatchObject({ lastUid: 2, baselineUid: 2 })
    await kept.until(1)
    expect(kept.subjects()).toEqual(['Brief 3'])
  })

  test('letters since the first try to watch are new, even if that try was killed or its password was wrong', async () => {
    filledAgo(24 * 60 * minute, 3, 1)
    filledAgo(50 * minute, 2, 4)
    const kept = begunAgo(60 * minute)
    watching(dovecot, kept, { firstStart: 'baseline' })
    await kept.until(2)
    expect(kept.subjects()).toEqual(['Brief 4', 'Brief 5'])
    expect(kept.cursors[0]).toMatchObject({ lastUid: 3, baselineUid: 3 })
  })

  test('an old letter that an import dated into the future makes no other letter new', async () => {
    filledAgo(24 * 60 * minute, 1, 1)
    filledAgo(-365 * 24 * 60 * minute, 1, 2)
    filledAgo(24 * 60 * minute, 2, 3)
    const kept = begunAgo(60 * minute)
    watching(dovecot, kept, { firstStart: 'baseline' })
    await soon('complete', () => kept.completed > 0)
    expect(kept.handed).toEqual([])
    expect(kept.cursors[0]).toMatchObject({ baselineUid: 4 })
  })

  test('a letter that arrives while a renumbered mailbox is listed again is no old one', async () => {
    dovecot.fill(3, index => letter(index))
    const kept = keptMails()
    const mailbox = watching(dovecot, kept)
    await kept.until(3)
    await mailbox.stop()
    await dovecot.changeUidValidity()
    kept.before = async () => {
      kept.before = null
      await dovecot.deliver(letter(99))
    }
    watching(dovecot, kept)
    await kept.until(7)
    const last = kept.handed.at(-1)!
    expect(kept.subjects().at(-1)).toBe('Brief 99')
    expect(last.uid).toBeGreaterThan(kept.cursors.at(-1)!.relistingUpTo!)
  })

  test('opening again tells what no notice told: a letter, a flag, another folder under the name, or none', async () => {
    const colleague = await outlook(dovecot)
    await colleague.mailboxCreate('Anfragen')
    await colleague.append('Anfragen', letter(1))
    const connection = await openFolder(mailboxSettings(dovecot, { folder: 'Anfragen' }), never)
    try {
      expect(await changedUnheard(connection)).toBe(false)
      await colleague.append('Anfragen', letter(2))
      expect(await changedUnheard(connection)).toBe(true)
      expect(await changedUnheard(connection)).toBe(false)
      await colleague.mailboxOpen('Anfragen')
      // Only the mod-sequence tells this.
      await colleague.messageFlagsAdd('1', ['\\Flagged'])
      expect(await changedUnheard(connection)).toBe(true)
      await colleague.mailboxClose()
      await colleague.mailboxRename('Anfragen', 'Weg')
      await colleague.mailboxCreate('Anfragen')
      const { uidValidity } = connection.folder
      expect(await changedUnheard(connection)).toBe(true)
      expect(connection.folder.uidValidity).not.toBe(uidValidity)
      await colleague.mailboxDelete('Anfragen')
      expect(await changedUnheard(connection).catch(problemOf)).toMatchObject({ kind: 'folder' })
    } finally {
      connection.client.close()
    }
  })

  test('a folder that is moved away is a fault within a heartbeat; moved back it goes on where it was', async () => {
    const colleague = await outlook(dovecot)
    await colleague.mailboxCreate('Anfragen')
    await colleague.append('Anfragen', letter(1))
    const kept = keptMails()
    const settings = { folder: 'Anfragen', heartbeatSeconds: 0.3 }
    const mailbox = watching(dovecot, kept, settings)
    await kept.until(1)
    await colleague.mailboxRename('Anfragen', 'Weg')
    // Dovecot may first hang up on whoever has it open.
    await soon('fault', () => kept.faults.some(fault => fault.kind === 'folder'))
    await mailbox.stop()
    await colleague.append('Weg', letter(2))
    await colleague.mailboxRename('Weg', 'Anfragen')
    watching(dovecot, kept, settings)
    await kept.until(2)
    expect(kept.subjects()).toEqual(['Brief 1', 'Brief 2'])
    expect(new Set(kept.cursors.map(cursor => cursor.uidValidity)).size).toBe(1)
  })

  test('another folder under the same name is noticed while the old one is still open', async () => {
    const colleague = await outlook(dovecot)
    await colleague.mailboxCreate('Anfragen')
    await colleague.append('Anfragen', letter(1))
    const kept = keptMails()
    watching(dovecot, kept, { folder: 'Anfragen', heartbeatSeconds: 0.3 })
    await kept.until(1)
    await colleague.mailboxRename('Anfragen', 'Alt')
    // While somebody else looks at the old name, Dovecot may refuse both for a moment.
    await insisting(() => colleague.mailboxCreate('Anfragen'))
    await insisting(() => colleague.append('Anfragen', letter(2)))
    await soon('second', () => kept.subjects().includes('Brief 2'))
    expect(new Set(kept.cursors.map(cursor => cursor.uidValidity)).size).toBe(2)
  })

  test('every UID of a folder can be listed beside the watching, and a missing folder is no empty list', async () => {
    dovecot.fill(1200, index => letter(index))
    const colleague = await outlook(dovecot)
    await colleague.mailboxOpen('INBOX')
    await colleague.messageDelete('5,7:9', { uid: true })
    const { uidValidity, uids } = await listUids(mailboxSettings(dovecot), never)
    expect(uidValidity).toBe((colleague.mailbox as { uidValidity: bigint }).uidValidity)
    expect(uids).toHaveLength(1196)
    expect(uids.slice(0, 6)).toEqual([1, 2, 3, 4, 6, 10])
    await expect(listUids(mailboxSettings(dovecot, { folder: 'Fehlt' }), never)).rejects.toThrow()
    await colleague.mailboxCreate('Leer')
    expect((await listUids(mailboxSettings(dovecot, { folder: 'Leer' }), never)).uids).toEqual([])
  })
})

/** Tries what a person would simply try again; the last refusal is the one that counts. */
async function insisting(act: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await act()
      return
    } catch (error) {
      if (tries >= 50) throw error
      await pause(100)
    }
  }
}
