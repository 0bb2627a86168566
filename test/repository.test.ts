import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { personalRoles } from '../src/people.ts'
import { forbidden, homes, partOf, pureModules } from './repository/architecture.ts'
import { filesUnder, stringsIn, withoutComments } from './repository/files.ts'
import { circles, importsOf } from './repository/imports.ts'

interface Described {
  shortDescription: string
  longDescription: string
  features: string[]
}

const program = filesUnder(['src', 'commands'], /\.(ts|mjs)$/)
const code = [...program, ...filesUnder(['test', 'bench', 'docs'], /\.(ts|mjs)$/)]
const imports = program.flatMap(importsOf)
const manifest = JSON.parse(readFileSync('package.json', 'utf8'))

/** "path:line: text" of every line that a pattern finds, in code without comments. */
function places(files: readonly { path: string; text: string }[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    withoutComments(text)
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : [])),
  )
}

describe('the parts of the house', () => {
  // Control: a pattern that finds nothing would make every rule below true.
  test('their imports are found at all', () => {
    expect(imports.filter(each => each.own).length).toBeGreaterThan(program.length)
    const missing = imports.filter(each => each.own && !each.to.startsWith('package.json'))
    expect(missing.filter(each => !program.some(file => file.path === each.to))).toEqual([])
  })

  // A reader follows one letter downwards; an arrow up would make every part depend on every other.
  test('import one way only, as the table of ARCHITECTURE.md says', () => {
    expect(imports.map(forbidden).filter(each => each !== null)).toEqual([])
  })

  // In a ring nothing can be read, tested or replaced alone. Types too: what two files share has a file of its own.
  test('never import each other in a circle', () => {
    expect(circles(imports)).toEqual([])
  })

  // When a service changes its interface, there is one folder to open.
  test('leave each outside package to the one folder that is its home', () => {
    const strays = imports.filter(
      each => each.to in homes && !each.typeOnly && !each.from.startsWith(homes[each.to]!),
    )
    expect(
      strays.filter(each => partOf(each.from) !== 'edge').map(each => `${each.from} → ${each.to}`),
    ).toEqual([])
  })
})

describe('the domain', () => {
  const domain = program.filter(file => file.path.startsWith('src/domain/'))

  // What decides about letters and periods must give the same answer to the same question, in a test and in ten years.
  test('knows no clock, no network, no files, no chance and no environment', () => {
    const impure =
      /\bprocess\.(?:env|argv|cwd|exit|std|on|pid|nextTick|hrtime|memory)|\bDate\.now\b|\bnew Date\(\)|\bTemporal\.Now\b|\bfetch\(|\bMath\.random\b/
    expect(places(domain, impure)).toEqual([])
  })

  test('uses only packages that calculate', () => {
    const others = imports.filter(
      each =>
        each.from.startsWith('src/domain/') && !each.own && !each.typeOnly && !pureModules.includes(each.to),
    )
    expect(others.map(each => `${each.from} → ${each.to}`)).toEqual([])
  })
})

describe('the edge', () => {
  // The launcher of the embedded database starts and watches a process: the outside, though it lives beside its queries.
  const inside = program.filter(
    file => !['edge', 'adapter'].includes(partOf(file.path)) && !file.path.startsWith('src/db/embedded/'),
  )

  // A clock asked in the middle of a story makes midnight, summer time and KLA_NOW untestable.
  test('is the only place that asks the clock', () => {
    expect(places(inside, /\bDate\.now\b|\bnew Date\(\)|\bTemporal\.Now\b/)).toEqual([])
  })

  // A setting that is read somewhere else is missing in .env.example and unchecked at start.
  test('is the only place that reads settings from the environment', () => {
    expect(places(inside, /\bprocess\.env[.[]/)).toEqual([])
  })
})

describe('registries', () => {
  // A command that nobody lists exists for nobody, and no help tells of it.
  test('src/registry.ts lists every file of commands/', () => {
    const listed = imports.filter(each => each.from === 'src/registry.ts').map(each => each.to)
    const files = program.map(file => file.path).filter(path => path.startsWith('commands/'))
    expect(files.length).toBeGreaterThan(0)
    expect(files.filter(path => !listed.includes(path))).toEqual([])
  })
})

describe('files', () => {
  // What does not fit on a few screens has more than one topic.
  test('have at most 300 lines', () => {
    const long = code.filter(file => file.text.split('\n').length > 301)
    expect(long.map(file => `${file.path}: ${file.text.split('\n').length - 1}`)).toEqual([])
  })

  // Such names say what something is for its author, not what it does; everything ends up in them.
  test('are named for what they hold, never utils, helper or manager', () => {
    const vague = /(^|[/.]|[a-z](?=[A-Z]))(utils?|helpers?|managers?|misc|common)(?=[A-Z./]|$)/i
    expect(code.map(file => file.path).filter(path => vague.test(path))).toEqual([])
    expect(places(code, /\b(class|function|const|interface)\s+\w*(Utils?|Helpers?|Manager)\b/)).toEqual([])
  })

  // A path of somebody's machine works on that machine only, and tells about it.
  test('name no place of a machine', () => {
    const text = filesUnder(['.'], /\.(ts|mjs|md|json|ya?ml|example|eml|sql)$|(^|\/)(run|Dockerfile)$/)
    const home = /(?:^|[\s'"`(=])(\/(?:work|root)\/|\/(?:home|Users)\/\w|[A-Z]:\\Users)/
    expect(
      text.flatMap(({ path, text }) =>
        text.split('\n').flatMap((line, i) => (home.test(line) ? [`${path}:${i + 1}`] : [])),
      ),
    ).toEqual([])
  })

  test('link only to files that exist', () => {
    const dead = filesUnder(['.'], /\.md$/).flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g)]
        .map(found => join(dirname(path), found[1]!))
        .filter(target => !exists(target))
        .map(target => `${path} → ${target}`),
    )
    expect(dead).toEqual([])
  })
})

function exists(path: string): boolean {
  try {
    readFileSync(path)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EISDIR'
  }
}

describe('packages', () => {
  const groups = ['dependencies', 'optionalDependencies', 'devDependencies'] as const
  const all = groups.flatMap(group => Object.entries<string>(manifest[group]))

  // A clone must install what was tried. Some newest releases cannot be installed at all.
  test('are pinned to one version each', () => {
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })

  // The lockfile must work behind every mirror, and tell nobody's.
  test('come from no named registry', () => {
    const lock = readFileSync('package-lock.json', 'utf8')
    expect(lock.match(/"resolved"|https?:\/\/[^"]*registry[^"]*/g) ?? []).toEqual([])
  })

  // Whoever adds one says what it is for; whoever removes the use can see that it may go.
  test('have their reason in ARCHITECTURE.md, each of them', () => {
    const document = readFileSync('ARCHITECTURE.md', 'utf8')
    expect(all.filter(([name]) => !document.includes(`\`${name}\``)).map(([name]) => name)).toEqual([])
  })
})

describe('tests', () => {
  // A test that is switched off looks like one that passes. Only what a machine lacks may be left out, and its name is
  // said: skip(condition, reason), or skipIf(condition)('… [needs Dovecot]', …).
  test('are all switched on, or say what they need', () => {
    const tests = code.filter(file => file.path.endsWith('.test.ts') && !file.path.startsWith('test/gate/'))
    expect(places(tests, /\b(it|test|describe|suite)\b[\w.]*\.(skip|runIf|only|todo|fails)\b/)).toEqual([])
    const unnamed = /\.skipIf\([^\n]*?\)\((?!\s*[^\n]*\[needs )\s*.*|(?<![.\w'"])skip\([^,\n]*\)$/gm
    const silent = tests.flatMap(({ path, text }) =>
      (text.match(unnamed) ?? []).map(found => `${path}: ${found}`),
    )
    expect(silent).toEqual([])
  })

  // Letters in a repository are public for ever: invented people at domains that cannot exist.
  test('write only to invented addresses, or to those that a profile publishes', () => {
    const profiles = filesUnder(['profiles'], /\.yaml$/)
      .map(file => file.text.toLowerCase())
      .join('\n')
    const invented = /(^|\.)(example|test|invalid|localhost)$|(^|\.)example\.(com|net|org)$/
    const letters = filesUnder(['test', 'training'], /./).flatMap(({ path, text }) =>
      [...text.matchAll(/[\w.+-]+@([a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)*\.[a-z]{2,})\b/gi)]
        .map(found => found[1]!.toLowerCase())
        .filter(domain => !invented.test(domain) && !profiles.includes(domain))
        .map(domain => `${path}: ${domain}`),
    )
    expect([...new Set(letters)]).toEqual([])
  })
})

describe('words', () => {
  // Offices say Vorgang, Frist and Wochenübersicht; one word a thing, everywhere (domain wording).
  test('that people read are German', () => {
    const read = program.filter(file => /^(src\/(texts|chat|reply)|commands)\//.test(file.path))
    const foreign = read.flatMap(({ path, text }) =>
      stringsIn(text)
        .filter(string => /(?<![\w.])(Tickets?|Deadlines?|Digests?|Tasks?|Reminder)(?!\w)/.test(string))
        .map(string => `${path}: ${string}`),
    )
    expect(foreign).toEqual([])
  })
})

describe('documents', () => {
  test('CHANGELOG.md has an entry for this version', () => {
    expect(readFileSync('CHANGELOG.md', 'utf8')).toMatch(
      new RegExp(`^## ${manifest.version.replaceAll('.', '\\.')}\\b`, 'm'),
    )
  })

  test('publiccode.yml, package.json and LICENSE speak of one version and one licence', () => {
    const publiccode = readFileSync('publiccode.yml', 'utf8')
    expect(publiccode).toContain(`softwareVersion: ${manifest.version}\n`)
    expect(publiccode).toContain(`license: ${manifest.license}\n`)
    expect(readFileSync('LICENSE', 'utf8')).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2')
  })

  // Standard publiccode.yml 0.4: catalogues of public software leave out a file that breaks these limits.
  test('publiccode.yml describes the software in German and English within the limits of its standard', () => {
    const { description } = parse(readFileSync('publiccode.yml', 'utf8'))
    expect(Object.keys(description)).toEqual(['de', 'en'])
    for (const { shortDescription, longDescription, features } of Object.values<Described>(description)) {
      expect(shortDescription.trim().length).toBeLessThanOrEqual(150)
      expect(longDescription.length).toBeGreaterThanOrEqual(150)
      expect(longDescription.length).toBeLessThanOrEqual(10_000)
      expect(features.length).toBeGreaterThan(0)
    }
  })

  // A word that no document names is found by nobody who operates the program.
  test('docs/betrieb.md explains every word of the command kla and every role of a person', () => {
    const document = readFileSync('docs/betrieb.md', 'utf8')
    const list = /export const words[^{]*\{([^}]*)\}/.exec(readFileSync('src/cli.ts', 'utf8'))?.[1] ?? ''
    const words = [...list.matchAll(/^\s*(\w+)/gm)].map(found => found[1]!)
    expect(words).toContain('start')
    expect(words.filter(word => !document.includes(`\`kla ${word}`))).toEqual([])
    expect(personalRoles.filter(role => !document.includes(`\`${role}\``))).toEqual([])
  })
})
