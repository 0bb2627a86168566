import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startAddress } from '../../src/cli/startAddress.ts'
import { startKla } from '../peers/kla.ts'
import { freshDatabase } from '../peers/postgres.ts'

const url = 'http://127.0.0.1:8080/?zugang=geheim'
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kla-address-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a person at a terminal reads the address itself', () => {
  expect(startAddress(Object.assign(new PassThrough(), { isTTY: true }), folder, url)).toBe(url)
})

test('a service names a file that only its owner may read, also when one lay there open to all', () => {
  const path = join(folder, 'webzugang')
  writeFileSync(path, 'alt')
  chmodSync(path, 0o644)
  const told = startAddress(new PassThrough(), folder, url)
  expect(told).toBe(`Die Adresse mit dem Zugangswort steht in ${path}.`)
  expect(readFileSync(path, 'utf8')).toBe(`${url}\n`)
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('the access token of a started program is nowhere in its output, and opens the page', async () => {
  const database = await freshDatabase()
  const kla = await startKla({ databaseUrl: database.url })
  try {
    const token = new URL(kla.webUrl).searchParams.get('zugang')!
    expect(token.length).toBeGreaterThan(15)
    expect((await fetch(kla.webUrl)).status).toBe(200)
    expect(kla.output()).not.toContain(token)
  } finally {
    await kla.stop()
    await database.drop()
  }
})
