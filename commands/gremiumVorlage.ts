import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasBodies } from '../src/chat/seen/bodiesSeen.ts'
import { agendaOf } from '../src/domain/process/kinds/agenda.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { agendaReply } from '../src/texts/programmes/bodies.ts'

export default defineCommand({
  name: 'gremium vorlage',
  aliases: ['gremium vorlagen', 'vorlagen'],
  summary: 'Zeigt, was für Gremien und Ausschüsse vorzubereiten ist',
  help: 'Zeigt Einladungen, Unterlagen und Protokolle der nächsten 60 Tage, die nächsten Schritte der Berichte und Ergebnisse, die auf ein Gremium warten.',
  intent: 'body_agenda',
  args: {},
  permission: staff,
  offered: hasBodies,
  changes: false,
  exampleProgramme: 'krefeld',
  examples: [{ input: 'gremium vorlage', shows: 'Vorlagen für die Gremien' }],
  async run(needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>) {
    const now = needs.now()
    const rows = agendaOf((await plansToday(needs)).all, dayOf(now))
    return agendaReply(rows, needs.programme.profile, now)
  },
})
