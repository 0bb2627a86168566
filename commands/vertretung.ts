import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { deputiesNamed } from '../src/domain/process/kinds/deputies.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { deputiesReply, deputySentences } from '../src/texts/deputies.ts'

export default defineCommand({
  name: 'vertretung',
  aliases: ['vertretungen', 'vertretung liste', 'vertretung zeigen', 'wer vertritt wen'],
  summary: 'Zeigt, welche Funktion welche vertritt',
  help: 'Zeigt die eingetragenen Vertretungen mit ihrem letzten Tag und die Vertretungen, die das Profil für Überfälliges nennt.',
  intent: 'deputy_list',
  args: {},
  permission: staff,
  changes: false,
  examples: [{ input: 'vertretung', shows: 'keine Vertretung eingetragen' }],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates'>) {
    const now = needs.now()
    const deputies = deputiesNamed((await plansToday(needs)).all, dayOf(now))
    const lead = deputies.length === 0 ? deputySentences.none : deputySentences.known(deputies.length)
    return deputiesReply(lead, deputies, needs.programme.profile, now)
  },
})
