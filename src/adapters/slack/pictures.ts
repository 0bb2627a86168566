import type { webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import type { PictureBlock, Reply } from '../../reply/reply.ts'
import type { DrawTimeline } from '../types.ts'
import { slackWord } from './failure.ts'
import { type SlackMessage, slackMessage } from './message.ts'

/** Draws the pictures of a reply and lays them into Slack. */
export interface Pictures {
  /** Slack's file id of each picture; those that could not be drawn or uploaded are missing. Never rejects. */
  upload(reply: Reply): Promise<ReadonlyMap<PictureBlock, string>>
}

/**
 * A file lies there for nobody until a message shows it: without a channel the upload posts nothing, so one that a crash left
 * behind harms nobody (docs.slack.dev, "Working with files", and the image block's `slack_file`).
 */
export function slackPictures(
  client: webApi.WebClient,
  draw: DrawTimeline | undefined,
  log: Logger,
): Pictures {
  async function fileOf(block: PictureBlock): Promise<string | undefined> {
    const picture = await draw?.(block.timeline, block.alt)
    if (!picture) return undefined
    try {
      const uploaded = await client.filesUploadV2({
        file: Buffer.from(picture.png),
        filename: 'zeitplan.png',
      })
      return uploaded.files[0]?.files?.[0]?.id
    } catch (error) {
      log.warn({ word: slackWord(error) }, 'Slack: Bild nicht hochgeladen, der Text steht dafür')
      return undefined
    }
  }
  return {
    async upload(reply) {
      const files = new Map<PictureBlock, string>()
      for (const block of reply.blocks) {
        const file = block.kind === 'picture' ? await fileOf(block) : undefined
        if (block.kind === 'picture' && file) files.set(block, file)
      }
      return files
    },
  }
}

/** Slack refuses a picture that it is still looking at; most are ready within a second or two. In milliseconds. */
const pauses = [0, 1_000, 3_000]

/**
 * Sends a reply with its pictures. What Slack refuses is certainly not posted, so it is tried again, and at last with words
 * instead of pictures: `otherwise`.
 */
export async function sendWithPictures<T>(
  pictures: Pictures,
  reply: Reply,
  send: (message: SlackMessage) => Promise<T>,
  refused: (error: unknown) => boolean,
  otherwise: (message: SlackMessage) => Promise<T> = send,
): Promise<T> {
  const files = await pictures.upload(reply)
  for (const pause of files.size > 0 ? pauses : []) {
    await new Promise(resolve => setTimeout(resolve, pause))
    try {
      return await send(slackMessage(reply, files))
    } catch (error) {
      if (!refused(error)) throw error
    }
  }
  return otherwise(slackMessage(reply))
}
