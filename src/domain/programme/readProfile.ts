import { type Profile, profileSchema } from './profile.ts'
import { faultsOfReferences } from './profileReferences.ts'
import { readYaml } from './readYaml.ts'

export type ReadProfile = { profile: Profile } | { faults: string[] }

/** Reads a programme profile. All faults at once, each a German sentence with file and line (readYaml.ts). */
export function readProfile(yamlText: string, fileName: string): ReadProfile {
  const read = readYaml(profileKind, yamlText, fileName)
  return 'faults' in read ? read : { profile: read.data }
}

const profileKind = {
  schema: profileSchema,
  furtherFaults: faultsOfReferences,
  empty: 'Die Datei enthält kein Profil. Erwartet werden Zeilen wie „profil: pinneberg“.',
}
