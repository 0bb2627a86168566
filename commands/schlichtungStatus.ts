import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { arbitrationsIn } from '../src/chat/seen/arbitrationsSeen.ts'
import { arbitrationTemplate } from '../src/domain/process/kinds/arbitration.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { arbitrationListReply, arbitrationReply } from '../src/texts/steps/arbitration.ts'

export default defineCommand({
  name: 'schlichtung status',
  aliases: ['schlichtung', 'schlichtungen', 'vereinbarung schlichtung status'],
  summary: 'Zeigt, welche Schlichtung läuft und welcher Schritt als Nächstes kommt',
  help: 'Ohne Angabe: alle Schlichtungen, die nicht beendet sind. Mit einem Bezirk: der Tag der Frist, ihr Ende und der nächste Schritt.',
  intent: 'arbitration_show',
  args: { region: { kind: 'place', label: 'Bezirk', keys: ['bezirk', 'region'] } },
  permission: staff,
  offered: ({ profile }) => arbitrationTemplate(profile.ablaeufe) !== undefined,
  changes: false,
  examples: [{ input: 'schlichtung status', shows: 'Zurzeit läuft keine Schlichtung.' }],
  async run(needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>, { region }) {
    const { programme } = needs
    const now = needs.now()
    const around = { programme, now, today: dayOf(now) }
    const all = arbitrationsIn(programme, (await plansToday(needs)).all, region)
    const open = all.filter(plan => !plan.over)
    const [latest] = open.length > 0 ? open : all
    if (latest && (region !== null || open.length === 1)) return arbitrationReply(latest, '', around)
    const { quelle } = arbitrationTemplate(programme.profile.ablaeufe)! // offered only where there is one
    return arbitrationListReply(open, quelle, around)
  },
})
