import { channelWords } from '../build/channelWords.ts'
import type { World } from '../buildWorld.ts'
import { postsInDoubt } from '../db/channelQueue.ts'
import { channelsClosed } from '../db/closedChannels.ts'
import { failedPosts } from '../db/posts.ts'
import { platforms } from '../platforms.ts'
import { closedChannelSentence, openChannelAgain } from '../texts/closedChannel.ts'
import type { Finding } from './finding.ts'

/** Whether each chat platform can be reached and lets us in, and how much it may be shown. */
export async function platformsCheck({ settings, log }: Pick<World, 'settings' | 'log'>): Promise<Finding[]> {
  const found: Finding[] = []
  for (const module of platforms) {
    const config = settings.platforms[module.name]
    const what = module.title
    if (!config) {
      found.push({ kind: 'open', what, sentence: 'Ausgeschaltet. Alles geht auch ohne.' })
      continue
    }
    const fault = await module.check(config, log)
    const channels = Object.keys(config.channels).length
    const reach = `${channels === 1 ? 'Ein Kanal' : `${channels} Kanäle`}, Stufe ${config.level}.`
    found.push(
      fault
        ? { kind: 'bad', what, sentence: fault }
        : { kind: 'good', what, sentence: `Erreichbar, Anmeldung gelingt. ${reach}` },
    )
  }
  return found
}

/** Posts of a channel that were given up beside a few others are one line each; of more only their number is said. */
const fewPosts = 5

/** Channels that take nothing from us, and posts that did not get out otherwise. */
export async function channelsCheck(world: Pick<World, 'settings' | 'db' | 'programme'>): Promise<Finding[]> {
  const { db, programme } = world
  const [closed, failed, inDoubt] = await Promise.all([
    channelsClosed(db, programme.id),
    failedPosts(db, programme.id),
    postsInDoubt(db, programme.id),
  ])
  const here = (post: (typeof failed)[number], { platform, channel }: (typeof closed)[number]) =>
    post.platform === platform && post.channel === channel
  const gone = closed.map((each): Finding => {
    const { name, setting } = channelWords(world, each.platform, each.channel)
    const lost = failed.filter(post => here(post, each)).length
    const left = `${lost === 1 ? 'Ein Beitrag kam' : `${lost} Beiträge kamen`} dort nicht an: kla outbox.`
    return {
      kind: 'bad',
      what: 'Kanal',
      sentence: `${closedChannelSentence(name, each)} ${openChannelAgain(setting)}${lost > 0 ? ` ${left}` : ''}`,
    }
  })
  const others = failed.filter(post => !closed.some(each => here(post, each)))
  const lines = others.slice(0, fewPosts).map(
    (post): Finding => ({
      kind: 'bad',
      what: `Kanal ${post.platform}`,
      sentence: `P-${post.id}, Beitrag nicht zugestellt: ${post.lastError ?? ''} Entscheiden mit: kla outbox`,
    }),
  )
  const more = others.length - lines.length
  return [
    ...gone,
    ...lines,
    ...(inDoubt > 0
      ? [
          {
            kind: 'open' as const,
            what: 'Kanal',
            sentence: `Von ${inDoubt} ${inDoubt === 1 ? 'Beitrag' : 'Beiträgen'} ist ungewiss, ob sie ankamen; es wird weiter nachgesehen, und nichts zweimal geschickt.`,
          },
        ]
      : []),
    ...(more > 0
      ? [
          {
            kind: 'bad' as const,
            what: 'Kanal',
            sentence: `Noch ${more} Beiträge wurden nicht zugestellt. Entscheiden mit: kla outbox`,
          },
        ]
      : []),
  ]
}
