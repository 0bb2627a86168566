import type { Logger } from 'pino'
import { isSilent, type Reply } from '../../reply/reply.ts'
import type { DrawTimeline } from '../types.ts'
import { accountOf, type TeamsActivity } from './activity.ts'
import type { Connector } from './connector.ts'
import { notReachable, rateLimitSeconds } from './failure.ts'
import { cardMessage, messagesFor, type TeamsMessage, textMessage } from './message.ts'
import { teamsPictures } from './pictures.ts'
import { placeOf } from './place.ts'
import { firstTaken } from './platform.ts'
import type { References } from './references.ts'
import type { PersonalChat, Whereabouts } from './whereabouts.ts'

export interface Answering {
  /** Answers where something was said; what is for the asker alone goes to the person's own chat with us. */
  answer(activity: TeamsActivity, reply: Reply): Promise<void>
  /** To the person alone; false when that is not possible, and then nothing was said. */
  whisper(activity: TeamsActivity, messages: readonly TeamsMessage[]): Promise<boolean>
  /** A card to the person alone, in the conversation only where nobody else reads it. */
  card(activity: TeamsActivity, summary: string, card: Parameters<typeof cardMessage>[1]): Promise<void>
}

/** Somebody waits for the answer, so a short pause that Teams asks for is waited out; a long one is not. */
const patience = { attempts: 3, seconds: 30 }

/** Nothing of these says what was asked. */
const elsewhere =
  'Die Antwort steht in Ihrem persönlichen Chat mit mir, weil sie nicht für alle hier bestimmt ist.'
const nowhere =
  'Die Antwort ist nicht für alle hier bestimmt, und einen persönlichen Chat mit Ihnen lässt Teams nicht zu. Bitte fügen Sie die App für sich selbst hinzu (auf meinen Namen klicken, „Chat“) und fragen Sie dort.'

export function answering(needs: {
  connector: Connector
  references: References
  drawTimeline: DrawTimeline | undefined
  log: Logger
}): Answering {
  const { connector, references } = needs

  const send = (to: Whereabouts, conversation: string, messages: readonly TeamsMessage[]) =>
    firstTaken(messages, message => patiently(() => connector.send(to, conversation, message)))

  async function whisper(activity: TeamsActivity, messages: readonly TeamsMessage[]): Promise<boolean> {
    const account = accountOf(activity)
    const to = whereaboutsOf(activity)
    try {
      const chat: PersonalChat = (await references.person(account).catch(() => null)) ?? {
        ...to,
        // Teams knows members by its own id, "29:…"; the object id of Entra ID would do as well.
        conversation: await patiently(() => connector.personalChat(to, activity.from.id || account)),
      }
      await send(chat, chat.conversation, messages)
      await references.keepPerson(account, chat).catch(() => {})
      return true
    } catch (error) {
      if (!notReachable(error)) throw error
      return false
    }
  }

  /** In a shared place the place itself learns only that there is an answer. */
  async function alone(activity: TeamsActivity, messages: readonly TeamsMessage[]): Promise<void> {
    const { shared, conversation } = placeOf(activity)
    if (!shared) return void (await send(whereaboutsOf(activity), conversation, messages))
    const done = await whisper(activity, messages)
    await send(whereaboutsOf(activity), conversation, [textMessage(done ? elsewhere : nowhere)])
  }

  return {
    whisper,
    async answer(activity, reply) {
      if (isSilent(reply)) return
      const messages = messagesFor(reply, await teamsPictures(needs.drawTimeline, reply))
      const { shared, conversation } = placeOf(activity)
      if (shared && reply.audience === 'asker') await alone(activity, messages)
      else await send(whereaboutsOf(activity), conversation, messages)
    },
    card: (activity, summary, card) => alone(activity, [cardMessage(summary, card)]),
  }
}

export function whereaboutsOf({ serviceUrl, recipient }: TeamsActivity): Whereabouts {
  return { serviceUrl, botId: recipient.id }
}

async function patiently<T>(send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send()
    } catch (error) {
      const seconds = rateLimitSeconds(error)
      if (seconds === null || seconds > patience.seconds || attempt >= patience.attempts) throw error
      await new Promise(resolve => setTimeout(resolve, seconds * 1000))
    }
  }
}
