import type { Temporal } from 'temporal-polyfill'
import { germanDay, germanDayWithWeekday } from '../../domain/time/day.ts'
import type { Feasibility, FeasibleBlock } from '../../domain/time/periods/feasibility.ts'
import type { Block, Reply } from '../../reply/reply.ts'

export interface FeasibilityShown {
  start: Temporal.PlainDate
  today: Temporal.PlainDate
  /** "Verhandlungsverfahren mit Teilnahmewettbewerb". */
  procedure: string
  found: Feasibility
  /** True when a procedure runs whose notice has left the house; what lies behind it was left out. */
  running: boolean
  /** Days on which the political body meets are not known. */
  meetingsUnknown: boolean
  note: string
}

/** Can a start still be reached? Counted back block by block, with the first that breaks. */
export function feasibilityReply(shown: FeasibilityShown): Reply {
  const { start, today, procedure, found, note } = shown
  const lead = leadOf(shown)
  const remarks = [
    ...found.warnings,
    ...(shown.meetingsUnknown && found.blocks.some(each => each.id === 'gremium')
      ? ['Die Sitzungen des Gremiums sind nicht hinterlegt; ohne Gremium: gremium:nein.']
      : []),
    'Dauern der Art „Planwert“ sind eigene Erfahrungswerte und lassen sich in profiles/procedures/machbarkeit.yaml anpassen.',
  ]
  return {
    summary: lead,
    audience: 'asker',
    blocks: [
      { kind: 'heading', text: `Start am ${germanDayWithWeekday(start)} · ${procedure}` },
      { kind: 'text', text: lead },
      {
        kind: 'table',
        columns: ['Baustein', 'Art', 'Tage', 'spätester Beginn', 'spätestes Ende', 'Puffer'],
        rows: found.blocks.map(each => row(each, found)),
      },
      ...remarks.map((text): Block => ({ kind: 'text', text })),
      { kind: 'note', text: `Gerechnet am ${germanDay(today)}. ${note}` },
    ],
  }
}

function leadOf({ found, running, start, today }: FeasibilityShown): string {
  const { noticeBy, buffer, firstBreak, blocks } = found
  const first = blocks[0]
  if (!first) return `Alles liegt hinter dem Verfahren; der Start am ${germanDay(start)} bleibt möglich.`
  const what = running ? `„${first.name}“ muss spätestens` : 'Die Bekanntmachung muss spätestens'
  const verb = running ? 'beginnen' : 'abgesendet werden'
  const by = `${what} am ${germanDayWithWeekday(noticeBy)} ${verb}`
  if (!firstBreak) return `Erreichbar: ${by}, in ${buffer} Tagen.`
  return `Mit diesen Dauern nicht mehr erreichbar: ${by.replace('muss', 'hätte').replace(verb, verb === 'beginnen' ? 'beginnen müssen' : 'abgesendet werden müssen')}, ${-buffer} Tage vor heute (${germanDay(today)}). Vom Start her bricht zuerst „${firstBreak.name}“.`
}

function row(block: FeasibleBlock, { firstBreak }: Feasibility): string[] {
  return [
    block.id === firstBreak?.id ? `${block.name} (bricht zuerst)` : block.name,
    block.kind === 'legal' ? `gesetzlich, ${block.source}` : 'Planwert',
    String(block.days),
    germanDayWithWeekday(block.latestBegin),
    germanDayWithWeekday(block.latestEnd),
    block.buffer < 0 ? `${-block.buffer} Tage zu spät` : `${block.buffer} Tage`,
  ]
}
