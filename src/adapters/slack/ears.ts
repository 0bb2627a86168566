import type { App, webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import type { Person } from '../../reply/incoming.ts'
import type { Answer } from '../chatTypes.ts'
import { answerAt, answerIn } from './answering.ts'
import type { Pictures } from './pictures.ts'
import { mentionedPeople, plainText } from './plainText.ts'
import { pressedButton } from './pressedButton.ts'

export interface Ears {
  client: webApi.WebClient
  pictures: Pictures
  /** The umbrella command with slash, e.g. "/kla". */
  command: string
  answer: Answer
  personOf(slackUserId: string): Promise<Person>
  /** False when this event was answered before; Slack repeats what it believes lost. */
  firstTime(eventId: string): Promise<boolean>
  /** Our own user id, null until Slack has told it. */
  botUserId(): string | null
  log: Logger
}

/** Everything that a person can say to us in Slack, on its way to `answer`. Returns a way to wait for what is under way. */
export function listen(app: App, ears: Ears): { settled(): Promise<void> } {
  const underWay = new Set<Promise<void>>()
  const ownConversations = new Map<string, boolean>()

  /** Answering happens behind the acknowledgement: Slack waits three seconds for that and no longer. */
  function later(eventId: string | undefined, work: () => Promise<void>) {
    const task = (async () => {
      try {
        if (eventId !== undefined && !(await isFirst(ears, eventId))) return
        await work()
      } catch (error) {
        // As an error, so that the log keeps its type and place: its message may quote what was said.
        ears.log.error({ err: error }, 'Slack: Antwort nicht zugestellt')
      }
    })()
    underWay.add(task)
    task.finally(() => underWay.delete(task))
  }

  async function incoming(slackText: string, userId: string, channel: string, thread: string | null) {
    const names = new Map<string, string>()
    for (const id of mentionedPeople(slackText))
      if (id !== ears.botUserId()) names.set(id, (await ears.personOf(id)).name)
    return {
      text: plainText(slackText, ears.botUserId(), id => names.get(id) ?? null),
      person: await ears.personOf(userId),
      place: {
        platform: 'slack' as const,
        shared: !(await isOwnConversation(ears.client, channel, ownConversations)),
        channel,
        thread,
      },
    }
  }

  app.command(/^\//, async ({ command, ack }) => {
    await ack()
    later(command.trigger_id, async () => {
      // A command under another name, such as "/fristen", is what was typed: its name belongs to the text.
      const own = command.command === ears.command ? '' : `${command.command.slice(1)} `
      const heard = await incoming(own + command.text, command.user_id, command.channel_id, null)
      const reply = await ears.answer(heard)
      await answerAt(ears.pictures, command.response_url, reply, null)
    })
  })

  app.event('app_mention', async ({ event, body }) => {
    if (event.bot_id || 'edited' in event || !event.user) return
    const { user, channel, text, thread_ts: thread = null } = event
    later(body.event_id, async () => {
      const heard = await incoming(text, user, channel, thread)
      await answerIn(ears, { channel, thread, user, shared: heard.place.shared }, await ears.answer(heard))
    })
  })

  app.event('message', async ({ event, body }) => {
    // Subtypes are edits, deletions, joins and the like; only what a person newly wrote to us alone is meant here.
    if (event.channel_type !== 'im' || event.subtype !== undefined || event.bot_id || !event.user) return
    const { user, channel, text = '', thread_ts: thread = null } = event
    ownConversations.set(channel, true)
    later(body.event_id, async () => {
      const heard = await incoming(text, user, channel, thread)
      await answerIn(ears, { channel, thread, user, shared: false }, await ears.answer(heard))
    })
  })

  app.action(/.*/, async ({ ack, body, action }) => {
    await ack()
    const pressed = pressedButton(body, action)
    if (!pressed) return
    later(pressed.triggerId, async () => {
      const { text, user, channel, responseUrl } = pressed
      const heard = await incoming(text, user, channel, pressed.thread)
      const reply = await ears.answer(heard)
      // Nothing can hang below an ephemeral message, and what only one person sees is answered the same way.
      const alone = pressed.ephemeral || (heard.place.shared && reply.audience === 'asker')
      if (alone && responseUrl)
        return answerAt(ears.pictures, responseUrl, { ...reply, audience: 'asker' }, pressed.thread)
      const thread = heard.place.shared ? (pressed.thread ?? pressed.message) : pressed.thread
      await answerIn(ears, { channel, thread, user, shared: heard.place.shared }, reply)
    })
  })

  return {
    async settled() {
      await Promise.allSettled([...underWay])
    },
  }
}

/** When the database cannot say, we answer: twice is better than never. */
async function isFirst(ears: Ears, eventId: string): Promise<boolean> {
  try {
    return await ears.firstTime(eventId)
  } catch {
    return true
  }
}

/**
 * True for the direct conversation of a person with us. A slash command can also come from the conversation of two
 * other people, where everyone reads along; Slack shows us only our own, so what we cannot look up counts as shared.
 */
async function isOwnConversation(client: webApi.WebClient, channel: string, known: Map<string, boolean>) {
  if (!channel.startsWith('D')) return false
  const before = known.get(channel)
  if (before !== undefined) return before
  try {
    const { channel: found } = await client.conversations.info({ channel })
    known.set(channel, found?.is_im === true)
    return found?.is_im === true
  } catch {
    return false
  }
}
