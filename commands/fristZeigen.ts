import { deadlineArg, stepReader } from '../src/chat/arguments/deadlineArgs.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { mayReadWords } from '../src/chat/seen/sight.ts'
import { dependants } from '../src/domain/process/dependants.ts'
import { isSettled } from '../src/domain/process/stepsNamed.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { nameIn, typedName } from '../src/flows/processes/deadlineIn.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { around, gateWords, stepOr } from '../src/flows/processes/stepAnswers.ts'
import { historyReply } from '../src/texts/steps/stepHistory.ts'

export default defineCommand({
  name: 'frist zeigen',
  aliases: ['frist zeige', 'frist verlauf'],
  summary: 'Zeigt eine Frist mit Grund, Verlauf und allem, was von ihr abhängt',
  help:
    'Zeigt, woher der Termin kommt, jeden früheren Termin mit Grund, Beschluss, Funktion und Zeit, worauf gewartet wird und was ' +
    'davon abhängt. Eingegebene Gründe können Namen enthalten; in Kanälen steht deshalb nur „Grund hinterlegt“.',
  intent: 'deadline_show',
  args: { deadline: deadlineArg },
  permission: staff,
  changes: false,
  examples: [{ input: 'frist zeigen M5', shows: '01.08.2024 → Fr 01.08.2025' }],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates'>, { deadline }, context) {
    const plans = await plansToday(needs)
    const reader = stepReader(context)
    const named = stepOr(needs, plans, deadline, {
      line: name => `frist zeigen ${name}`,
      reader,
    })
    if ('reply' in named) return named.reply
    const { at } = named
    const name = typedName(nameIn(plans, at))
    const { gate } = at.step
    return historyReply({
      ...around(needs, plans),
      at,
      profile: needs.programme.profile,
      events: plans.histories.find(each => each.instance.id === at.process.instance.id)?.events ?? [],
      dependants: dependants(plans.all, at),
      gate: gate
        ? `${gate.unlocked ? 'freigegeben' : gate.effect === 'sperren' ? 'gesperrt' : 'Warnung'}, braucht ${gateWords(needs, plans, at, gate.needs)}`
        : '',
      today: dayOf(needs.now()),
      withReasons: mayReadWords(context) && (reader.tenders || at.process.template.art !== 'vergabe'),
      actions: isSettled(at.step)
        ? [{ label: 'Wieder öffnen', command: `frist öffnen ${name}` }]
        : [{ label: 'Erledigt', command: `frist erledigt ${name}` }],
    })
  },
})
