import { type ChatNeeds, defineCommand, staff } from '../src/chat/command.ts'
import vorgangZuweisen from './vorgangZuweisen.ts'

export default defineCommand({
  name: 'vorgang übernehmen',
  aliases: ['übernehmen', 'übernehme', 'ich übernehme', 'vorgang übernehme ich', 'übernehme ich'],
  summary: 'Macht Sie für einen Vorgang zuständig',
  help: 'Dasselbe wie „vorgang zuweisen … ich“.',
  intent: 'ticket_assign',
  implies: { assignee: 'me' },
  args: { ticket: { kind: 'ticket', label: 'Vorgangsnummer', required: true, keys: ['vorgang', 'nr'] } },
  permission: staff,
  changes: true,
  examples: [{ input: 'vorgang übernehmen KA-17', shows: 'Zuständig ist jetzt Koordination Jugendamt.' }],
  run: (needs: ChatNeeds, { ticket }, context) =>
    vorgangZuweisen.run(needs, { ticket, assignee: { kind: 'me' } }, context),
})
