import type { PlatformConfig, PlatformModule } from '../chatTypes.ts'
import { commandName, commandNameFault } from './commandName.ts'

/** The umbrella command without slash; a slash in front, as it is typed in Slack, is forgiven. */
const commandOf = (config: PlatformConfig | null) => commandName(config?.values.COMMAND ?? 'kla').slice(1)

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
    API_URL: { kind: 'url' },
  },
  needed: mode => ['BOT_TOKEN', mode === 'socket' ? 'APP_TOKEN' : 'SIGNING_SECRET'],
  faults({ values, channels }) {
    const command = commandNameFault(values.COMMAND ?? 'kla')
    const strange = Object.entries(channels).filter(([, id]) => !/^[CGD][A-Z0-9]{2,}$/.test(id))
    return [
      ...(command ? [`KLA_SLACK_COMMAND: ${command}`] : []),
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
      answer: core.answer,
      personOf: core.personOf,
      firstTime: core.firstTime,
      log,
      ...(drawTimeline ? { drawTimeline } : {}),
      ...(values.API_URL ? { apiUrl: values.API_URL } : {}),
    })
  },
  async check({ values }, log) {
    const { startSlack } = await import('./startSlack.ts')
    // HTTP mode is enough to ask whether the token is good, and takes no events away from a running process.
    const asked = await startSlack({
      mode: { kind: 'http', signingSecret: values.SIGNING_SECRET ?? 'nur-zur-Pruefung' },
      botToken: values.BOT_TOKEN ?? '',
      command: 'kla',
      answer: async () => ({ summary: '', blocks: [], audience: 'asker' }),
      personOf: async id => ({ id, name: '', roles: [] }),
      firstTime: async () => false,
      log,
      ...(values.API_URL ? { apiUrl: values.API_URL } : {}),
    })
    return asked.check().finally(() => asked.stop())
  },
  async appFiles(config, { appName, commands, publicUrl }) {
    const { slackManifest } = await import('./manifest.ts')
    const made = slackManifest({
      appName,
      command: `/${commandOf(config)}`,
      commands,
      publicUrl: config?.mode === 'http' ? publicUrl : null,
    })
    return [{ name: 'manifest.json', content: `${JSON.stringify(made, null, 2)}\n` }]
  },
}
export default slack
