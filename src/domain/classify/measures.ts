/** What a person said and what the classifier said of one letter; null is "ungeklärt" (or "no place"). */
export interface Judged {
  truth: string | null
  answer: string | null
}

export interface LabelMeasure {
  label: string
  /** Letters that really are of this label. */
  letters: number
  /** Share of its answers that are right; null when it was never answered. */
  precision: number | null
  /** Share of its letters that were found; null when there are none. */
  recall: number | null
  f1: number | null
}

export interface AxisMeasure {
  letters: number
  labels: LabelMeasure[]
  /** Mean F1 of the labels that occur. */
  macroF1: number
  /** Share of all letters that were answered rightly; "ungeklärt" counts as wrong. */
  accuracy: number
  /** Share of letters that were decided at all. */
  coverage: number
  /** Share of right answers among the decided; null when nothing was. */
  decidedAccuracy: number | null
  /** truth -> answer -> letters; "ungeklärt" for null. */
  confusion: Record<string, Record<string, number>>
}

/** Measures of one axis with several labels. */
export function axisMeasure(judged: readonly Judged[]): AxisMeasure {
  const name = (label: string | null) => label ?? 'ungeklärt'
  const names = new Set(judged.flatMap(each => [each.truth, each.answer]).filter(label => label !== null))
  const labels = [...names].sort().map(label => labelMeasure(label, judged))
  const decided = judged.filter(each => each.answer !== null)
  const right = judged.filter(each => each.answer === each.truth).length
  const decidedRight = decided.filter(each => each.answer === each.truth).length
  const confusion: AxisMeasure['confusion'] = {}
  for (const { truth, answer } of judged) {
    const row = confusion[name(truth)] ?? {}
    row[name(answer)] = (row[name(answer)] ?? 0) + 1
    confusion[name(truth)] = row
  }
  return {
    letters: judged.length,
    labels,
    macroF1: mean(labels.map(each => each.f1 ?? 0)),
    accuracy: share(right, judged.length) ?? 0,
    coverage: share(decided.length, judged.length) ?? 0,
    decidedAccuracy: share(decidedRight, decided.length),
    confusion,
  }
}

function labelMeasure(label: string, judged: readonly Judged[]): LabelMeasure {
  const letters = judged.filter(each => each.truth === label).length
  const answers = judged.filter(each => each.answer === label).length
  const both = judged.filter(each => each.truth === label && each.answer === label).length
  const precision = share(both, answers)
  const recall = share(both, letters)
  // 2·both / (letters + answers) is F1 without the two divisions, and is 0 where one of them cannot be made.
  return { label, letters, precision, recall, f1: share(2 * both, letters + answers) }
}

export interface SignMeasure {
  letters: number
  /** Letters that really have the sign. */
  have: number
  recall: number | null
  precision: number | null
  /** Alarms in 100 letters that do not have the sign. */
  falseAlarmsPer100: number | null
}

/** Measures of a sign that is there or not. */
export function signMeasure(judged: readonly { truth: boolean; answer: boolean }[]): SignMeasure {
  const have = judged.filter(each => each.truth).length
  const alarms = judged.filter(each => each.answer).length
  const found = judged.filter(each => each.truth && each.answer).length
  const falseShare = share(alarms - found, judged.length - have)
  return {
    letters: judged.length,
    have,
    recall: share(found, have),
    precision: share(found, alarms),
    falseAlarmsPer100: falseShare === null ? null : falseShare * 100,
  }
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
