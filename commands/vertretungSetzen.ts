import { Temporal } from 'temporal-polyfill'
import { actorOf } from '../src/chat/arguments/deadlineArgs.ts'
import { roleOf } from '../src/chat/arguments/roleOf.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { roleNames } from '../src/chat/permission.ts'
import type { Role } from '../src/domain/ticket/visibility.ts'
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
    'Funktionen, nie Namen; „ich“ ist Ihre eigene. Mit vom … beginnt sie an diesem Tag, mit bis … endet sie von selbst nach ihm, sonst mit ' +
    '„vertretung beenden“. In dieser Zeit hat die Vertretung auch die Rollen der abwesenden Funktion; geben kann sie nur, wer sie selbst hat.',
  intent: 'deputy_set',
  args: {
    absent: { kind: 'person', label: 'abwesende Funktion', required: true, keys: ['für', 'von'] },
    by: { kind: 'person', label: 'Vertretung', required: true, keys: ['durch', 'vertretung'] },
    from: {
      kind: 'day',
      label: 'erster Tag',
      keys: ['vom', 'ab'],
      keysOnly: true,
      hint: 'ein Tag; ohne: ab sofort',
    },
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
    needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates' | 'people'>,
    { absent: away, by: deputy, from: first, until: last },
    context,
  ) {
    const { profile } = needs.programme
    const [absent, by] = [roleOf(profile, away, context), roleOf(profile, deputy, context)]
    if (absent === null || by === null) return stepSentence(deputySentences.nobody)
    if (absent === by) return stepSentence(deputySentences.itself)
    const now = needs.now()
    const [from, until] = [first, last].map(day => (day === null ? null : Temporal.PlainDate.from(day))) as [
      Temporal.PlainDate | null,
      Temporal.PlainDate | null,
    ]
    if (until && Temporal.PlainDate.compare(until, dayOf(now)) < 0)
      return stepSentence(deputySentences.over(germanDayWithWeekday(until)))
    if (from && until && Temporal.PlainDate.compare(until, from) < 0)
      return stepSentence(deputySentences.backwards)
    // What is lent to oneself is not lent on.
    const own = context.person.roles.filter(role => !context.person.lent?.includes(role))
    const actor = { ...actorOf(context), own }
    const { outcome, deputies } = await setDeputy(needs, actor, { absent, by, from, until })
    const names = [roleWords(profile, absent), roleWords(profile, by)] as const
    const words = (roles: readonly Role[]) => roles.map(role => roleNames[role])
    switch (outcome.kind) {
      case 'circle':
        return stepSentence(deputySentences.circle(...names))
      case 'not-theirs':
        return stepSentence(deputySentences.notTheirs(...names, words(outcome.roles)))
      case 'taken':
        return stepSentence(deputySentences.taken(names[0], roleWords(profile, outcome.by.by)))
      case 'set': {
        const lead = deputySentences.set(...names, {
          from,
          until,
          today: dayOf(now),
          roles: words(outcome.roles),
        })
        return deputiesReply(lead, deputies, profile, now)
      }
      default:
        return deputiesReply(deputySentences.same(...names), deputies, profile, now)
    }
  },
})
