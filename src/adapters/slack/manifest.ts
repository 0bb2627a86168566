import { commandName, commandNameFault } from './commandName.ts'

/** What the app may do in a workspace, each with the reason; nothing that reads along in channels without being asked. */
export const neededScopes = [
  'app_mentions:read', // "@Klassenassistenz status …"
  'channels:history', // find our own post again after a crash
  'chat:write',
  'commands',
  'files:write', // lay a picture there that one of our posts shows
  'groups:history', // the same in private channels
  'im:history', // direct messages to us
  'im:read', // tell our direct messages from those of others
  'metadata.message:read', // the key on our own posts
] as const

/** Where Slack calls us in HTTP mode. */
export const defaultSlackPath = '/slack/events'

export interface ManifestOptions {
  /** Shown in Slack, e.g. "Klassenassistenz". At most 35 characters. */
  appName: string
  /** The umbrella command, e.g. "/kla". */
  command: string
  /** Chat commands as the registry knows them. */
  commands: readonly { name: string; summary: string }[]
  /** Public address of our web server for HTTP mode, "https://…"; null: Socket Mode. */
  publicUrl: string | null
  path?: string
}

/** The app manifest for api.slack.com, "Create from manifest". Throws when the command's name is one of Slack's own. */
export function slackManifest(options: ManifestOptions): object {
  const fault = commandNameFault(options.command)
  if (fault) throw new Error(fault)
  const url =
    options.publicUrl === null ? null : new URL(options.path ?? defaultSlackPath, options.publicUrl).href
  const requestUrl = url === null ? {} : { request_url: url }
  return {
    display_information: {
      name: cut(options.appName, 35),
      description: 'Vorgänge, Fristen und Stand des Programms',
      background_color: '#17324d',
    },
    features: {
      app_home: {
        home_tab_enabled: false,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: cut(options.appName, 80), always_online: true },
      slash_commands: [
        {
          command: commandName(options.command),
          ...(url === null ? {} : { url }),
          description: 'Stand, Vorgänge und Fristen abfragen',
          usage_hint: usageHint(options.commands),
          // Then people and channels come as ids, not as names that anyone can choose.
          should_escape: true,
        },
      ],
    },
    oauth_config: { scopes: { bot: [...neededScopes] } },
    settings: {
      event_subscriptions: { ...requestUrl, bot_events: ['app_mention', 'message.im'] },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  }
}

/** "status region | vorgang liste | … ": as many whole names as fit, "hilfe" shows the rest. */
function usageHint(commands: readonly { name: string }[]): string {
  let hint = ''
  for (const { name } of commands) {
    const longer = hint === '' ? name : `${hint} | ${name}`
    if (longer.length > 200) break
    hint = longer
  }
  return hint
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length)
}
