import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FetchedMail } from '../../src/adapters/types.ts'
import { openMailboxes } from '../../src/build/buildMailboxes.ts'
import { openLog } from '../../src/log.ts'
import { readSettings } from '../../src/settings.ts'
import { pinneberg } from '../domain/programme/pinneberg.ts'
import { freshDatabase } from '../peers/postgres.ts'

test('a folder as mailbox obeys the same limit for large mails as a real one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kla-limit-'))
  const read = readSettings({ KLA_FOLDER_MAILBOX: folder, KLA_MAX_MAIL_MB: '1' })
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  for (const [name, bytes] of Object.entries({ klein: 1000, gross: 1_100_000 }))
    writeFileSync(join(folder, `${name}.eml`), `Subject: ${name}\n\n${'x'.repeat(bytes)}`)
  const database = await freshDatabase()
  const kept: FetchedMail[] = []
  const world = {
    settings: read.settings,
    programme: pinneberg(),
    connection: database.connection,
    tokens: null,
    log: openLog({ level: 'silent' }),
  }
  const mailboxes = openMailboxes(world, () => ({
    cursor: async () => ({ uidValidity: null, lastUid: 0 }),
    keep: async mails => void kept.push(...mails),
    complete: async () => {},
    fault: async () => {},
  }))
  try {
    await expect.poll(() => kept.length, { timeout: 8000 }).toBe(2)
    const found = kept.map(mail => [/Subject: (\w+)/.exec(mail.raw.toString())?.[1], mail.tooLarge])
    expect(found).toEqual(
      expect.arrayContaining([
        ['klein', false],
        ['gross', true],
      ]),
    )
  } finally {
    await mailboxes.stop()
    await database.drop()
    rmSync(folder, { recursive: true })
  }
})
