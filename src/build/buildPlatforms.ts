import { randomBytes } from 'node:crypto'
import type { Answer, ChatPlatform, PlatformModule, RunningPlatform } from '../adapters/chatTypes.ts'
import { createDrawTimeline } from '../adapters/picture/createDrawTimeline.ts'
import { CannotListen } from '../adapters/web/cannotListen.ts'
import { startWeb } from '../adapters/web/startWeb.ts'
import type { World } from '../buildWorld.ts'
import { createAnswer } from '../chat/dispatch.ts'
import { recentPosts } from '../db/posts.ts'
import type { Profile } from '../domain/programme/profile.ts'
import { isInHouse } from '../domain/ticket/visibility.ts'
import type { EnqueueJobs, PostTargets } from '../flows/needs.ts'
import { actingPerson } from '../flows/people/personOf.ts'
import { localPerson } from '../people.ts'
import { platforms } from '../platforms.ts'
import { ProblemForPeople } from '../problem.ts'
import { commands } from '../registry.ts'
import { chatCoreFor } from './buildChatCore.ts'
import { correspondenceOf, outgoingOf, postTargets } from './buildHandling.ts'
import type { TalkWays } from './buildTalk.ts'
import { calendarPlugin, calendarUrlOf } from './calendarFeed.ts'
import { platformNotes } from './platformNotes.ts'

export interface OpenPlatforms {
  platforms: ChatPlatform[]
  webUrl: string
  stop(): Promise<void>
}

/** The page is in the house: what may be seen there the rights of its reader say. */
const inTheHouse = { channels: {}, level: 'voll' } as const

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
  const answer = createAnswer(
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
      platformNotes: platformNotes(world.settings),
    },
    commands,
  )
  return async incoming => {
    if (!isInHouse(incoming.place.platform)) return answer(incoming)
    // Without a database every command says so itself.
    const person = await actingPerson(world, incoming.person).catch(() => incoming.person)
    return answer({ ...incoming, person })
  }
}

/** Starts the chat platforms of the settings; the local web page always. */
export async function openPlatforms(
  world: World,
  answer: Answer,
  ways: TalkWays,
  modules: readonly PlatformModule[] = platforms,
): Promise<OpenPlatforms> {
  const drawTimeline = createDrawTimeline(world.log)
  const opened: RunningPlatform[] = []
  for (const module of modules) {
    const config = world.settings.platforms[module.name]
    if (!config) continue
    const core = chatCoreFor(world, answer, module.name, config, ways)
    opened.push(await module.start(config, { core, log: world.log, drawTimeline }))
  }
  const stopAll = () => Promise.all(opened.map(each => each.stop()))
  const web = await startWeb({
    ...world.settings.web,
    core: chatCoreFor(world, answer, 'web', inTheHouse, ways),
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
