import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { isSettled } from '../src/domain/process/stepsNamed.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { handoverSteps } from '../src/flows/processes/handoverSteps.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { around } from '../src/flows/processes/stepAnswers.ts'
import { handoverReply } from '../src/texts/steps/handoverReply.ts'

export default defineCommand({
  name: 'übergabe liste',
  aliases: ['übergabe', 'übergabe zeigen', 'übergabeliste'],
  summary: 'Zeigt die Prüfliste für die Übergabe',
  help: 'Zeigt, was beim Wechsel einer Funktion übergeben wird: Postfach, Verteiler, Termine, Zugänge, offene Vorgänge.',
  intent: 'handover_list',
  args: {},
  permission: staff,
  offered: ({ profile }) => profile.ablaeufe.some(each => each.art === 'uebergabe'),
  changes: false,
  examples: [{ input: 'übergabe liste', shows: 'Postfach' }],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates'>) {
    const plans = await plansToday(needs)
    const steps = handoverSteps(plans)
    return handoverReply({
      ...around(needs, plans),
      profile: needs.programme.profile,
      steps,
      open: steps.filter(({ step }) => !isSettled(step)).length,
      today: dayOf(needs.now()),
    })
  },
})
