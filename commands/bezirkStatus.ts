import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasDistricts, regionOf, unitSeen } from '../src/chat/seen/unitsSeen.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { unitReply } from '../src/texts/programmes/unitPlans.ts'
import { stepSentence } from '../src/texts/steps/stepChangeReplies.ts'

export default defineCommand({
  name: 'bezirk status',
  aliases: ['bezirk', 'bezirk stand'],
  summary: 'Zeigt Vereinbarung und Pflichten eines Bezirks',
  help: 'Zeigt die Schritte der Vereinbarung und alle Pflichten eines Bezirks mit ihrem Stand: erledigt, offen, fällig. Was den ganzen Bezirk mit seinen Anfragen betrifft, zeigt: status region <Bezirk>.',
  intent: 'unit_show',
  args: {
    region: { kind: 'place', label: 'Bezirk', required: true, keys: ['bezirk'], hint: 'z. B. Mitte' },
  },
  permission: staff,
  offered: hasDistricts,
  changes: false,
  examples: [
    { input: 'bezirk status Mitte', shows: 'B1 · Verortung entscheiden' },
    { input: 'bezirk status Berufliche Schulen', shows: 'Berufliche Schulen' },
  ],
  async run(needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>, { region: value }) {
    const { programme } = needs
    const region = regionOf(programme, value)
    if (!region) return stepSentence('Bitte nennen Sie einen Bezirk, zum Beispiel: bezirk status Mitte')
    const { unit, gaps } = unitSeen(needs, (await plansToday(needs)).all, region)
    const now = needs.now()
    return unitReply(region, unit, gaps, { profile: programme.profile, now, today: dayOf(now) })
  },
})
