import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

/*
 * Each test has a checkout of its own with the real entry and a small program, so that the entry can be seen
 * without packages, with them, and with broken ones.
 */
let checkout = ''
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'kla-entry-'))
  mkdirSync(join(checkout, 'src'))
  mkdirSync(join(checkout, 'node_modules'))
  for (const file of ['kla.mjs', 'node24.mjs']) cpSync(join('src', file), join(checkout, 'src', file))
  writeFileSync(join(checkout, 'package.json'), '{"type":"module"}')
  program('console.log(process.versions.node, ...process.argv.slice(2)); process.exitCode = 7')
})
afterEach(() => rmSync(checkout, { recursive: true }))

function program(body: string, imports = ''): void {
  writeFileSync(join(checkout, 'src', 'runKla.ts'), `${imports}\nexport function runKla() { ${body} }`)
}

const carriedName = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`

function installCarriedNode(): void {
  symlinkSync(resolve('node_modules', carriedName), join(checkout, 'node_modules', carriedName))
}

/** A Node of this machine that is too old, as many have one; null where there is none. */
const oldNode = findOldNode()
const why = 'no Node older than 24 on this machine'

function findOldNode(): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin']
  for (const node of folders.filter(f => f && !f.includes('node_modules')).map(f => join(f, 'node'))) {
    try {
      const version = execFileSync(node, ['--version'], { encoding: 'utf8', stdio: 'pipe' })
      if (Number(/^v(\d+)/.exec(version)?.[1]) < 24) return node
    } catch {}
  }
  return null
}

interface Ended {
  status: number | null
  out: string
  err: string
}

function start(
  node: string,
  args: string[] = [],
  onReady?: (kill: (signal: NodeJS.Signals) => void) => void,
) {
  return new Promise<Ended>(done => {
    const child = spawn(node, [join(checkout, 'src', 'kla.mjs'), ...args], { stdio: 'pipe' })
    let [out, err] = ['', '']
    child.stdout.on('data', piece => {
      out += piece
      if (out.includes('bereit')) onReady?.(signal => child.kill(signal))
    })
    child.stderr.on('data', piece => {
      err += piece
    })
    child.on('close', status => done({ status, out, err }))
  })
}

describe('started by a Node that is too old', () => {
  test('the one that npm ci brought takes over, with arguments and exit status', async ({ skip }) => {
    skip(oldNode === null, why)
    installCarriedNode()
    const ended = await start(oldNode!, ['ask', 'status region Elmshorn', '--json'])
    expect(ended).toMatchObject({ status: 7, err: '' })
    expect(ended.out).toMatch(/^24\.\d+\.\d+ ask status region Elmshorn --json\n$/)
  })

  test.for(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    '%s reaches the program, which ends in its own way',
    async (signal, { skip }) => {
      skip(oldNode === null, why)
      installCarriedNode()
      program(`setInterval(() => {}, 1000)
      process.on('${signal}', () => { console.log('sauber beendet'); process.exit(3) })
      console.log('bereit')`)
      let sent = false
      const ended = await start(oldNode!, [], kill => {
        if (!sent) kill(signal)
        sent = true
      })
      expect(ended).toEqual({ status: 3, out: 'bereit\nsauber beendet\n', err: '' })
    },
  )

  test('a program that is killed is reported as shells report it', async ({ skip }) => {
    skip(oldNode === null, why)
    installCarriedNode()
    program(`process.kill(process.pid, 'SIGKILL')`)
    expect((await start(oldNode!)).status).toBe(137)
  })

  test('one line says what to do when npm left the package out', async ({ skip }) => {
    skip(oldNode === null, why)
    expect(await start(oldNode!)).toEqual({
      status: 1,
      out: '',
      err: expect.stringMatching(
        /^Benötigt wird Node 24 oder neuer, gefunden wurde Node \d+\.\d+\.\d+\. .*bitte .*\n$/,
      ),
    })
  })

  test('one line says so when the package is there but cannot run, or is itself too old', async ({
    skip,
  }) => {
    skip(oldNode === null, why)
    const folder = join(checkout, 'node_modules', carriedName)
    mkdirSync(join(folder, 'bin'), { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{"version":"24.0.0"}')
    writeFileSync(join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'), 'kein Programm')
    const broken = await start(oldNode!)
    expect(broken).toMatchObject({ status: 1, err: expect.stringMatching(/^Die mitgelieferte Fassung.*\n$/) })
    writeFileSync(join(folder, 'package.json'), '{"version":"18.0.0"}')
    expect((await start(oldNode!)).err).toMatch(/^Benötigt wird Node 24/)
  })
})

describe('started by Node 24', () => {
  test('the program runs in this very process', async () => {
    const ended = await start(process.execPath, ['hilfe'])
    expect(ended).toEqual({ status: 7, out: `${process.versions.node} hilfe\n`, err: '' })
  })

  test('without npm ci, one line says so', async () => {
    program('', `import 'zod'`)
    expect(await start(process.execPath)).toEqual({
      status: 1,
      out: '',
      err: 'Die Pakete, die kla braucht, sind nicht installiert: bitte `npm ci` ausführen.\n',
    })
  })

  test('a mistake of our own is not mistaken for a missing package', async () => {
    program('', `import './fehlt.ts'`)
    const ended = await start(process.execPath)
    expect(ended.status).toBe(1)
    expect(ended.err).toContain('fehlt.ts')
  })
})
