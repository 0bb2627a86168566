import { Temporal } from 'temporal-polyfill'
import {
  actorOf,
  deadlineArg,
  onArg,
  reasonArg,
  stepReader,
  sureArg,
} from '../src/chat/arguments/deadlineArgs.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { answerDone } from '../src/flows/processes/doneAnswer.ts'

export default defineCommand({
  name: 'frist erledigt',
  aliases: ['frist erledigen', 'frist abhaken', 'frist abschließen', 'frist fertig'],
  summary: 'Trägt eine Frist als erledigt ein',
  help:
    'Nennen Sie die Nummer (F-7), den Schritt (M3, K4a) oder Worte des Titels, dazu den Tag, wenn es nicht heute war. ' +
    'Was sich dadurch verschiebt, sehen Sie vorher. Ist der Schritt gesperrt, steht dabei, was noch fehlt.',
  intent: 'deadline_done',
  args: { deadline: deadlineArg, on: onArg, sure: sureArg, reason: reasonArg },
  permission: staff,
  changes: true,
  examples: [
    { input: 'frist erledigt M3 am 19.04.2024', shows: 'Erledigt am 19.04.2024.' },
    { input: 'frist erledigt F-2', shows: 'Erledigt am 22.04.2024.' },
  ],
  run(
    needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates'>,
    { deadline, on, sure, reason },
    context,
  ) {
    return answerDone(needs, actorOf(context), {
      reader: stepReader(context),
      deadline,
      on: on ? Temporal.PlainDate.from(on) : dayOf(needs.now()),
      reason,
      confirmed: sure,
      line: name => `frist erledigt ${name}`,
    })
  },
})
