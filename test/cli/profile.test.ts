import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../../src/cli.ts'
import { profileNames } from '../domain/programme/profiles.ts'
import { freshDatabase } from '../peers/postgres.ts'

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'kla-profil-'))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

async function kla(words: string[], env: Record<string, string> = {}) {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const [out, err] = [text(stdout), text(stderr)]
  const status = await runCli(words, { stdin: Readable.from([]), stdout, stderr, env })
  stdout.end()
  stderr.end()
  return { status, out: await out, err: await err }
}

/** A new profile in a file of its own. */
async function made(name: string): Promise<string> {
  const file = join(directory, `${name}.yaml`)
  expect((await kla(['profile', 'new', file])).status).toBe(0)
  return file
}

/** What a county writes into the marked lines, in their order. */
const answers = [
  'Schulassistenz',
  'Musterkreis',
  'TH',
  '"2026-01-15"',
  'Beschluss des Kreistags',
  'Schulassistenz, Musterkreis',
  'Musterkreis',
  'Musterstadt',
]

function filled(yaml: string): string {
  let i = 0
  return yaml.replace(/: # ← ausfüllen/g, () => `: ${answers[i++]}`)
}

describe('kla profile new', () => {
  test('writes a skeleton whose only faults are the lines marked to fill in', async () => {
    const file = await made('musterkreis')
    const lines = readFileSync(file, 'utf8').split('\n')
    const marked = lines.flatMap((line, i) => (/^[^#]*# ← ausfüllen$/.test(line) ? [i + 1] : []))
    const { status, out, err } = await kla(['profile', 'check', file])
    const named = [...out.matchAll(/Zeile (\d+): /g)].map(found => Number(found[1]))
    expect(marked).toHaveLength(answers.length)
    expect(named).toEqual(marked)
    expect(out.match(/ist leer/g)).toHaveLength(marked.length)
    expect({ status, err }).toEqual({ status: 1, err: 'Ein Profil hat Fehler.\n' })
  })

  test('never writes over a file that is there', async () => {
    const file = await made('schon-da')
    writeFileSync(file, 'mein Text')
    const { status, err } = await kla(['profile', 'new', file])
    expect(status).toBe(1)
    expect(err).toContain('gibt es schon')
    expect(readFileSync(file, 'utf8')).toBe('mein Text')
  })

  test.each(['../böse', 'Groß', 'x', '', 'kreis.yml', 'a/b.txt'])('refuses „%s“ as a name', async name => {
    expect((await kla(['profile', 'new', name])).status).toBe(2)
  })

  test('a folder that does not exist is said in one sentence', async () => {
    const { status, err } = await kla(['profile', 'new', join(directory, 'nirgends', 'kreis.yaml')])
    expect(status).toBe(1)
    expect(err).toContain('nirgends gibt es nicht')
  })
})

test('a sixth county is one new file: filled in, it answers', async () => {
  const file = await made('sechster-kreis')
  writeFileSync(file, filled(readFileSync(file, 'utf8')))
  const checked = await kla(['profile', 'check', file])
  expect(checked.out).toContain('in Ordnung')
  expect(checked.status).toBe(0)
  const database = await freshDatabase()
  try {
    const env = {
      DATABASE_URL: database.url,
      KLA_PROGRAMME: file,
      KLA_DATA_DIR: directory,
      KLA_NOW: '2026-02-02T09:00:00+01:00',
    }
    const { status, out } = await kla(['ask', 'status'], env)
    expect(out).toContain('Schulassistenz, Musterkreis · Mo 02.02.2026')
    expect(out).toContain('Programm aktiv.')
    expect(out).toContain('Stand 15.01.2026, Quelle: Beschluss des Kreistags')
    expect(status).toBe(0)
    expect((await kla(['ask', 'status region Musterstadt'], env)).out).toContain('Musterstadt')
    expect((await kla(['ask', 'hilfe'], env)).out).not.toMatch(/^(gremium|matrix|vergabe|abdeckung)/m)
  } finally {
    await database.drop()
  }
})

describe('kla profile check', () => {
  test('without a name looks at all shipped profiles, and they are in order', async () => {
    const { status, out, err } = await kla(['profile', 'check'])
    for (const name of profileNames) expect(out).toMatch(new RegExp(`${name}\\.yaml: in Ordnung`))
    expect({ status, err }).toEqual({ status: 0, err: '' })
  })

  test('names a shipped one by its name', async () => {
    const { out } = await kla(['profile', 'check', 'krefeld'])
    expect(out.trim().split('\n')).toHaveLength(1)
  })

  test('a file that is not there is one sentence', async () => {
    const { status, out } = await kla(['profile', 'check', 'gibtesnicht'])
    expect(out).toContain('Die Datei gibt es nicht.')
    expect(status).toBe(1)
    expect((await kla(['profile', 'check', '/'])).out).toContain('Das ist keine Datei.')
  })

  test('anything else is wrong usage', async () => {
    expect((await kla(['profile'])).status).toBe(2)
    expect((await kla(['profile', 'new'])).status).toBe(2)
    expect((await kla(['profile', 'löschen', 'krefeld'])).status).toBe(2)
  })
})
