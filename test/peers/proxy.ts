import { connect, createServer, type Socket } from 'node:net'

/** A bad line between a client and a server on this machine. */
export interface BadLine {
  port: number
  /** Connections that clients have opened so far. */
  connections(): number
  /** The next connection breaks after so many bytes from the server, wherever that is. */
  cutNextAfter(bytes: number): void
  /** What the server says next that fits is given on in other words, once. */
  rewriteNext(pattern: RegExp, by: string): void
  /** Whether the words of `rewriteNext` were said. */
  rewritten(): boolean
  /** Every open connection breaks at once; new ones get through. */
  cutAll(): void
  /** From now on nothing gets through, and nobody is told: like a firewall that forgot the connection. */
  stall(): void
  /** New connections get through again; those that were stalled stay dead. */
  heal(): void
  stop(): Promise<void>
}

/** Forwards to `target` on 127.0.0.1. */
export async function startProxy(target: number): Promise<BadLine> {
  const open = new Set<Socket>()
  let opened = 0
  let cutAfter: number | null = null
  let stalled = false
  let rewriting: { pattern: RegExp; by: string } | null = null
  const inOtherWords = (chunk: Buffer): Buffer => {
    const text = rewriting ? chunk.toString('latin1') : ''
    if (!rewriting?.pattern.test(text)) return chunk
    const said = text.replace(rewriting.pattern, rewriting.by)
    rewriting = null
    return Buffer.from(said, 'latin1')
  }
  const server = createServer(near => {
    opened++
    const limit = cutAfter ?? Number.POSITIVE_INFINITY
    cutAfter = null
    const far = connect({ port: target, host: '127.0.0.1' })
    let fromServer = 0
    let dead = stalled
    const hangUp = () => {
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', hangUp)
      socket.on('close', () => {
        open.delete(socket)
        if (!dead) hangUp()
      })
    }
    const through = () => {
      if (stalled) dead = true
      return !dead
    }
    near.on('data', chunk => {
      if (through()) far.write(chunk)
    })
    far.on('data', given => {
      if (!through()) return
      const chunk = inOtherWords(given)
      const rest = limit - fromServer
      fromServer += chunk.length
      if (chunk.length <= rest) near.write(chunk)
      else near.write(chunk.subarray(0, rest), hangUp)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return {
    port: address.port,
    connections: () => opened,
    cutNextAfter(bytes) {
      cutAfter = bytes
    },
    rewriteNext(pattern, by) {
      rewriting = { pattern, by }
    },
    rewritten: () => rewriting === null,
    cutAll() {
      for (const socket of open) socket.destroy()
    },
    stall() {
      stalled = true
    },
    heal() {
      stalled = false
    },
    async stop() {
      const closed = new Promise(resolve => server.close(resolve))
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}
