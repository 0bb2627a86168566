import type { World } from '../buildWorld.ts'
import { platformNamed } from '../platforms.ts'
import { prefixOf } from '../settings/platforms.ts'

/** How operators call a channel, and the setting that names it: "Slack-Kanal „schulen“ (C012AB3CD)", "KLA_SLACK_CHANNELS". */
export function channelWords(
  { settings }: Pick<World, 'settings'>,
  platform: string,
  channel: string,
): { name: string; setting: string } {
  const channels = Object.entries(settings.platforms[platform]?.channels ?? {})
  const names = channels.filter(([, id]) => id === channel).map(([name]) => `„${name}“`)
  const title = platformNamed(platform)?.title ?? platform
  return {
    name: names.length > 0 ? `${title}-Kanal ${names.join(', ')} (${channel})` : `${title}-Kanal ${channel}`,
    setting: `${prefixOf({ name: platform })}CHANNELS`,
  }
}
