import { Temporal } from 'temporal-polyfill'
import { actorOf, deadlineArg, stepReader } from '../src/chat/arguments/deadlineArgs.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { germanDay } from '../src/domain/time/day.ts'
import { answerStepOrder } from '../src/flows/processes/stepAnswers.ts'

export default defineCommand({
  name: 'frist schlummern',
  aliases: ['frist später erinnern', 'frist erinnern'],
  summary: 'Stellt die Erinnerung an eine Frist zurück',
  help: 'Bis zu diesem Tag kommt keine Erinnerung; der Termin selbst bleibt. An eine gesetzliche Frist wird spätestens am Tag davor wieder erinnert.',
  intent: 'deadline_snooze',
  args: {
    deadline: deadlineArg,
    until: { kind: 'day', label: 'Tag', required: true, keys: ['bis', 'am'] },
  },
  permission: staff,
  changes: true,
  examples: [{ input: 'frist schlummern M10 bis 06.05.2024', shows: 'Keine Erinnerung bis 06.05.2024.' }],
  run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates'>, { deadline, until }, context) {
    const day = germanDay(Temporal.PlainDate.from(until))
    return answerStepOrder(needs, actorOf(context), {
      reader: stepReader(context),
      deadline,
      reason: null,
      decidedBy: null,
      confirmed: null,
      change: ({ step }) => ({ kind: 'snoozed', step: step.id, until }),
      line: name => `frist schlummern ${name} bis ${until}`,
      ask: name => ({ question: `${name} bis ${day} zurückstellen`, yes: 'Ja' }),
      lead: () => `Keine Erinnerung bis ${day}. Der Termin bleibt.`,
    })
  },
})
