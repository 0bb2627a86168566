import { actorOf, reasonArg, sureArg } from '../src/chat/arguments/deadlineArgs.ts'
import { lawOf, phaseArg, tenderRoles, tenders } from '../src/chat/arguments/tenderArgs.ts'
import { defineCommand, type Needs } from '../src/chat/command.ts'
import { phaseAnswer } from '../src/flows/tender/phaseAnswer.ts'
import { directlyOnly } from '../src/texts/tender/tenderReplies.ts'

export default defineCommand({
  name: 'vergabe phase setzen',
  aliases: ['vergabe stand setzen'],
  summary: 'Sagt von Hand, wo das Verfahren steht',
  help:
    'Gewöhnlich folgt der Stand aus den erledigten Phasen. Von Hand gesetzt, gilt er, bis Sie „automatisch“ setzen. Davon hängt ab, was auf ' +
    'Briefe von Unternehmen geantwortet wird; das sehen Sie vorher. „aufgehoben“ lässt alles Offene entfallen und legt die Aufgabe an, die ' +
    'Gründe mitzuteilen (§§ 62, 63 VgV).',
  intent: 'tender_phase',
  args: { phase: { ...phaseArg, required: true }, sure: sureArg, reason: reasonArg },
  permission: tenderRoles,
  offered: tenders,
  changes: true,
  examples: [
    { input: 'vergabe phase setzen teilnahmewettbewerb', shows: 'Es ist noch kein Verfahren begonnen.' },
  ],
  async run(
    needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates' | 'law'>,
    { phase, sure, reason },
    context,
  ) {
    if (context.viewer.inChannel) return directlyOnly()
    return phaseAnswer(needs, lawOf(needs).rules, actorOf(context), {
      phase: phase === 'automatisch' ? null : phase,
      word: phaseArg.choices[phase][0],
      reason,
      confirmed: sure,
    })
  },
})
