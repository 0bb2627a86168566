import type { AxisMeasure, SignMeasure } from '../domain/classify/measures.ts'

/** The measures of one axis as a page of text: a line a label, the sums, and which labels were taken for which. */
export function axisTable(
  title: string,
  measure: AxisMeasure,
  options: { confusion?: boolean } = {},
): string {
  const labels = table(
    ['', 'Briefe', 'Genauigkeit', 'Treffer', 'F1'],
    measure.labels.map(each => [
      each.label,
      String(each.letters),
      part(each.precision),
      part(each.recall),
      part(each.f1),
    ]),
  )
  const sums = [
    `Makro-F1 ${part(measure.macroF1)}`,
    `richtig ${part(measure.accuracy)}`,
    `entschieden ${part(measure.coverage)}`,
    `davon richtig ${part(measure.decidedAccuracy)}`,
  ].join(' · ')
  const parts = [`${title}: ${measure.letters} Briefe`, labels, sums]
  if (options.confusion ?? true) parts.push(confusionTable(measure.confusion))
  return `${parts.join('\n')}\n`
}

/** Signs that are there or not, a line each. */
export function signTable(measures: Record<string, SignMeasure>): string {
  const rows = Object.entries(measures).map(([name, each]) => [
    name,
    String(each.have),
    part(each.recall),
    part(each.precision),
    each.falseAlarmsPer100 === null ? '–' : each.falseAlarmsPer100.toFixed(1).replace('.', ','),
  ])
  return `${table(['', 'Briefe', 'Treffer', 'Genauigkeit', 'Fehlalarme auf 100'], rows)}\n`
}

function confusionTable(confusion: AxisMeasure['confusion']): string {
  const lines = Object.entries(confusion).flatMap(([truth, answers]) => {
    const wrong = Object.entries(answers).filter(([answer]) => answer !== truth)
    return wrong.length === 0
      ? []
      : [`  ${truth} → ${wrong.map(([answer, n]) => `${answer} ${n}`).join(', ')}`]
  })
  return lines.length === 0 ? 'Keine Verwechslung.' : `Verwechslungen\n${lines.join('\n')}`
}

/** Columns of equal width; the first is left-aligned, figures stand right. */
function table(heads: string[], rows: string[][]): string {
  const all = [heads, ...rows]
  const widths = heads.map((_, i) => Math.max(...all.map(row => (row[i] ?? '').length)))
  return all
    .map(row =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** "0,93"; "–" for what cannot be said. */
function part(value: number | null): string {
  return value === null ? '–' : value.toFixed(2).replace('.', ',')
}
