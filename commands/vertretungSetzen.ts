import { Temporal } from 'temporal-polyfill'
import { actorOf } from '../src/chat/arguments/deadlineArgs.ts'
import { roleOf } from '../src/chat/arguments/roleOf.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { dayOf, germanDayWithWeekday } from '../src/domain/time/day.ts'
import { setDeputy } from '../src/flows/processes/setDeputy.ts'
import { deputiesReply, deputySentences } from '../src/texts/deputies.ts'
import { stepSentence } from '../src/texts/steps/stepChangeReplies.ts'
import { roleWords } from '../src/texts/steps/stepWords.ts'

export default defineCommand({
  name: 'vertretung setzen',
  aliases: ['vertretung eintragen', 'vertretung anlegen'],
  summary: 'Trägt ein, wer eine abwesende Funktion vertritt',
  help:
    'Alle Erinnerungen der abwesenden Funktion gehen dann an die Vertretung, vom ersten Mal an und in deren Kanal. Genannt werden ' +
    'Funktionen, nie Namen; „ich“ ist Ihre eigene. Mit bis … endet sie von selbst nach diesem Tag, sonst mit „vertretung beenden“.',
  intent: 'deputy_set',
  args: {
    absent: { kind: 'person', label: 'abwesende Funktion', required: true, keys: ['für', 'von'] },
    by: { kind: 'person', label: 'Vertretung', required: true, keys: ['durch', 'vertretung'] },
    until: { kind: 'day', label: 'letzter Tag', keys: ['bis'] },
  },
  permission: staff,
  changes: true,
  examples: [
    {
      input: 'vertretung setzen Projektleitung durch Schulamt bis 03.05.2024',
      shows: 'Schulamt vertritt Projektleitung bis Fr 03.05.2024',
    },
  ],
  async run(
    needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates'>,
    { absent: away, by: deputy, until: said },
    context,
  ) {
    const { profile } = needs.programme
    const [absent, by] = [roleOf(profile, away, context), roleOf(profile, deputy, context)]
    if (absent === null || by === null) return stepSentence(deputySentences.nobody)
    if (absent === by) return stepSentence(deputySentences.itself)
    const now = needs.now()
    const until = said === null ? null : Temporal.PlainDate.from(said)
    if (until && Temporal.PlainDate.compare(until, dayOf(now)) < 0)
      return stepSentence(deputySentences.over(germanDayWithWeekday(until)))
    const { kind, deputies } = await setDeputy(needs, actorOf(context), { absent, by, until })
    const names = [roleWords(profile, absent), roleWords(profile, by)] as const
    if (kind === 'circle') return stepSentence(deputySentences.circle(...names))
    const lead =
      kind === 'same'
        ? deputySentences.same(...names)
        : deputySentences.set(...names, until ? ` bis ${germanDayWithWeekday(until)}` : '')
    return deputiesReply(lead, deputies, profile, now)
  },
})
