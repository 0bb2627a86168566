import type { PlaceValue } from '../src/chat/arguments/args.ts'
import { placeNamesOf } from '../src/chat/arguments/readPlace.ts'
import { defineCommand, type Needs } from '../src/chat/command.ts'
import { competencesIn } from '../src/domain/programme/competence.ts'
import type { Programme } from '../src/domain/programme/programme.ts'
import { competenceReply } from '../src/texts/programmes/competence.ts'

export default defineCommand({
  name: 'zuständig',
  aliases: ['zuständigkeit', 'zuständigkeiten', 'wer ist zuständig'],
  summary: 'Zeigt, welche Stelle für einen Ort zuständig ist',
  help: 'Nennt für einen Ort, welche Stelle und welches Team wofür zuständig ist. Eine Schule nennen Sie mit: zuständig schule <Name>.',
  intent: 'competence_show',
  args: {
    region: { kind: 'place', label: 'Ort', required: true, keys: ['ort', 'in'], hint: 'z. B. Springe' },
  },
  permission: 'everyone',
  offered: ({ profile }) => profile.zustaendigkeiten.length > 0,
  changes: false,
  exampleProgramme: 'hannover',
  examples: [
    {
      input: 'zuständig Springe',
      shows: 'Team Eingliederungshilfe für seelisch behinderte Kinder und Jugendliche',
    },
    { input: 'zuständig Lehrte', shows: 'Stadt Lehrte, eigenes Jugendamt' },
  ],
  async run({ programme }: Needs<'programme'>, { region }) {
    const { profile } = programme
    const places = placesOf(programme, region)
    const [first = null] = places
    // Several places of one unit are answered together only when the same holds for all of them.
    const same = places.every(
      place => ids(competencesIn(profile, place)) === ids(competencesIn(profile, first)),
    )
    return competenceReply(
      region.kind === 'area' ? profile.gebiet.name : region.name,
      competencesIn(profile, same ? first : null),
      profile,
      same ? null : 'Anderes hängt vom Ort ab; bitte nennen Sie einen einzelnen Ort.',
    )
  },
})

function placesOf(programme: Programme, value: PlaceValue): readonly string[] {
  return placeNamesOf(programme, value) ?? programme.profile.orte.map(place => place.name)
}

function ids(competences: readonly { id: string }[]): string {
  return competences.map(each => each.id).join()
}
