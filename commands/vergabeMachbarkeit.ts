import { Temporal } from 'temporal-polyfill'
import { electronicArg, lawOf, procedureArg, tenders } from '../src/chat/arguments/tenderArgs.ts'
import { defineCommand, type Needs, staff } from '../src/chat/command.ts'
import { tenderSight } from '../src/chat/seen/tenderSeen.ts'
import { blocksBehind, endOfBlock } from '../src/domain/tender/blocksBehind.ts'
import {
  currentProcedure,
  isRunning,
  procedureOf,
  usualProcedure,
} from '../src/domain/tender/currentProcedure.ts'
import { procedureNames } from '../src/domain/tender/procedureNames.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { feasibilityOf } from '../src/domain/time/periods/feasibility.ts'
import { calendarOf } from '../src/domain/time/periods/workCalendar.ts'
import { plansToday } from '../src/flows/processes/plansToday.ts'
import { feasibilityReply } from '../src/texts/tender/feasibilityReply.ts'
import { tenderNote } from '../src/texts/tender/tenderNote.ts'
import { directlyOnly } from '../src/texts/tender/tenderReplies.ts'

/** With these a procedure leaves the house; one without a notice begins with the invitation. */
const noticeSteps: readonly string[] = ['bekanntmachung', 'aufforderung']

export default defineCommand({
  name: 'vergabe machbarkeit',
  aliases: ['vergabe zeitplan', 'machbarkeit'],
  summary: 'Rechnet vom Start zurück, wann die Bekanntmachung spätestens hinaus muss',
  help:
    'Zählt Baustein für Baustein vom Start zurück: gesetzliche Fristen und eigene Planwerte. Sie sehen den spätesten Beginn, den Puffer bis ' +
    'heute und den ersten Baustein, der nicht mehr passt. Läuft schon ein Verfahren, zählt nur, was noch vor ihm liegt. Eine ' +
    'Planungshilfe, keine Frist.',
  intent: 'tender_feasibility',
  args: {
    start: { kind: 'day', label: 'Tag des Starts', required: true, keys: ['start', 'zum'] },
    procedure: procedureArg,
    electronic: electronicArg,
    body: {
      kind: 'choice',
      label: 'ja oder nein',
      keys: ['gremium'],
      keysOnly: true,
      choices: { ja: ['ja'], nein: ['nein'] },
      hint: 'ob ein politisches Gremium beschließt; ohne: ja',
    },
  },
  permission: staff,
  offered: tenders,
  changes: false,
  examples: [{ input: 'vergabe machbarkeit start:2025-08-01', shows: 'Mi 23.10.2024' }],
  async run(needs: Needs<'db' | 'programme' | 'now' | 'templates' | 'dates' | 'law'>, said, context) {
    const { rules, feasibility } = lawOf(needs)
    const { profile } = needs.programme
    const today = dayOf(needs.now())
    const plans = await plansToday(needs)
    const current = currentProcedure(plans.all)
    const running = current && isRunning(current) && said.procedure === null ? current : null
    // How far the procedure is says its dates.
    const sight = tenderSight(context)
    if (running && sight !== 'dates') return directlyOnly(sight)
    const procedure = said.procedure ?? (running && procedureOf(running)) ?? usualProcedure(profile)
    const start = Temporal.PlainDate.from(said.start)
    const question = {
      start,
      today,
      procedure,
      electronic: said.electronic
        ? said.electronic === 'ja'
        : running?.facts.elektronische_angebote !== false,
      meetings: said.body === 'nein' ? null : [],
      done: running ? blocksBehind(running, today) : [],
    }
    const notice = running?.steps.find(each => noticeSteps.includes(each.id) && each.state === 'erledigt')
    const found = feasibilityOf(question, feasibility, calendarOf(profile.land))
    const [first] = found.blocks
    return feasibilityReply({
      start,
      today,
      procedure: procedureNames[procedure],
      found,
      running:
        running && notice
          ? {
              notice: { title: notice.title, on: notice.doneOn },
              ends: first ? endOfBlock(running, first.id) : null,
            }
          : null,
      meetingsUnknown: said.body !== 'nein',
      note: `${tenderNote(profile, running, null, rules)} Planwerte: ${feasibility.quelle}.`,
    })
  },
})
