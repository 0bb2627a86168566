import { Temporal } from 'temporal-polyfill'
import { zone } from '../day.ts'
import type { Moment } from './inputs.ts'

type Read<T> = { value: T } | { problem: string }

const dayForm = /^\d{4}-\d{2}-\d{2}$/
const momentForm = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/i
const withOffset = /(Z|[+-]\d{2}:\d{2})$/i

/** A calendar day: "2024-04-19", or a moment, of which the local day counts (§ 40 Abs. 1 VgV). */
export function dayIn(name: string, said: unknown): Read<Temporal.PlainDate> {
  const moment = momentIn(name, said)
  if ('problem' in moment) return moment
  return { value: moment.value instanceof Temporal.PlainDate ? moment.value : moment.value.toPlainDate() }
}

/**
 * A moment with or without offset, or a whole day. Without offset it is local time; an hour that summer time leaves out
 * counts an hour later, one that comes twice the first time.
 */
export function momentIn(name: string, said: unknown): Read<Moment> {
  const text = typeof said === 'string' ? said.trim() : null
  if (text === null || !(dayForm.test(text) || momentForm.test(text)))
    return {
      problem: `„${name}“ ist kein Datum. Möglich sind: 2024-04-19 (Tag) oder 2024-04-19T14:00:00+02:00 (Zeitpunkt).`,
    }
  const value = momentOf(text)
  if (!value) return { problem: `„${name}“: Den ${germanForm(text)} gibt es nicht.` }
  // The holiday rules of today say nothing about other centuries.
  if (value.year < 1990 || value.year > 2199)
    return { problem: `„${name}“: Das Jahr ${value.year} liegt außerhalb von 1990 bis 2199.` }
  return { value }
}

function momentOf(text: string): Moment | null {
  // ISO 8601: 24:00 is the end of the day; Temporal knows hours up to 23 only.
  const midnight = /^(.{10}[T ])24(:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:\d{2})?)$/i.exec(text)
  if (midnight) {
    const whole = withOffset.test(text) ? { hours: 24 } : { days: 1 }
    return momentOf(`${midnight[1]}00${midnight[2]}`)?.add(whole) ?? null
  }
  try {
    if (dayForm.test(text)) return Temporal.PlainDate.from(text, { overflow: 'reject' })
    return withOffset.test(text)
      ? Temporal.Instant.from(text).toZonedDateTimeISO(zone)
      : Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(zone)
  } catch {
    return null
  }
}

/** "30.02.2024", or the text itself where the hour is wrong. */
function germanForm(text: string): string {
  const [year, month, day] = text.slice(0, 10).split('-')
  return dayForm.test(text) ? `${day}.${month}.${year}` : `Zeitpunkt ${text.slice(0, 40)}`
}
