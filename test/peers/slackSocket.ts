import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'

export interface SlackSocket {
  ticket(): string
  /** Web sockets that said hello and are open now. */
  open(): number
  /** How many were opened since the start. */
  opened(): number
  /**
   * Sends one envelope to a connection, the newest unless told otherwise, and waits for its acknowledgement: after how many
   * milliseconds it came, and with what.
   */
  send(
    type: 'slash_commands' | 'events_api' | 'interactive',
    payload: object,
    connection?: number,
  ): Promise<{ ackedAfter: number; payload: Record<string, unknown> }>
  /** The oldest open connection hears and says nothing any more, not even to a ping; nobody closes it. */
  oneFallsSilent(): void
  /** The oldest open connection is closed in an orderly way. */
  oneEnds(): void
  /** How many pings came in. */
  pings(): number
  /** Breaks all connections without a word, as a network does. */
  drop(): void
  /** Asks the client to come again, as Slack does every few hours. */
  askToReconnect(): void
  /** Later connections get no hello until this is called with false. */
  keepSilent(silent: boolean): void
  stop(): Promise<void>
}

/** The other end of Socket Mode. docs.slack.dev, "Using Socket Mode". */
export function slackSocket(server: Server): SlackSocket {
  const sockets = new Set<WebSocket>()
  const mute = new Set<WebSocket>()
  const waiting = new Map<string, (payload: Record<string, unknown>) => void>()
  const listener = new WebSocketServer({ server, path: '/link' })
  let opened = 0
  let silent = false
  let pings = 0

  listener.on('connection', socket => {
    opened += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('ping', () => (pings += 1))
    socket.on('message', data => {
      const { envelope_id, payload = {} } = JSON.parse(String(data)) as {
        envelope_id?: string
        payload?: Record<string, unknown>
      }
      waiting.get(envelope_id ?? '')?.(payload)
    })
    if (!silent) socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.size }))
  })

  return {
    ticket: () => randomUUID(),
    open: () => sockets.size,
    opened: () => opened,
    send(type, payload, connection = -1) {
      const socket = [...sockets].at(connection)
      if (!socket) throw new Error('nobody is connected')
      const envelope = {
        envelope_id: randomUUID(),
        type,
        payload,
        accepts_response_payload: type !== 'events_api',
      }
      const began = Date.now()
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('no acknowledgement')), 20_000)
        waiting.set(envelope.envelope_id, answer => {
          clearTimeout(timer)
          resolve({ ackedAfter: Date.now() - began, payload: answer })
        })
        socket.send(JSON.stringify(envelope))
      })
    },
    oneFallsSilent() {
      const [socket] = sockets
      if (!socket) throw new Error('nobody is connected')
      socket.pause()
      sockets.delete(socket)
      mute.add(socket)
    },
    oneEnds() {
      sockets.values().next().value?.close()
    },
    pings: () => pings,
    drop() {
      for (const socket of sockets) socket.terminate()
    },
    askToReconnect() {
      for (const socket of sockets)
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
    },
    keepSilent(value) {
      silent = value
    },
    async stop() {
      for (const socket of [...sockets, ...mute]) socket.terminate()
      await new Promise(resolve => listener.close(resolve))
    },
  }
}
