import { platforms } from '../platforms.ts'
import type { Settings } from '../settings.ts'

/** What has to be known of typing on the platforms that are switched on. */
export function platformNotes({ platforms: configs }: Pick<Settings, 'platforms'>): string[] {
  return platforms.flatMap(({ name, typing }) => {
    const config = configs[name]
    return config && typing ? [typing(config)] : []
  })
}
