import { germanDay, germanDayWithWeekday } from '../../domain/time/day.ts'
import { earlierWords, stateWords, timeWords } from '../../domain/timeline/itemWords.ts'
import type { Timeline, TimelineItem } from '../../domain/timeline/timeline.ts'
import type { TimelineLayout } from '../../domain/timeline/timelineLayout.ts'
import { ink } from './looks.ts'
import { linesOf, type Writing } from './textWidth.ts'

/** A line of text with its baseline's middle at `y`. Pixels of the sheet. */
export interface SheetLine {
  x: number
  y: number
  text: string
  size: number
  bold: boolean
  colour: string
}

export interface SheetRow {
  item: TimelineItem
  top: number
  bottom: number
}

/** Where everything stands, before a mark is drawn. */
export interface Sheet {
  width: number
  height: number
  plot: { left: number; right: number; top: number; bottom: number }
  lines: SheetLine[]
  rows: SheetRow[]
  /** Middle of the label of today, and of the first of the two lines above the ticks. */
  todayY: number
  tickY: number
}

/**
 * Narrow on purpose: on a telephone (390 pixels) a picture of this width shrinks to three fifths, and 15 becomes 9, the least that
 * is read without zooming.
 */
const width = 640
const edge = 14
const words = { left: 40, width: 262 }
const plot = { left: 310, right: width - edge }

const writings = {
  title: { size: 22, bold: true, width: width - 2 * edge, lines: 2 },
  notice: { size: 17, bold: true, width: width - 2 * edge, lines: 3 },
  name: { size: 17, bold: true, width: words.width, lines: 2 },
  state: { size: 15, width: words.width, lines: 2 },
  more: { size: 15, bold: true, width: width - 2 * edge, lines: 1 },
  foot: { size: 14, width: width - 2 * edge, lines: 3 },
} satisfies Record<string, Writing>

/** Lays titles and words out in rows as high as they need. */
export function sheetOf(timeline: Timeline, layout: TimelineLayout): Sheet {
  const lines: SheetLine[] = []
  let y = edge
  const write = (text: string, writing: Writing, x = edge, colour = ink.text) => {
    const height = writing.size * 1.32
    for (const each of linesOf(text, writing)) {
      lines.push({
        x,
        y: y + height / 2,
        text: each,
        size: writing.size,
        bold: writing.bold ?? false,
        colour,
      })
      y += height
    }
  }
  write(timeline.title, writings.title)
  if (timeline.notice) write(`Achtung: ${timeline.notice}`, writings.notice)
  const tickY = y + 14
  const todayY = y + 58
  y += 76
  const top = y
  const rows = layout.rows.map(item => {
    const rowTop = y
    y += 7
    write(item.title, writings.name, words.left)
    write(`${stateWords(item)} · ${timeWords(item)}`, writings.state, words.left, ink.soft)
    for (const each of [earlierWords(item), item.norm ?? ''])
      if (each) write(each, writings.state, words.left, ink.soft)
    y += 7
    return { item, top: rowTop, bottom: y }
  })
  const bottom = y
  y += 8
  for (const each of footOf(timeline, layout))
    write(each.text, each.writing, edge, each.writing === writings.more ? ink.text : ink.soft)
  return {
    width,
    height: Math.ceil(y + edge - 4),
    plot: { ...plot, top, bottom },
    lines,
    rows,
    todayY,
    tickY,
  }
}

function footOf(timeline: Timeline, layout: TimelineLayout): { text: string; writing: Writing }[] {
  const { undated } = timeline
  const outside =
    layout.today === 'within' ? '' : `Heute, ${germanDayWithWeekday(timeline.today)}, liegt außerhalb.`
  return [
    { text: layout.more > 0 ? `und ${layout.more} weitere` : '', writing: writings.more },
    { text: outside, writing: writings.foot },
    {
      text:
        undated.length > 0
          ? `Ohne genannten Zeitpunkt: ${undated.map(each => `${each.title} (${each.word})`).join('; ')}`
          : '',
      writing: writings.foot,
    },
    { text: `Stand ${germanDay(timeline.stand)}, Quelle: ${timeline.quelle}`, writing: writings.foot },
  ].filter(each => each.text !== '')
}
