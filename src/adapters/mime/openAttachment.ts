import { createHash } from 'node:crypto'
import { attachmentsOf, openMail } from './openMail.ts'
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
export function attachmentBytes(raw: Buffer, { position, sha256 }: AttachmentWanted): Buffer | null {
  const found = attachmentsOf(openMail(readableStart(raw)))[position]
  if (!found) return null
  const bytes = Buffer.concat([...found.pieces()])
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null
}
