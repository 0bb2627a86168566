import { appendFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fetchMails } from '../../../src/adapters/folder/arrivals.ts'
import { watchFolder } from '../../../src/adapters/folder/watchFolder.ts'
import type {
  FetchedMail,
  MailboxCursor,
  MailboxListener,
  WatchedMailbox,
} from '../../../src/adapters/types.ts'

let folder: string
let watching: WatchedMailbox | null = null
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kla-folder-'))
})
afterEach(async () => {
  await watching?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Stores in memory what a database would; `failing` makes it refuse. */
function store() {
  const kept: { uid: number; text: string; mail: FetchedMail; cursor: MailboxCursor }[] = []
  const faults: string[] = []
  const seen = { completes: 0, failing: false }
  let cursor: MailboxCursor | null = null
  const listener: MailboxListener = {
    async cursor() {
      return cursor ?? { uidValidity: null, lastUid: 0 }
    },
    async keep(mails, next) {
      if (seen.failing) throw new Error('database away')
      for (const mail of mails) kept.push({ uid: mail.uid, text: mail.raw.toString(), mail, cursor: next })
      cursor = next
    },
    async complete() {
      seen.completes++
    },
    async fault({ sentence }) {
      faults.push(sentence)
    },
  }
  return { listener, kept, faults, seen, texts: () => kept.map(({ text }) => text), cursor: () => cursor }
}

function start(listener: MailboxListener, options = {}): WatchedMailbox {
  watching = watchFolder(folder, listener, { settleMs: 60, pollMs: 100, ...options })
  return watching
}

async function until(done: () => boolean): Promise<void> {
  for (const end = Date.now() + 30_000; !done(); await pause(15))
    if (Date.now() > end) throw new Error('waited too long')
}

const put = (name: string, text: string) => writeFile(path.join(folder, name), text)

describe('a folder as mailbox', () => {
  test('hands over what lies there and what is dropped later, by arrival, and deletes nothing', async () => {
    await put('b.eml', 'eins')
    const { listener, texts, kept, seen } = store()
    start(listener)
    await until(() => texts().length === 1)
    await put('a.eml', 'zwei')
    await until(() => texts().length === 2)
    expect(texts()).toEqual(['eins', 'zwei'])
    expect(kept.map(({ uid }) => uid)).toEqual([1, 2])
    await until(() => seen.completes >= 1)
    expect((await readdir(folder)).filter(name => name.endsWith('.eml'))).toEqual(['a.eml', 'b.eml'])
  })

  test('waits until a file is written to its end', async () => {
    const { listener, texts } = store()
    start(listener, { settleMs: 300 })
    await put('a.eml', 'An')
    for (const part of ['f', 'an', 'g', ' Ende']) {
      await pause(80)
      await appendFile(path.join(folder, 'a.eml'), part)
    }
    await until(() => texts().length > 0)
    await pause(500)
    expect(texts()).toEqual(['Anfang Ende'])
  })

  test('does not take files that are being written under another name', async () => {
    const { listener, texts } = store()
    start(listener)
    await put('.versteckt', 'x')
    await put('a.eml.part', 'x')
    await put('b.eml', 'fertig')
    await until(() => texts().length > 0)
    await rename(path.join(folder, 'a.eml.part'), path.join(folder, 'a.eml'))
    await until(() => texts().length > 1)
    expect(texts()).toEqual(['fertig', 'x'])
  })

  test('takes an mbox apart', async () => {
    await put(
      'post.mbox',
      ['eins', 'zwei'].map(word => `From a Mon Apr 22 09:14:00 2024\nSubject: ${word}\n\n`).join('\n'),
    )
    const { listener, kept } = store()
    start(listener)
    await until(() => kept.length === 2)
    expect(kept.map(({ uid, text }) => `${uid} ${text.trim()}`)).toEqual([
      '1 Subject: eins',
      '2 Subject: zwei',
    ])
  })

  test('hands over only the headers of a mail that is too large', async () => {
    await put('a.eml', `Subject: gross\n\n${'x'.repeat(5000)}`)
    const { listener, kept } = store()
    start(listener, { maxBytes: 1000 })
    await until(() => kept.length === 1)
    expect(kept[0]).toMatchObject({ mail: { tooLarge: true, size: 5016 } })
    expect(kept[0]!.text).toMatch(/^X-Kla-Unreadable: \d+\/1\r\nSubject: gross\n$/)
  })

  test('of mails that are too large no two are the same, in an mbox as in files', async () => {
    const head = (word: string) => `Message-ID: <${word}@post.example>\nSubject: gross\n`
    const long = `\n${'x'.repeat(5000)}\n`
    const apart = 'From a Mon Apr 22 09:14:00 2024\n'
    await put('a.mbox', `${apart}${head('eins')}${long}\n${apart}${head('zwei')}${long}`)
    await put('b.eml', long)
    await put('c.eml', long)
    await put('d.eml', 'x'.repeat(2000))
    await put('e.eml', 'x'.repeat(2000))
    const { listener, kept } = store()
    start(listener, { maxBytes: 1000 })
    await until(() => kept.length === 6)
    const texts = kept.toSorted((one, other) => one.uid - other.uid).map(({ text }) => text)
    expect(texts.slice(0, 2)).toEqual([head('eins'), head('zwei')])
    expect(new Set(texts).size).toBe(6)
    expect(kept.every(({ mail }) => mail.tooLarge && mail.size >= 2000 && mail.size < 5200)).toBe(true)
  })

  test('of files that cannot be read no two are the same', async () => {
    const wanted = [1, 2].map(uid => ({ uid, file: `${uid}`, part: null, size: 5, changedMs: 0 }))
    // A folder under the name of the file: reading it fails for everybody, root too.
    for (const { file } of wanted) await mkdir(path.join(folder, file))
    const mails: FetchedMail[] = []
    for await (const mail of fetchMails(folder, wanted, { uidValidity: 9, maxBytes: 1000 })) mails.push(mail)
    expect(mails.map(({ raw }) => raw.toString())).toEqual([
      'X-Kla-Unreadable: 9/1\r\n\r\n',
      'X-Kla-Unreadable: 9/2\r\n\r\n',
    ])
    expect(mails.every(({ unreadable }) => unreadable)).toBe(true)
  })
})

describe('after a restart', () => {
  test('what is stored does not come again, and numbers go on', async () => {
    const { listener, texts, kept } = store()
    await put('a.eml', 'eins')
    start(listener)
    await until(() => texts().length === 1)
    await watching?.stop()
    await put('b.eml', 'zwei')
    start(listener)
    await until(() => texts().length === 2)
    await pause(250)
    expect(texts()).toEqual(['eins', 'zwei'])
    expect(kept[1]!.cursor).toEqual({ ...kept[0]!.cursor, lastUid: 2 })
  })

  test('a lost numbering lists all again under another validity, marked as old', async () => {
    const { listener, texts, kept } = store()
    await put('a.eml', 'eins')
    start(listener)
    await until(() => texts().length === 1)
    await watching?.stop()
    await writeFile(path.join(folder, '.kla-postfach.json'), '{ kaputt')
    await pause(1100)
    start(listener)
    await until(() => texts().length === 2)
    expect(kept[1]!.cursor.uidValidity).not.toBe(kept[0]!.cursor.uidValidity)
    await put('b.eml', 'neu')
    await until(() => texts().length === 3)
    expect(kept[2]!.cursor.relistingUpTo).toBeNull()
  })
})

describe('when something is wrong', () => {
  test('with the store, nothing is lost and nothing comes twice', async () => {
    const { listener, texts, faults, seen } = store()
    seen.failing = true
    await put('a.eml', 'eins')
    start(listener)
    await until(() => faults.length === 1)
    expect(faults[0]).toMatch(/konnten nicht gespeichert werden/)
    seen.failing = false
    await until(() => texts().length === 1)
    await put('b.eml', 'zwei')
    await until(() => texts().length === 2)
    expect(texts()).toEqual(['eins', 'zwei'])
    expect(watching?.state().fault).toBeNull()
  })

  test('with the folder, it is said, and reading goes on when it is back', async () => {
    await rm(folder, { recursive: true })
    const { listener, texts, faults } = store()
    start(listener)
    await until(() => faults.length === 1)
    expect(faults[0]).toBe(
      'Der Ordner des Postfachs ist nicht nutzbar: Diese Datei oder diesen Ordner gibt es nicht.',
    )
    await mkdir(folder)
    await put('a.eml', 'da')
    await until(() => texts().length === 1)
    expect(texts()).toEqual(['da'])
  })
})
