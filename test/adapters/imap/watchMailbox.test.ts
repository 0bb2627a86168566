import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Dovecot, missingDovecot, startDovecot } from '../../peers/dovecot.ts'
import { keptMails } from '../../peers/keptMails.ts'
import { letter, soon, stopWatching, watching } from './watching.ts'

describe.skipIf(missingDovecot())('a watched mailbox [needs Dovecot]', () => {
  let dovecot: Dovecot
  beforeAll(async () => {
    dovecot = await startDovecot()
  })
  afterAll(() => dovecot?.stop())
  afterEach(stopWatching)

  const emptied = async () => {
    await dovecot.stop()
    dovecot = await startDovecot()
  }

  test('a letter is with the listener soon after its delivery, long before the next look of the heartbeat', async () => {
    const kept = keptMails()
    const mailbox = watching(dovecot, kept)
    await soon('watching', () => mailbox.state().phase === 'watching')
    const delays: number[] = []
    for (let index = 1; index <= 20; index++) {
      await dovecot.deliver(letter(index))
      const delivered = performance.now()
      await kept.until(index)
      delays.push(kept.handedAt[index - 1]! - delivered)
    }
    delays.sort((one, other) => one - other)
    // How quick it is, `npm run bench -- reaction` says; without the notice and the poll it would be 30 s.
    expect(delays[10]).toBeLessThan(3_000)
    expect(delays[19]).toBeLessThan(10_000)
    expect(kept.subjects()).toEqual(Array.from({ length: 20 }, (_, index) => `Brief ${index + 1}`))
  })

  test('a thousand letters come in order, each once, in batches, and the next start brings none of them again', async () => {
    await emptied()
    dovecot.fill(1000, index => letter(index))
    const kept = keptMails()
    const mailbox = watching(dovecot, kept)
    await kept.until(1000)
    await soon('complete', () => kept.completed > 0)
    await mailbox.stop()
    expect(kept.subjects()).toEqual(Array.from({ length: 1000 }, (_, index) => `Brief ${index}`))
    expect(kept.cursors.length).toBeGreaterThanOrEqual(10)
    watching(dovecot, kept)
    await soon('complete again', () => kept.completed > 1)
    expect(kept.handed).toHaveLength(1000)
  })

  test('letters that arrive while others are being stored are neither missed nor doubled', async () => {
    await emptied()
    dovecot.fill(300, index => letter(index))
    const kept = keptMails()
    let late = 300
    kept.before = async () => {
      await dovecot.deliver(letter(late++))
    }
    watching(dovecot, kept)
    await soon('three hundred', () => kept.handed.length >= 300)
    kept.before = null
    await kept.until(late)
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(new Set(kept.subjects()).size).toBe(late)
    expect(kept.handed).toHaveLength(late)
  })

  test('an over-large letter comes with its headers only, and an empty one comes as it is', async () => {
    await emptied()
    dovecot.fill(1, () => letter(1, 2 * 1024 * 1024))
    dovecot.fill(1, () => '')
    dovecot.fill(1, () => letter(3))
    const kept = keptMails()
    watching(dovecot, kept)
    await kept.until(3)
    const [large, empty, small] = kept.handed
    expect(large).toMatchObject({ tooLarge: true })
    expect(large!.size).toBeGreaterThan(2 * 1024 * 1024)
    expect(large!.raw.toString()).toMatch(/^From: .*\r\n\r\n$/s)
    expect(empty).toMatchObject({ tooLarge: false })
    expect(empty!.raw).toHaveLength(0)
    expect(small!.raw.toString()).toBe(letter(3))
  })

  test('a folder beside the inbox can be watched, also one with an umlaut', async () => {
    await emptied()
    const { mkdirSync, cpSync } = await import('node:fs')
    dovecot.fill(1, () => letter(1))
    // RFC 3501 5.1.3: modified UTF-7 of "Entwürfe".
    mkdirSync(`${dovecot.maildir}/.Entw&APw-rfe`, { recursive: true })
    for (const part of ['cur', 'new', 'tmp'])
      cpSync(`${dovecot.maildir}/${part}`, `${dovecot.maildir}/.Entw&APw-rfe/${part}`, { recursive: true })
    const { execFileSync } = await import('node:child_process')
    if (process.getuid?.() === 0)
      execFileSync('chown', ['-R', '--reference', `${dovecot.maildir}/cur`, dovecot.maildir])
    const kept = keptMails()
    watching(dovecot, kept, { folder: 'Entwürfe' })
    await kept.until(1)
    expect(kept.subjects()).toEqual(['Brief 1'])
  })

  test('stopping waits for the transaction under way and is quick', async () => {
    await emptied()
    dovecot.fill(250, index => letter(index))
    const kept = keptMails()
    let begun = false
    kept.before = async () => {
      begun = true
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    const mailbox = watching(dovecot, kept)
    await soon('storing', () => begun)
    const before = performance.now()
    await mailbox.stop()
    expect(performance.now() - before).toBeLessThan(10_000)
    const stored = kept.handed.length
    expect(stored).toBeGreaterThanOrEqual(100)
    await new Promise(resolve => setTimeout(resolve, 200))
    expect(kept.handed).toHaveLength(stored)
    expect(mailbox.state().phase).toBe('stopped')
    kept.before = null
    watching(dovecot, kept)
    await kept.until(250)
    expect(kept.subjects()).toEqual(Array.from({ length: 250 }, (_, index) => `Brief ${index}`))
  })
})
