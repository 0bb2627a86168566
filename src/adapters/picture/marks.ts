import type { Temporal } from 'temporal-polyfill'
import type { TimelineItem, TimelineSpan } from '../../domain/timeline/timeline.ts'
import type { TimelineLayout } from '../../domain/timeline/timelineLayout.ts'
import { arrowHead, type Look, lookOf } from './looks.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/** What stands for an item in its row: a bar or a symbol, its old places, and the line from there to here. Pixels. */
export interface Bar {
  x: number
  x2: number
  y: number
  y2: number
  fill: string
  stroke: string
  dashed: boolean
}
export interface Sign {
  x: number
  y: number
  /** Half the width. */
  radius: number
  shape: string
  fill: string
  stroke: string
  dashed: boolean
}
export interface Rule {
  x: number
  x2: number
  y: number
  y2: number
  stroke: string
  width: number
  dashed: boolean
}
export interface Marks {
  rules: Rule[]
  bars: Bar[]
  symbols: Sign[]
}

const radius = 10
const halfBar = 10
/** A bar of a week in a picture of five years would be a hair. */
const narrowestBar = 10
/** Room that the sign of a state takes in a bar. */
const signRoom = 22

/** The left edge of a day in the picture; a day beyond the window stands at its edge. */
export function placeOfDay(
  sheet: Sheet,
  layout: TimelineLayout,
): (day: Temporal.PlainDate, part?: number) => number {
  const days = layout.from.until(layout.to, { largestUnit: 'days' }).days + 1
  const { left, right } = sheet.plot
  return (day, part = 0) => {
    const at = layout.from.until(day, { largestUnit: 'days' }).days + part
    return left + (Math.min(Math.max(at, 0), days) / days) * (right - left)
  }
}

export function marksOf(sheet: Sheet, layout: TimelineLayout): Marks {
  const place = placeOfDay(sheet, layout)
  const rows = sheet.rows.map(row => rowMarks(row, place))
  return {
    rules: rows.flatMap(each => each.rules),
    bars: rows.flatMap(each => each.bars),
    symbols: [...sheet.rows.map(keyMark), ...rows.flatMap(each => each.symbols)].flat(),
  }
}

type Place = ReturnType<typeof placeOfDay>

/** The mark once more in front of the words, so that nobody has to look up what it means. */
function keyMark({ item, top }: SheetRow): Sign[] {
  return symbolsAt(item, 24, top + 19)
}

function rowMarks({ item, top, bottom }: SheetRow, place: Place): Marks {
  const y = (top + bottom) / 2
  const look = lookOf(item)
  const here = extent(item, place)
  const old = (item.movedFrom ?? []).map(each => extent(each, place))
  const mark = item.first.equals(item.last) ? sharpMarks(item, here.middle, y) : barMarks(item, here, y)
  return {
    rules: [...old.flatMap((from, i) => moveLine(from, old[i + 1] ?? here, y, look)), ...mark.rules],
    bars: [...old.filter(each => !each.sharp).map(each => hollowBar(each, y, look)), ...mark.bars],
    symbols: [
      ...old.filter(each => each.sharp).map(each => hollowPoint(each.middle, y, look)),
      ...old.slice(-1).flatMap(from => moveHead(from, here, y, look)),
      ...mark.symbols,
    ],
  }
}

interface Extent {
  sharp: boolean
  x: number
  x2: number
  middle: number
}

/** A sharp day stands at its noon; a span reaches from the morning of its first to the end of its last day. */
function extent({ first, last }: TimelineSpan, place: Place): Extent {
  const sharp = first.equals(last)
  const middle = (place(first) + place(last, 1)) / 2
  const half = Math.max(narrowestBar / 2, (place(last, 1) - place(first)) / 2)
  return sharp
    ? { sharp, middle, x: middle - radius, x2: middle + radius }
    : { sharp, middle, x: middle - half, x2: middle + half }
}

function sharpMarks(item: TimelineItem, x: number, y: number): Marks {
  return { rules: [], bars: [], symbols: symbolsAt(item, x, y) }
}

function symbolsAt(item: TimelineItem, x: number, y: number): Sign[] {
  const look = lookOf(item)
  const solid = look.filled && !item.tentative
  const mark = { x, y, radius, stroke: look.colour, dashed: item.tentative }
  return [
    { ...mark, shape: look.shape, fill: solid ? look.colour : look.pale },
    ...(look.sign ? [signAt(x, y, look, solid)] : []),
  ]
}

function signAt(x: number, y: number, look: Look, solid: boolean): Sign {
  const stroke = solid ? '#ffffff' : look.colour
  return { x, y, radius, shape: look.sign, fill: 'none', stroke, dashed: false }
}

function barMarks(item: TimelineItem, { x, x2, middle }: Extent, y: number): Marks {
  const look = lookOf(item)
  const solid = look.filled && !item.tentative
  const bar = {
    x,
    x2,
    y: y - halfBar,
    y2: y + halfBar,
    stroke: look.colour,
    fill: solid ? look.colour : look.pale,
    dashed: item.tentative,
  }
  const cap = (at: number): Rule => ({
    x: at,
    x2: at,
    y: y - halfBar - 5,
    y2: y + halfBar + 5,
    stroke: look.colour,
    width: 3,
    dashed: false,
  })
  return {
    // A period of law ends to the day, whatever the source of a milestone leaves open.
    rules: item.kind === 'legal' ? [cap(x), cap(x2)] : [],
    bars: [bar],
    symbols: look.sign && x2 - x >= signRoom ? [signAt(middle, y, look, solid)] : [],
  }
}

function hollowBar({ x, x2 }: Extent, y: number, look: Look): Bar {
  return {
    x,
    x2,
    y: y - halfBar + 2,
    y2: y + halfBar - 2,
    fill: '#ffffff',
    stroke: look.colour,
    dashed: true,
  }
}

function hollowPoint(x: number, y: number, look: Look): Sign {
  const shape = 'M1,0 A1,1 0 1,1 -1,0 A1,1 0 1,1 1,0 Z'
  return { x, y, radius: radius - 2, shape, fill: '#ffffff', stroke: look.colour, dashed: true }
}

/** From an old place to the next one, as far as there is room between them. */
function moveLine(from: Extent, to: Extent, y: number, look: Look): Rule[] {
  const [x, x2] = to.middle >= from.middle ? [from.x2 - 2, to.x] : [to.x2, from.x + 2]
  return x2 > x ? [{ x, x2, y, y2: y, stroke: look.colour, width: 2, dashed: false }] : []
}

/** Room that the head of the arrow takes. */
const headRoom = 16

function moveHead(from: Extent, to: Extent, y: number, look: Look): Sign[] {
  const forward = to.middle >= from.middle
  const room = forward ? to.x - from.x2 : from.x - to.x2
  if (room < headRoom) return []
  return [
    {
      x: forward ? to.x - 8 : to.x2 + 8,
      y,
      radius: 7,
      shape: forward ? arrowHead.right : arrowHead.left,
      fill: look.colour,
      stroke: look.colour,
      dashed: false,
    },
  ]
}
