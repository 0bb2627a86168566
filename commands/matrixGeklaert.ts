import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasMatrix, matrixOf } from '../src/chat/seen/matrixSeen.ts'
import { mayReadWords } from '../src/chat/seen/sight.ts'
import { tenderRuns } from '../src/domain/programme/tenderPhase.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { settleCell } from '../src/flows/processes/fillMatrix.ts'
import { programmeNow } from '../src/flows/processes/programmeNow.ts'
import { draftSentence } from '../src/texts/draftReplies.ts'
import { matrixReply, matrixRests } from '../src/texts/programmes/matrix.ts'

export default defineCommand({
  name: 'matrix geklärt',
  aliases: ['matrix erledigt'],
  summary: 'Sagt, dass eine Kombination der Matrix geklärt ist',
  help: 'Die Nummer steht in der ersten Spalte von „matrix zeigen“.',
  intent: 'matrix_settled',
  args: { cell: { kind: 'number', label: 'Nummer', required: true, keys: ['nr', 'nummer'] } },
  permission: staff,
  offered: hasMatrix,
  changes: true,
  exampleProgramme: 'verden',
  examples: [{ input: 'matrix geklärt 1', shows: 'Nummer 1' }],
  async run(needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>, { cell: number }, context) {
    const { profile } = await programmeNow(needs.db, needs.programme)
    if (tenderRuns(profile)) return draftSentence(matrixRests)
    const { cell, plans } = await settleCell(needs, context.person, number)
    if (!cell)
      return draftSentence(`Eine Nummer ${number} hat die Matrix nicht.`, [
        { label: 'Matrix zeigen', command: 'matrix zeigen' },
      ])
    const now = needs.now()
    const lead = cell.settled ? `Nummer ${number} war schon geklärt.` : `Nummer ${number} ist geklärt.`
    const { cells } = matrixOf(plans, dayOf(now))
    return matrixReply(profile.matrix!, cells, lead, mayReadWords(context), profile, now)
  },
})
