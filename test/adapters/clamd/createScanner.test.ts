import { createServer, type Server } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createScanner } from '../../../src/adapters/clamd/createScanner.ts'
import { type Clamd, eicar, missingClamd, startClamd } from '../../peers/clamd.ts'

const missing = missingClamd()
let clamd: Clamd
beforeAll(async () => {
  if (!missing) clamd = await startClamd()
}, 60_000)
afterAll(() => clamd?.stop())

let server: Server | null = null
afterEach(() => server?.close())

test.skipIf(missing)('[needs clamd] a file is clean or infected, over its socket and over TCP', async () => {
  for (const address of [{ socket: clamd.socket }, { host: '127.0.0.1', port: clamd.port }]) {
    const scanner = createScanner(address)
    expect(await scanner.check()).toBeNull()
    expect(await scanner.scan(Buffer.from('Guten Tag'))).toEqual({ kind: 'clean' })
    expect(await scanner.scan(Buffer.alloc(0))).toEqual({ kind: 'clean' })
    expect(await scanner.scan(Buffer.from(`${' '.repeat(600_000)}${eicar}`))).toEqual({
      kind: 'infected',
      finding: 'Kla.Test.UNOFFICIAL',
    })
  }
})

test.skipIf(missing)('[needs clamd] a file in a mail is found through its encoding', async () => {
  const mail = `From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: application/x-foo; name=a.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(eicar).toString('base64')}\r\n`
  expect(await createScanner({ socket: clamd.socket }).scan(Buffer.from(mail))).toMatchObject({
    kind: 'infected',
  })
})

test.skipIf(missing)('[needs clamd] what is larger than clamd takes is not called clean', async () => {
  const scanner = createScanner({ socket: clamd.socket })
  // Many times: now and then its answer meets a write that is just going into the line it closed.
  for (const megabytes of [...Array<number>(40).fill(2), 30])
    expect(await scanner.scan(Buffer.alloc(megabytes * 1_048_576))).toEqual({ kind: 'too-large' })
})

test.skipIf(missing)(
  '[needs clamd] a scanner that is away says so, and works again when it is back',
  async () => {
    const scanner = createScanner({ socket: clamd.socket })
    await clamd.kill()
    expect(await scanner.scan(Buffer.from('x'))).toMatchObject({ kind: 'away' })
    expect(await scanner.check()).toMatch(/nicht erreichbar.*KLA_CLAMD_SOCKET/)
    await clamd.restart()
    expect(await scanner.scan(Buffer.from('x'))).toEqual({ kind: 'clean' })
  },
)

test.each([
  ['something else', 'stream: maybe\0'],
  ['an error', "stream: Can't allocate memory ERROR\0"],
  ['half an answer', 'stream: O'],
  ['nothing', ''],
  ['without end', 'x'.repeat(100_000)],
])('a server that answers %s is never taken for a clean bill', async (_, answer) => {
  const port = await serverSaying(answer)
  expect(await createScanner({ host: '127.0.0.1', port }).scan(Buffer.from('x'))).toMatchObject({
    kind: 'away',
  })
})

function serverSaying(answer: string): Promise<number> {
  server = createServer(socket => {
    socket.on('error', () => {})
    socket.once('data', () => socket.end(answer))
  })
  return new Promise(resolve => {
    server!.listen(0, '127.0.0.1', () => resolve((server!.address() as { port: number }).port))
  })
}
