import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { loadEnvironmentFile } from '../src/envFile.ts'
import { settingNames } from '../src/settings/fields.ts'
import { readSettings } from '../src/settings.ts'
import { makeCertificate } from './peers/certificate.ts'

const text = readFileSync('.env.example', 'utf8')
const filled = text.replace(/^#(?=[A-Z0-9_]+=)/gm, '')
const folder = mkdtempSync(join(tmpdir(), 'kla-env-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the example explains every setting there is, and none that there is not', () => {
  expect(Object.keys(parseEnv(filled)).sort()).toEqual([...settingNames].sort())
})

test('each setting is explained above its line, with its default or what it is needed for', () => {
  for (const block of text.split(/\n\s*\n/).filter(each => /^#[A-Z0-9_]+=/m.test(each))) {
    const explanation = block
      .split('\n')
      .filter(line => line.startsWith('# '))
      .join(' ')
    expect(explanation, block).toMatch(/Standard: |Nur für |nötig|beginnt mit/)
  }
})

test('copied as it is, it changes nothing', () => {
  expect(parseEnv(text)).toEqual({})
})

test('with every example switched on, it is understood and runs everything', () => {
  // One mailbox signs in one way: this one by OAuth2.
  const { KLA_FOLDER_MAILBOX, KLA_CLAMD_SOCKET, KLA_IMAP_PASSWORD, ...written } = parseEnv(filled)
  const { certFile } = makeCertificate(folder)
  const env = Object.fromEntries(
    Object.entries(written).map(([name, value]) => [name, name.endsWith('_CA_FILE') ? certFile : value]),
  )
  const result = readSettings(env)
  expect(result).toMatchObject({
    warnings: [],
    settings: {
      mailboxes: [{ port: 993, folders: ['INBOX', 'Junk-E-Mail'], moveTo: 'Erfasst' }],
      oauth: { secretEnds: '2027-03-01' },
      operatorSmtp: { port: 465 },
      smtp: { port: 465, login: { user: 'klassenassistenz' } },
      platforms: { slack: { mode: 'socket', channels: { koordination: 'C012AB3CD' } } },
      alarmRecipients: ['asd@kreis.example'],
    },
  })
  expect(readSettings({ KLA_FOLDER_MAILBOX })).toMatchObject({ settings: { folderMailbox: './posteingang' } })
})

test('a line that Node would skip in silence is named, and its value is not', () => {
  const path = join(folder, '.env')
  writeFileSync(path, 'KLA_ENVTEST_A=1\nKLA_IMAP_PASSWORD geheim\n# gut\n\nKLA_ENVTEST_B="zwei\nZeilen"\n')
  // In a process of its own: the file is loaded into the environment of whoever reads it.
  const script = `import { loadEnvironmentFile } from './src/envFile.ts'
    console.log(JSON.stringify([loadEnvironmentFile(${JSON.stringify(path)}), process.env.KLA_ENVTEST_B]))`
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { PATH: process.env.PATH },
    encoding: 'utf8',
  })
  expect(JSON.parse(out)).toEqual([
    [`${path}:2: Diese Zeile ist keine Einstellung. Erwartet wird NAME=Wert, oder # für eine Bemerkung.`],
    'zwei\nZeilen',
  ])
})

test('no file at all is no fault', () => {
  expect(loadEnvironmentFile(join(folder, 'fehlt'))).toEqual([])
})
