import { Temporal } from 'temporal-polyfill'
import { actorOf, reasonArg, sureArg } from '../src/chat/arguments/deadlineArgs.ts'
import {
  closingNames,
  hourArg,
  hourIn,
  lawOf,
  seesCompanies,
  tenderRoles,
  tenders,
} from '../src/chat/arguments/tenderArgs.ts'
import { defineCommand, type Needs } from '../src/chat/command.ts'
import { lineOf } from '../src/chat/commandLine.ts'
import { germanDayWithWeekday } from '../src/domain/time/day.ts'
import { setClosing } from '../src/flows/tender/setClosing.ts'
import { tenderAnswer } from '../src/flows/tender/tenderAnswer.ts'
import { directlyOnly, noSuchHour } from '../src/texts/tender/tenderReplies.ts'

const name = 'vergabe schlusstermin'
const args = {
  closing: {
    kind: 'choice',
    label: 'teilnahmefrist oder angebotsfrist',
    required: true,
    choices: {
      teilnahmefrist_ende: ['teilnahmefrist', 'teilnahmeanträge'],
      angebotsfrist_ende: ['angebotsfrist', 'angebote', 'erstangebote'],
    },
  },
  day: { kind: 'day', label: 'Tag', required: true, keys: ['am', 'bis', 'auf'] },
  sure: sureArg,
  hour: hourArg,
  reason: reasonArg,
} as const

export default defineCommand({
  name,
  aliases: ['vergabe schluss'],
  summary: 'Setzt das Ende der Teilnahmefrist oder der Angebotsfrist',
  help:
    'Liegt der Tag vor dem frühesten zulässigen, steht dieser in der Antwort. Kürzer geht es nur, wo das Gesetz es erlaubt, und mit ' +
    'grund: …; das bleibt als „Abweichung mit Begründung“ im Verlauf (§ 65 Abs. 3 VgV bei sozialen Dienstleistungen). Mit uhrzeit: 12:00 zählt ' +
    'der erste Tag, an dem eine Uhrzeit die Mindestfrist nicht verkürzt. Verlängern heißt: einen späteren Tag setzen, für alle denselben.',
  intent: 'tender_closing',
  args,
  permission: tenderRoles,
  offered: tenders,
  changes: true,
  examples: [
    {
      input: 'vergabe schlusstermin teilnahmefrist 24.05.2024',
      shows: 'Es ist noch kein Verfahren begonnen.',
    },
    {
      input: 'vergabe schlusstermin angebotsfrist 10.07.2024 uhrzeit: 12:00',
      shows: 'Es ist noch kein Verfahren begonnen.',
    },
  ],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates' | 'law'>, said, context) {
    if (context.viewer.inChannel) return directlyOnly()
    const hour = said.hour === null ? null : hourIn(said.hour)
    if (said.hour !== null && hour === null) return noSuchHour(said.hour)
    const { rules } = lawOf(needs)
    const day = Temporal.PlainDate.from(said.day)
    const wanted = { closing: said.closing, day, hour, reason: said.reason }
    const result = await setClosing(needs, actorOf(context), wanted, said.sure)
    const words = `${closingNames[said.closing]} auf ${germanDayWithWeekday(day)}${hour ? `, ${hour} Uhr` : ''}`
    return tenderAnswer(needs, rules, result, {
      question: `${words} setzen`,
      done: `Gesetzt: ${words}`,
      line: lineOf({ name, args }, { ...said, sure: null, hour: null, reason: null }),
      clauses: [...(hour ? [`uhrzeit: ${hour}`] : []), ...(said.reason ? [`grund: ${said.reason}`] : [])],
      yes: 'Ja, setzen',
      companies: seesCompanies(context),
    })
  },
})
