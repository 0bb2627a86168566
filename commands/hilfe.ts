import { defineCommand, type Needs } from '../src/chat/command.ts'
import { helpOn, helpOverview, helpUnknown } from '../src/chat/help.ts'

export default defineCommand({
  name: 'hilfe',
  aliases: ['help', 'befehle', 'help me', 'hilf mir'],
  summary: 'Zeigt, was ich kann',
  help: 'Mit dem Namen eines Befehls dahinter: wie er geschrieben wird, mit Beispielen.',
  intent: 'help',
  args: { topic: { kind: 'text', label: 'Befehl', hint: 'der Name eines Befehls' } },
  permission: 'everyone',
  changes: false,
  examples: [
    { input: 'hilfe', shows: 'vorgang liste' },
    { input: 'hilfe status', shows: '/kla status' },
    { input: 'hilfe vorgang', shows: 'vorgang zuweisen <Vorgangsnummer>' },
  ],
  async run({ commands, platformNotes }: Needs<'commands' | 'platformNotes'>, { topic }, { person }) {
    return topic
      ? (helpOn(commands, topic, platformNotes) ?? helpUnknown(commands, topic))
      : helpOverview(commands, person, platformNotes)
  },
})
