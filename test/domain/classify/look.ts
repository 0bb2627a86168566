import { programmeNamed } from '../../../src/buildWorld.ts'
import { classify } from '../../../src/domain/classify/classify.ts'
import type { Classification } from '../../../src/domain/classify/labels.ts'
import { visibleText } from '../../../src/domain/mail/quotes/visibleText.ts'

const programme = programmeNamed('pinneberg')

/** Classifies a letter as it would come from the mailbox; everything but the text may be left out. */
export function look(
  body: string,
  more: { name?: string; from?: string; subject?: string; attachments?: string[]; trusted?: boolean } = {},
): Classification {
  const visible = visibleText(body)
  return classify(programme, {
    fromName: more.name ?? '',
    fromAddress: more.from ?? 'jemand@post.example',
    subject: more.subject ?? '',
    newestText: visible.newest,
    quotedText: visible.quoted,
    ...(more.attachments ? { attachmentNames: more.attachments } : {}),
    ...(more.trusted === undefined ? {} : { addressTrusted: more.trusted }),
  })
}
