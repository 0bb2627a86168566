import type { Answer } from '../../../src/adapters/chatTypes.ts'
import { type RunningSlack, startSlack } from '../../../src/adapters/slack/startSlack.ts'
import type { DrawTimeline } from '../../../src/adapters/types.ts'
import { openLog } from '../../../src/log.ts'
import type { Incoming } from '../../../src/reply/incoming.ts'
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
  slack: RunningSlack
  /** All that reached `answer`, in order. */
  heard: Incoming[]
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
  } = {},
): Promise<SlackWorld> {
  const peer = options.peer ?? (await startSlackPeer())
  peer.addChannel('C0PROJEKT')
  peer.addChannel('D0COORD', 'im')
  const heard: Incoming[] = []
  const logged: string[] = []
  const seen = new Set<string>()
  const slack = await startSlack({
    mode: options.mode ?? { kind: 'socket', appToken: 'xapp-test' },
    botToken: 'xoxb-test',
    command: options.command ?? '/kla',
    answer: async incoming => {
      heard.push(incoming)
      return options.answer ? options.answer(incoming) : statusReply
    },
    personOf: async id => ({
      id: `slack:${id}`,
      name: names[id] ?? 'Gast',
      roles: ['koordination_jugendamt'],
    }),
    firstTime: async id => !seen.has(id) && Boolean(seen.add(id)),
    log: openLog({ level: 'trace', plain: false, destination: { write: line => void logged.push(line) } }),
    apiUrl: peer.apiUrl,
    ...(options.drawTimeline ? { drawTimeline: options.drawTimeline } : {}),
    connectionTimes: { hello: 500, pause: 30, longestPause: 200 },
  })
  return {
    peer,
    slack,
    heard,
    logged,
    async stop() {
      await slack.stop()
      await peer.stop()
    },
  }
}

const names: Record<string, string> = { U0COORD: 'Koordination Jugendamt', U0SCHUL: 'Koordination Schulamt' }

export { eventually }
