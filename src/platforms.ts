import { existsSync, readdirSync } from 'node:fs'
import type { PlatformModule } from './adapters/chatTypes.ts'

const adapters = new URL('./adapters/', import.meta.url)

/**
 * The chat platforms there are: every folder of adapters/ that holds a chatPlatform.ts, by name. A further one is a further folder;
 * nothing else names it. Their libraries are loaded when they start, not here.
 */
export const platforms: readonly PlatformModule[] = await Promise.all(
  readdirSync(adapters)
    .sort()
    .map(folder => new URL(`${folder}/chatPlatform.ts`, adapters))
    .filter(file => existsSync(file))
    .map(async file => (await import(file.href)).default),
)

export function platformNamed(name: string): PlatformModule | null {
  return platforms.find(each => each.name === name) ?? null
}
