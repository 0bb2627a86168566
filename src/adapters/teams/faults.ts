import type { PlatformConfig } from '../chatTypes.ts'
import { webhooksIn } from './webhooks.ts'

/** As Entra ID writes ids of apps and directories. */
const guid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

/** A channel ("@thread.tacv2", older ones "@thread.skype") or a group chat ("@thread.v2"). */
const channelId = /^19:[\w.-]+@thread\.(?:tacv2|skype|v2)$/

/** A variable of the SDK that would let everybody in; ours has no such setting. */
const openDoor = 'DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS'

/** What is wrong with the settings of Teams, in German sentences. */
export function teamsFaults(
  { mode, values, channels, level }: PlatformConfig,
  env: Readonly<Record<string, string | undefined>>,
): string[] {
  return mode === 'webhook' ? webhookFaults(values, channels, level) : botFaults(values, channels, env)
}

function botFaults(
  values: PlatformConfig['values'],
  channels: PlatformConfig['channels'],
  env: Readonly<Record<string, string | undefined>>,
): string[] {
  const strange = Object.entries(channels).filter(([, id]) => !channelId.test(id))
  return [
    ...['APP_ID', 'TENANT_ID']
      .filter(end => values[end] && !guid.test(values[end]))
      .map(
        end =>
          `KLA_TEAMS_${end} ist keine Kennung von Entra ID. Sie sieht so aus: 01234567-89ab-cdef-0123-456789abcdef.`,
      ),
    ...strange.map(
      ([name, id]) =>
        `KLA_TEAMS_CHANNELS nennt für „${name}“ keine Kanal-ID von Teams („${id.slice(0, 100)}“). Sie steht im Link zum Kanal und sieht ohne %-Zeichen so aus: 19:0123abcd@thread.tacv2.`,
    ),
    ...(values.METADATA_URL && !values.METADATA_URL.endsWith('/openidconfiguration')
      ? ['KLA_TEAMS_METADATA_URL muss auf /openidconfiguration enden.']
      : []),
    ...(!['', '0', 'false', undefined].includes(env[openDoor]?.trim().toLowerCase())
      ? [
          `${openDoor} ist gesetzt. Damit nähme Teams' Bibliothek Aufrufe von jedem an; bitte die Variable entfernen.`,
        ]
      : []),
  ]
}

function webhookFaults(
  values: PlatformConfig['values'],
  channels: PlatformConfig['channels'],
  level: PlatformConfig['level'],
): string[] {
  const known = values.WEBHOOKS ? webhooksIn(values.WEBHOOKS) : new Map<string, string>()
  const lost = known === null ? [] : Object.entries(channels).filter(([, hook]) => !known.has(hook))
  return [
    ...(known === null
      ? [
          'KLA_TEAMS_WEBHOOKS ist ungültig: erwartet wird name=Adresse, mit Leerzeichen getrennt und jeder Name nur einmal; die Adressen beginnen mit https://.',
        ]
      : []),
    ...lost.map(
      ([name, hook]) =>
        `KLA_TEAMS_CHANNELS nennt für „${name}“ den Namen „${hook.slice(0, 100)}“, der in KLA_TEAMS_WEBHOOKS nicht vorkommt.`,
    ),
    ...(level === 'metadaten'
      ? []
      : [
          'KLA_TEAMS_MODE=webhook ist nur mit KLA_TEAMS_LEVEL=metadaten erlaubt: Wer die Adresse kennt, kann mitschreiben, und zurücknehmen lässt sich nichts.',
        ]),
  ]
}
