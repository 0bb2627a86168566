import { readdirSync, readFileSync } from 'node:fs'
import { type Programme, programmeOf } from '../../../src/domain/programme/programme.ts'
import { readProfile } from '../../../src/domain/programme/readProfile.ts'

const folder = new URL('../../../profiles/', import.meta.url)

/** Names of all shipped profiles; the default one first. */
export const profileNames: readonly string[] = readdirSync(folder)
  .filter(name => name.endsWith('.yaml'))
  .map(name => name.replace('.yaml', ''))
  .sort((a, b) => Number(b === 'pinneberg') - Number(a === 'pinneberg') || a.localeCompare(b))

/** The text of a shipped profile. */
export function profileYaml(name: string): string {
  return readFileSync(new URL(`${name}.yaml`, folder), 'utf8')
}

/** A shipped profile, read as the program reads it. */
export function programmeNamed(name: string): Programme {
  const read = readProfile(profileYaml(name), `${name}.yaml`)
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return programmeOf(read.profile)
}
