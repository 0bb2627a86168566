import type { Temporal } from 'temporal-polyfill'
import type { VirusScanner } from '../../adapters/types.ts'
import type { Database } from '../../db/connect.ts'
import { rawOf } from '../../db/rawMails.ts'
import { holdForScan, type StoredAttachment, storedAttachment } from '../../db/scans.ts'
import { auditLog } from '../../db/schema.ts'
import type { Ticket } from '../../db/tickets.ts'
import { attachmentRefusals } from '../../texts/letters/attachmentTexts.ts'
import type { EnqueueJobs } from '../needs.ts'

export interface OpenAttachmentNeeds {
  db: Database
  /** null: no virus scanner is set up. */
  scanner: VirusScanner | null
  /** Takes the bytes out of a mail, off the main thread; null when they are not those of this hash. */
  openAttachment(raw: Buffer, wanted: { position: number; sha256: string }): Promise<Uint8Array | null>
  enqueue: EnqueueJobs
  now(): Temporal.Instant
}

export type OpenedFile =
  | {
      kind: 'opened'
      name: string
      /** What it is by its content; null: nobody knows. For saving only, never to be rendered in a page. */
      trueType: string | null
      bytes: Uint8Array
    }
  /** One German sentence. */
  | { kind: 'refused'; sentence: string }

/**
 * An attachment for a person who may read the Vorgang. The bytes come out of the mail, are those that arrived (hash), and where
 * a scanner is set up it has called the mail clean before and these bytes now: what a mail hides from the scanner by its
 * structure is seen here. In all doubt it stays closed. The look is in the audit log before anything is handed out.
 */
export async function openAttachment(
  needs: OpenAttachmentNeeds,
  ticket: Pick<Ticket, 'id' | 'programmeId'>,
  which: { messageId: number; position: number },
  actor: string,
): Promise<OpenedFile> {
  const found = await storedAttachment(needs.db, { ticketId: ticket.id, ...which })
  if (!found) return refused('missing')
  const closed = await closedBecause(needs, found)
  if (closed) return refused(closed)
  const bytes = await bytesOf(needs, found, which.position)
  if (typeof bytes === 'string') return refused(bytes)
  const result = await needs.scanner?.scan(bytes)
  if (result?.kind === 'infected') return refused('infected')
  if (result?.kind === 'too-large') return refused('tooLarge')
  if (result?.kind === 'away') return refused('away')
  await needs.db.insert(auditLog).values({
    programmeId: ticket.programmeId,
    at: needs.now().toString(),
    actor,
    action: 'anlage_geoeffnet',
    ticketId: ticket.id,
    detail: { messageId: which.messageId, position: which.position },
  })
  return { kind: 'opened', name: found.name, trueType: found.trueType, bytes }
}

type Refusal = keyof typeof attachmentRefusals

function refused(why: Refusal): OpenedFile {
  return { kind: 'refused', sentence: attachmentRefusals[why] }
}

async function closedBecause(needs: OpenAttachmentNeeds, found: StoredAttachment): Promise<Refusal | null> {
  const { rawMailId, scan, scanFinding } = found
  if (scan === 'infected') return 'infected'
  if (scan === 'waiting') return scanFinding === null ? 'waiting' : 'tooLarge'
  if (scan === 'clean' || !needs.scanner) return null
  // It came before there was a scanner.
  await needs.db.transaction(async tx => {
    await holdForScan(tx, [rawMailId])
    await needs.enqueue(tx, 'scanMail', [{ rawMailId }], { urgent: true })
  })
  return 'waiting'
}

async function bytesOf(
  needs: OpenAttachmentNeeds,
  { rawMailId, sha256 }: StoredAttachment,
  position: number,
): Promise<Uint8Array | Refusal> {
  // Letters of the first version have no hash: nobody could say whether the bytes are the right ones.
  if (sha256 === null) return 'unreadable'
  try {
    const raw = await rawOf(needs.db, rawMailId)
    return (await needs.openAttachment(raw, { position, sha256 })) ?? 'changed'
  } catch (error) {
    if (typeof (error as { german?: unknown }).german === 'string') return 'unreadable'
    throw error
  }
}
