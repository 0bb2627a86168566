import { defineCommand, type Needs } from '../src/chat/command.ts'
import type { ProcessTemplate } from '../src/domain/process/template/template.ts'
import type { Programme } from '../src/domain/programme/programme.ts'
import { applicationPathReply } from '../src/texts/programmes/applicationPath.ts'

export default defineCommand({
  name: 'antragsweg',
  aliases: ['antrag', 'antragsverfahren'],
  summary: 'Zeigt die Schritte vom Antrag bis zum Bescheid',
  help: 'Zeigt, wer was in welcher Reihenfolge tut. Es ist eine Vorlage: Einzelne Anträge und Namen stehen hier nie.',
  intent: 'application_path',
  args: {},
  permission: 'everyone',
  offered: programme => pathOf(programme) !== undefined,
  changes: false,
  examples: [{ input: 'antragsweg', shows: 'Eltern beantragen die Leistung' }],
  async run({ programme }: Needs<'programme'>) {
    return applicationPathReply(pathOf(programme)!, programme.profile) // offered only where there is one
  },
})

function pathOf({ profile }: Programme): ProcessTemplate | undefined {
  return profile.ablaeufe.find(each => each.art === 'antragsweg')
}
