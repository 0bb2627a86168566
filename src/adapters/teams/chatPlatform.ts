import type { PlatformConfig, PlatformModule } from '../chatTypes.ts'
import { teamsFaults } from './faults.ts'
import { webhooksIn } from './webhooks.ts'

/** Microsoft's own addresses; others are for tests and for clouds of other countries. */
const login = 'https://login.microsoftonline.com'
const metadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration'

const accountOf = ({ values }: PlatformConfig) => ({
  appId: values.APP_ID ?? '',
  secret: values.APP_SECRET ?? '',
  tenantId: values.TENANT_ID ?? '',
  loginUrl: values.LOGIN_URL ?? login,
  metadataUrl: values.METADATA_URL ?? metadata,
})

const teams: PlatformModule = {
  name: 'teams',
  title: 'Microsoft Teams',
  /** bot: an app of the organisation's own, speaks and listens. webhook: posts only, by Workflows of Power Automate. */
  modes: ['bot', 'webhook'],
  fields: {
    APP_ID: { kind: 'words' },
    APP_SECRET: { kind: 'secret', least: 16 },
    TENANT_ID: { kind: 'words' },
    SERVICE_URL: { kind: 'url' },
    WEBHOOKS: { kind: 'words', secret: true },
    LOGIN_URL: { kind: 'url' },
    METADATA_URL: { kind: 'url' },
  },
  typing: config =>
    config?.mode === 'webhook'
      ? 'In Teams wird nur gemeldet; Fragen beantwortet das Programm dort nicht.'
      : 'In Teams wird die App in Kanälen und Gruppen mit @ angesprochen, im persönlichen Chat genügt der Befehl; ein Schrägstrich davor schadet nicht.',
  needed: mode => (mode === 'webhook' ? ['WEBHOOKS'] : ['APP_ID', 'APP_SECRET', 'TENANT_ID']),
  faults: config => teamsFaults(config, process.env),
  async start(config, tools) {
    if (config.mode === 'webhook') {
      const { startWebhook } = await import('./startWebhook.ts')
      return startWebhook(webhooksIn(config.values.WEBHOOKS ?? '') ?? new Map(), tools)
    }
    const { startTeams } = await import('./startTeams.ts')
    return startTeams({ ...accountOf(config), serviceUrl: config.values.SERVICE_URL ?? null, ...tools })
  },
  async check(config) {
    // Whether a Workflow still runs only a post could tell, and a check must not post.
    if (config.mode === 'webhook') return null
    const [{ reachable }, { botTokens }] = await Promise.all([import('./check.ts'), import('./tokens.ts')])
    const account = accountOf(config)
    return reachable(botTokens(account), account.metadataUrl)
  },
  async appFiles(config, app) {
    const { appPackage } = await import('./appPackage.ts')
    return appPackage(config?.values.APP_ID ?? null, app)
  },
}
export default teams
