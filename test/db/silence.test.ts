import { createServer, connect as dial, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, test } from 'vitest'
import { leaseFor } from '../../src/db/leases.ts'
import { type FreshDatabase, freshDatabase } from '../peers/postgres.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

/** A way to the server that can fall silent without closing, as a cut cable does. */
async function cable(atEnd: (clean: () => void) => void): Promise<{ url: string; cut(): void }> {
  const url = new URL(database.url)
  const target = { host: url.hostname, port: Number(url.port || 5432) }
  const sockets: Socket[] = []
  let open = true
  const relay = createServer(client => {
    const server = dial(target)
    sockets.push(client, server)
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      from.on('data', chunk => open && to.write(chunk))
      from.on('error', () => {})
      from.on('close', () => open && to.destroy())
    }
  })
  await new Promise<void>(resolve => relay.listen(0, '127.0.0.1', resolve))
  atEnd(() => {
    for (const socket of sockets) socket.destroy()
    relay.close()
  })
  url.host = `127.0.0.1:${(relay.address() as { port: number }).port}`
  return {
    url: url.href,
    cut() {
      open = false
    },
  }
}

test.concurrent('a holder behind a cut cable knows that its lease is not certain before the server gives it to another after 8 seconds', async ({
  expect,
  onTestFinished,
}) => {
  const way = await cable(onTestFinished)
  let heard: (at: number) => void
  const lost = new Promise<number>(resolve => {
    heard = resolve
  })
  expect(await leaseFor(way, 'mailbox', () => heard(performance.now()))).not.toBeNull()
  const cutAt = performance.now()
  way.cut()
  const took = (await lost) - cutAt
  console.log(`a cut cable was noticed after ${Math.round(took)} ms`)
  expect(took).toBeGreaterThan(3_000)
  let next = await leaseFor(database.connection, 'mailbox')
  while (next === null) {
    await sleep(100)
    next = await leaseFor(database.connection, 'mailbox')
  }
  const free = performance.now() - cutAt
  console.log(`the lease of a vanished host was taken over after ${Math.round(free)} ms`)
  expect(free).toBeGreaterThan(took)
  expect(free).toBeLessThan(30_000)
  await next.release()
}, 60_000)

test.concurrent('a server that takes connections and says nothing does not hold us for ever', async ({
  expect,
  onTestFinished,
}) => {
  const mute = createServer(() => {})
  await new Promise<void>(resolve => mute.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void mute.close())
  const url = `postgres://a:b@127.0.0.1:${(mute.address() as { port: number }).port}/c`
  const asked = leaseFor({ url }, 'mailbox').catch(error => error.code)
  expect(await Promise.race([asked, sleep(30_000)])).toBe('CONNECT_TIMEOUT')
}, 60_000)
