import { defineCommand } from '../src/chat/command.ts'
import { scopeOf, statusOf } from '../src/chat/statusOf.ts'

export default defineCommand({
  name: 'status region',
  aliases: ['region', 'stand region'],
  summary: 'Zeigt den Stand einer Region',
  help: 'Zeigt Meilensteine, Ausschreibung, Kooperation und offene Anfragen der Region, zu der ein Ort gehört.',
  intent: 'status_region',
  args: {
    region: {
      kind: 'place',
      label: 'Ort oder Region',
      keys: ['region', 'ort'],
      required: true,
      hint: 'z. B. Elmshorn oder Region 1',
    },
  },
  permission: 'everyone',
  changes: false,
  examples: [
    { input: 'status region Elmshorn', shows: 'Region 1: Elmshorn, Pinneberg, Barmstedt' },
    { input: 'status region Quickborn', shows: 'Für Quickborn ist noch keine Region festgelegt' },
  ],
  run: (needs, { region }, context) => statusOf(needs, scopeOf(needs, region), context),
})
