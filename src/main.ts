import type { Answer, ChatPlatform } from './adapters/chatTypes.ts'
import { createScanner } from './adapters/clamd/createScanner.ts'
import { createReader } from './adapters/mime/createReader.ts'
import type { LetterSender } from './adapters/types.ts'
import { foldersOnServer } from './build/buildFolders.ts'
import { handlingNeeds, outgoingOf, postTargets, readerLimits, senderOf } from './build/buildHandling.ts'
import { openMailboxes, sources } from './build/buildMailboxes.ts'
import { answerOf, openPlatforms } from './build/buildPlatforms.ts'
import { proofNeeds } from './build/buildProof.ts'
import { openSentCopies } from './build/buildSentCopies.ts'
import { signInParts } from './build/buildSignIn.ts'
import { channelWords } from './build/channelWords.ts'
import { keptBytes } from './build/keptBytes.ts'
import type { World } from './buildWorld.ts'
import { startInstance } from './db/instances.ts'
import { mailboxState } from './db/mailboxes.ts'
import type { Post } from './db/posts.ts'
import { handleMails } from './flows/intake/handleMails.ts'
import { mailboxListener } from './flows/intake/mailboxListener.ts'
import { sendLetter } from './flows/letters/sendLetter.ts'
import { storeSentCopy } from './flows/letters/storeSentCopy.ts'
import { postToChat } from './flows/posts/postToChat.ts'
import { refreshPost } from './flows/posts/refreshPost.ts'
import { scanMail } from './flows/tickets/scanMail.ts'
import { resume } from './flows/upkeep/resume.ts'
import { openJobs } from './jobs/queue.ts'
import { startSchedule } from './jobs/schedule.ts'
import { startWorkers } from './jobs/workers.ts'
import { incidentNumber } from './log.ts'

export interface Running {
  /** Address of the local web page. */
  webUrl: string
  /** Answers what a person says, as every platform does. */
  answer: Answer
  stop(): Promise<void>
}

export interface RunOptions {
  /** The way letters leave; null: none is set up. */
  sender: LetterSender | null
  /** Another way for what operators must hear, which may be that the first one failed; absent: there is none. */
  operatorSender?: LetterSender | null
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
    const jobs = await openJobs(world.connection.url, error =>
      log.error({ err: error }, 'Auftragsliste gestört, wird wieder aufgenommen'),
    )
    closing.push(() => jobs.stop())
    const targets = postTargets(world, options.extraPlatform ? ['web', 'terminal'] : ['web'])
    const answer = answerOf(world, jobs.enqueue, options.sender !== null, targets)
    const outgoing = options.sender ? outgoingOf(world) : null
    const chat = await openPlatforms(world, answer, {
      enqueue: jobs.enqueue,
      postTargets: targets,
      outgoing,
    })
    // Jobs under way may still post: they end before the chat does.
    closing.splice(-1, 0, () => chat.stop())
    const platforms = new Map<Post['platform'], ChatPlatform>(
      [...chat.platforms, ...(options.extraPlatform ? [options.extraPlatform] : [])].map(each => [
        each.name,
        each,
      ]),
    )
    const from = senderOf(world)
    const bytes = keptBytes()
    const handling = handlingNeeds(world, {
      enqueue: jobs.enqueue,
      read: (raw, phase) => reader.read(raw, phase),
      bytes,
      postTargets: targets,
      outgoing,
    })
    const outside = { db: world.db, now: world.now, enqueue: jobs.enqueue, instanceId: instance.id }
    const { sender } = options
    const scanner = world.settings.clamd && createScanner(world.settings.clamd)
    const sentCopies = options.sender ? openSentCopies(world) : null
    if (sentCopies) closing.splice(-2, 0, () => sentCopies.stop())
    const sending = new Set<number>()
    const copying = new Set<number>()
    const posting = new Set<number>()
    const refreshing = new Set<number>()
    const proof = proofNeeds(world, {
      enqueue: jobs.enqueue,
      postTargets: targets,
      onKept: bytes.remember,
    })
    const operators = {
      ...proof,
      channelWords: (platform: string, channel: string) => channelWords(world, platform, channel),
    }
    await startWorkers(
      jobs,
      {
        handleMails: ({ rawMailIds }) => handleMails(handling, rawMailIds),
        postToChat: ({ postId }) =>
          postToChat({ ...outside, platforms, underWay: posting, operators }, postId),
        refreshPost: ({ postId }) =>
          refreshPost(
            {
              ...outside,
              platforms,
              programme: world.programme,
              levelOf: name => world.settings.platforms[name]?.level ?? 'metadaten',
              underWay: refreshing,
              operators,
              workplaceUrl: world.settings.workplaceUrl,
            },
            postId,
          ),
        storeSentCopy: async ({ outgoingMailId }) => {
          if (sentCopies && from)
            await storeSentCopy({ ...outside, ...sentCopies, from, underWay: copying }, outgoingMailId)
        },
        scanMail: async ({ rawMailId }) => {
          if (scanner) await scanMail({ ...outside, scanner, postTargets: targets }, rawMailId)
        },
        // Without a mail server letters wait in the list until there is one.
        sendLetter: async ({ outgoingMailId }) => {
          if (from && (sender || options.operatorSender))
            await sendLetter(
              {
                ...outside,
                senderFor: kind => (kind === 'notice' && options.operatorSender) || sender,
                from,
                postTargets: targets,
                caps: world.settings.mailCaps,
                secret: world.secret,
                copies: sentCopies !== null,
                underWay: sending,
              },
              outgoingMailId,
            )
        },
      },
      (kind, jobId, error) =>
        log.error({ kind, jobId, incident: incidentNumber(), err: error }, 'Auftrag nicht gelungen'),
    )
    const left = await resume({
      db: world.db,
      enqueue: jobs.enqueue,
      programmeId: programme.id,
      scanning: scanner !== null,
    })
    if (left > 0) log.info({ left }, 'Unerledigtes vom letzten Mal wird fortgesetzt')
    const schedule = startSchedule(
      world,
      jobs,
      { ...proof, folders: foldersOnServer(world), log },
      { ...proof, ...signInParts(world) },
      { ...proof, sources: sources(world), minutes: world.settings.mailboxAlarmMinutes },
      { ...world, enqueue: jobs.enqueue, postTargets: targets },
    )
    closing.push(() => schedule.stop())
    // Committed before anybody hears that we run: every letter from now on is ours.
    for (const { mailboxId } of sources(world))
      await mailboxState(world.db, programme.id, mailboxId, world.now().toString())
    const mailboxes = openMailboxes(world, (source, fence) =>
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
        source,
        fence,
      ),
    )
    closing.push(() => mailboxes.stop())
    return { webUrl: chat.webUrl, answer, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
