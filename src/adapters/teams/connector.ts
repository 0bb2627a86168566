import type { App } from '@microsoft/teams.apps'
import { tokenRefused } from './failure.ts'
import type { TeamsMessage } from './message.ts'
import type { Tokens } from './tokens.ts'
import type { Whereabouts } from './whereabouts.ts'

/** The calls to Teams that we make. Each rejects with what `postFailure` understands, and is tried once. */
export interface Connector {
  /** The new message's id. */
  send(to: Whereabouts, conversation: string, message: TeamsMessage): Promise<string>
  update(to: Whereabouts, conversation: string, id: string, message: TeamsMessage): Promise<void>
  /** The id of a person's own chat with us; made where there is none yet. */
  personalChat(to: Whereabouts, accountId: string): Promise<string>
  /** Ids of the channels of a team. */
  channelsOf(to: Whereabouts, teamId: string): Promise<string[]>
}

type Conversations = App['api']['conversations']

export function connectorFor(app: Pick<App, 'api'>, tokens: Tokens, tenantId: string): Connector {
  /** The client of the server that this conversation lives on, not of the one that the SDK is set to. */
  async function call<T>(to: Whereabouts, work: (api: App['api']) => Promise<T>): Promise<T> {
    await tokens.token()
    try {
      return await work(app.api.clone({ serviceUrl: to.serviceUrl }))
    } catch (error) {
      if (tokenRefused(error)) tokens.drop()
      throw error
    }
  }
  const activity = (to: Whereabouts, message: TeamsMessage) =>
    ({ ...message, from: { id: to.botId, role: 'bot' } }) as unknown as Parameters<
      Conversations['createActivity']
    >[1]

  return {
    async send(to, conversation, message) {
      const { id } = await call(to, api =>
        api.conversations.createActivity(conversation, activity(to, message)),
      )
      return id
    },
    async update(to, conversation, id, message) {
      await call(to, api => api.conversations.updateActivity(conversation, id, activity(to, message)))
    },
    async personalChat(to, accountId) {
      const { id } = await call(to, api =>
        api.conversations.create({
          isGroup: false,
          bot: { id: to.botId },
          members: [{ id: accountId, name: '', role: 'user' }],
          tenantId,
          channelData: { tenant: { id: tenantId } },
        }),
      )
      return id
    },
    async channelsOf(to, teamId) {
      const found = await call(to, api => api.teams.getConversations(teamId))
      return (found ?? []).map(each => each.id).filter(id => typeof id === 'string')
    },
  }
}
