import { webApi } from '@slack/bolt'
import { createEmulator } from 'emulate'
import { neededScopes } from '../../src/adapters/slack/manifest.ts'

export const botToken = 'xoxb-emuliert'

export interface EmulatedSlack {
  /** For `apiUrl`, ends with "/api/". */
  apiUrl: string
  /** A member of the workspace, with every right. */
  person: webApi.WebClient
  personId: string
  /** Slack's id of the channel "koordination"; the app is in it. */
  channel: string
  /** A permission to open a modal, as a press of this person gives it; gone after three seconds. */
  trigger(): Promise<string>
  /** What the workspace holds now, as the emulator's own page shows it. */
  page(tab: 'views' | `messages&channel=${string}` | 'files'): Promise<string>
  stop(): Promise<void>
}

/**
 * Slack's Web API by other people than us (package emulate): stateful, and strict about rights, so what our manifest asks for must be
 * enough. It knows no sockets, no limits of rate and none of `oldest`, `latest_reply` and pages of threads; for these there is
 * startSlackPeer. Our token has `scopes`, the needed ones unless said otherwise.
 */
export async function startEmulatedSlack(scopes: readonly string[] = neededScopes): Promise<EmulatedSlack> {
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        users: [{ name: 'koordination' }],
        channels: [{ name: 'koordination' }],
        oauth_apps: [
          {
            app_id: 'A0KLA',
            bot_id: 'B0KLABOT',
            bot_user_id: 'U0KLABOT',
            bot_name: 'klassenassistenz',
            ...{ client_id: '1.1', client_secret: 'x', name: 'Klassenassistenz', redirect_uris: [] },
            scopes: [...scopes],
          },
        ],
        tokens: [
          {
            token: botToken,
            type: 'bot',
            user_id: 'U0KLABOT',
            app_id: 'A0KLA',
            bot_id: 'B0KLABOT',
            bot_user_id: 'U0KLABOT',
            scopes: [...scopes],
          },
          {
            token: 'xoxp-person',
            user: 'koordination',
            scopes: [
              ...['chat:write', 'channels:read', 'channels:write', 'channels:history', 'users:read'],
              ...['reactions:write', 'im:write', 'im:history'],
            ],
          },
        ],
        strict_scopes: true,
      },
    },
  })
  const apiUrl = `${emulator.url}/api/`
  const options = { slackApiUrl: apiUrl, retryConfig: { retries: 0 } }
  const person = new webApi.WebClient('xoxp-person', options)
  const { user_id: personId = '' } = await person.auth.test()
  const { channels = [] } = await person.conversations.list()
  const channel = channels.find(each => each.name === 'koordination')?.id ?? ''
  await person.conversations.invite({ channel, users: 'U0KLABOT' })
  return {
    apiUrl,
    person,
    personId,
    channel,
    async trigger() {
      // Of the app, as a press of the person would bring it.
      const app = new webApi.WebClient(botToken, options)
      const { trigger_id } = (await app.apiCall('views.generateTriggerId', { user_id: personId })) as {
        trigger_id?: string
      }
      return trigger_id ?? ''
    },
    page: async tab => (await fetch(`${emulator.url}/?tab=${tab}`)).text(),
    stop: () => emulator.close(),
  }
}
