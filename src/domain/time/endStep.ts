/** Days before an end on which it is announced; 0 is the day itself and every later one. */
const steps = [0, 1, 3, 7, 14, 30] as const

/**
 * The announcement that is due so many days before an end, negative after it: the nearest step that was reached, so that
 * somebody who was away for a week hears the last one only. null: the end is too far off.
 */
export function endStep(daysLeft: number): number | null {
  return steps.find(step => daysLeft <= step) ?? null
}
