import { commandName, commandNameFault } from './commandName.ts'

/** What the app may do in a workspace, each with the reason. It reads along only in channels to which somebody invited it. */
export const neededScopes = [
  'app_mentions:read', // "@Klassenassistenz status …"
  'channels:history', // questions in intake channels, answers in threads of a Vorgang; find our own post again after a crash
  'chat:write',
  'commands',
  'files:write', // lay a picture there that one of our posts shows
  'groups:history', // the same in private channels
  'im:history', // direct messages to us
  'im:read', // tell our direct messages from those of others
  'metadata.message:read', // the key on our own posts
  'reactions:read', // our emoji below a message makes a Vorgang of it
] as const

/** Only with an address of the workplace: what a link to a Vorgang may show. */
const linkScopes = ['links:read', 'links:write']

/** Names the entry in a message's menu. */
export const takeInShortcut = 'kla_take_in'

/** What Slack tells us of, each by the right beside which it stands above. */
const botEvents = [
  'app_home_opened',
  'app_mention',
  'message.channels',
  'message.groups',
  'message.im',
  'reaction_added',
]

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
  /** Where colleagues open the page: links to it are shown in Slack with what the channel may see. null: there is none. */
  workplaceUrl?: string | null
  path?: string
}

/** The app manifest for api.slack.com, "Create from manifest". Throws when the command's name is one of Slack's own. */
export function slackManifest(options: ManifestOptions): object {
  const fault = commandNameFault(options.command)
  if (fault) throw new Error(fault)
  const url =
    options.publicUrl === null ? null : new URL(options.path ?? defaultSlackPath, options.publicUrl).href
  const requestUrl = url === null ? {} : { request_url: url }
  const domain = unfurlDomain(options.workplaceUrl ?? null)
  return {
    display_information: {
      name: cut(options.appName, 35),
      description: 'Vorgänge, Fristen und Stand des Programms',
      background_color: '#17324d',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
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
      shortcuts: [
        {
          // Slack shows at most 24 characters.
          name: 'Vorgang daraus machen',
          type: 'message',
          callback_id: takeInShortcut,
          description: 'Macht aus dieser Nachricht einen Vorgang',
        },
      ],
      ...(domain === null ? {} : { unfurl_domains: [domain] }),
    },
    oauth_config: { scopes: { bot: [...neededScopes, ...(domain === null ? [] : linkScopes)] } },
    settings: {
      event_subscriptions: {
        ...requestUrl,
        bot_events: [...botEvents, ...(domain === null ? [] : ['link_shared'])],
      },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  }
}

/** Slack takes domains, no addresses of machines: "kla.kreis.example"; null where there is none. */
function unfurlDomain(workplaceUrl: string | null): string | null {
  if (workplaceUrl === null) return null
  const { hostname } = new URL(workplaceUrl)
  return /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*$/i.test(hostname) ? hostname : null
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
