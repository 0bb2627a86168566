import type { App } from '@slack/bolt'
import type { Reply } from '../../reply/reply.ts'
import { answerAt, answerIn } from './answering.ts'
import type { Ears } from './earNeeds.ts'
import { messageAt } from './history.ts'
import { takeInShortcut } from './manifest.ts'
import { sentence } from './message.ts'
import { rootOf, type SlackSaid, saidOf } from './said.ts'

/** Somebody wants a message to become a Vorgang: by the message's menu, or by our emoji. */
export function hearRequests(app: App, ears: Ears): void {
  app.shortcut({ callback_id: takeInShortcut, type: 'message_action' }, async ({ ack, shortcut }) => {
    await ack()
    const { message, channel, user, response_url: responseUrl, trigger_id: trigger } = shortcut
    ears.later(trigger, async () => {
      const reply = await taken(ears, channel.id, { ...message, ts: message.ts }, user.id)
      await answerAt(ears, responseUrl, reply, { channel: channel.id, thread: below(message) })
    })
  })

  app.event('reaction_added', async ({ event, body }) => {
    const { reaction, item, user } = event
    if (!ears.emoji || item.type !== 'message' || withoutSkinTone(reaction) !== ears.emoji) return
    const { channel } = item
    ears.later(body.event_id, async () => {
      const message = await messageAt(ears.client, channel, item.ts)
      const reply = message
        ? await taken(ears, channel, message, user)
        : sentence('Diese Nachricht kann ich nicht lesen. Bitte laden Sie die App in den Kanal ein.')
      const { shared } = await ears.placeOf(channel, null)
      const thread = below(message ?? { ts: item.ts })
      await answerIn(ears, { channel, thread, user, shared }, reply)
    })
  })
}

async function taken(
  ears: Ears,
  channel: string,
  message: SlackSaid & { ts: string },
  by: string,
): Promise<Reply> {
  const botUserId = ears.identity.userId()
  if (botUserId !== null && message.user === botUserId)
    return sentence('Das habe ich selbst geschrieben. Daraus wird kein Vorgang.')
  const said = await saidOf(message, channel, { botUserId, personOf: ears.core.personOf })
  return ears.core.takeIn(said, await ears.person(by))
}

/** The thread in which an answer to a message stands. */
function below(message: SlackSaid & { ts: string }): string {
  return rootOf(message) ?? message.ts
}

/** "+1::skin-tone-2" is "+1". */
function withoutSkinTone(emoji: string): string {
  return emoji.replace(/::.*$/, '')
}
