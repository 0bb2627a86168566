import { createHash } from 'node:crypto'
import type { PictureBlock } from '../../reply/reply.ts'
import type { DrawTimeline } from '../types.ts'

/** Pictures of pages that were made lately, by their address. */
export interface ShownPictures {
  /** The address of a picture on this server; null when nobody can draw. Nothing is drawn before the browser asks for it. */
  address(picture: PictureBlock): string | null
  /** The PNG of such an address; null when it is unknown or cannot be drawn. */
  png(name: string): Promise<Uint8Array | null>
}

/** Pages hold at most some dozens; each is a few kilobytes before it is drawn. */
const remembered = 300

/**
 * The address is a digest of what is drawn, so that a browser may keep a picture for good and nobody can have others drawn than
 * those of our own pages.
 */
export function shownPictures(draw: DrawTimeline | undefined): ShownPictures {
  const shown = new Map<string, PictureBlock>()
  return {
    address(picture) {
      if (!draw) return null
      const name = createHash('sha256').update(JSON.stringify(picture.timeline)).digest('base64url')
      // Deleting first moves it to the end: the one that was asked for least lately goes.
      shown.delete(name)
      shown.set(name, picture)
      for (const oldest of shown.keys()) {
        if (shown.size <= remembered) break
        shown.delete(oldest)
      }
      return `/bild/${name}.png`
    },
    async png(name) {
      const picture = shown.get(name)
      return (picture && (await draw?.(picture.timeline, picture.alt)))?.png ?? null
    },
  }
}
