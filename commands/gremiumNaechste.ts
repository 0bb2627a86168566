import { namedSubject } from '../src/chat/arguments/namedSubject.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasBodies } from '../src/chat/seen/bodiesSeen.ts'
import { comingSessions } from '../src/domain/process/kinds/sessions.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { nextSessionReply } from '../src/texts/programmes/bodies.ts'

export default defineCommand({
  name: 'gremium nächste',
  aliases: ['gremium nächster', 'nächste sitzung', 'sitzung'],
  summary: 'Zeigt die nächste Sitzung eines Gremiums und was dafür zu tun ist',
  help: 'Zeigt Einladung, Unterlagen, Sitzung und Protokoll mit ihren Tagen.',
  intent: 'body_next',
  args: { body: { kind: 'text', label: 'Name des Gremiums', required: true, keys: ['gremium'] } },
  permission: staff,
  offered: hasBodies,
  changes: false,
  exampleProgramme: 'krefeld',
  examples: [{ input: 'gremium nächste Steuergruppe', shows: 'Steuergruppe' }],
  async run(needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>, { body: typed }) {
    const { programme } = needs
    const found = namedSubject(programme, [], 'gremium', typed, name => `gremium nächste ${name}`)
    if ('refusal' in found) return found.refusal
    const now = needs.now()
    const body = programme.profile.gremien.find(each => each.id === found.subject.name)!
    const coming = comingSessions((await plansToday(needs)).all, body.id, dayOf(now))
    return nextSessionReply(body, coming, '', programme.profile, now)
  },
})
