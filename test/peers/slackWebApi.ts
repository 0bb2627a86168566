import type { IncomingMessage, ServerResponse } from 'node:http'
import { neededScopes } from '../../src/adapters/slack/manifest.ts'
import { filePeer, type PeerFile } from './slackFiles.ts'
import { type PeerView, viewPeer } from './slackViews.ts'

/** What goes wrong with the next call of a method. */
export type SlackFault =
  | { kind: 'rate-limit'; retryAfter: number }
  /** The call is carried out, then the connection breaks before the answer. */
  | { kind: 'drop-after-receipt' }
  | { kind: 'drop-before-receipt' }
  | { kind: 'error'; error: string }
  | { kind: 'http'; status: number }

export interface PeerMessage {
  ts: string
  text: string
  blocks: { type: string; [field: string]: unknown }[]
  metadata?: { event_type: string; event_payload: Record<string, unknown> }
  thread_ts?: string
  /** Who wrote it: a person, or an app. */
  user?: string
  bot_id?: string
  subtype?: string
  files?: object[]
}

export interface PeerCall {
  method: string
  args: Record<string, unknown>
  at: number
}

export interface SlackWebApi {
  /** The bot's own user. */
  botUserId: string
  /** What the installed app may do; a test may take some away. */
  grantedScopes: string[]
  /** All calls in order, refused ones too. */
  calls: PeerCall[]
  /** Posts to response addresses. */
  responses: { path: string; body: Record<string, unknown>; at: number }[]
  /** Files whose upload was completed, in order. */
  files: PeerFile[]
  /** So many messages with a fresh file are refused before Slack has looked at it. */
  filesTakeTime(messages: number): void
  /** Visible to one person only. */
  ephemeral: { channel: string; user: string; text: string; thread_ts?: string; blocks: unknown }[]
  /** Open modals and the App Home of each person, by id of the view ("home:U…"). */
  views: ReadonlyMap<string, PeerView>
  /** What stands below links, by the message's address. */
  unfurls: ReadonlyMap<string, Record<string, { blocks: unknown[] }>>
  /** A permission to open one modal, as it comes with a press; valid once. */
  trigger(): string
  /** Makes a channel that the bot is in. `im`: the direct conversation with a person. */
  addChannel(id: string, kind?: 'channel' | 'im'): void
  messages(channel: string): PeerMessage[]
  /** Puts a message of somebody else into a channel: of another app, if `more` names no person. */
  say(channel: string, text: string, more?: Partial<PeerMessage>): PeerMessage
  /** The next `times` calls of this method ("response_url" for response addresses) go wrong. */
  failNext(method: string, fault: SlackFault, times?: number): void
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
}

const invalidBlocks = { ok: false, error: 'invalid_blocks' }

type Answer = { ok: boolean; [field: string]: unknown }

export function slackWebApi(options: { socketUrl(): string; origin(): string }): SlackWebApi {
  const botUserId = 'U0KLABOT'
  const channels = new Map<string, { kind: 'channel' | 'im'; messages: PeerMessage[] }>()
  const faults = new Map<string, SlackFault[]>()
  const grantedScopes: string[] = [...neededScopes]
  const calls: PeerCall[] = []
  const responses: SlackWebApi['responses'] = []
  const uploads = filePeer(options.origin)
  const ephemeral: SlackWebApi['ephemeral'] = []
  const shown = viewPeer()
  const unfurls = new Map<string, Record<string, { blocks: unknown[] }>>()
  // Slack's clock is about ours: who looks for a post asks for what came since.
  let lastTs = Date.now() * 1_000

  const nextTs = () => {
    lastTs += 1_000_100
    return `${Math.floor(lastTs / 1e6)}.${String(lastTs % 1e6).padStart(6, '0')}`
  }

  const methods: Record<string, (args: Record<string, unknown>) => Answer> = {
    'auth.test': () => ({ ok: true, user_id: botUserId, bot_id: 'B0KLABOT', team_id: 'T01', team: 'Kreis' }),
    'apps.connections.open': () => ({ ok: true, url: options.socketUrl() }),
    ...uploads.methods,
    ...shown.methods,
    'chat.unfurl': args =>
      inChannel(args, () => {
        unfurls.set(`${args.ts}`, args.unfurls as Record<string, { blocks: unknown[] }>)
        return { ok: true }
      }),
    'chat.postMessage': args =>
      inChannel(args, ({ messages }) => {
        if (!uploads.maySend(args.blocks)) return invalidBlocks
        const message = { ts: nextTs(), bot_id: 'B0KLABOT', ...content(args) }
        messages.push(message)
        return { ok: true, ts: message.ts, channel: args.channel, message }
      }),
    'chat.update': args =>
      inChannel(args, ({ messages }) => {
        const message = messages.find(each => each.ts === args.ts)
        if (!message) return { ok: false, error: 'message_not_found' }
        // Slack keeps the metadata of a message when an update does not name any.
        Object.assign(message, { metadata: message.metadata, ...content(args) })
        return { ok: true, ts: message.ts, channel: args.channel }
      }),
    'chat.postEphemeral': args =>
      inChannel(args, () => {
        if (!uploads.maySend(args.blocks)) return invalidBlocks
        ephemeral.push({ channel: `${args.channel}`, user: `${args.user}`, ...content(args) })
        return { ok: true, message_ts: nextTs() }
      }),
    'conversations.info': args =>
      inChannel(args, ({ kind }) => ({ ok: true, channel: { id: args.channel, is_im: kind === 'im' } })),
    'conversations.history': args =>
      inChannel(args, ({ messages }) =>
        page(
          args,
          messages
            .filter(message => message.thread_ts === undefined || message.thread_ts === message.ts)
            .map(message => ({ ...message, ...thread(messages, message.ts) }))
            .toReversed(),
        ),
      ),
    'conversations.replies': args =>
      inChannel(args, ({ messages }) =>
        page(
          args,
          messages.filter(message => message.ts === args.ts || message.thread_ts === args.ts),
        ),
      ),
  }

  function inChannel(
    args: Record<string, unknown>,
    act: (channel: { kind: 'channel' | 'im'; messages: PeerMessage[] }) => Answer,
  ): Answer {
    const channel = channels.get(`${args.channel}`)
    return channel ? act(channel) : { ok: false, error: 'channel_not_found' }
  }

  return {
    botUserId,
    grantedScopes,
    calls,
    responses,
    files: uploads.files,
    filesTakeTime: uploads.takeTime,
    ephemeral,
    views: shown.views,
    unfurls,
    trigger: shown.trigger,
    addChannel(id, kind = 'channel') {
      channels.set(id, { kind, messages: [] })
    },
    messages: id => channels.get(id)?.messages ?? [],
    say(id, text, more = {}) {
      const message = { ts: nextTs(), text, blocks: [], ...(more.user ? {} : { bot_id: 'B0OTHER' }), ...more }
      channels.get(id)!.messages.push(message)
      return message
    },
    failNext(method, fault, times = 1) {
      faults.set(method, [...(faults.get(method) ?? []), ...Array<SlackFault>(times).fill(fault)])
    },
    async handle(request, response) {
      const path = new URL(request.url ?? '/', 'http://slack.example').pathname
      const bytes = await read(request)
      if (uploads.receive(path, bytes)) {
        response.writeHead(200).end(`OK - ${bytes.length}`)
        return
      }
      const body = bytes.toString('utf8')
      const method = path.startsWith('/api/') ? path.slice('/api/'.length) : 'response_url'
      const args = method === 'response_url' ? JSON.parse(body) : fromForm(body)
      calls.push({ method, args, at: Date.now() })
      const fault = faults.get(method)?.shift()
      switch (fault?.kind) {
        case 'rate-limit':
          response
            .writeHead(429, { 'retry-after': String(fault.retryAfter) })
            .end('{"ok":false,"error":"ratelimited"}')
          return
        case 'http':
          response.writeHead(fault.status).end()
          return
        case 'drop-before-receipt':
          request.socket.destroy()
          return
        case 'error':
          send(response, { ok: false, error: fault.error })
          return
      }
      if (method === 'response_url' && !uploads.maySend(args.blocks)) {
        response.writeHead(404).end(JSON.stringify(invalidBlocks))
        return
      }
      if (method === 'response_url') responses.push({ path, body: args, at: Date.now() })
      const authorized = /^Bearer xox[bp]-|^Bearer xapp-/.test(request.headers.authorization ?? '')
      const answer: Answer =
        method === 'response_url'
          ? { ok: true }
          : !authorized
            ? { ok: false, error: 'not_authed' }
            : (methods[method]?.(args) ?? { ok: false, error: 'unknown_method' })
      if (fault?.kind === 'drop-after-receipt') request.socket.destroy()
      else send(response, answer, grantedScopes)
    },
  }
}

function send(response: ServerResponse, answer: Answer, scopes: string[] = []) {
  response
    .writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': scopes.join(',') })
    .end(JSON.stringify(answer))
}

/** Arguments come as a form; what is not a plain value is JSON inside it. */
function fromForm(body: string): Record<string, unknown> {
  const plain = new Set([
    ...['text', 'channel', 'ts', 'thread_ts', 'user', 'cursor', 'oldest', 'latest', 'filename'],
    ...['trigger_id', 'view_id', 'user_id'],
  ])
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      plain.has(name) ? value : JSON.parse(value),
    ]),
  )
}

function content(args: Record<string, unknown>) {
  return {
    text: `${args.text ?? ''}`,
    blocks: (args.blocks ?? []) as PeerMessage['blocks'],
    ...(args.metadata ? { metadata: args.metadata as NonNullable<PeerMessage['metadata']> } : {}),
    ...(args.thread_ts ? { thread_ts: `${args.thread_ts}` } : {}),
  }
}

function thread(messages: PeerMessage[], ts: string) {
  const replies = messages.filter(message => message.thread_ts === ts && message.ts !== ts)
  return replies.length === 0
    ? {}
    : { reply_count: replies.length, latest_reply: replies.at(-1)!.ts, thread_ts: ts }
}

/** `oldest` and `latest` leave out what is not between, but the parent of a thread always comes. */
function page(args: Record<string, unknown>, all: { ts: string; thread_ts?: string }[]): Answer {
  const [oldest, latest] = [Number(args.oldest ?? 0), Number(args.latest ?? Number.POSITIVE_INFINITY)]
  const atEdge = (ts: number) => Boolean(args.inclusive) && (ts === oldest || ts === latest)
  const messages = all.filter(message => {
    const ts = Number(message.ts)
    return (ts > oldest && ts < latest) || atEdge(ts) || message.ts === args.ts
  })
  const from = Number(args.cursor ?? 0)
  const to = from + Math.min(Number(args.limit ?? 100), 999)
  const shown = messages
    .slice(from, to)
    .map(message => (args.include_all_metadata ? message : { ...message, metadata: undefined }))
  const more = to < messages.length
  return {
    ok: true,
    messages: shown,
    has_more: more,
    response_metadata: { next_cursor: more ? String(to) : '' },
  }
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
