import { defineCommand } from '../src/chat/command.ts'
import { statusOf } from '../src/chat/seen/statusOf.ts'
import { statusPlans } from '../src/flows/processes/statusPlans.ts'

export default defineCommand({
  name: 'status',
  aliases: ['stand', 'überblick'],
  summary: 'Zeigt den Stand des ganzen Programms',
  help: 'Zeigt auf einen Blick: Stand des Programms, Regionen, Meilensteine, Ausschreibung, Kooperation und offene Anfragen.',
  intent: 'status_overview',
  args: {},
  permission: 'everyone',
  changes: false,
  examples: [{ input: 'status', shows: 'Meilensteine' }],
  async run(needs, _args, context) {
    return statusOf(needs, { kind: 'programme' }, context, await statusPlans(needs))
  },
})
