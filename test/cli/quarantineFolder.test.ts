import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Io } from '../../src/cli/command.ts'
import { runCli } from '../../src/cli.ts'
import { handleMails } from '../../src/flows/intake/handleMails.ts'
import { keepMails } from '../../src/flows/intake/keepMails.ts'
import { type Handling, mail, openHandling } from '../flows/handling.ts'

let house: Handling
let folder: string
beforeEach(async () => {
  house = await openHandling()
  folder = mkdtempSync(join(tmpdir(), 'kla-folder-'))
})
afterEach(async () => {
  await house.close()
  rmSync(folder, { recursive: true })
})

test('of a letter that was too large for a watched folder nobody is sent to a mail server that does not exist', async () => {
  const raw = Buffer.from(mail())
  const kept = await keepMails(
    { ...house.needs, programmeId: 'pinneberg' },
    { mailboxId: 'postfach/Ordner', uidValidity: 1n, isLive: () => true },
    [{ uid: 1, raw, size: 60 * 1024 * 1024, arrivedAt: null, tooLarge: true }],
    { uidValidity: 1n, lastUid: 1, relistingUpTo: null },
  )
  await handleMails(
    house.needs,
    kept.map(each => each.id),
  )
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const env = { DATABASE_URL: house.database.url, KLA_DATA_DIR: folder, KLA_FOLDER_MAILBOX: folder }
  const io = { stdin: Readable.from([]), stdout, stderr, env } as unknown as Io
  expect(await runCli(['quarantine', 'alle'], io)).toBe(1)
  const said = String(stderr.read())
  expect(said).toMatch(/Bitte KLA_MAX_MAIL_MB anheben und die Datei noch einmal in den Ordner legen\.\n$/)
  expect(said).not.toContain('Mailserver')
})
