import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeCertificate } from '../peers/certificate.ts'
import { faults, mailbox, read } from './reading.ts'

const folder = mkdtempSync(join(tmpdir(), 'kla-ca-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

test('a root certificate that is not there is told at the start, not as a mail server that is away', () => {
  expect(faults({ ...mailbox, KLA_IMAP_CA_FILE: '/nope' })).toEqual([
    'KLA_IMAP_CA_FILE „/nope“ ist nicht lesbar. Bitte Pfad und Rechte prüfen.',
  ])
  expect(faults({ ...mailbox, KLA_IMAP_CA_FILE: folder })).toEqual([expect.stringContaining('nicht lesbar')])
  const second = { KLA_IMAP_2_HOST: 'a.example', KLA_IMAP_2_USER: 'b', KLA_IMAP_2_PASSWORD: 'c' }
  expect(faults({ ...second, KLA_IMAP_2_CA_FILE: '/nope' })).toEqual([
    expect.stringMatching(/^KLA_IMAP_2_CA_FILE „\/nope“/),
  ])
})

test.each([
  ['nothing', ''],
  ['binary', '\x30\x82\x01\x0a'],
  ['a key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'],
  ['a damaged certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
])('a file with %s is no root certificate', (name, content) => {
  const path = written(name, content)
  expect(faults({ ...mailbox, KLA_IMAP_CA_FILE: path })).toEqual([
    expect.stringMatching(/^KLA_IMAP_CA_FILE „.*“ enthält kein Zertifikat im Format PEM/),
  ])
})

test('a file with several certificates is good', () => {
  const pem = readFileSync(makeCertificate(folder).certFile, 'utf8')
  const path = written('gut.pem', `Stammzertifikate der Verwaltung\n${pem}${pem}`)
  expect(read({ ...mailbox, KLA_IMAP_CA_FILE: path }).mailboxes[0]?.caFile).toBe(path)
})
