import { z } from 'zod'
import type { ClassifyInput } from '../domain/classify/classify.ts'
import { visibleText } from '../domain/mail/quotes/visibleText.ts'

const text = z
  .string()
  .nullish()
  .transform(given => given ?? '')

/** A letter as `kla classify` and `kla evaluate` read it. */
export const letterLine = z.object({
  id: z.union([z.string(), z.number()]),
  from_name: text,
  from_address: text,
  subject: text,
  body: text,
  /** Name of a profile. */
  programme: z.string().nullish(),
})

export type LetterLine = z.infer<typeof letterLine>

/** The letter with its quotes parted from the newest text, as a mail from the mailbox would come. */
export function inputOf(
  line: Pick<LetterLine, 'from_name' | 'from_address' | 'subject' | 'body'>,
): ClassifyInput {
  const visible = visibleText(line.body)
  return {
    fromName: line.from_name,
    fromAddress: line.from_address.trim().toLowerCase(),
    subject: line.subject,
    newestText: visible.newest,
    quotedText: visible.quoted,
  }
}
