import { attachmentsOf, budgetOfMail, openMail } from './openMail.ts'
import { readableStart } from './rawHead.ts'

/** Which attachment of a mail: its place in `Letter.attachments`, and the hash that stands there. */
export interface AttachmentWanted {
  position: number
  sha256: string
}

/**
 * The bytes of an attachment out of the mail in which they came; null when what lies there now is not what was listed. The
 * mail is the only place where they are kept.
 */
export async function attachmentBytes(
  raw: Buffer,
  { position, sha256 }: AttachmentWanted,
): Promise<Buffer | null> {
  const found = attachmentsOf(await openMail(readableStart(raw), budgetOfMail(true)))[position]
  return found && found.sha256 === sha256 ? found.bytes : null
}
