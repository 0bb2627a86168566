import { defineCommand, type Needs } from '../src/chat/command.ts'
import { foundationsReply } from '../src/texts/programmes/foundations.ts'

export default defineCommand({
  name: 'grundlagen',
  aliases: ['kernbereiche', 'rechtsgrundlagen', 'kennzahlen'],
  summary: 'Zeigt Kernbereiche, Rechtsgrundlagen, Grundsätze und Kennzahlen des Programms',
  help: 'Alles stammt aus dem Dokument des Programms und öffentlichen Quellen, mit deren Stand.',
  intent: 'foundations_show',
  args: {},
  permission: 'everyone',
  offered: ({ profile }) => profile.kernbereiche.length > 0 || profile.rechtsgrundlagen.length > 0,
  changes: false,
  exampleProgramme: 'krefeld',
  examples: [{ input: 'grundlagen', shows: 'Vermeidung von Schulabsentismus' }],
  async run({ programme }: Needs<'programme'>) {
    return foundationsReply(programme.profile)
  },
})
