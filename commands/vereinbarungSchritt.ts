import { Temporal } from 'temporal-polyfill'
import { actorOf, onArg, reasonArg, stepReader, sureArg } from '../src/chat/arguments/deadlineArgs.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { scopeOf } from '../src/chat/seen/statusOf.ts'
import { concernsRegion } from '../src/domain/process/datedSteps.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { answerDone } from '../src/flows/processes/doneAnswer.ts'

export default defineCommand({
  name: 'vereinbarung schritt',
  aliases: ['vertrag schritt', 'vereinbarung erledigt'],
  summary: 'Trägt einen Schritt der Vereinbarung als erledigt ein',
  help:
    'Nennen Sie den Schritt (K4a) oder Worte seines Titels, dazu den Tag, wenn es nicht heute war. Haben mehrere Regionen ' +
    'eine eigene Vereinbarung, nennen Sie auch den Ort. Danach steht da, wer jetzt am Zug ist.',
  intent: 'agreement_step_done',
  args: {
    step: { kind: 'deadline', label: 'Schritt', required: true, hint: 'K4a oder Worte des Titels' },
    done: { kind: 'choice', label: 'erledigt', choices: { ja: ['erledigt', 'fertig', 'abgehakt'] } },
    on: onArg,
    region: { kind: 'place', label: 'Ort oder Region', keys: ['region', 'ort', 'bezirk', 'in'] },
    sure: sureArg,
    reason: reasonArg,
  },
  permission: staff,
  offered: ({ profile }) => profile.vereinbarung !== null,
  changes: true,
  examples: [{ input: 'vereinbarung schritt K4a erledigt am 19.04.2024', shows: 'Erledigt am 19.04.2024.' }],
  run(
    needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates'>,
    { step, on, region, sure, reason },
    context,
  ) {
    const scope = region ? scopeOf(needs, region) : null
    return answerDone(needs, actorOf(context), {
      reader: stepReader(context),
      deadline: step,
      of: process =>
        process.template.art === 'vereinbarung' &&
        (scope?.kind !== 'region' ||
          process.steps.some(each =>
            concernsRegion(needs.programme, [], { process, step: each }, scope.region.id),
          )),
      on: on ? Temporal.PlainDate.from(on) : dayOf(needs.now()),
      reason,
      confirmed: sure,
      line: name => `vereinbarung schritt ${name} erledigt`,
    })
  },
})
