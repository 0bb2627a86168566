import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const planted = 'Erika Beispiel, Diagnose Asperger'
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kla-unforeseen-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs `kla hilfe`; once the program is loaded, `fault` happens beside it. */
async function withFault(fault: string) {
  const preload = join(folder, 'preload.mjs')
  writeFileSync(
    preload,
    `const loaded = setInterval(() => {
      if (process.stdout.listenerCount('error') === 0) return
      clearInterval(loaded)
      setTimeout(() => { ${fault} }, 20)
    }, 5)`,
  )
  const child = spawn(process.execPath, ['--import', preload, 'src/kla.mjs', 'hilfe'])
  let err = ''
  child.stdout.resume()
  child.stderr.on('data', piece => {
    err += piece
  })
  const status = await new Promise<number | null>(done => child.on('close', done))
  return { status, err }
}

test.each([
  ['thrown where nobody catches it', `throw Object.assign(new Error('${planted}'), { code: '22P05' })`],
  [
    'of a promise that nobody awaits',
    `Promise.reject(Object.assign(new TypeError('${planted}'), { code: '22P05' }))`,
  ],
  ['that is no error', `throw '${planted}'`],
])(
  'a fault %s ends the program with one line in the log and a number, without its words',
  async (_what, fault) => {
    const { status, err } = await withFault(fault)
    expect(status).toBe(1)
    expect(err).not.toContain('Erika')
    const [line, sentence, ...more] = err.trimEnd().split('\n')
    const logged = JSON.parse(line!)
    expect(logged).toMatchObject({ level: 50, msg: 'unerwarteter Fehler' })
    if (!fault.startsWith("throw '")) expect(logged.err).toMatchObject({ code: '22P05' })
    expect(sentence).toContain(`die Nummer ${logged.incident}`)
    expect(more).toEqual([])
  },
)
