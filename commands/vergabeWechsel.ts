import { actorOf, reasonArg, sureArg } from '../src/chat/arguments/deadlineArgs.ts'
import { lawOf, procedureArg, seesCompanies, tenderRoles, tenders } from '../src/chat/arguments/tenderArgs.ts'
import { defineCommand, type Needs } from '../src/chat/command.ts'
import { lineOf } from '../src/chat/commandLine.ts'
import { procedureNames } from '../src/domain/tender/procedureNames.ts'
import { switchProcedure } from '../src/flows/tender/switchProcedure.ts'
import { tenderAnswer } from '../src/flows/tender/tenderAnswer.ts'
import { directlyOnly } from '../src/texts/tender/tenderReplies.ts'

const name = 'vergabe wechsel'
const args = {
  procedure: { ...procedureArg, required: true, hint: 'z. B. offenes_verfahren' },
  sure: sureArg,
  reason: { ...reasonArg, required: true },
} as const

export default defineCommand({
  name,
  aliases: ['vergabe wechseln', 'vergabe umstellen'],
  summary: 'Wechselt die Verfahrensart',
  help:
    'Vor der Bekanntmachung endet das laufende Verfahren und ein neues schließt an. Danach geht es nur über die Aufhebung (§ 63 VgV) und einen ' +
    'neuen Beginn; was das heißt, sehen Sie vorher. Der Grund gehört in den Vergabevermerk. Ein Verhandlungsverfahren ohne ' +
    'Teilnahmewettbewerb braucht einen Fall des § 14 Abs. 4 VgV mit seiner Nummer.',
  intent: 'tender_switch',
  args,
  permission: tenderRoles,
  offered: tenders,
  changes: true,
  examples: [
    {
      input: 'vergabe wechsel offenes_verfahren grund: mehr Wettbewerb',
      shows: 'Es ist noch kein Verfahren begonnen.',
    },
  ],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates' | 'law'>, said, context) {
    if (context.viewer.inChannel) return directlyOnly()
    const law = lawOf(needs)
    const { procedure, reason } = said
    const result = await switchProcedure(needs, law, actorOf(context), { procedure, reason }, said.sure)
    const called = procedureNames[procedure]
    return tenderAnswer(needs, law.rules, result, {
      question: `Zum Verfahren „${called}“ wechseln`,
      done: `Gewechselt: ${called}`,
      line: lineOf({ name, args }, { ...said, sure: null, reason: null }),
      clauses: [`grund: ${reason}`],
      yes: 'Ja, wechseln',
      companies: seesCompanies(context),
    })
  },
})
