import { defineCommand } from '../src/chat/command.ts'
import { scopeOf, statusOf } from '../src/chat/seen/statusOf.ts'
import { statusPlans } from '../src/flows/processes/statusPlans.ts'

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
      keys: ['region', 'ort', 'bezirk', 'kommune', 'gemeinde'],
      required: true,
    },
  },
  permission: 'everyone',
  changes: false,
  examples: [
    { input: 'status region Elmshorn', shows: 'Region 1: Elmshorn, Pinneberg, Barmstedt' },
    { input: 'status region Quickborn', shows: 'Für Quickborn ist noch keine Region festgelegt' },
  ],
  async run(needs, { region }, context) {
    return statusOf(needs, scopeOf(needs, region), context, await statusPlans(needs))
  },
})
