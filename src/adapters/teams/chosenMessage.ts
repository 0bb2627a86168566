import { z } from 'zod'
import type { Person, Said } from '../../reply/incoming.ts'
import type { TeamsActivity } from './activity.ts'
import { placeOf } from './place.ts'
import { withoutMarkup } from './plainText.ts'

/** Names of the manifest's message action. */
export const takeInCommand = 'vorgangDaraus'

const payload = z.object({
  id: z.string().min(1).max(500),
  replyToId: z.string().nullish(),
  createdDateTime: z.string().nullish(),
  body: z.object({ content: z.string().nullish(), contentType: z.string().nullish() }).nullish(),
  from: z
    .object({ user: z.object({ id: z.string().nullish(), displayName: z.string().nullish() }).nullish() })
    .nullish(),
  attachments: z.array(z.object({ contentType: z.string().nullish() })).nullish(),
})

const value = z.looseObject({ commandId: z.string(), messagePayload: payload })

/**
 * The message on which somebody chose "Vorgang daraus machen" (learn.microsoft.com, "Message extension action commands",
 * messagePayload). null: none, or one without a person who wrote it.
 */
export async function chosenMessage(
  activity: TeamsActivity,
  personOf: (accountId: string) => Promise<Person>,
): Promise<Said | null> {
  const read = value.safeParse(activity.value)
  if (!read.success || read.data.commandId !== takeInCommand) return null
  const message = read.data.messagePayload
  const author = message.from?.user?.id
  if (!author) return null
  const content = message.body?.content ?? ''
  const { channel, thread } = placeOf({ conversation: activity.conversation, id: message.id })
  return {
    address: message.id,
    channel,
    thread: message.replyToId || thread,
    author: await personOf(author),
    text: message.body?.contentType === 'text' ? content : withoutMarkup(content),
    at: instantOf(message.createdDateTime) ?? instantOf(activity.timestamp) ?? new Date().toISOString(),
    files: (message.attachments ?? []).filter(({ contentType }) => contentType === 'reference').length,
  }
}

/** ISO instant of what Teams names as one. */
export function instantOf(text: string | null | undefined): string | null {
  const at = text ? new Date(text) : null
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : null
}
