import { Temporal } from 'temporal-polyfill'
import { germanDay, germanDayWithWeekday } from '../../domain/time/day.ts'
import type { Feasibility, FeasibleBlock } from '../../domain/time/periods/feasibility.ts'
import type { Block, Reply } from '../../reply/reply.ts'

export interface FeasibilityShown {
  start: Temporal.PlainDate
  today: Temporal.PlainDate
  /** "Verhandlungsverfahren mit Teilnahmewettbewerb". */
  procedure: string
  found: Feasibility
  /** A procedure that runs and whose notice has left the house; null: none does. */
  running: RunningPlan | null
  /** Days on which the political body meets are not known. */
  meetingsUnknown: boolean
  note: string
}

/** How far a procedure is in the plan of the count-back. */
export interface RunningPlan {
  /** „Auftragsbekanntmachung abgesendet“ and its day. */
  notice: { title: string; on: Temporal.PlainDate | null }
  /** The day on which the first block that is left ends by its own plan; null: none is known. */
  ends: Temporal.PlainDate | null
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
        rows: [
          ...found.behind.map(name => [name, '', '', 'erledigt', 'erledigt', '']),
          ...found.blocks.map((each, i) =>
            i === 0 && shown.running ? rowUnderWay(each, shown.running, today) : row(each, found),
          ),
        ],
      },
      ...remarks.map((text): Block => ({ kind: 'text', text })),
      { kind: 'note', text: `Gerechnet am ${germanDay(today)}. ${note}` },
    ],
  }
}

function leadOf(shown: FeasibilityShown): string {
  const { found, running, start, today } = shown
  const { noticeBy, buffer, firstBreak, blocks } = found
  if (blocks.length === 0)
    return `Alles liegt hinter dem Verfahren; der Start am ${germanDay(start)} bleibt möglich.`
  if (running) return runningLead(shown, running)
  const by = `am ${germanDayWithWeekday(noticeBy)} abgesendet werden`
  if (!firstBreak) return `Erreichbar: Die Bekanntmachung muss spätestens ${by}, in ${buffer} Tagen.`
  return `Mit diesen Dauern nicht mehr erreichbar: Die Bekanntmachung hätte spätestens ${by} müssen, ${-buffer} Tage vor heute (${germanDay(today)}). Vom Start her bricht zuerst „${firstBreak.name}“.`
}

/** What of the plan is done, what is under way, what is left, and whether it still fits. */
function runningLead({ found, start, today }: FeasibilityShown, running: RunningPlan): string {
  const [current, ...left] = found.blocks as [FeasibleBlock, ...FeasibleBlock[]] // the caller has looked
  const { notice, ends } = running
  const on = notice.on ? ` (${germanDayWithWeekday(notice.on)})` : ''
  const spare = spareOf(current, running, today)
  const days = left.reduce((sum, each) => sum + each.days, 0)
  const rest =
    left.length === 0
      ? ''
      : ` Danach ${left.length === 1 ? 'bleibt ein Baustein' : `bleiben ${left.length} Bausteine`} mit zusammen ${daysOf(days)}.`
  const must = `„${current.name}“ darf spätestens am ${germanDayWithWeekday(current.latestEnd)} enden`
  const planned = ends && Temporal.PlainDate.compare(ends, today) >= 0
  const verdict =
    spare >= 0
      ? `Der Start am ${germanDay(start)} passt noch: ${must}, Puffer ${spare === 1 ? '1 Tag' : `${spare} Tage`}.`
      : `Mit diesen Dauern nicht mehr erreichbar: ${must}, ${-spare === 1 ? '1 Tag' : `${-spare} Tage`} ${planned ? 'vor dem vorgesehenen Ende' : `vor heute (${germanDay(today)})`}.`
  return `Erledigt: ${[`${notice.title}${on}`, ...found.behind].join(', ')}. Es läuft: ${current.name}${planned ? `, bis ${germanDayWithWeekday(ends)}` : ''}.${rest} ${verdict}`
}

/** Days between the end of the block under way, today at the earliest, and its latest end; negative: too late. */
function spareOf(current: FeasibleBlock, { ends }: RunningPlan, today: Temporal.PlainDate): number {
  const end = ends && Temporal.PlainDate.compare(ends, today) > 0 ? ends : today
  return end.until(current.latestEnd, { largestUnit: 'days' }).days
}

function daysOf(days: number): string {
  return days === 1 ? 'einem Tag' : `${days} Tagen`
}

function row(block: FeasibleBlock, { firstBreak }: Feasibility): string[] {
  return [
    block.id === firstBreak?.id ? `${block.name} (bricht zuerst)` : block.name,
    artOf(block),
    String(block.days),
    germanDayWithWeekday(block.latestBegin),
    germanDayWithWeekday(block.latestEnd),
    spareWords(block.buffer),
  ]
}

/** The block that has begun: when it had to begin is no question any more. */
function rowUnderWay(block: FeasibleBlock, running: RunningPlan, today: Temporal.PlainDate): string[] {
  const spare = spareOf(block, running, today)
  return [
    block.name,
    artOf(block),
    String(block.days),
    'hat begonnen',
    germanDayWithWeekday(block.latestEnd),
    spareWords(spare),
  ]
}

function artOf({ kind, source }: FeasibleBlock): string {
  return kind === 'legal' ? `gesetzlich, ${source}` : 'Planwert'
}

function spareWords(days: number): string {
  return days < 0 ? `${-days} Tage zu spät` : `${days} Tage`
}
