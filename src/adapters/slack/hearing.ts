import type { ChatCore } from '../chatTypes.ts'
import { answerIn, type Mouth } from './answering.ts'
import type { SlackIdentity } from './identity.ts'
import { mentions, type SlackSaid, saidOf, writtenByPerson } from './said.ts'

/** What people say in channels without addressing us, on its way to `hear`. */
export interface Hearing {
  /** A message that an event told. Never rejects: what could not be kept is told again later. */
  overhear(channel: string, message: SlackSaid): Promise<void>
  /** Resolves when it was kept, or is nothing for us; rejects when that is not known. */
  tell(channel: string, message: SlackSaid): Promise<void>
  /** A message that mentions us and is no order. Never rejects, like `overhear`. */
  overhearMention(channel: string, message: SlackSaid): Promise<void>
  /** The same, and rejects like `tell`. */
  tellMention(channel: string, message: SlackSaid): Promise<void>
}

export function hearing({
  mouth,
  core,
  identity,
  missed,
}: {
  mouth: Mouth
  core: ChatCore
  identity: SlackIdentity
  /** Takes what could not be told. `mentioned`: to be told by `tellMention`. */
  missed(channel: string, message: SlackSaid, mentioned: boolean): void
}): Hearing {
  const lines = new Map<string, Promise<void>>()

  async function tell(channel: string, message: SlackSaid, mentioned = false): Promise<void> {
    if (!writtenByPerson(message)) return
    const botUserId = identity.userId() ?? (await identity.learn())
    if (botUserId === null) throw new Error('Slack has not told who we are')
    if (message.user === botUserId || (!mentioned && mentions(message, botUserId))) return
    const said = await saidOf(message, channel, { botUserId, personOf: core.personOf })
    const hint = await core.hear(said)
    // It is told more than once, the hint is given once; a hint that Slack does not take is no reason to tell it again.
    if (hint && (await core.firstTime(`hint:${channel}:${message.ts}`).catch(() => true)))
      await answerIn(
        mouth,
        { channel, thread: said.thread, user: message.user, shared: true },
        { ...hint, audience: 'asker' },
      ).catch(() => {})
  }

  /** One after another: an answer that is told before its question would find no Vorgang to belong to. */
  function inLine(channel: string, message: SlackSaid, mentioned: boolean): Promise<void> {
    const before = lines.get(channel) ?? Promise.resolve()
    const line = before
      .then(() => tell(channel, message, mentioned))
      .catch(() => missed(channel, message, mentioned))
    lines.set(channel, line)
    return line
  }

  return {
    tell: (channel, message) => tell(channel, message),
    tellMention: (channel, message) => tell(channel, message, true),
    overhear: (channel, message) => inLine(channel, message, false),
    overhearMention: (channel, message) => inLine(channel, message, true),
  }
}
