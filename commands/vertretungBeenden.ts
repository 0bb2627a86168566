import { actorOf } from '../src/chat/arguments/deadlineArgs.ts'
import { roleOf } from '../src/chat/arguments/roleOf.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { endDeputy } from '../src/flows/processes/setDeputy.ts'
import { deputiesReply, deputySentences } from '../src/texts/deputies.ts'
import { stepSentence } from '../src/texts/steps/stepChangeReplies.ts'
import { roleWords } from '../src/texts/steps/stepWords.ts'

export default defineCommand({
  name: 'vertretung beenden',
  aliases: ['vertretung aufheben', 'vertretung ende'],
  summary: 'Beendet eine Vertretung; die Funktion ist wieder selbst zuständig',
  help: 'Genannt wird die Funktion, die abwesend war. Erinnerungen gehen danach wieder an sie. Eine Vertretung, die das Profil nennt, bleibt.',
  intent: 'deputy_end',
  args: { absent: { kind: 'person', label: 'abwesende Funktion', required: true, keys: ['für', 'von'] } },
  permission: staff,
  changes: true,
  examples: [{ input: 'vertretung beenden Projektleitung', shows: 'keine Vertretung eingetragen' }],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates'>, { absent: away }, context) {
    const { profile } = needs.programme
    const absent = roleOf(profile, away, context)
    if (absent === null) return stepSentence(deputySentences.nobody)
    const { outcome, deputies } = await endDeputy(needs, actorOf(context), absent)
    const name = roleWords(profile, absent)
    const lead = outcome.kind === 'none' ? deputySentences.notAway(name) : deputySentences.ended(name)
    return deputiesReply(lead, deputies, profile, needs.now())
  },
})
