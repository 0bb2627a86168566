import { randomBytes } from 'node:crypto'
import type { Answer, ChatPlatform, RunningPlatform } from '../adapters/chatTypes.ts'
import { createDrawTimeline } from '../adapters/picture/createDrawTimeline.ts'
import { CannotListen } from '../adapters/web/cannotListen.ts'
import { startWeb } from '../adapters/web/startWeb.ts'
import type { World } from '../buildWorld.ts'
import { createAnswer } from '../chat/dispatch.ts'
import { recentPosts } from '../db/posts.ts'
import type { Profile } from '../domain/programme/profile.ts'
import type { EnqueueJobs, PostTargets } from '../flows/needs.ts'
import { localPerson } from '../people.ts'
import { platforms } from '../platforms.ts'
import { ProblemForPeople } from '../problem.ts'
import { commands } from '../registry.ts'
import { chatCoreFor } from './buildChatCore.ts'
import { correspondenceOf, outgoingOf, postTargets } from './buildHandling.ts'
import type { TalkWays } from './buildTalk.ts'
import { calendarPlugin, calendarUrlOf } from './calendarFeed.ts'

export interface OpenPlatforms {
  platforms: ChatPlatform[]
  webUrl: string
  stop(): Promise<void>
}

/** How many announcements the web page shows. */
const shownPosts = 50

/** `mailServer`: letters have a way out of this process. */
export function answerOf(
  world: World,
  enqueue: EnqueueJobs,
  mailServer: boolean,
  targets: PostTargets = postTargets(world),
): Answer {
  const { programme, templates, dates, schoolCalendar, law, db, now, log, people } = world
  const correspondence = correspondenceOf(world, mailServer)
  const calendarUrl = calendarUrlOf(world.settings)
  return createAnswer(
    {
      programme,
      templates,
      dates,
      schoolCalendar,
      law,
      db,
      now,
      log,
      people,
      enqueue,
      correspondence,
      calendarUrl,
      postTargets: targets,
      outgoing: mailServer ? outgoingOf(world) : null,
      workplaceUrl: world.settings.workplaceUrl,
    },
    commands,
  )
}

/** Starts the chat platforms of the settings; the local web page always. */
export async function openPlatforms(
  world: World,
  answer: Answer,
  ways: TalkWays,
): Promise<OpenPlatforms> {
  const drawTimeline = createDrawTimeline(world.log)
  const opened: RunningPlatform[] = []
  for (const module of platforms) {
    const config = world.settings.platforms[module.name]
    if (!config) continue
    const core = chatCoreFor(world, answer, module.name, config, ways)
    opened.push(await module.start(config, { core, log: world.log, drawTimeline }))
  }
  const stopAll = () => Promise.all(opened.map(each => each.stop()))
  const web = await startWeb({
    ...world.settings.web,
    answer,
    drawTimeline,
    person: localPerson(world.people, 'web'),
    programmeName: world.programme.profile.name,
    example: `/status region ${firstPlace(world.programme.profile)}`,
    token: randomBytes(16).toString('base64url'),
    recentPosts: () => webPosts(world),
    plugins: [calendarPlugin(world), ...opened.flatMap(({ plugin }) => (plugin ? [plugin] : []))],
    now: world.now,
  }).catch(async error => {
    // An open connection would keep a process alive that has failed.
    await stopAll()
    throw error instanceof CannotListen ? new ProblemForPeople(error.message) : error
  })
  return {
    platforms: [web.platform, ...opened.map(each => each.platform)],
    webUrl: web.url,
    async stop() {
      await web.stop()
      await stopAll()
    },
  }
}

/** Where the first thing happens, for an example that makes sense there. */
function firstPlace({ regionen, orte }: Profile): string {
  return regionen.flatMap(region => region.orte)[0] ?? orte[0]!.name // a profile has a place
}

async function webPosts(world: World) {
  const posts = await recentPosts(world.db, world.programme.id, 'web', shownPosts)
  const firstOfTicket = new Map<number, string>()
  return posts.map(post => {
    const address = post.address ?? post.key
    const root = post.ticketId === null ? undefined : firstOfTicket.get(post.ticketId)
    if (post.ticketId !== null && !root) firstOfTicket.set(post.ticketId, address)
    return {
      address,
      channel: post.channel,
      thread: root ?? null,
      reply: post.reply,
      at: post.postedAt ?? post.createdAt,
    }
  })
}
