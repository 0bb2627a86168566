import { readSettings, type Settings } from '../../src/settings.ts'

/** The least that a mailbox needs. */
export const mailbox = {
  KLA_IMAP_HOST: 'imap.kreis.example',
  KLA_IMAP_USER: 'klassenassistenz',
  KLA_IMAP_PASSWORD: 'sehr geheim',
}

/** The least that Slack needs. */
export const slack = {
  KLA_SLACK_MODE: 'socket',
  KLA_SLACK_BOT_TOKEN: 'xoxb-1-beispiel',
  KLA_SLACK_APP_TOKEN: 'xapp-1-beispiel',
  KLA_SLACK_CHANNELS: 'koordination=C012AB',
}

/** The settings with their warnings; throws when there are faults. */
export function read(env: Record<string, string>): Settings & { warnings: string[] } {
  const result = readSettings(env)
  if ('faults' in result) throw new Error(result.faults.join('\n'))
  return { ...result.settings, warnings: result.warnings }
}

export function faults(env: Record<string, string>): string[] {
  const result = readSettings(env)
  return 'faults' in result ? result.faults : []
}
