import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseInput } from '../src/chat/parseInput.ts'
import type { Io } from '../src/cli/command.ts'
import { demoLetters } from '../src/cli/demoLetters.ts'
import { runCli, words } from '../src/cli.ts'
import { commands } from '../src/registry.ts'
import { settingNames } from '../src/settings/fields.ts'
import { numberedNames } from '../src/settings/groups.ts'
import { exampleWorld } from './commands/exampleWorld.ts'
import { profileNames } from './domain/programme/profiles.ts'
import { freshDatabase } from './peers/postgres.ts'
import { filesUnder } from './repository/files.ts'

const documents = ['README.md', 'docs/handbuch.md', 'docs/betrieb.md', 'docs/datenschutz.md', 'CHANGELOG.md']
const texts = new Map(documents.map(path => [path, readFileSync(path, 'utf8')]))

/** Code in a document: `inline`, and lines of fenced blocks in these languages. */
function codeIn(text: string, languages: readonly string[]): string[] {
  const plain = text.replace(/^```[\s\S]*?^```$/gm, '')
  return [...[...plain.matchAll(/`([^`\n]+)`/g)].map(found => found[1]!), ...blocksIn(text, languages)]
}

/** Lines of fenced blocks in these languages. */
function blocksIn(text: string, languages: readonly string[]): string[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, language]) => languages.includes(language!)) // the pattern has both groups
    .flatMap(([, , block]) => block!.trim().split('\n'))
}

describe('what the documents tell people to type in the chat', () => {
  const names = commands
    .flatMap(command => [command.name, ...command.aliases])
    .map(name => name.split(' ')[0]!)
  const typed = [...texts].flatMap(([path, text]) =>
    codeIn(text, ['chat'])
      .map(code => code.replace(/^(\/kla |@Klassenassistenz |\/)/, ''))
      .filter(code => names.includes(code.split(' ')[0]!) && code !== 'status' && code !== 'vorgang')
      .map(input => ({ path, input, programme: 'pinneberg' })),
  )
  // What only another programme has stands in blocks with its name.
  const elsewhere = [...texts].flatMap(([path, text]) =>
    profileNames.flatMap(programme => blocksIn(text, [programme]).map(input => ({ path, input, programme }))),
  )

  const worlds = new Map<string, Awaited<ReturnType<typeof exampleWorld>>>()
  beforeAll(async () => {
    for (const { programme } of [...typed, ...elsewhere])
      if (!worlds.has(programme)) worlds.set(programme, await exampleWorld(programme))
  })
  afterAll(async () => {
    for (const world of worlds.values()) await world.drop()
  })

  // Control: a pattern that finds nothing would make the tests below true.
  test('is found', () => {
    const inputs = typed.map(each => each.input)
    expect(inputs).toContain('vorgang abschließen 17')
    expect(inputs).toContain('status region Elmshorn')
    expect(inputs.length).toBeGreaterThan(15)
  })

  test.each([...new Map([...typed, ...elsewhere].map(each => [each.input, each])).values()])(
    '„$input“ ($path) is a command that answers',
    async ({ input, programme }) => {
      const world = worlds.get(programme)!
      const asked = { now: world.now(), asker: 'Koordination Jugendamt' }
      expect(parseInput(commands, world.programme, input, asked).intent).not.toBe('unknown')
      // "vorgang öffnen" speaks of one that is closed.
      const before = input === 'vorgang öffnen 17' ? ['vorgang abschließen 17'] : []
      const reply = await world.shownAndUndone(input, before)
      expect(reply).not.toMatch(/kenne ich nicht|finde ich nicht|nicht verstanden|hat nicht geklappt/)
      expect(world.logged.filter(each => 'incident' in each.fields)).toEqual([])
    },
  )
})

describe('what the documents tell people to type at the command line', () => {
  const lines = [...texts].flatMap(([path, text]) =>
    codeIn(text, ['sh']).map(code => ({ path, code: code.replace(/^npm run -s kla -- /, 'kla ') })),
  )
  const called = [
    ...new Set(
      lines.flatMap(({ code }) => (/^kla ([a-z]+)/.exec(code) ? [/^kla ([a-z]+)/.exec(code)![1]!] : [])),
    ),
  ]
  const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts)

  let database: Awaited<ReturnType<typeof freshDatabase>>
  let dataDir: string
  beforeAll(async () => {
    database = await freshDatabase()
    dataDir = mkdtempSync(join(tmpdir(), 'kla-docs-'))
  })
  afterAll(async () => {
    await database.drop()
    rmSync(dataDir, { recursive: true })
  })

  async function kla(...argv: string[]) {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()]
    const env = { DATABASE_URL: database.url, KLA_DATA_DIR: dataDir, KLA_NOW: '2024-04-22T09:14:00+02:00' }
    const io = { stdin: Readable.from([]), stdout, stderr, env } as unknown as Io
    const status = await runCli(argv, io)
    return { status, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') }
  }

  test('is found', () => {
    expect(called.length).toBeGreaterThan(8)
  })

  test.each(called)('kla %s is a word that explains itself', async word => {
    expect(Object.keys(words)).toContain(word)
    const { status, out } = await kla(word, '--help')
    expect({ status, out }).toMatchObject({ status: 0, out: expect.stringContaining(`kla ${word}`) })
  })

  test('npm scripts exist', () => {
    const used = lines.flatMap(({ code }) =>
      [...code.matchAll(/npm run (?:-s )?(\w+)/g)].map(found => found[1]!),
    )
    expect(used.length).toBeGreaterThan(3)
    expect(used.filter(script => !scripts.includes(script))).toEqual([])
  })

  test.each([
    ['doctor', 'Datenbank: PostgreSQL'],
    ['ledger', 'Noch ist nichts angekommen.'],
    ['quarantine', 'Die Quarantäne ist leer.'],
    ['outbox', 'Nichts wartet auf eine Entscheidung.'],
    ['manifest slack', '"/kla"'],
    ['ask status region Elmshorn', 'Region 1: Elmshorn, Pinneberg, Barmstedt'],
  ])('kla %s works on an empty house', async (line, shows) => {
    const { status, out, err } = await kla(...line.split(' '))
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toContain(shows)
  })
})

describe('what the documents name', () => {
  test('settings exist', () => {
    const named = [...texts.values()].flatMap(text => text.match(/\bKLA_[A-Z0-9_]+\b/g) ?? [])
    expect(named.length).toBeGreaterThan(20)
    expect(
      named.filter(name => !(settingNames as readonly string[]).includes(name) && !numberedNames.has(name)),
    ).toEqual([])
  })

  test('sections that are linked to exist', () => {
    const missing = [...texts].flatMap(([path, text]) =>
      [...text.matchAll(/\]\(([^)#\s]*)#([^)\s]+)\)/g)]
        .filter(([, file, anchor]) => {
          const target = file === '' ? path : join(path, '..', file!)
          return !anchorsOf(readFileSync(target, 'utf8')).includes(anchor!)
        })
        .map(([link]) => `${path} → ${link}`),
    )
    expect(missing).toEqual([])
  })

  test('sections that .env.example names exist', () => {
    const named = [...readFileSync('.env.example', 'utf8').matchAll(/(docs\/\w+\.md), Abschnitt „([^“]+)“/g)]
    expect(named.length).toBeGreaterThan(2)
    for (const [, file, section] of named)
      expect(readFileSync(file!, 'utf8')).toMatch(new RegExp(`^#+ ${section}$`, 'm'))
  })

  // A README must not keep anybody waiting, and a picture without words shows nothing to those who cannot see it.
  test('pictures are there, small, and described; none lies about unused', () => {
    const shown = [...texts].flatMap(([path, text]) =>
      [...text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, words, file]) => ({
        words: words!,
        file: join(path, '..', file!),
      })),
    )
    expect(shown.filter(each => each.words.length < 20)).toEqual([])
    expect(shown.filter(each => !existsSync(each.file) || readFileSync(each.file).length > 300_000)).toEqual(
      [],
    )
    const there = filesUnder(['docs'], /\.png$/).map(each => each.path)
    expect(there.filter(path => !shown.some(each => each.file === path))).toEqual([])
  })
})

test('the demonstration delivers every invented letter that there is', () => {
  const there = filesUnder(['demo/letters'], /\.eml$/).map(each => each.path.split('/').at(-1))
  expect(demoLetters.map(each => each.file).toSorted()).toEqual(there.toSorted())
})

/** GitHub's anchors: small letters, hyphens for spaces, no punctuation. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(found =>
    found[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
}
