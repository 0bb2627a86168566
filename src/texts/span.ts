import type { Temporal } from 'temporal-polyfill'

/** "2 Tagen", "1 Stunde", "wenigen Minuten": behind "seit". */
export function span(since: Temporal.Instant, now: Temporal.Instant): string {
  const minutes = Math.max(0, Math.floor(now.since(since).total('minutes')))
  const units = [
    [1440, 'einem Tag', 'Tagen'],
    [60, 'einer Stunde', 'Stunden'],
    [1, 'einer Minute', 'Minuten'],
  ] as const
  for (const [size, one, many] of units) {
    const n = Math.floor(minutes / size)
    if (n >= 1) return n === 1 ? one : `${n} ${many}`
  }
  return 'weniger als einer Minute'
}
