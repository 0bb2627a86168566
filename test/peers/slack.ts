import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type SlackSocket, slackSocket } from './slackSocket.ts'
import { type SlackWebApi, slackWebApi } from './slackWebApi.ts'

export interface SlackPeer extends SlackWebApi {
  /** For `apiUrl`, ends with "/api/". */
  apiUrl: string
  socket: SlackSocket
  /** An address to answer to, as it comes with commands and buttons; what arrives is in `responses`. */
  responseUrl(): string
  stop(): Promise<void>
}

/**
 * A stand-in for Slack, run as a real server: the Web API methods that we call, Socket Mode over a real web socket,
 * response addresses, and faults on demand. Where it differs from Slack: one workspace, no users to look up, blocks are
 * only checked for count and text length, and nothing is rate limited unless a test asks for it.
 */
export async function startSlackPeer(options: { port?: number } = {}): Promise<SlackPeer> {
  const server = createServer((request, response) => void api.handle(request, response))
  await new Promise<void>(resolve => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const origin = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const socket = slackSocket(server)
  const api = slackWebApi({
    origin: () => `http://${origin}`,
    socketUrl: () => `ws://${origin}/link?ticket=${socket.ticket()}`,
  })
  let responseCount = 0
  return {
    ...api,
    socket,
    apiUrl: `http://${origin}/api/`,
    responseUrl: () => `http://${origin}/commands/T01/${++responseCount}/geheim`,
    async stop() {
      await socket.stop()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** Waits until `found` says something, at most `milliseconds`; for what arrives on its own time. */
export async function eventually<T>(
  found: () => T | undefined | null | false,
  milliseconds = 20_000,
): Promise<T> {
  const until = Date.now() + milliseconds
  for (;;) {
    const value = found()
    if (value) return value
    if (Date.now() > until) throw new Error(`not within ${milliseconds} ms: ${found}`)
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}
