import Fastify from 'fastify'
import { vi } from 'vitest'
import type { ChatCore, RunningPlatform } from '../../../src/adapters/chatTypes.ts'
import { startTeams } from '../../../src/adapters/teams/startTeams.ts'
import type { DrawTimeline } from '../../../src/adapters/types.ts'
import { openLog } from '../../../src/log.ts'
import type { Incoming, Person, Said } from '../../../src/reply/incoming.ts'
import type { Reply } from '../../../src/reply/reply.ts'
import { appId, appSecret, startTeamsPeer, type TeamsPeer, tenantId } from '../../peers/teams.ts'
import { channel } from '../../peers/teamsActivities.ts'

export const statusReply: Reply = {
  summary: 'Region 1: Elmshorn, Pinneberg, Barmstedt',
  blocks: [
    { kind: 'heading', text: 'Region 1: Elmshorn, Pinneberg, Barmstedt' },
    { kind: 'actions', actions: [{ label: 'Offene Anfragen', command: 'vorgang liste ort:Elmshorn' }] },
  ],
  audience: 'everyone',
}

export const silence: Reply = { summary: '', blocks: [], audience: 'everyone' }

export const only = (reply: Reply): Reply => ({ ...reply, audience: 'asker' })

export interface TeamsWorld {
  peer: TeamsPeer
  teams: RunningPlatform
  url: string
  /** All that reached the core, in order. */
  answered: Incoming[]
  forms: Incoming[]
  heard: Said[]
  takenIn: { said: Said; by: Person }[]
  logged: string[]
  memory: Map<string, unknown>
  /** Sends an activity as Teams does and gives its answer. */
  tell(activity: object, token?: string): Promise<Response>
  /** A token that fits, unless said otherwise. */
  token(of?: Partial<Parameters<TeamsPeer['issuer']['token']>[0]>): string
  stop(): Promise<void>
}

export interface WorldOptions {
  core?: Partial<ChatCore>
  serviceUrl?: string
  drawTimeline?: DrawTimeline
  clock?(): number
  memory?: Map<string, unknown>
}

/** Teams' stand-in and our adapter behind a real server, with a core that remembers what it was asked. */
export async function teamsWorld(options: WorldOptions = {}): Promise<TeamsWorld> {
  const peer = await startTeamsPeer()
  const memory = options.memory ?? new Map<string, unknown>()
  const seen = new Set<string>()
  const logged: string[] = []
  const [answered, forms, heard]: [Incoming[], Incoming[], Said[]] = [[], [], []]
  const takenIn: TeamsWorld['takenIn'] = []
  const given = options.core ?? {}
  const core: ChatCore = {
    watched: [],
    level: 'metadaten',
    home: async () => ({ ...statusReply, summary: 'Meine Vorgänge' }),
    unfurl: async () => null,
    personOf: async id => ({ id: `teams:${id}`, name: 'Gast', roles: ['gast'] }),
    firstTime: async id => !seen.has(id) && Boolean(seen.add(id)),
    ...given,
    answer: async incoming => {
      answered.push(incoming)
      return given.answer ? given.answer(incoming) : statusReply
    },
    form: async incoming => {
      forms.push(incoming)
      return given.form ? given.form(incoming) : statusReply
    },
    hear: async said => {
      heard.push(said)
      return given.hear ? given.hear(said) : null
    },
    takeIn: async (said, by) => {
      takenIn.push({ said, by })
      return given.takeIn ? given.takeIn(said, by) : statusReply
    },
    memory: {
      get: async <T>(key: string) => (memory.get(key) ?? null) as T | null,
      set: async (key, value) => void memory.set(key, structuredClone(value)),
      ...given.memory,
    },
  }
  const teams = await startTeams({
    appId,
    secret: appSecret,
    tenantId,
    serviceUrl: options.serviceUrl ?? null,
    loginUrl: peer.loginUrl,
    metadataUrl: peer.metadataUrl,
    core,
    log: openLog({ level: 'trace', plain: false, destination: { write: line => void logged.push(line) } }),
    ...(options.drawTimeline ? { drawTimeline: options.drawTimeline } : {}),
    ...(options.clock ? { clock: options.clock } : {}),
  })
  const server = Fastify()
  await server.register(teams.plugin!) // A bot always brings its route.
  const url = `${await server.listen({ host: '127.0.0.1', port: 0 })}/api/messages`
  const token: TeamsWorld['token'] = of =>
    peer.issuer.token({ audience: appId, serviceUrl: peer.serviceUrl, ...of })
  return {
    peer,
    teams,
    url,
    answered,
    forms,
    heard,
    takenIn,
    logged,
    memory,
    token,
    tell: (activity, as = token()) =>
      fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...(as === '' ? {} : { authorization: `Bearer ${as}` }),
        },
        body: JSON.stringify(activity),
      }),
    async stop() {
      await teams.stop()
      await server.close()
      await peer.stop()
    },
  }
}

/** What a message shows, whatever element of the card it stands in. */
// biome-ignore lint/suspicious/noExplicitAny: whatever was sent
export function shown(body: any): string {
  const texts: string[] = []
  JSON.stringify(body.attachments?.[0]?.content ?? {}, (key, value) => {
    if ((key === 'text' || key === 'title' || key === 'label') && typeof value === 'string') texts.push(value)
    return value
  })
  return [body.text, ...texts].filter(Boolean).join('\n')
}

export const eventually = <T>(what: () => T | Promise<T>): Promise<NonNullable<T>> =>
  vi.waitUntil(what, { timeout: 20_000, interval: 10 }) as Promise<NonNullable<T>>

/** The first of a list that is still empty. */
export const one = <T>(list: () => T[]) => eventually(() => list()[0])

/** The conversation below a message of the channel. */
export const thread = (root: string) => `${channel};messageid=${root}`
