import { readFileSync } from 'node:fs'
import { type Programme, programmeOf } from '../../../src/domain/programme/programme.ts'
import { readProfile } from '../../../src/domain/programme/readProfile.ts'

export const pinnebergYaml = readFileSync(
  new URL('../../../profiles/pinneberg.yaml', import.meta.url),
  'utf8',
)

/** The shipped profile, read as the program reads it. */
export function pinneberg(): Programme {
  const read = readProfile(pinnebergYaml, 'pinneberg.yaml')
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return programmeOf(read.profile)
}
