import { pageArg, pagingOf } from '../src/chat/arguments/pageArg.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { collectedReports } from '../src/domain/process/kinds/collectedReports.ts'
import type { Programme } from '../src/domain/programme/programme.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { collectedReply } from '../src/texts/programmes/collectedReports.ts'

/** Reports that many write and one collects. */
const collecting = ({ profile }: Programme) =>
  profile.ablaeufe.find(each => each.art === 'bericht' && each.je !== 'programm')

const name = 'bericht sammelstand'
const args = { page: pageArg } as const

export default defineCommand({
  name,
  aliases: ['sammelstand', 'berichte sammelstand'],
  summary: 'Zeigt, welche Jahresberichte da sind und wie weit die Auswertung ist',
  help: 'Zeigt für das laufende Jahr, welche Berichte eingegangen sind und welche fehlen, und die Schritte danach bis zum Ausschuss. Ein Jahr davor steht dabei, solange darin etwas offen ist.',
  intent: 'report_collected',
  args,
  permission: staff,
  offered: programme => collecting(programme) !== undefined,
  changes: false,
  exampleProgramme: 'krefeld',
  examples: [{ input: 'bericht sammelstand', shows: 'Auswertung der Jahresberichte' }],
  async run(needs: Needs<'programme' | 'db' | 'now' | 'templates' | 'dates'>, said) {
    const now = needs.now()
    const years = collectedReports((await plansToday(needs)).all, dayOf(now))
    const { profile } = needs.programme
    const source = collecting(needs.programme)?.quelle ?? profile.quelle
    return collectedReply(years, profile, source, now, pagingOf({ name, args }, said))
  },
})
