import type { DataClass } from '../domain/ticket/visibility.ts'
import { anyOf } from './anyOf.ts'
import type { Queries } from './connect.ts'
import { and, count, eq, isNotNull, isNull } from './drizzle.ts'
import { messages, rawMails, tickets } from './schema.ts'

/** Mails whose attachments are held back until the scanner has seen them. */
export async function holdForScan(tx: Queries, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(rawMails)
    .set({ scan: 'waiting' })
    .where(and(anyOf(rawMails.id, ids), isNull(rawMails.scan)))
}

export interface MailToScan {
  id: number
  programmeId: string
  ticketId: number | null
  /** null for a mail without Vorgang. */
  ticket: { number: string; dataClass: DataClass } | null
  live: boolean
}

/** A mail that waits for the scanner; null when it does not, or not any more. */
export async function mailToScan(db: Queries, id: number): Promise<MailToScan | null> {
  const [row] = await db
    .select({
      id: rawMails.id,
      programmeId: rawMails.programmeId,
      ticketId: rawMails.ticketId,
      ticket: { number: tickets.number, dataClass: tickets.dataClass },
      live: rawMails.live,
    })
    .from(rawMails)
    .leftJoin(tickets, eq(tickets.id, rawMails.ticketId))
    .where(and(eq(rawMails.id, id), eq(rawMails.scan, 'waiting')))
  return row ?? null
}

/** Writes the verdict. 'waiting' with a finding: it cannot be scanned and stays closed. False: another process was faster. */
export async function settleScan(
  tx: Queries,
  id: number,
  verdict: { scan: 'waiting' | 'clean' | 'infected'; finding: string | null },
): Promise<boolean> {
  const rows = await tx
    .update(rawMails)
    .set({ scan: verdict.scan, scanFinding: verdict.finding })
    .where(and(eq(rawMails.id, id), eq(rawMails.scan, 'waiting')))
    .returning({ id: rawMails.id })
  return rows.length === 1
}

export interface StoredAttachment {
  rawMailId: number
  name: string
  contentType: string
  trueType: string | null
  sha256: string | null
  scan: 'waiting' | 'clean' | 'infected' | null
  scanFinding: string | null
}

/** One attachment of a letter of a Vorgang, by its place in the list; null when there is none. */
export async function storedAttachment(
  db: Queries,
  of: { ticketId: number; messageId: number; position: number },
): Promise<StoredAttachment | null> {
  const [row] = await db
    .select({
      attachments: messages.attachments,
      rawMailId: rawMails.id,
      scan: rawMails.scan,
      scanFinding: rawMails.scanFinding,
    })
    .from(messages)
    .innerJoin(rawMails, eq(rawMails.id, messages.rawMailId))
    .where(and(eq(messages.id, of.messageId), eq(messages.ticketId, of.ticketId)))
  const info = row?.attachments[of.position]
  if (!row || !info) return null
  const { name, contentType, trueType = null, sha256 = null } = info
  return {
    rawMailId: row.rawMailId,
    name,
    contentType,
    trueType,
    sha256,
    scan: row.scan,
    scanFinding: row.scanFinding,
  }
}

/** How many mails wait for the scanner, and how many it could not take, for doctor. */
export async function scansOpen(
  db: Queries,
  programmeId: string,
): Promise<{ waiting: number; impossible: number; infected: number }> {
  const ofProgramme = eq(rawMails.programmeId, programmeId)
  const counted = async (...which: Parameters<typeof and>) => {
    const [row] = await db
      .select({ n: count() })
      .from(rawMails)
      .where(and(ofProgramme, ...which))
    return row?.n ?? 0
  }
  return {
    waiting: await counted(eq(rawMails.scan, 'waiting'), isNull(rawMails.scanFinding)),
    impossible: await counted(eq(rawMails.scan, 'waiting'), isNotNull(rawMails.scanFinding)),
    infected: await counted(eq(rawMails.scan, 'infected')),
  }
}
