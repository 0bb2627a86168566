import { findSubject } from '../src/chat/arguments/readSubject.ts'
import { defineCommand, type Needs } from '../src/chat/command.ts'
import { loadUnits } from '../src/db/units.ts'
import { placeOf, subjectsOf } from '../src/domain/process/subjects.ts'
import { competencesIn, dependsOnPlace } from '../src/domain/programme/competence.ts'
import { resolvePlace } from '../src/domain/programme/resolvePlace.ts'
import { competenceReply } from '../src/texts/programmes/competence.ts'
import { unknownSubject } from '../src/texts/steps/unknownSubject.ts'

export default defineCommand({
  name: 'zuständig schule',
  aliases: ['zuständigkeit schule'],
  summary: 'Zeigt, welche Stelle für eine Schule zuständig ist',
  help: 'Nennt für eine Schule, die im Profil steht oder angelegt wurde, welche Stelle wofür zuständig ist. Was vom Ort abhängt, folgt dem Ort der Schule.',
  intent: 'competence_show',
  args: { school: { kind: 'text', label: 'Name der Schule', required: true } },
  permission: 'everyone',
  offered: ({ profile }) =>
    profile.zustaendigkeiten.length > 0 &&
    (profile.schulen.length > 0 || profile.ablaeufe.some(each => each.je === 'schule')),
  changes: false,
  exampleProgramme: 'hannover',
  examples: [
    { input: 'zuständig schule Beispielschule', shows: 'Beispielschule (Barsinghausen)' },
    { input: 'zuständig schule Springe', shows: 'Region Hannover, Fachbereich Jugend (FB 51)' },
  ],
  async run({ programme, db }: Needs<'programme' | 'db'>, { school: typed }) {
    const { profile } = programme
    const units = await loadUnits(db, programme.id)
    const found = findSubject(programme, units, 'schule', typed)
    if (found.kind === 'unknown') {
      // "zuständig schule Springe" means the schools of a town.
      const place = resolvePlace(programme, typed)
      const town =
        place.kind === 'place' ? place.place.name : place.kind === 'region' ? place.region.orte[0] : null
      if (town) return competenceReply(`Schulen in ${town}`, competencesIn(profile, town), profile)
      const near = found.nearest.map(name => ({ label: name, command: `zuständig schule ${name}` }))
      return unknownSubject('Eine Schule', found.typed, near, [
        ...subjectsOf(programme, units, 'schule').map(each => each.name),
      ])
    }
    const place = placeOf(profile, units, found.subject)
    return competenceReply(
      place ? `${found.name} (${place})` : found.name,
      competencesIn(profile, place),
      profile,
      place === null && dependsOnPlace(profile)
        ? 'Der Ort dieser Schule ist nicht eingetragen; was vom Ort abhängt, fehlt deshalb.'
        : null,
    )
  },
})
