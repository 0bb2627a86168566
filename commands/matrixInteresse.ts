import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasMatrix, matrixOf } from '../src/chat/seen/matrixSeen.ts'
import { mayReadWords } from '../src/chat/seen/sight.ts'
import { tenderRuns } from '../src/domain/programme/tenderPhase.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { addCell } from '../src/flows/processes/fillMatrix.ts'
import { programmeNow } from '../src/flows/processes/programmeNow.ts'
import { draftSentence } from '../src/texts/draftReplies.ts'
import { matrixReply, matrixRests } from '../src/texts/programmes/matrix.ts'

export default defineCommand({
  name: 'matrix interesse',
  aliases: ['matrix neu'],
  summary: 'Trägt eine Kombination von Träger, Sozialraum und Schule ein',
  help: 'Was noch nicht bekannt ist, bleibt weg und gilt als offen. Bitte nicht in Kanälen eingeben: Namen von Trägern bleiben dort stehen.',
  intent: 'matrix_interest',
  args: {
    provider: {
      kind: 'clause',
      label: 'Träger',
      required: true,
      keys: ['träger', 'traeger'],
      keysOnly: true,
    },
    area: { kind: 'clause', label: 'Sozialraum', keys: ['sozialraum'], keysOnly: true },
    school: { kind: 'clause', label: 'Schule', keys: ['schule'], keysOnly: true },
  },
  permission: staff,
  offered: hasMatrix,
  changes: true,
  exampleProgramme: 'verden',
  examples: [
    {
      input: 'matrix interesse träger:Beispiel gGmbH sozialraum:Nord schule:Musterschule',
      shows: 'Beispiel gGmbH',
    },
  ],
  async run(
    needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>,
    { provider, area, school },
    context,
  ) {
    const { profile } = await programmeNow(needs.db, needs.programme)
    if (tenderRuns(profile)) return draftSentence(matrixRests)
    const matrix = profile.matrix! // offered only where there is one
    const said = [provider, area, school]
    const fields = Object.fromEntries(
      matrix.achsen.flatMap((axis, i) => (said[i] ? [[axis, said[i]] as const] : [])),
    )
    const { number, fresh, plans } = await addCell(needs, context.person, fields)
    const now = needs.now()
    const lead = fresh ? `Eingetragen als Nummer ${number}.` : `Das steht schon da, als Nummer ${number}.`
    const { cells } = matrixOf(plans, dayOf(now))
    return matrixReply(matrix, cells, lead, mayReadWords(context), profile, now)
  },
})
