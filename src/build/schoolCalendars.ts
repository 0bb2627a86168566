import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Land } from '../domain/time/calendar.ts'
import type { SchoolCalendar } from '../domain/time/schoolCalendar.ts'
import { readSchoolCalendar } from '../domain/time/schoolCalendarFile.ts'
import { ProblemForPeople } from '../problem.ts'

/** profiles/calendars/<land>.yaml as a path, for messages too. */
export function schoolCalendarFile(land: Land): string {
  return fileURLToPath(new URL(`../../profiles/calendars/${land.toLowerCase()}.yaml`, import.meta.url))
}

/** School holidays of a Land; null: nobody has written them down yet. Throws ProblemForPeople with all that is wrong. */
export function schoolCalendarOf(land: Land): SchoolCalendar | null {
  const file = schoolCalendarFile(land)
  if (!existsSync(file)) return null
  const read = readSchoolCalendar(readFileSync(file, 'utf8'), file)
  if ('faults' in read) throw new ProblemForPeople(...read.faults)
  return read.calendar
}
