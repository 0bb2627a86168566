import type { TopLevelSpec } from 'vega-lite'
import { germanDayWithWeekday } from '../../domain/time/day.ts'
import type { Timeline } from '../../domain/timeline/timeline.ts'
import type { TimelineLayout } from '../../domain/timeline/timelineLayout.ts'
import { ink } from './looks.ts'
import { type Bar, marksOf, placeOfDay, type Rule, type Sign } from './marks.ts'
import { type Sheet, type SheetLine, sheetOf } from './sheet.ts'

export const fontFamily = 'Noto Sans'

/** A number or word of the data as it is: everything was measured before, so no scale is asked. */
const asIs = <const Type extends 'quantitative' | 'nominal'>(field: string, type: Type) =>
  ({ field, type, scale: null, legend: null }) as const
const at = <const Name extends string>(field: Name) =>
  ({ field, type: 'quantitative', scale: null, axis: null }) as const

type Layer = Extract<TopLevelSpec, { layer: unknown[] }>['layer'][number]

/** The whole picture as a Vega-Lite chart. Days became pixels before, so no time zone can shift one. */
export function timelineSpec(timeline: Timeline, layout: TimelineLayout): TopLevelSpec & Sizes {
  const sheet = sheetOf(timeline, layout)
  const marks = marksOf(sheet, layout)
  const today = todayMarks(timeline, layout, sheet)
  return {
    width: sheet.width,
    height: sheet.height,
    padding: 0,
    autosize: 'none',
    background: ink.paper,
    config: { view: { stroke: null }, font: fontFamily, aria: false },
    layer: [
      ruleLayer(grid(layout, sheet)),
      ruleLayer(today.rules),
      ruleLayer(marks.rules),
      barLayer(today.bars, false),
      ...[false, true].map(dashed =>
        barLayer(
          marks.bars.filter(each => each.dashed === dashed),
          dashed,
        ),
      ),
      symbolLayer(marks.symbols),
      textLayer([...sheet.lines, ...tickLines(layout, sheet), ...today.lines]),
    ],
  }
}

interface Sizes {
  width: number
  height: number
}

/** Lines where the ticks are, and between the rows. */
function grid(layout: TimelineLayout, sheet: Sheet): Rule[] {
  const { left, right, top, bottom } = sheet.plot
  const place = placeOfDay(sheet, layout)
  const line = { stroke: ink.line, width: 1, dashed: false }
  return [
    ...layout.ticks.map(({ at }) => ({
      ...line,
      x: place(at),
      x2: place(at),
      y: sheet.tickY - 10,
      y2: bottom,
    })),
    ...[top, ...sheet.rows.map(row => row.bottom)].map(y => ({ ...line, x: 14, x2: right, y, y2: y })),
    { ...line, x: left, x2: left, y: top, y2: bottom },
  ]
}

function tickLines(layout: TimelineLayout, sheet: Sheet): SheetLine[] {
  const place = placeOfDay(sheet, layout)
  return layout.ticks.flatMap(({ at, label, below }) => {
    const x = place(at) + 4
    // A label at the very end would run out of the picture.
    if (x + 34 > sheet.width) return []
    const line = { x, size: 15, bold: false, colour: ink.soft }
    return [
      { ...line, y: sheet.tickY, text: label },
      { ...line, y: sheet.tickY + 19, text: below },
    ]
  })
}

/** A line through all rows, hanging on a sign that says the day. */
function todayMarks(timeline: Timeline, layout: TimelineLayout, sheet: Sheet) {
  if (layout.today !== 'within') return { rules: [], bars: [], lines: [] }
  const { left, right, bottom } = sheet.plot
  const at = placeOfDay(sheet, layout)(timeline.today, 0.5)
  const signWidth = 174
  const x = Math.min(Math.max(at - signWidth / 2, left), right - signWidth)
  const [y, y2] = [sheet.todayY - 12, sheet.todayY + 12]
  const text = `heute, ${germanDayWithWeekday(timeline.today)}`
  return {
    rules: [{ x: at, x2: at, y: y2, y2: bottom, stroke: ink.text, width: 2.5, dashed: false }],
    bars: [{ x, x2: x + signWidth, y, y2, fill: ink.text, stroke: ink.text, dashed: false }],
    lines: [{ x: x + 8, y: sheet.todayY, text, size: 15, bold: true, colour: ink.paper } satisfies SheetLine],
  }
}

function ruleLayer(values: Rule[]): Layer {
  return {
    data: { values },
    mark: { type: 'rule', strokeCap: 'butt' },
    encoding: {
      x: at('x'),
      x2: { field: 'x2' },
      y: at('y'),
      y2: { field: 'y2' },
      stroke: asIs('stroke', 'nominal'),
      strokeWidth: asIs('width', 'quantitative'),
    },
  }
}

/** Bars take their dashes from the mark only. */
function barLayer(values: Bar[], dashed: boolean): Layer {
  return {
    data: { values },
    mark: { type: 'rect', strokeWidth: 2.5, cornerRadius: 3, ...(dashed && { strokeDash: [6, 4] }) },
    encoding: {
      x: at('x'),
      x2: { field: 'x2' },
      y: at('y'),
      y2: { field: 'y2' },
      fill: asIs('fill', 'nominal'),
      stroke: asIs('stroke', 'nominal'),
    },
  }
}

function symbolLayer(values: Sign[]): Layer {
  return {
    // Vega's size is the area of the square around it.
    data: { values: values.map(({ radius, ...each }) => ({ ...each, area: (2 * radius) ** 2 })) },
    mark: { type: 'point', opacity: 1, strokeWidth: 2.5, strokeCap: 'round', strokeJoin: 'round' },
    encoding: {
      x: at('x'),
      y: at('y'),
      size: asIs('area', 'quantitative'),
      shape: asIs('shape', 'nominal'),
      fill: asIs('fill', 'nominal'),
      stroke: asIs('stroke', 'nominal'),
      strokeDash: { condition: { test: 'datum.dashed', value: [4, 3] }, value: [1, 0] },
    },
  }
}

function textLayer(lines: SheetLine[]): Layer {
  const values = lines.map(({ bold, ...each }) => ({ ...each, weight: bold ? 'bold' : 'normal' }))
  return {
    data: { values },
    mark: { type: 'text', align: 'left', baseline: 'middle', fontWeight: { expr: 'datum.weight' } },
    encoding: {
      x: at('x'),
      y: at('y'),
      text: { field: 'text', type: 'nominal' },
      size: asIs('size', 'quantitative'),
      color: asIs('colour', 'nominal'),
    },
  }
}
