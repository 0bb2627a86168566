import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { run } from './command.ts'
import { preparePeers } from './peers.ts'
import { type Report, readReport } from './report.ts'

const checks = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'unused', command: ['knip'] },
]

/**
 * Runs every check and every test; one that fails keeps none of the others from running. Arguments go to
 * vitest (`npm test -- test/domain`), and then only tests run. Returns the exit status.
 */
export async function runGate(filter: string[]): Promise<number> {
  const failures: string[] = []
  const skipped: string[] = []
  for (const check of checks) {
    if (filter.length > 0) skipped.push(`${check.name}: tests were chosen by name`)
    else if (!(await step(check.name, check.command))) failures.push(check.name)
  }
  skipped.push(...(await preparePeers()).map(each => `${each.peer}: ${each.reason}`))
  const report = await tests(filter)
  if (report.failed > 0 || report.broken) failures.push('tests')
  skipped.push(...report.skipped.map(each => `${each.test}: ${each.why ?? 'no reason given'}`))
  const unexplained = report.skipped.filter(each => each.why === null).length
  // With a filter, tests that do not match count as skipped; without one, each needs its reason.
  if (unexplained > 0 && filter.length === 0) failures.push(`${unexplained} tests skipped without a reason`)

  if (skipped.length > 0)
    console.log(`\nSkipped, and why:\n${[...new Set(skipped)].map(s => `  ${s}`).join('\n')}`)
  console.log(
    failures.length > 0
      ? `\nFailed: ${failures.join(', ')}`
      : filter.length > 0
        ? '\nWhat was chosen holds.'
        : '\nEverything holds.',
  )
  console.log(`${report.passed} passed, ${report.failed} failed, ${report.skipped.length} skipped`)
  return failures.length > 0 ? 1 : 0
}

/** The tools of this project first, and the very Node that runs us, whatever the caller's PATH says. */
const env = {
  ...process.env,
  PATH: [dirname(process.execPath), resolve('node_modules/.bin'), process.env.PATH].join(delimiter),
}

async function step(name: string, command: string[]): Promise<boolean> {
  const { status, output, seconds } = await run(command, env)
  const ok = status === 0
  console.log(`${name.padEnd(8)} ${ok ? 'ok' : 'FAILED'}  ${seconds.toFixed(1)} s`)
  if (!ok) console.log(output)
  return ok
}

async function tests(filter: string[]): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'kla-report-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', `--reporter=${resolve('test/gate/reporter.ts')}`]
  const { status } = await run(
    ['vitest', 'run', ...reporters, ...filter],
    { ...env, KLA_TEST_REPORT: file },
    { show: true },
  )
  const report = readReport(file, status === 0)
  rmSync(folder, { recursive: true })
  return report
}
