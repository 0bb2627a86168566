import { Temporal } from 'temporal-polyfill'
import type { FolderOnServer } from '../../adapters/types.ts'
import type { Database } from '../../db/connect.ts'
import { type Mailbox, mailboxState } from '../../db/mailboxes.ts'
import { noteComparison, withoutDelivery } from '../../db/serverComparisons.ts'
import { dayOf } from '../../domain/time/day.ts'
import { missingMailsNews } from '../../texts/proofNews.ts'
import { keepMails } from '../intake/keepMails.ts'
import { type OperatorNeeds, tellOperators } from '../upkeep/tellOperators.ts'

export interface CompareNeeds extends OperatorNeeds {
  db: Database
  now(): Temporal.Instant
  /** Told of the mails that were kept, with their bytes. */
  onKept(mails: { id: number; raw: Buffer }[]): Promise<void>
}

export type Comparison =
  | { kind: 'equal'; held: number }
  /** `fetched` of the missing ones are kept now; `left` are on the server and still not here. */
  | { kind: 'different'; held: number; missing: number; fetched: number; left: number }
  /** The watching has not begun, or is just going through a renumbered folder: there is nothing to compare with. */
  | { kind: 'not-comparable' }

/** More than these nobody fetches without a person having looked: something else than a lost letter is wrong. */
const mostFetched = 500

/** A letter that lay there longer is kept, but nobody is told of it as if it had come today. */
const freshDays = 14

/**
 * Compares a folder on the server with what was stored of it: every mail behind the baseline and up to the cursor must have
 * its delivery. What is missing is said to the operators and then fetched, without moving the cursor. Each comparison is
 * noted. Rejects when the server cannot be asked.
 */
export async function compareWithServer(
  needs: CompareNeeds,
  folder: FolderOnServer,
  options: { fetchAll?: boolean } = {},
): Promise<Comparison> {
  // Before the list: what comes in meanwhile lies behind this cursor and is none of ours.
  const state = await mailboxState(needs.db, needs.programmeId, folder.mailboxId, needs.now().toString())
  const first = await compare(needs, folder, state)
  if (!first) return { kind: 'not-comparable' }
  const { held, missing } = first
  const mend = missing.length <= mostFetched || options.fetchAll === true
  await note(needs, folder, state, first, mend ? 'now' : 'by-hand')
  if (missing.length === 0) return { kind: 'equal', held }
  const fetched = mend ? await fetchMissing(needs, folder, state, missing) : 0
  const second = mend ? await compare(needs, folder, state) : first
  if (!second) return { kind: 'different', held, missing: missing.length, fetched, left: 0 }
  if (mend) await note(needs, folder, state, second, 'now')
  return { kind: 'different', held, missing: missing.length, fetched, left: second.missing.length }
}

interface Found {
  held: number
  missing: number[]
}

async function compare(needs: CompareNeeds, folder: FolderOnServer, state: Mailbox): Promise<Found | null> {
  const { uidValidity, lastUid, baselineUid } = state
  if (uidValidity === null) return null
  const listed = await folder.list()
  if (listed.uidValidity !== uidValidity) return null
  const ours = listed.uids.filter(uid => uid > baselineUid && uid <= lastUid)
  const place = { programmeId: needs.programmeId, mailboxId: folder.mailboxId, uidValidity }
  return { held: ours.length, missing: await withoutDelivery(needs.db, place, ours) }
}

/** One transaction: how it ended, and who hears of it. The same finding is said once a day. */
async function note(
  needs: CompareNeeds,
  { label }: FolderOnServer,
  state: Mailbox,
  { held, missing }: Found,
  mend: 'now' | 'by-hand',
): Promise<void> {
  const now = needs.now()
  await needs.db.transaction(async tx => {
    await noteComparison(tx, {
      programmeId: needs.programmeId,
      mailboxId: state.id,
      at: now.toString(),
      uidValidity: state.uidValidity!, // compare() found it
      held,
      missing,
    })
    if (missing.length === 0) return
    const key = `comparison:${state.id}:${dayOf(now)}:${missing[0]}-${missing.at(-1)}:${missing.length}`
    await tellOperators(needs, tx, key, missingMailsNews(label, missing.length, mend), now)
  })
}

/** Keeps what the server hands out; the cursor stays. Returns how many mails came. */
async function fetchMissing(
  needs: CompareNeeds,
  folder: FolderOnServer,
  { uidValidity, relistingUpTo }: Mailbox,
  missing: number[],
): Promise<number> {
  const oldest = needs.now().subtract({ hours: 24 * freshDays })
  let fetched = 0
  for await (const mails of folder.fetch(uidValidity!, missing)) {
    const old = new Set(
      mails.flatMap(({ uid, arrivedAt }) =>
        arrivedAt && Temporal.Instant.compare(Temporal.Instant.from(arrivedAt), oldest) < 0 ? [uid] : [],
      ),
    )
    const isLive = (uid: number) => (relistingUpTo === null || uid > relistingUpTo) && !old.has(uid)
    const to = { mailboxId: folder.mailboxId, uidValidity: uidValidity!, isLive } // compare() found it
    await needs.onKept(await keepMails(needs, to, mails, null))
    fetched += mails.length
  }
  return fetched
}
