import type { PictureBlock, Reply } from '../../reply/reply.ts'
import type { DrawTimeline } from '../types.ts'
import { teamsLimits } from './teamsLimits.ts'

/**
 * The pictures of a reply as data URI, as many as fit; Teams fetches pictures by address only from servers that everybody can
 * reach, and ours are for the channel alone. Never rejects.
 */
export async function teamsPictures(
  draw: DrawTimeline | undefined,
  reply: Reply,
): Promise<ReadonlyMap<PictureBlock, string>> {
  const uris = new Map<PictureBlock, string>()
  let room: number = teamsLimits.pictureCharacters
  for (const block of reply.blocks) {
    const picture = block.kind === 'picture' ? await draw?.(block.timeline, block.alt) : null
    if (block.kind !== 'picture' || !picture) continue
    const uri = `data:image/png;base64,${Buffer.from(picture.png).toString('base64')}`
    if (uri.length > room) continue
    room -= uri.length
    uris.set(block, uri)
  }
  return uris
}
