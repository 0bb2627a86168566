import { createHash } from 'node:crypto'
import type { AttachmentInfo } from '../../domain/mail/letter.ts'
import { nameFor } from './fileName.ts'
import { clean, cut } from './headers.ts'
import type { Attached } from './openMail.ts'
import { trueTypeOf } from './trueType.ts'

/** What is said of attachments, in their order. Their bytes pass by once, and only the first of them are kept for a moment. */
export async function attachmentInfos(attached: readonly Attached[]): Promise<AttachmentInfo[]> {
  const infos: AttachmentInfo[] = []
  for (const [position, { name, contentType, pieces }] of attached.entries()) {
    const hash = createHash('sha256')
    let size = 0
    let start: Buffer | null = null
    for (const piece of pieces()) {
      hash.update(piece)
      size += piece.length
      start ??= piece
    }
    infos.push({
      name: name === '' ? nameFor(position, contentType) : name,
      contentType: cut(clean(contentType), 255),
      size,
      sha256: hash.digest('hex'),
      trueType: await trueTypeOf(start ?? Buffer.alloc(0)),
    })
  }
  return infos
}
