import type { AppDescription } from '../chatTypes.ts'
import { takeInCommand } from './chosenMessage.ts'

/** Old enough for every tenant, new enough for all that we use. */
const manifestVersion = '1.19'

/** Most commands that Teams shows, and the lengths that the schema allows. */
const most = { commands: 10, commandTitle: 32, commandDescription: 128, shortName: 30, fullName: 100 }

/** What is asked most stands first; the list in Teams only suggests, every command works. */
const first = ['status region', 'status', 'vorgang liste', 'fristen', 'zeitplan', 'vorgang zeige', 'hilfe']

/**
 * The app manifest (github.com/OfficeDev/microsoft-teams-app-schema). ChannelMessage.Read.Group lets the bot hear what is not addressed to it in
 * the teams whose owner agrees; without it everything works by mention.
 */
export function teamsManifest(
  appId: string,
  { appName, commands, publicUrl, workplaceUrl }: AppDescription,
): object {
  const scopes = ['personal', 'team', 'groupChat']
  const site = workplaceUrl ?? publicUrl
  const home = site ? new URL(site).origin : 'https://klassenassistenz.example'
  // Previews of links to the workplace; Teams knows names of servers only, and no bare machine such as "localhost".
  const domains = [workplaceUrl, publicUrl]
    .filter(url => url !== null)
    .map(url => new URL(url).hostname)
    .filter(name => name.includes('.') && !/^[\d.]+$/.test(name))
  const linked = workplaceUrl ? domains.slice(0, 1) : []
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`,
    manifestVersion,
    version: '1.0.0',
    id: appId,
    developer: { name: cut(appName, 32), websiteUrl: home, privacyUrl: home, termsOfUseUrl: home },
    name: { short: cut(appName, most.shortName), full: cut(appName, most.fullName) },
    description: {
      short: 'Vorgänge, Fristen und Stand des Programms',
      full: 'Fragt den Stand des Programms, Vorgänge und Fristen ab, meldet neue Anfragen im Kanal und macht aus Nachrichten Vorgänge. Ohne die vereinbarte Freigabe verlassen weder Namen noch Brieftexte das Haus.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#17324D',
    bots: [
      {
        botId: appId,
        scopes,
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [{ scopes, commands: suggested(commands) }],
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        ...(linked.length > 0
          ? {
              messageHandlers: [
                { type: 'link', value: { domains: linked, supportsAnonymizedPayloads: false } },
              ],
            }
          : {}),
        commands: [
          {
            id: takeInCommand,
            type: 'action',
            context: ['message'],
            title: 'Vorgang daraus machen',
            description: 'Aus dieser Nachricht wird ein Vorgang',
            fetchTask: true,
          },
        ],
      },
    ],
    validDomains: [...new Set(domains)],
    authorization: {
      permissions: { resourceSpecific: [{ name: 'ChannelMessage.Read.Group', type: 'Application' }] },
    },
    // Teams grants permissions of a team only to an app that names itself; the resource is never called.
    webApplicationInfo: { id: appId, resource: `api://${appId}` },
  }
}

function suggested(commands: AppDescription['commands']): { title: string; description: string }[] {
  const fitting = commands.filter(({ name }) => name.length <= most.commandTitle)
  const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length)
  return fitting
    .toSorted((a, b) => rank(a.name) - rank(b.name))
    .slice(0, most.commands)
    .map(({ name, summary }) => ({ title: name, description: cut(summary, most.commandDescription) }))
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`
}
