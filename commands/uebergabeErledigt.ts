import { Temporal } from 'temporal-polyfill'
import { actorOf, onArg, stepReader, sureArg } from '../src/chat/arguments/deadlineArgs.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { answerDone } from '../src/flows/processes/doneAnswer.ts'
import { handoverSteps } from '../src/flows/processes/handoverSteps.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { stepSentence } from '../src/texts/steps/stepChangeReplies.ts'

export default defineCommand({
  name: 'übergabe erledigt',
  aliases: ['übergabe abhaken', 'übergabe punkt'],
  summary: 'Hakt einen Punkt der Übergabe ab',
  help: 'Die Nummer steht in „übergabe liste“.',
  intent: 'handover_done',
  args: {
    item: { kind: 'number', label: 'Nummer', required: true, keys: ['punkt', 'nr'] },
    on: onArg,
    sure: sureArg,
  },
  permission: staff,
  offered: ({ profile }) => profile.ablaeufe.some(each => each.art === 'uebergabe'),
  changes: true,
  examples: [{ input: 'übergabe erledigt 1', shows: 'Erledigt am 22.04.2024.' }],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates'>, { item, on, sure }, context) {
    const at = handoverSteps(await plansToday(needs))[item - 1]
    if (!at)
      return stepSentence(`Einen Punkt ${item} hat die Übergabe nicht.`, [
        { label: 'Liste zeigen', command: 'übergabe liste' },
      ])
    return answerDone(needs, actorOf(context), {
      reader: stepReader(context),
      deadline: { kind: 'words', text: `${at.process.template.id}:${at.step.id}` },
      of: process => process.instance.id === at.process.instance.id,
      on: on ? Temporal.PlainDate.from(on) : dayOf(needs.now()),
      reason: null,
      confirmed: sure,
      line: () => `übergabe erledigt ${item}`,
    })
  },
})
