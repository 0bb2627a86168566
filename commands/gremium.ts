import { namedSubject } from '../src/chat/arguments/namedSubject.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { mayUse } from '../src/chat/permission.ts'
import { bodyShown, hasBodies } from '../src/chat/seen/bodiesSeen.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { notPermitted } from '../src/texts/notUnderstood.ts'
import { bodiesReply, bodyReply } from '../src/texts/programmes/bodies.ts'

export default defineCommand({
  name: 'gremium',
  aliases: ['gremien', 'gremium zeigen'],
  summary: 'Zeigt die Gremien des Programms oder eines davon',
  help: 'Ohne Namen: alle Gremien mit ihrer Aufgabe. Mit Namen: Mitglieder, nächste Sitzung, Beschlüsse und was andere Gremien übergeben haben. Der Wortlaut von Beschlüssen steht nie in Kanälen.',
  intent: 'body_show',
  args: { body: { kind: 'text', label: 'Name des Gremiums', keys: ['gremium'] } },
  permission: 'everyone',
  offered: hasBodies,
  changes: false,
  exampleProgramme: 'krefeld',
  examples: [{ input: 'gremium', shows: 'Gremien, ' }],
  async run(needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>, { body: typed }, context) {
    const { programme } = needs
    if (typed === null) return bodiesReply(programme.profile)
    const found = namedSubject(programme, [], 'gremium', typed, name => `gremium ${name}`)
    if ('refusal' in found) return found.refusal
    if (!mayUse(staff, context.person)) return notPermitted(['die Stellen des Programms'], true)
    const now = needs.now()
    const body = programme.profile.gremien.find(each => each.id === found.subject.name)!
    const plans = await plansToday(needs)
    return bodyReply(bodyShown(programme, plans, body, dayOf(now), context), '', programme.profile, now)
  },
})
