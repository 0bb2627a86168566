import { writeFileSync } from 'node:fs'
import type { Reporter } from 'vitest/node'
import type { Report } from './report.ts'

/**
 * Counts what vitest ran and notes why something was skipped, into the file that KLA_TEST_REPORT names. vitest's
 * own JSON leaves the note out.
 */
export default class implements Reporter {
  onTestRunEnd(modules: Parameters<NonNullable<Reporter['onTestRunEnd']>>[0]): void {
    const report: Omit<Report, 'broken'> = { passed: 0, failed: 0, skipped: [] }
    for (const module of modules) {
      const failedBefore = report.failed
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') report.passed++
        else if (result.state === 'skipped')
          report.skipped.push({
            test: `${module.relativeModuleId} > ${test.fullName}`,
            why: result.note ?? /\[(needs [^\]]+)\]/.exec(test.fullName)?.[1] ?? null,
          })
        // 'pending' is left only when the run was cut off.
        else report.failed++
      }
      if (!module.ok() && report.failed === failedBefore) report.failed++
    }
    const file = process.env.KLA_TEST_REPORT
    if (file) writeFileSync(file, JSON.stringify(report))
  }
}
