import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasDistricts, unitSeen } from '../src/chat/seen/unitsSeen.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { unitGapsReply } from '../src/texts/programmes/unitPlans.ts'

export default defineCommand({
  name: 'bezirk offen',
  aliases: ['bezirke', 'bezirke offen', 'bezirk liste'],
  summary: 'Zeigt, in welchen Bezirken noch etwas fehlt',
  help: 'Listet die Bezirke mit dem, was an Vereinbarung und Pflichten offen ist, Überfälliges zuerst. Ein Termin zählt von dem Tag an, an dem zum ersten Mal an ihn erinnert wird.',
  intent: 'unit_gaps',
  args: {},
  permission: staff,
  offered: hasDistricts,
  changes: false,
  examples: [
    { input: 'bezirk offen', shows: 'Offen in 12 von 12 Bezirken und bei den beruflichen Schulen.' },
  ],
  async run(needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>) {
    const { profile } = needs.programme
    const { all } = await plansToday(needs)
    const now = needs.now()
    return unitGapsReply(
      profile.regionen.map(region => ({ region, gaps: unitSeen(needs, all, region).gaps })),
      { profile, now, today: dayOf(now) },
    )
  },
})
