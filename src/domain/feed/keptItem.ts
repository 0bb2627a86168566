import { createHash } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { zone } from '../time/day.ts'
import type { FeedEntry, FeedScope } from './entry.ts'
import type { FeedItem } from './feedItem.ts'

/** What calendars were last told about a date. */
export interface KeptItem {
  item: FeedItem
  fingerprint: string
  sequence: number
  /** ISO instant. */
  changedAt: string
  /** ISO instant since when it is gone; null: it is there. */
  cancelledAt: string | null
}

/**
 * What calendars must be told anew: dates that came, changed, went or came back. Each of them has a sequence above the one it
 * had; a date that is gone is never forgotten, since one that comes back must still be newer than its cancellation.
 */
export function changedItems(
  kept: readonly KeptItem[],
  items: readonly FeedItem[],
  now: Temporal.Instant,
): KeptItem[] {
  const before = new Map(kept.map(each => [each.item.uid, each]))
  const current = new Map(items.map(each => [each.uid, each]))
  const changedAt = now.toString()
  const come = [...current.values()].flatMap((item): KeptItem[] => {
    const old = before.get(item.uid)
    const fingerprint = fingerprintOf(item)
    if (old && old.cancelledAt === null && old.fingerprint === fingerprint) return []
    return [{ item, fingerprint, sequence: old ? old.sequence + 1 : 0, changedAt, cancelledAt: null }]
  })
  const gone = kept
    .filter(each => each.cancelledAt === null && !current.has(each.item.uid))
    .map(each => ({ ...each, sequence: each.sequence + 1, changedAt, cancelledAt: changedAt }))
  return [...come, ...gone]
}

/** How long a date that is gone is still sent as cancelled: programs that were switched off over the holidays hear of it too. */
const cancelledFor = { hours: 30 * 24 }

/** Older ones would make every calendar longer for ever. */
const pastFor = { days: 400 }

/** What an address shows now, in order of time. */
export function shownEntries(
  kept: readonly KeptItem[],
  scope: FeedScope,
  now: Temporal.Instant,
): FeedEntry[] {
  const cancelledSince = now.subtract(cancelledFor)
  const oldest = now.toZonedDateTimeISO(zone).toPlainDate().subtract(pastFor).toString()
  return kept
    .filter(({ item, cancelledAt }) => {
      if (!inScope(item, scope)) return false
      if (cancelledAt && Temporal.Instant.compare(cancelledAt, cancelledSince) < 0) return false
      return (item.end ?? item.start) >= oldest
    })
    .sort((a, b) => a.item.start.localeCompare(b.item.start) || a.item.uid.localeCompare(b.item.uid))
    .map(entryOf)
}

function inScope({ regions, role }: FeedItem, scope: FeedScope): boolean {
  if (scope.region !== null && regions.length > 0 && !regions.includes(scope.region)) return false
  return scope.role === null || role === scope.role
}

function entryOf({ item, sequence, changedAt, cancelledAt }: KeptItem): FeedEntry {
  const cancelled = cancelledAt !== null
  return {
    uid: item.uid,
    // Some programs show a cancelled date like any other.
    title: cancelled ? `Entfällt: ${item.title}` : item.title,
    start: pointOf(item.start),
    end: item.end === null ? null : pointOf(item.end),
    tentative: item.tentative,
    description: item.description,
    sequence,
    status: cancelled ? 'CANCELLED' : item.tentative ? 'TENTATIVE' : 'CONFIRMED',
    changedAt: Temporal.Instant.from(changedAt),
  }
}

function pointOf(iso: string): Temporal.PlainDate | Temporal.ZonedDateTime {
  return iso.includes('T') ? Temporal.ZonedDateTime.from(iso) : Temporal.PlainDate.from(iso)
}

/** Of the values in a fixed order: the database gives the keys of an object back in its own. */
function fingerprintOf(item: FeedItem): string {
  const { uid, title, start, end, tentative, description, regions, role } = item
  const values = [uid, title, start, end, tentative, description, regions, role]
  return createHash('sha256').update(JSON.stringify(values)).digest('hex')
}
