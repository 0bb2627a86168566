import { readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { type Programme, programmeOf } from '../../src/domain/programme/programme.ts'
import { readProfile } from '../../src/domain/programme/readProfile.ts'

/** Monday morning in the office. */
export const mondayMorning = Temporal.Instant.from('2024-04-22T09:14:00+02:00')

/** The profile that ships with the program. */
export function pinneberg(): Programme {
  const read = readProfile(readFileSync('profiles/pinneberg.yaml', 'utf8'), 'pinneberg.yaml')
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return programmeOf(read.profile)
}
