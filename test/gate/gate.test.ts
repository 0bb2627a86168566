import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { run } from './command.ts'
import { readReport } from './report.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kla-gate-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the gate', () => {
  const good = { passed: 3, failed: 0, skipped: [] }

  /** Runs the real gate in a folder whose tools end as said; vitest also leaves this report. */
  async function gate(
    tools: { tsc?: number; biome?: number; knip?: number; vitest?: number },
    report: object | null,
    args: string[] = [],
  ) {
    const bin = join(folder, 'node_modules', '.bin')
    mkdirSync(bin, { recursive: true })
    for (const name of ['tsc', 'biome', 'knip', 'vitest'] as const) {
      const write =
        name === 'vitest' && report ? `printf '%s' '${JSON.stringify(report)}' > "$KLA_TEST_REPORT"\n` : ''
      const script = `#!/bin/sh\n${write}echo "ran ${name}"\nexit ${tools[name] ?? 0}\n`
      writeFileSync(join(bin, name), script, { mode: 0o755 })
    }
    const command = `cd "${folder}" && exec "${process.execPath}" "${resolve('test/run.mjs')}" ${args.join(' ')}`
    const ended = await run(['sh', '-c', command], { PATH: process.env.PATH })
    return { status: ended.status, lines: ended.output.trimEnd().split('\n') }
  }

  test('closes with one line of figures when everything holds', async () => {
    const { status, lines } = await gate({}, good)
    expect(status).toBe(0)
    expect(lines.at(-1)).toBe('3 passed, 0 failed, 0 skipped')
  })

  test.for(['tsc', 'biome', 'knip'] as const)(
    'fails when only %s does, shows what it said and runs the rest',
    async tool => {
      const { status, lines } = await gate({ [tool]: 1 }, good)
      expect(status).toBe(1)
      expect(lines).toContain(`ran ${tool}`)
      expect(lines).toContain('ran vitest')
      expect(lines.at(-1)).toBe('3 passed, 0 failed, 0 skipped')
    },
  )

  test('fails with a failed test, with an error outside of tests, and when vitest leaves no report', async () => {
    expect(await gate({ vitest: 1 }, { ...good, failed: 1 })).toMatchObject({ status: 1 })
    expect(await gate({ vitest: 1 }, good)).toMatchObject({ status: 1 })
    const crashed = await gate({ vitest: 1 }, null)
    expect(crashed.status).toBe(1)
    expect(crashed.lines.at(-1)).toBe('0 passed, 1 failed, 0 skipped')
  })

  test('says what was skipped and why, and does not accept a skip without a reason', async () => {
    const named = await gate({}, { ...good, skipped: [{ test: 'a > b', why: 'no Dovecot here' }] })
    expect(named.status).toBe(0)
    expect(named.lines).toContain('  a > b: no Dovecot here')
    expect(named.lines.at(-1)).toBe('3 passed, 0 failed, 1 skipped')
    const unnamed = await gate({}, { ...good, skipped: [{ test: 'a > b', why: null }] })
    expect(unnamed.status).toBe(1)
  })

  test('runs only tests when some are chosen, and says so', async () => {
    const { status, lines } = await gate({ tsc: 1 }, good, ['test/domain'])
    expect(status).toBe(0)
    expect(lines).toContain('  types: tests were chosen by name')
  })
})

describe('the reporter', () => {
  test('counts what real vitest ran, broken files and reasons included', async () => {
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    writeFileSync(
      join(folder, 'a.test.ts'),
      `import { expect, test } from 'vitest'
       test('good', () => {})
       test('bad', () => expect(1).toBe(2))
       test('absent', ({ skip }) => skip(true, 'no Dovecot here'))
       test.skipIf(true)('far [needs Chromium]', () => {})
       test.skipIf(true)('silent', () => {})`,
    )
    writeFileSync(join(folder, 'broken.test.ts'), `import './missing.ts'`)
    const report = join(folder, 'report.json')
    const ended = await run(
      ['vitest', 'run', '--root', folder, `--reporter=${resolve('test/gate/reporter.ts')}`],
      { PATH: process.env.PATH, KLA_TEST_REPORT: report },
    )
    expect(readReport(report, ended.status === 0)).toEqual({
      passed: 1,
      failed: 2,
      skipped: [
        { test: 'a.test.ts > absent', why: 'no Dovecot here' },
        { test: 'a.test.ts > far [needs Chromium]', why: 'needs Chromium' },
        { test: 'a.test.ts > silent', why: null },
      ],
      broken: false,
    })
  })
})
