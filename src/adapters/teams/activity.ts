import { z } from 'zod'

/*
 * What Teams sends, as far as we read it (learn.microsoft.com, "Bot Framework Activity schema"; "Conversation basics"). Teams adds
 * fields as it likes; one of ours that is missing or of another type makes the activity unreadable.
 */

const account = z.object({
  id: z.string().default(''),
  name: z.string().nullish(),
  /** The person's object id in Entra ID: the same in every conversation, and what an administrator can look up. */
  aadObjectId: z.string().nullish(),
  role: z.string().nullish(),
})

const mention = z.looseObject({
  type: z.string().nullish(),
  text: z.string().nullish(),
  mentioned: z.object({ id: z.string().nullish(), name: z.string().nullish() }).nullish(),
})

const activity = z.object({
  type: z.string().min(1).max(100),
  /** Of an invoke. */
  name: z.string().nullish(),
  id: z.string().max(500).default(''),
  timestamp: z.string().nullish(),
  serviceUrl: z.string().min(1),
  channelId: z.string(),
  from: account,
  recipient: account,
  conversation: z.object({
    id: z.string().min(1),
    /** "personal", "groupChat", "channel". */
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string() }).nullish(),
      team: z.object({ id: z.string().nullish() }).nullish(),
      channel: z.object({ id: z.string() }).nullish(),
    })
    .nullish(),
  text: z.string().nullish(),
  entities: z.array(mention).nullish(),
  attachments: z.array(z.object({ contentType: z.string().nullish() })).nullish(),
  /** Of a button, a dialog or a message extension. */
  value: z.unknown().optional(),
  replyToId: z.string().nullish(),
  /** Of an installation: "add", "remove". */
  action: z.string().nullish(),
  membersAdded: z.array(account).nullish(),
})

export type TeamsActivity = z.infer<typeof activity>

/** null when it is none that Teams could have sent. */
export function readActivity(body: unknown): TeamsActivity | null {
  const read = activity.safeParse(body)
  return read.success ? read.data : null
}

/** True for what comes from Teams and from this organisation: another one, or a channel such as Web Chat, has no business here. */
export function isOurs({ channelId, conversation, channelData }: TeamsActivity, tenantId: string): boolean {
  const named = [conversation.tenantId, channelData?.tenant?.id].filter(each => each != null)
  const own = tenantId.toLowerCase()
  return channelId === 'msteams' && named.length > 0 && named.every(tenant => tenant.toLowerCase() === own)
}

/** Who did it, by the id that goes into the list of people behind "teams:". */
export function accountOf({ from }: Pick<TeamsActivity, 'from'>): string {
  return from.aadObjectId || from.id
}

/** By what repeated activities are told apart: ids count within a conversation only. */
export function eventIdOf({ type, name, conversation, id }: TeamsActivity): string {
  return [type, name ?? '', conversation.id, id].join(' ')
}

/** True when the bot itself is spoken to by name. */
export function mentionsUs({ entities, recipient }: TeamsActivity): boolean {
  return (entities ?? []).some(each => each.type === 'mention' && each.mentioned?.id === recipient.id)
}

/** Files that hang on a message; its own text as HTML and cards are none. */
export function filesOf({ attachments }: TeamsActivity): number {
  return (attachments ?? []).filter(
    ({ contentType }) =>
      contentType && !/^text\/|^application\/vnd\.microsoft\.(card|teams\.card)/.test(contentType),
  ).length
}
