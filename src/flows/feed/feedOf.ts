import type { Temporal } from 'temporal-polyfill'
import { feedWithHash } from '../../db/calendarFeeds.ts'
import type { Database } from '../../db/connect.ts'
import { keepItems, keptItems } from '../../db/feedEntries.ts'
import type { FeedEntry } from '../../domain/feed/entry.ts'
import { secretHash } from '../../domain/feed/feedAddress.ts'
import { feedItems } from '../../domain/feed/feedItem.ts'
import { changedItems, shownEntries } from '../../domain/feed/keptItem.ts'
import type { Programme } from '../../domain/programme/programme.ts'
import type { Plans } from '../processes/plans.ts'

export interface FeedNeeds {
  db: Database
  programme: Programme
  now(): Temporal.Instant
  plans(): Promise<Pick<Plans, 'all' | 'units'>>
}

/** A calendar as its subscribers get it. */
export interface Feed {
  name: string
  entries: FeedEntry[]
}

/**
 * The calendar behind a secret address; null when it is unknown or revoked. Looks what has changed since somebody last looked,
 * whoever that was: all addresses of a programme tell of a change with the same sequence.
 */
export async function feedOf(needs: FeedNeeds, secret: string): Promise<Feed | null> {
  const { db, programme } = needs
  const now = needs.now()
  const feed = await feedWithHash(db, programme.id, secretHash(secret))
  if (!feed) return null
  const [kept, plans] = await Promise.all([keptItems(db, programme.id), needs.plans()])
  const changes = changedItems(kept, feedItems(programme, plans), now)
  await keepItems(db, programme.id, changes)
  const current = new Map([...kept, ...changes].map(each => [each.item.uid, each]))
  return {
    name: `${programme.profile.name} ${programme.profile.traeger}: ${feed.label}`,
    entries: shownEntries([...current.values()], feed.scope, now),
  }
}
