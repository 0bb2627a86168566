import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { mayUse } from '../src/chat/permission.ts'
import { isSettled } from '../src/domain/process/stepsNamed.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { fundingReply } from '../src/texts/programmes/funding.ts'

/** The Ablauf of a profile in which ways of paying are examined. */
const examination = 'finanzierungsweg'

export default defineCommand({
  name: 'finanzierung vergleich',
  aliases: ['finanzierung', 'finanzierung zeigen'],
  summary: 'Stellt die Wege der Finanzierung gegenüber und zeigt, wann Förderungen enden',
  help: 'Zeigt jeden Weg mit seiner Bewertung, öffentlich bekannten Risiken und der Quelle, und bei Förderungen ihr Ende. Was rechtlich zu prüfen ist, steht darunter.',
  intent: 'funding_compare',
  args: {},
  permission: 'everyone',
  offered: ({ profile }) => profile.finanzierung.length > 0,
  changes: false,
  exampleProgramme: 'verden',
  examples: [{ input: 'finanzierung vergleich', shows: 'personalisierte Förderungsfinanzierung' }],
  async run(needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>, _, context) {
    const open =
      mayUse(staff, context.person) && needs.templates.has(examination)
        ? (await plansToday(needs)).all
            .filter(plan => plan.instance.template === examination)
            .flatMap(process => process.steps.map(step => ({ process, step })))
            .filter(({ step }) => !isSettled(step))
        : []
    return fundingReply(needs.programme.profile, open, needs.now())
  },
})
