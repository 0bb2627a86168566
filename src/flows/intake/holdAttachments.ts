import type { Queries } from '../../db/connect.ts'
import { holdForScan } from '../../db/scans.ts'
import type { EnqueueJobs } from '../needs.ts'
import type { DecidedMail } from './mailInHand.ts'

/**
 * Attachments of letters are held back until the scanner has seen them; the letters themselves are not, because a hint at a
 * child in danger must not wait for a scanner. Mail that nobody opens here is not scanned.
 */
export async function holdAttachments(
  needs: { scanning?: boolean; enqueue: EnqueueJobs },
  tx: Queries,
  decided: DecidedMail[],
): Promise<void> {
  if (!needs.scanning) return
  const ids = decided
    .filter(({ destiny }) => destiny.kind === 'ticket' || destiny.kind === 'followup')
    .filter(({ letter }) => letter !== null && letter.attachments.length > 0)
    .map(({ mail }) => mail.id)
  await holdForScan(tx, ids)
  await needs.enqueue(
    tx,
    'scanMail',
    ids.map(rawMailId => ({ rawMailId })),
  )
}
