import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { createReader, type Reader, type ReaderLimits } from '../../../src/adapters/mime/createReader.ts'
import { ReaderFault } from '../../../src/adapters/mime/readerFault.ts'
import { programmeNamed } from '../../../src/buildWorld.ts'
import { rawMail } from '../../mails/letterIn.ts'

const limits: ReaderLimits = { threads: 2, timeoutMs: 10_000, memoryMb: 128 }
const letter = rawMail('elternfrage-zum-start-in-elmshorn')
const bad = new URL('misbehavingWorker.ts', import.meta.url)

let reader: Reader
const { profile } = programmeNamed('pinneberg')

function open(changes: Partial<ReaderLimits> = {}, workerFile?: URL) {
  reader = createReader({ ...limits, ...changes }, profile, workerFile)
  const read = async (raw: Uint8Array) => (await reader.read(raw)).letter
  return { ...reader, read }
}
afterEach(() => reader.close())

describe('mails are read in threads', () => {
  test('a hundred at once, each with its own answer', async () => {
    const { read } = open()
    const numbered = (i: number) =>
      Buffer.from(letter.toString('latin1').replace('<p1@', `<p${i}@`), 'latin1')
    const letters = await Promise.all(Array.from({ length: 100 }, (_, i) => read(numbered(i))))
    expect(letters.map(({ messageId }) => messageId)).toEqual(letters.map((_, i) => `<p${i}@web.example>`))
  })

  test('the bytes stay with the caller, also when they are a window on larger ones', async () => {
    const large = Buffer.concat([Buffer.alloc(100_000), letter, Buffer.alloc(100_000)])
    const raw = large.subarray(100_000, 100_000 + letter.length)
    expect((await open().read(raw)).messageId).toBe('<p1@web.example>')
    expect(raw.equals(letter)).toBe(true)
  })

  test('header names of the language are no headers', async () => {
    const { headers } = await open().read(letter)
    expect(headers.constructor).toBeUndefined()
    expect(headers.subject).toContain('Elmshorn')
  })

  test('an unreadable mail says why in German', async () => {
    const { read } = open()
    await expect(read(Buffer.alloc(0))).rejects.toMatchObject({
      kind: 'empty',
      german: 'Die Datei ist leer.',
    })
    await expect(read(Buffer.from('kein Brief'))).rejects.toMatchObject({ kind: 'no-mail' })
  })
})

describe('a thread that misbehaves is replaced, and only its mail is rejected', () => {
  test.each([
    ['hangs', 'too-slow'],
    ['eats memory', 'memory'],
    ['exits', 'malformed'],
  ])('when it %s', async (word, kind) => {
    const { read } = open({ threads: 1, timeoutMs: 3000, memoryMb: 32 }, bad)
    const [first, second] = await Promise.allSettled([read(Buffer.from(word)), read(Buffer.from('fine'))])
    expect(first).toMatchObject({ status: 'rejected', reason: { name: 'UnreadableMail', kind } })
    expect(second).toMatchObject({ status: 'fulfilled', value: { subject: 'fine' } })
  })

  test('our own fault is no unreadable mail, so nothing is put in quarantine for it', async () => {
    await expect(open({}, bad).read(Buffer.from('fault'))).rejects.toSatisfy(
      error => error instanceof Error && !(error instanceof ReaderFault) && /failed/.test(error.message),
    )
    await reader.close()
    const missing = open({}, new URL('missing.ts', import.meta.url)).read(letter)
    await expect(missing).rejects.toBeInstanceOf(ReaderFault)
    await expect(missing).rejects.not.toHaveProperty('german')
  })

  test('who hung or burst once is read alone in a fresh thread before anything is said of the mail', async () => {
    for (const word of ['hangs once', 'eats memory once', 'exits once']) {
      const folder = mkdtempSync(path.join(tmpdir(), 'kla-reader-'))
      const { read, close } = open({ threads: 1, timeoutMs: 3000, memoryMb: 32 }, bad)
      const first = `${word}:${path.join(folder, 'tried')}`
      const letters = await Promise.all([first, 'fine'].map(each => read(Buffer.from(each))))
      expect(letters.map(({ subject }) => subject)).toEqual([first, 'fine'])
      await close()
      rmSync(folder, { recursive: true })
    }
  })

  test('a thread that cannot be had for the second look is our fault, not that of the mail', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kla-reader-'))
    const file = path.join(folder, 'once.mjs')
    writeFileSync(
      file,
      `import { existsSync, writeFileSync } from 'node:fs'
       import { parentPort } from 'node:worker_threads'
       const tried = new URL('tried', import.meta.url)
       if (existsSync(tried)) throw new Error('no second thread')
       parentPort.on('message', () => { writeFileSync(tried, ''); process.exit(0) })
       parentPort.postMessage({ kind: 'ready' })`,
    )
    await expect(open({ threads: 1 }, pathToFileURL(file)).read(letter)).rejects.toBeInstanceOf(ReaderFault)
    rmSync(folder, { recursive: true })
  })

  test('hanging mails one after another leave no thread behind', async () => {
    const { read } = open({ timeoutMs: 300 }, bad)
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => read(Buffer.from('hangs'))))
    expect(results.map(({ status }) => status)).toEqual(Array(6).fill('rejected'))
    expect(await read(Buffer.from('fine'))).toMatchObject({ subject: 'fine' })
    expect(
      process.getActiveResourcesInfo().filter(name => name === 'MessagePort').length,
    ).toBeLessThanOrEqual(2 * limits.threads + 2)
  })
})

test('a closed reader rejects what waits and what comes', async () => {
  const { read, close } = open({ threads: 1 })
  const waiting = Promise.allSettled([read(letter), read(letter)])
  await close()
  expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(read(letter)).rejects.toThrow('closed')
  await expect(read(letter)).rejects.toBeInstanceOf(ReaderFault)
})

test('the first look is taken in the thread too', async () => {
  open()
  const { classification } = await reader.read(letter)
  expect(classification).toMatchObject({ stakeholder: 'eltern', place: 'Elmshorn' })
})
