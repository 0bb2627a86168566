import type { AttachmentInfo } from '../../domain/mail/letter.ts'
import { nameFor } from './fileName.ts'
import { clean, cut } from './headers.ts'
import type { Attached } from './openMail.ts'
import { trueTypeOf, typeBytes } from './trueType.ts'

/** What is said of attachments, in their order. */
export async function attachmentInfos(attached: readonly Attached[]): Promise<AttachmentInfo[]> {
  const infos: AttachmentInfo[] = []
  for (const [position, { name, contentType, size, sha256, bytes }] of attached.entries())
    infos.push({
      name: name === '' ? nameFor(position, contentType) : name,
      contentType: cut(clean(contentType), 255),
      size,
      sha256,
      trueType: await trueTypeOf(bytes.subarray(0, typeBytes)),
    })
  return infos
}
