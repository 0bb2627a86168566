import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import type { FeedEntry } from '../../domain/feed/entry.ts'

/** How often programs are asked to look again; Outlook and Thunderbird choose for themselves. */
const refreshSeconds = 3600

/**
 * A calendar as text (RFC 5545). Days are written as days, without zone, and mean the same everywhere; times are written in UTC,
 * so no program needs to know our summer time. The same entries give the same bytes: the stamp of an entry is when it changed.
 */
export function calendarText({ name, entries }: { name: string; entries: readonly FeedEntry[] }): string {
  const calendar = ical({
    name,
    // For reading, nobody is asked to answer (RFC 5546 section 3.2.1).
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'klassenassistenz-bot', product: 'kla', language: 'DE' },
    ttl: refreshSeconds,
  })
  for (const entry of entries)
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      summary: withoutControls(entry.title),
      description: { plain: entry.description.split('\n').map(withoutControls).join('\n') },
      status: ICalEventStatus[entry.status],
      // A quarter that is expected must not look like a quarter in which nobody has time.
      transparency: isDay(entry.start) ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      ...times(entry),
    })
  return calendar.toString()
}

function times({ start, end }: FeedEntry) {
  if (!isDay(start)) return { start, ...(end && !isDay(end) && { end }) }
  const last = end && isDay(end) ? end : start
  // The end of whole days is the day after the last (RFC 5545 section 3.6.1).
  return { start, end: last.add({ days: 1 }), allDay: true }
}

function isDay(point: Temporal.PlainDate | Temporal.ZonedDateTime): point is Temporal.PlainDate {
  return point instanceof Temporal.PlainDate
}

/** Control characters are not allowed in texts (RFC 5545 section 3.3.11), and some programs stop reading there. */
function withoutControls(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim()
}
