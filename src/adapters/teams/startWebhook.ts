import type { Reply } from '../../reply/reply.ts'
import type { PlatformTools, PostResult, RunningPlatform } from '../chatTypes.ts'
import { keepCanary } from './canary.ts'
import { cardType } from './message.ts'
import { renderTeams } from './renderTeams.ts'
import { sentPosts } from './sentPosts.ts'
import { postWorkflow } from './workflow.ts'

/**
 * Posting only, by Workflows of Power Automate: for offices without an app of their own. There are no answers, no threads and no
 * corrections, and an accepted post may still not appear; a daily trial post lets people notice.
 */
export function startWebhook(
  webhooks: ReadonlyMap<string, string>,
  { core, log, clock = Date.now }: PlatformTools,
): RunningPlatform {
  const sent = sentPosts(core.memory)
  const send = (channel: string, reply: Reply): Promise<PostResult> => {
    const url = webhooks.get(channel)
    if (!url)
      return Promise.resolve({
        kind: 'channel-closed',
        reason: 'Für diesen Kanal steht keine Adresse in KLA_TEAMS_WEBHOOKS.',
      })
    const { card } = renderTeams(reply, { buttons: 'links' })
    return postWorkflow(url, {
      type: 'message',
      attachments: [{ contentType: cardType, contentUrl: null, content: card }],
    })
  }
  const canary = keepCanary({ channels: [...webhooks.keys()], send, core, log, clock })
  return {
    platform: {
      name: 'teams',
      async post(channel, reply, key) {
        try {
          await sent.begun(key)
        } catch {
          return { kind: 'later', retryAfterSeconds: 30, reason: 'Der Beitrag ließ sich nicht vorbereiten.' }
        }
        const result = await send(channel, reply)
        // A Workflow names no address; it is ours that tells one post from the next.
        if (result.kind === 'posted') {
          const address = `workflow:${key}`
          await sent.posted(key, address)
          return { kind: 'posted', address }
        }
        if (result.kind !== 'uncertain') await sent.notSent(key)
        return result
      },
      async update(channel, address) {
        log.warn({ channel }, 'Teams: Ein Beitrag über einen Workflow lässt sich nicht ändern')
        return { kind: 'posted', address }
      },
      async findPost(_channel, key) {
        return sent.find(key).catch(() => 'unknown' as const)
      },
    },
    check: canary.fault,
    async stop() {
      await canary.stop()
    },
  }
}
