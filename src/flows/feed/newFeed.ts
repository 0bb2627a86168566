import { randomBytes } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { addFeed, closeFeed } from '../../db/calendarFeeds.ts'
import type { Database, Queries } from '../../db/connect.ts'
import { auditLog } from '../../db/schema.ts'
import type { FeedScope } from '../../domain/feed/entry.ts'
import { secretHash } from '../../domain/feed/feedAddress.ts'

interface Needs {
  db: Database
  now(): Temporal.Instant
  programmeId: string
}

/** Makes a secret address. The secret is in the result and nowhere else; it cannot be shown again. */
export async function newFeed(
  needs: Needs,
  { scope, label }: { scope: FeedScope; label: string },
  actor: string,
): Promise<{ id: number; secret: string }> {
  const at = needs.now().toString()
  const secret = randomBytes(32).toString('base64url')
  const id = await needs.db.transaction(async tx => {
    const feed = { programmeId: needs.programmeId, secretHash: secretHash(secret), scope, label }
    const id = await addFeed(tx, { ...feed, createdBy: actor, createdAt: at })
    await note(tx, needs, { at, actor, action: 'kalender_angelegt', feedId: id })
    return id
  })
  return { id, secret }
}

/** Closes an address for good: from now on it answers like one that never was. False: there is no such open address. */
export async function revokeFeed(needs: Needs, id: number, actor: string): Promise<boolean> {
  const at = needs.now().toString()
  return needs.db.transaction(async tx => {
    if (!(await closeFeed(tx, needs.programmeId, id, at))) return false
    await note(tx, needs, { at, actor, action: 'kalender_widerrufen', feedId: id })
    return true
  })
}

async function note(
  tx: Queries,
  { programmeId }: Needs,
  { at, actor, action, feedId }: { at: string; actor: string; action: string; feedId: number },
): Promise<void> {
  await tx.insert(auditLog).values({ programmeId, at, actor, action, detail: { feedId } })
}
