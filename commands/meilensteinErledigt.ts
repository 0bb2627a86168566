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
import { milestoneTemplateId } from '../src/domain/process/template/milestoneTemplate.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { answerDone } from '../src/flows/processes/doneAnswer.ts'

export default defineCommand({
  name: 'meilenstein erledigt',
  aliases: ['meilenstein erreicht', 'meilenstein abhaken'],
  summary: 'Trägt einen Meilenstein als erreicht ein',
  help: 'Nennen Sie den Tag, wenn es nicht heute war.',
  intent: 'deadline_done',
  args: {
    deadline: { ...deadlineArg, label: 'Meilenstein', hint: 'M3' },
    on: onArg,
    sure: sureArg,
    reason: reasonArg,
  },
  permission: staff,
  offered: ({ profile }) => profile.meilensteine.length > 0,
  changes: true,
  examples: [{ input: 'meilenstein erledigt M3 am 19.04.2024', shows: 'Erledigt am 19.04.2024.' }],
  run(
    needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates'>,
    { deadline, on, sure, reason },
    context,
  ) {
    return answerDone(needs, actorOf(context), {
      reader: stepReader(context),
      deadline,
      of: process => process.template.id === milestoneTemplateId,
      on: on ? Temporal.PlainDate.from(on) : dayOf(needs.now()),
      reason,
      confirmed: sure,
      line: name => `meilenstein erledigt ${name}`,
    })
  },
})
