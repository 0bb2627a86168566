import { pageArg, pagingOf } from '../src/chat/arguments/pageArg.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { hasMatrix, matrixOf } from '../src/chat/seen/matrixSeen.ts'
import { mayReadWords } from '../src/chat/seen/sight.ts'
import { tenderRuns } from '../src/domain/programme/tenderPhase.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { programmeNow } from '../src/flows/processes/programmeNow.ts'
import { draftSentence } from '../src/texts/draftReplies.ts'
import { matrixReply, matrixRests } from '../src/texts/programmes/matrix.ts'

const name = 'matrix zeigen'
const args = { page: pageArg } as const

export default defineCommand({
  name,
  aliases: ['matrix', 'matrix status'],
  summary: 'Zeigt, welche Kombinationen von Träger, Sozialraum und Schule im Gespräch sind',
  help: 'Offene Kombinationen stehen zuerst. In Kanälen stehen nur Zahlen, keine Namen. Während eines Vergabeverfahrens ruht der Befehl.',
  intent: 'matrix_show',
  args,
  permission: staff,
  offered: hasMatrix,
  changes: false,
  exampleProgramme: 'verden',
  examples: [{ input: 'matrix zeigen', shows: 'Träger × Sozialraum × Schule' }],
  async run(needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>, said, context) {
    const { profile } = await programmeNow(needs.db, needs.programme)
    if (tenderRuns(profile)) return draftSentence(matrixRests)
    const now = needs.now()
    const { cells } = matrixOf(await plansToday(needs), dayOf(now))
    const paging = pagingOf({ name, args }, said)
    // Offered only where there is one.
    return matrixReply(profile.matrix!, cells, '', mayReadWords(context), profile, now, paging)
  },
})
