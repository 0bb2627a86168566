import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSecret } from '../src/secret.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kla-secret-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('what the settings say is used, and nothing is written', () => {
  const said = 'x'.repeat(32)
  expect(readSecret({ secret: said, dataDir: folder })).toBe(said)
  expect(readdirSync(folder)).toEqual([])
})

test('without one, the first start makes one that later starts find again', () => {
  const dataDir = join(folder, 'neu', 'data')
  const first = readSecret({ secret: null, dataDir })
  expect(first).toMatch(/^[0-9a-f]{64}$/)
  expect(readSecret({ secret: null, dataDir })).toBe(first)
  expect(readdirSync(dataDir)).toEqual(['secret'])
})

test('only the owner may read it', () => {
  readSecret({ secret: null, dataDir: folder })
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
})

test('a damaged one is said and not replaced, because replies to earlier letters depend on it', () => {
  writeFileSync(join(folder, 'secret'), 'kurz\n')
  expect(() => readSecret({ secret: null, dataDir: folder })).toThrow(/beschädigt/)
})

test('six processes that start at once agree on one', async () => {
  const script = `import { readSecret } from './src/secret.ts'
    console.log(readSecret({ secret: null, dataDir: process.argv[1] }))`
  const runs = await Promise.all(
    Array.from({ length: 6 }, () =>
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, folder]),
    ),
  )
  expect(new Set(runs.map(run => run.stdout)).size).toBe(1)
  expect(readdirSync(folder)).toEqual(['secret'])
})
