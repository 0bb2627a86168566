import { isSilent, type Reply } from '../../reply/reply.ts'
import { accountOf, filesOf, type TeamsActivity } from './activity.ts'
import { instantOf } from './chosenMessage.ts'
import type { InvokeAnswer } from './dialogs.ts'
import type { Ear } from './ear.ts'
import { messagesFor } from './message.ts'
import { placeOf } from './place.ts'
import { plainText } from './plainText.ts'
import { within } from './within.ts'

/** Teams repeats a message after 15 s without an answer; we say sooner that we could not keep it. Milliseconds. */
const patience = 10_000

/** What people say in channels without addressing us; comes only where a team allows it. */
export function hearing({ core, answering, later }: Pick<Ear, 'core' | 'answering' | 'later'>): {
  /** Acknowledged only when it is kept: Teams tells it again otherwise. */
  overheard(activity: TeamsActivity): Promise<InvokeAnswer>
  /** Hands it to the core, and its writer the hint that comes back. */
  hear(activity: TeamsActivity): Promise<void>
} {
  const lines = new Map<string, Promise<unknown>>()

  async function tell(activity: TeamsActivity): Promise<Reply | null> {
    const { channel, thread } = placeOf(activity)
    return core.hear({
      address: activity.id,
      channel,
      thread,
      author: await core.personOf(accountOf(activity)),
      text: plainText(activity),
      at: instantOf(activity.timestamp) ?? new Date().toISOString(),
      files: filesOf(activity),
    })
  }

  /** One after another: an answer that is told before its question would find no Vorgang to belong to. */
  function inLine(activity: TeamsActivity): Promise<Reply | null> {
    const { channel } = placeOf(activity)
    const before = lines.get(channel) ?? Promise.resolve()
    const told = before.then(() => tell(activity))
    const line = told.catch(() => {})
    lines.set(channel, line)
    line.then(() => {
      if (lines.get(channel) === line) lines.delete(channel)
    })
    return told
  }

  /** For its writer alone, or not at all: a word about personal data must not stand in the channel. */
  async function hint(activity: TeamsActivity, reply: Reply | null): Promise<void> {
    if (!reply || isSilent(reply)) return
    // The message may be told more than once, the hint is given once.
    const key = `hint ${activity.conversation.id} ${activity.id}`
    if (await core.firstTime(key).catch(() => true))
      await answering.whisper(activity, messagesFor(reply, new Map()))
  }

  return {
    async overheard(activity) {
      const reply = await within(inLine(activity), patience, 'late' as const)
      if (reply === 'late') return { status: 500 }
      later(() => hint(activity, reply))
      return { status: 200 }
    },
    hear: async activity => hint(activity, await inLine(activity)),
  }
}
