import type { ServerResponse } from 'node:http'

export interface LiveFeed {
  /** Connects a browser; ends with its connection. */
  connect(response: ServerResponse): void
  /** Hands an event to all connected browsers. */
  send(event: string, data: object): void
  readers(): number
  stop(): void
}

/**
 * Server-sent events (HTML Living Standard, 9.2). A browser that was away reloads the list itself, so nothing is kept
 * for those who are not there.
 */
export function liveFeed(heartbeatMs = 20_000): LiveFeed {
  const readers = new Set<ServerResponse>()
  // Proxies close connections on which nothing is said.
  const heartbeat = setInterval(() => {
    for (const reader of readers) reader.write(': da\n\n')
  }, heartbeatMs)
  heartbeat.unref()
  return {
    connect(response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      response.write('retry: 2000\n\n')
      readers.add(response)
      response.on('close', () => readers.delete(response))
      response.on('error', () => readers.delete(response))
    },
    send(event, data) {
      const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
      for (const reader of readers) reader.write(text)
    },
    readers: () => readers.size,
    stop() {
      clearInterval(heartbeat)
      for (const reader of readers) reader.end()
      readers.clear()
    },
  }
}
