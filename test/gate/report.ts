import { readFileSync } from 'node:fs'

export interface Report {
  passed: number
  /** Tests that failed, and files that could not even be read. */
  failed: number
  /** `why` is the note of `skip(condition, note)`, or "[needs …]" in the name; null when there is neither. */
  skipped: { test: string; why: string | null }[]
  /** vitest itself failed although no test did: an error outside of tests, no test found, a crash. */
  broken: boolean
}

/** What reporter.ts wrote; when it wrote nothing, vitest did not get to its end, which counts as one failure. */
export function readReport(file: string, success: boolean): Report {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Omit<Report, 'broken'>
    return { ...report, broken: !success && report.failed === 0 }
  } catch {
    return { passed: 0, failed: 1, skipped: [], broken: true }
  }
}
