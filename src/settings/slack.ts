import { commandName, commandNameFault } from '../adapters/slack/commandName.ts'
import type { SettingName, Values } from './fields.ts'

/** What a chat of a cloud service is shown of a letter. */
export type DisclosureLevel = 'metadaten' | 'auszug' | 'voll'

export interface SlackSettings {
  /** socket: Socket Mode, no reachable address needed. http: Slack calls us, requests are signed. */
  connection: { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string }
  botToken: string
  /** Slash command without the slash. */
  command: string
  /** The profile's name of a channel → Slack's channel id. */
  channels: Record<string, string>
  level: DisclosureLevel
  /** Another address of Slack's interface; only tests need it. */
  apiUrl: string | null
}

const neededFor: Record<'socket' | 'http', SettingName[]> = {
  socket: ['KLA_SLACK_BOT_TOKEN', 'KLA_SLACK_APP_TOKEN'],
  http: ['KLA_SLACK_BOT_TOKEN', 'KLA_SLACK_SIGNING_SECRET'],
}

/** § 80 SGB X and Art. 28, 44 DSGVO: what has to be settled before a processor gets social data. */
const privacyGate = {
  KLA_SLACK_AVV: 'Vertrag zur Auftragsverarbeitung',
  KLA_SLACK_ANZEIGE_80: 'Anzeige bei der Aufsichtsbehörde nach § 80 SGB X',
  KLA_SLACK_REGION: 'Ort der Verarbeitung',
} satisfies Partial<Record<SettingName, string>>

/** null when Slack is off. `aus` switches it off whatever else is set, so that one line is the emergency stop. */
export function readSlack(
  values: Values,
  given: Set<string>,
  faults: string[],
  warnings: string[],
): SlackSettings | null {
  const mode = values.KLA_SLACK_MODE
  if (mode === 'aus') return null
  const there = [...given].filter(name => name.startsWith('KLA_SLACK_'))
  if (mode === null) {
    if (there[0] && !given.has('KLA_SLACK_MODE'))
      faults.push(
        `${there[0]} ist gesetzt, aber KLA_SLACK_MODE fehlt. Bitte KLA_SLACK_MODE=socket (oder http) setzen, oder KLA_SLACK_MODE=aus, wenn Slack nicht benutzt werden soll.`,
      )
    return null
  }
  const absent = neededFor[mode].filter(name => !given.has(name))
  if (absent.length > 0)
    faults.push(
      `KLA_SLACK_MODE=${mode} ist gesetzt, aber ${absent.join(' und ')} ${absent.length === 1 ? 'fehlt' : 'fehlen'}. Bitte ergänzen oder KLA_SLACK_MODE=aus setzen.`,
    )
  const command = values.KLA_SLACK_COMMAND ?? 'kla'
  const commandFault = commandNameFault(command)
  if (commandFault) faults.push(`KLA_SLACK_COMMAND: ${commandFault}`)
  const level = values.KLA_SLACK_LEVEL ?? 'metadaten'
  checkPrivacy(level, given, faults, warnings)
  if (Object.keys(values.KLA_SLACK_CHANNELS ?? {}).length === 0 && !given.has('KLA_SLACK_CHANNELS'))
    warnings.push(
      'KLA_SLACK_CHANNELS fehlt: In Slack werden Fragen beantwortet, aber neue Vorgänge in keinem Kanal gemeldet.',
    )
  return {
    connection:
      mode === 'socket'
        ? { mode, appToken: values.KLA_SLACK_APP_TOKEN ?? '' }
        : { mode, signingSecret: values.KLA_SLACK_SIGNING_SECRET ?? '' },
    botToken: values.KLA_SLACK_BOT_TOKEN ?? '',
    // A slash in front, as it is typed in Slack, is forgiven.
    command: commandName(command).slice(1),
    channels: values.KLA_SLACK_CHANNELS ?? {},
    level,
    apiUrl: values.KLA_SLACK_API_URL,
  }
}

/** Above `metadaten` social data would reach the cloud: refused until all three are answered. */
function checkPrivacy(
  level: DisclosureLevel,
  given: Set<string>,
  faults: string[],
  warnings: string[],
): void {
  const open = Object.entries(privacyGate).filter(([name]) => !given.has(name))
  const list = open.map(([name, what]) => `${name} (${what})`).join(', ')
  if (level === 'metadaten') {
    if (open.length > 0)
      warnings.push(
        `Für Slack ist noch nicht angegeben: ${list}. Bei KLA_SLACK_LEVEL=metadaten verlässt kein Name und kein Brieftext das Haus; bitte trotzdem vor dem Echtbetrieb klären.`,
      )
  } else if (open.length > 0)
    faults.push(
      `KLA_SLACK_LEVEL=${level} gäbe Inhalte von Briefen an einen Cloud-Dienst. Dafür fehlt: ${list}. Bitte ausfüllen oder KLA_SLACK_LEVEL=metadaten setzen (§ 80 SGB X).`,
    )
  // The announcements do not know the level yet; a setting that does nothing would be taken for one that does.
  else
    faults.push(
      `KLA_SLACK_LEVEL=${level} ist in dieser Fassung noch nicht eingebaut. Bitte KLA_SLACK_LEVEL=metadaten setzen oder die Zeile entfernen.`,
    )
}
