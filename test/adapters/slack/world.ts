import type { Answer, ChatCore, RunningPlatform } from '../../../src/adapters/chatTypes.ts'
import { startSlack } from '../../../src/adapters/slack/startSlack.ts'
import type { DrawTimeline } from '../../../src/adapters/types.ts'
import { openLog } from '../../../src/log.ts'
import type { Incoming, Said } from '../../../src/reply/incoming.ts'
import type { Reply } from '../../../src/reply/reply.ts'
import { eventually, type SlackPeer, startSlackPeer } from '../../peers/slack.ts'

export const statusReply: Reply = {
  summary: 'Region 1: Elmshorn, Pinneberg, Barmstedt',
  blocks: [
    { kind: 'heading', text: 'Region 1: Elmshorn, Pinneberg, Barmstedt' },
    { kind: 'actions', actions: [{ label: 'Offene Anfragen', command: 'vorgang liste ort:Elmshorn' }] },
  ],
  audience: 'everyone',
}

export interface SlackWorld {
  peer: SlackPeer
  slack: RunningPlatform
  /** All that reached `answer`, in order. */
  heard: Incoming[]
  /** All that `hear` kept, in order. */
  overheard: Said[]
  /** What the adapter remembers over restarts. */
  memory: Map<string, unknown>
  /** All that was logged, as JSON lines. */
  logged: string[]
  stop(): Promise<void>
}

/** Slack's stand-in with a channel C0PROJEKT and a direct conversation D0COORD, and our adapter connected to it. */
export async function slackWorld(
  options: {
    mode?: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string }
    answer?: Answer
    command?: string
    peer?: SlackPeer
    drawTimeline?: DrawTimeline
    core?: Partial<ChatCore>
    channels?: string[]
    memory?: Map<string, unknown>
    /** Milliseconds between two posts in a channel. */
    gap?: number
    /** Milliseconds after which a connection without a sign of life is dropped. */
    silence?: number
  } = {},
): Promise<SlackWorld> {
  const peer = options.peer ?? (await startSlackPeer())
  peer.addChannel('C0PROJEKT')
  peer.addChannel('D0COORD', 'im')
  const heard: Incoming[] = []
  const overheard: Said[] = []
  const memory = options.memory ?? new Map<string, unknown>()
  const logged: string[] = []
  const slack = await startSlack({
    mode: options.mode ?? { kind: 'socket', appToken: 'xapp-test' },
    botToken: 'xoxb-test',
    command: options.command ?? '/kla',
    emoji: 'ticket',
    core: {
      ...coreOf({ heard, overheard, memory, answer: options.answer ?? (async () => statusReply) }),
      ...options.core,
    },
    channels: options.channels ?? [],
    gap: options.gap ?? 0,
    log: openLog({ level: 'trace', plain: false, destination: { write: line => void logged.push(line) } }),
    apiUrl: peer.apiUrl,
    ...(options.drawTimeline ? { drawTimeline: options.drawTimeline } : {}),
    connectionTimes: { hello: 500, silence: options.silence ?? 20_000, pause: 30, longestPause: 200 },
    catchUpTimes: { every: 60_000, pause: 20, longestPause: 200 },
  })
  return {
    peer,
    slack,
    heard,
    overheard,
    memory,
    logged,
    async stop() {
      await slack.stop()
      await peer.stop()
    },
  }
}

const names: Record<string, string> = { U0COORD: 'Koordination Jugendamt', U0SCHUL: 'Koordination Schulamt' }

/** A core that keeps what it is told and answers the same to everything. */
export function coreOf(kept: {
  heard: Incoming[]
  overheard: Said[]
  memory: Map<string, unknown>
  answer: Answer
}): ChatCore {
  const seen = new Set<string>()
  return {
    answer(incoming) {
      kept.heard.push(incoming)
      return kept.answer(incoming)
    },
    form: async () => ({ ...statusReply, audience: 'asker' }),
    async hear(said) {
      const known = kept.overheard.some(
        each => each.channel === said.channel && each.address === said.address,
      )
      if (!known) kept.overheard.push(said)
      return null
    },
    takeIn: async () => statusReply,
    home: async () => statusReply,
    unfurl: async () => null,
    personOf: async id => ({
      id: `slack:${id}`,
      name: names[id] ?? 'Gast',
      roles: names[id] ? ['koordination_jugendamt'] : ['gast'],
    }),
    firstTime: async id => !seen.has(id) && Boolean(seen.add(id)),
    watched: [],
    level: 'metadaten',
    memory: {
      get: async <T>(key: string) => (kept.memory.get(key) as T | undefined) ?? null,
      set: async (key, value) => void kept.memory.set(key, value),
    },
  }
}

export { eventually }
