import type { App } from '@slack/bolt'
import { isSilent } from '../../reply/reply.ts'
import type { ChatCore } from '../chatTypes.ts'
import { answerAt, answerIn } from './answering.ts'
import { hearButtons } from './buttons.ts'
import type { Ears, EarsOptions } from './earNeeds.ts'
import { hearForms } from './forms.ts'
import { hearHome } from './home.ts'
import { hearLinks } from './links.ts'
import { places } from './place.ts'
import { readable, rootOf, writtenByPerson } from './said.ts'
import { hearRequests } from './takeIn.ts'

/** Everything that a person can say to us in Slack. Returns a way to wait for what is under way. */
export function listen(app: App, options: EarsOptions): { settled(): Promise<void> } {
  const { core, identity, log } = options
  const underWay = new Set<Promise<void>>()
  const placeOf = places(options.client, core)

  const ears: Ears = {
    ...options,
    placeOf,
    person: core.personOf,
    later(eventId, work) {
      const task = (async () => {
        try {
          if (eventId !== null && !(await isFirst(core, eventId))) return
          await work()
        } catch (error) {
          // As an error, so that the log keeps its type and place: its message may quote what was said.
          log.error({ err: error }, 'Slack: Antwort nicht zugestellt')
        }
      })()
      underWay.add(task)
      task.finally(() => underWay.delete(task))
    },
    async incoming(slackText, userId, channel, thread) {
      return {
        text: await readable(slackText, identity.userId(), core.personOf),
        person: await core.personOf(userId),
        place: await placeOf(channel, thread),
      }
    },
  }

  hearCommands(app, ears)
  hearMessages(app, ears)
  hearButtons(app, ears)
  hearForms(app, ears)
  hearRequests(app, ears)
  hearHome(app, ears)
  hearLinks(app, ears)

  return {
    async settled() {
      await Promise.allSettled([...underWay])
    },
  }
}

/** When the database cannot say, we answer: twice is better than never. */
async function isFirst(core: ChatCore, eventId: string): Promise<boolean> {
  try {
    return await core.firstTime(eventId)
  } catch {
    return true
  }
}

function hearCommands(app: App, ears: Ears): void {
  app.command(/^\//, async ({ command, ack }) => {
    await ack()
    ears.later(command.trigger_id, async () => {
      // A command under another name, such as "/fristen", is what was typed: its name belongs to the text.
      const own = command.command === ears.command ? '' : `${command.command.slice(1)} `
      const { user_id: user, channel_id: channel } = command
      const heard = await ears.incoming(own + command.text, user, channel, null)
      await answerAt(ears, command.response_url, await ears.core.answer(heard), { channel, thread: null })
    })
  })
}

function hearMessages(app: App, ears: Ears): void {
  app.event('app_mention', async ({ event, body }) => {
    if (event.bot_id || 'edited' in event || !event.user) return
    const { user, channel, text, thread_ts: thread = null } = event
    ears.later(body.event_id, async () => {
      const heard = await ears.incoming(text, user, channel, thread)
      const reply = await ears.core.answer(heard)
      if (isSilent(reply)) await ears.hearing.overhearMention(channel, event)
      else await answerIn(ears, { ...heard.place, user }, reply)
    })
  })

  app.event('message', async ({ event, body }) => {
    if (!writtenByPerson(event)) return
    const { channel } = event
    if (event.channel_type === 'channel' || event.channel_type === 'group')
      // Told twice it is kept once, so nothing needs to remember the event itself.
      return ears.later(null, () => ears.hearing.overhear(channel, event))
    if (event.channel_type !== 'im') return
    const { user, text = '' } = event
    ears.later(body.event_id, async () => {
      const heard = await ears.incoming(text, user, channel, rootOf(event))
      const place = { ...heard.place, shared: false }
      await answerIn(ears, { ...place, user }, await ears.core.answer({ ...heard, place }))
    })
  })
}
