import type { PlatformConfig, PlatformModule } from '../chatTypes.ts'
import { commandName, commandNameFault } from './commandName.ts'

/** The umbrella command without slash; a slash in front, as it is typed in Slack, is forgiven. */
const commandOf = (config: PlatformConfig | null) => commandName(config?.values.COMMAND ?? 'kla').slice(1)

/** null: switched off. Colons around it, as Slack shows them, are forgiven. */
function emojiOf({ values }: PlatformConfig): string | null {
  const name = (values.EMOJI ?? 'ticket').trim().replace(/^:|:$/g, '').toLowerCase()
  return name === 'aus' ? null : name
}

/** Seconds between two posts in a channel; NaN where it is no number. */
const paceOf = ({ values }: PlatformConfig) => Number((values.PACE ?? '1').replace(',', '.'))

const slack: PlatformModule = {
  name: 'slack',
  title: 'Slack',
  /** socket: Socket Mode, no reachable address needed. http: Slack calls us, requests are signed. */
  modes: ['socket', 'http'],
  fields: {
    BOT_TOKEN: {
      kind: 'token',
      prefix: 'xoxb-',
      where: 'api.slack.com/apps, OAuth & Permissions, Bot User OAuth Token',
    },
    APP_TOKEN: {
      kind: 'token',
      prefix: 'xapp-',
      where: 'api.slack.com/apps, Basic Information, App-Level Tokens, Recht connections:write',
    },
    SIGNING_SECRET: { kind: 'secret', least: 16 },
    COMMAND: { kind: 'words' },
    EMOJI: { kind: 'words' },
    PACE: { kind: 'words' },
    API_URL: { kind: 'url' },
  },
  // An app that registers /status has its whole manifest refused.
  typing: config =>
    'In Slack setzt „/status“ allein Ihren persönlichen Status; Slack behält diesen Befehl für sich. ' +
    `Schreiben Sie dort „/${commandOf(config)} status …“, erwähnen Sie den Bot oder schreiben Sie ihm direkt.`,
  needed: mode => ['BOT_TOKEN', mode === 'socket' ? 'APP_TOKEN' : 'SIGNING_SECRET'],
  faults(config) {
    const { values, channels } = config
    const command = commandNameFault(values.COMMAND ?? 'kla')
    const emoji = emojiOf(config)
    const pace = paceOf(config)
    const strange = Object.entries(channels).filter(([, id]) => !/^[CGD][A-Z0-9]{2,}$/.test(id))
    return [
      ...(command ? [`KLA_SLACK_COMMAND: ${command}`] : []),
      ...(emoji === null || /^[\p{L}\p{N}_'+-]{1,100}$/u.test(emoji)
        ? []
        : [
            `KLA_SLACK_EMOJI: „${values.EMOJI}“ ist kein Name eines Emojis. Er steht in Slack zwischen Doppelpunkten, zum Beispiel ticket; aus schaltet es ab.`,
          ]),
      ...(pace >= 0 && pace <= 60
        ? []
        : [
            `KLA_SLACK_PACE: „${values.PACE}“ ist keine Zahl von Sekunden zwischen 0 und 60, zum Beispiel 1.`,
          ]),
      ...strange.map(
        ([name, id]) =>
          `KLA_SLACK_CHANNELS nennt für „${name}“ keine Kanal-ID von Slack („${id}“). Sie beginnt mit C und steht unten in den Kanal-Details, zum Beispiel C012AB3CD.`,
      ),
    ]
  },
  async start(config, { core, log, drawTimeline }) {
    const { startSlack } = await import('./startSlack.ts')
    const { values } = config
    return startSlack({
      mode:
        config.mode === 'socket'
          ? { kind: 'socket', appToken: values.APP_TOKEN ?? '' }
          : { kind: 'http', signingSecret: values.SIGNING_SECRET ?? '' },
      botToken: values.BOT_TOKEN ?? '',
      command: commandOf(config),
      emoji: emojiOf(config),
      core,
      channels: Object.values(config.channels),
      gap: paceOf(config) * 1000,
      log,
      ...(drawTimeline ? { drawTimeline } : {}),
      ...(values.API_URL ? { apiUrl: values.API_URL } : {}),
    })
  },
  async check({ values, channels }, log) {
    const [{ webClient }, { slackIdentity }, { deafChannels, deafSentence }] = await Promise.all([
      import('./webClient.ts'),
      import('./identity.ts'),
      import('./deafChannels.ts'),
    ])
    const client = webClient({ botToken: values.BOT_TOKEN ?? '', apiUrl: values.API_URL ?? undefined, log })
    const fault = await slackIdentity(client, log).check()
    return fault ?? deafSentence(await deafChannels(client, [...new Set(Object.values(channels))]))
  },
  async appFiles(config, { appName, commands, publicUrl, workplaceUrl }) {
    const { slackManifest } = await import('./manifest.ts')
    const made = slackManifest({
      appName,
      command: `/${commandOf(config)}`,
      commands,
      publicUrl: config?.mode === 'http' ? publicUrl : null,
      workplaceUrl,
    })
    return [{ name: 'manifest.json', content: `${JSON.stringify(made, null, 2)}\n` }]
  },
}
export default slack
