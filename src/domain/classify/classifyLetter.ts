import type { Letter } from '../mail/letter.ts'
import { signatureOf } from '../mail/visibleText.ts'
import type { Programme } from '../programme/programme.ts'
import { classify } from './classify.ts'
import type { Classification } from './labels.ts'

/** A letter as it was read and what it was taken for at first sight. */
export interface SeenLetter {
  letter: Letter
  classification: Classification
}

/** First look at a letter as it was read. */
export function classifyLetter(programme: Programme, letter: Letter): Classification {
  return classify(programme, {
    fromName: letter.from.name,
    fromAddress: letter.from.address,
    subject: letter.subject,
    newestText: letter.newestText,
    quotedText: letter.quotedText,
    signature: signatureOf(letter.newestText),
    attachmentNames: letter.attachments.map(attachment => attachment.name),
  })
}
