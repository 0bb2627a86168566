import { existsSync, readdirSync } from 'node:fs'
import type { PlatformModule } from './adapters/chatTypes.ts'

const adapters = new URL('./adapters/', import.meta.url)

/**
 * The chat platforms of these folders: every folder in them that holds a chatPlatform.ts, by name. A further one is a further folder;
 * nothing else names it. Their libraries are loaded when they start, not here.
 */
export async function platformsIn(...folders: readonly URL[]): Promise<PlatformModule[]> {
  const files = folders
    .flatMap(folder => readdirSync(folder).map(name => new URL(`${name}/chatPlatform.ts`, folder)))
    .filter(file => existsSync(file))
  const found: PlatformModule[] = await Promise.all(
    files.map(async file => (await import(file.href)).default),
  )
  return found.toSorted((a, b) => a.name.localeCompare(b.name))
}

export const platforms: readonly PlatformModule[] = await platformsIn(adapters)

export function platformNamed(name: string): PlatformModule | null {
  return platforms.find(each => each.name === name) ?? null
}
