import type { Queries } from './connect.ts'
import { asc, eq, sql } from './drizzle.ts'
import { draftAttachments, outgoingAttachments } from './schema.ts'

/** A file that goes with a letter. */
export interface Attachment {
  name: string
  contentType: string
  bytes: Buffer
}

/** The files of a letter that leaves, in their order. */
export async function attachmentsOf(db: Queries, outgoingMailId: number): Promise<Attachment[]> {
  const { name, contentType, bytes } = outgoingAttachments
  return db
    .select({ name, contentType, bytes })
    .from(outgoingAttachments)
    .where(eq(outgoingAttachments.outgoingMailId, outgoingMailId))
    .orderBy(asc(outgoingAttachments.position))
}

/** Names and sizes of the files of a draft; the bytes stay where they are. */
export async function draftFiles(db: Queries, draftId: number): Promise<{ name: string; size: number }[]> {
  return db
    .select({
      name: draftAttachments.name,
      size: sql<number>`length(${draftAttachments.bytes})`.mapWith(Number),
    })
    .from(draftAttachments)
    .where(eq(draftAttachments.draftId, draftId))
    .orderBy(asc(draftAttachments.position))
}

export async function attachToDraft(
  tx: Queries,
  draft: { id: number; programmeId: string },
  files: readonly Attachment[],
): Promise<void> {
  if (files.length === 0) return
  await tx.insert(draftAttachments).values(
    files.map((file, position) => ({
      programmeId: draft.programmeId,
      draftId: draft.id,
      position,
      ...file,
    })),
  )
}

/** The files of a draft become those of its letter, byte for byte. */
export async function attachToLetter(tx: Queries, draftId: number, outgoingMailId: number): Promise<void> {
  await tx.execute(sql`
    insert into outgoing_attachments (programme_id, outgoing_mail_id, position, name, content_type, bytes)
    select programme_id, ${outgoingMailId}, position, name, content_type, bytes
    from draft_attachments where draft_id = ${draftId}`)
}
