import { createReader } from './adapters/mime/createReader.ts'
import type { ChatPlatform, LetterSender } from './adapters/types.ts'
import { handlingNeeds, outgoingOf, postTargets, readerLimits, senderOf } from './buildHandling.ts'
import { openMailboxes } from './buildMailboxes.ts'
import { openPlatforms } from './buildPlatforms.ts'
import type { World } from './buildWorld.ts'
import { startInstance } from './db/instances.ts'
import type { Post } from './db/posts.ts'
import { handleMails } from './flows/handleMails.ts'
import { mailboxListener } from './flows/mailboxListener.ts'
import { postToChat } from './flows/postToChat.ts'
import { refreshPost } from './flows/refreshPost.ts'
import { resume } from './flows/resume.ts'
import { sendLetter } from './flows/sendLetter.ts'
import { openJobs } from './jobs/queue.ts'
import { startSchedule } from './jobs/schedule.ts'
import { startWorkers } from './jobs/workers.ts'
import { keptBytes } from './keptBytes.ts'
import { incidentNumber } from './log.ts'

export interface Running {
  /** Address of the local web page. */
  webUrl: string
  stop(): Promise<void>
}

export interface RunOptions {
  /** The way letters leave; null: none is set up. */
  sender: LetterSender | null
  /** A chat beside those of the settings, such as the terminal of the demonstration. */
  extraPlatform?: ChatPlatform
}

/**
 * Runs everything that the settings name until stopped: chat platforms, job workers, mailboxes, schedule. The order
 * matters: what a killed process left is taken up before new letters come in.
 */
export async function run(world: World, options: RunOptions): Promise<Running> {
  const { log, programme } = world
  const closing: (() => Promise<unknown>)[] = []
  /** In the opposite order of opening; one failure does not keep the rest open. */
  async function stop(): Promise<void> {
    for (const close of closing.splice(0).reverse())
      await close().catch(error => log.error({ err: error }, 'Beim Beenden'))
  }
  try {
    const instance = await startInstance(world.connection)
    closing.push(() => instance.stop())
    const reader = createReader(readerLimits, programme.profile)
    closing.push(() => reader.close())
    const chat = await openPlatforms(world)
    closing.push(() => chat.stop())
    const jobs = await openJobs(world.connection.url, error =>
      log.error({ err: error }, 'Auftragsliste gestört, wird wieder aufgenommen'),
    )
    closing.push(() => jobs.stop())
    const platforms = new Map<Post['platform'], ChatPlatform>(
      [...chat.platforms, ...(options.extraPlatform ? [options.extraPlatform] : [])].map(each => [
        each.name,
        each,
      ]),
    )
    const targets = postTargets(world, options.extraPlatform ? ['web', 'terminal'] : ['web'])
    const from = senderOf(world)
    const bytes = keptBytes()
    const handling = handlingNeeds(world, {
      enqueue: jobs.enqueue,
      read: raw => reader.read(raw),
      bytes,
      postTargets: targets,
      outgoing: options.sender ? outgoingOf(world) : null,
    })
    const outside = { db: world.db, now: world.now, enqueue: jobs.enqueue, instanceId: instance.id }
    const { sender } = options
    const sending = new Set<number>()
    const posting = new Set<number>()
    await startWorkers(
      jobs,
      {
        handleMails: ({ rawMailIds }) => handleMails(handling, rawMailIds),
        postToChat: ({ postId }) => postToChat({ ...outside, platforms, underWay: posting }, postId),
        refreshPost: ({ postId }) => refreshPost({ db: world.db, platforms }, postId),
        // Without a mail server letters wait in the list until there is one.
        sendLetter: async ({ outgoingMailId }) => {
          if (sender && from)
            await sendLetter(
              { ...outside, sender, from, postTargets: targets, underWay: sending },
              outgoingMailId,
            )
        },
      },
      (kind, jobId, error) =>
        log.error({ kind, jobId, incident: incidentNumber(), err: error }, 'Auftrag nicht gelungen'),
    )
    const left = await resume({ db: world.db, enqueue: jobs.enqueue, programmeId: programme.id })
    if (left > 0) log.info({ left }, 'Unerledigtes vom letzten Mal wird fortgesetzt')
    const schedule = startSchedule(world, jobs)
    closing.push(() => schedule.stop())
    const mailboxes = openMailboxes(world, id =>
      mailboxListener(
        {
          db: world.db,
          enqueue: jobs.enqueue,
          now: world.now,
          programmeId: programme.id,
          postTargets: targets,
          onKept: bytes.remember,
          log,
        },
        id,
      ),
    )
    closing.push(() => mailboxes.stop())
    return { webUrl: chat.webUrl, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
