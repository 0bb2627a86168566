// A process that uses the embedded server in the directory of its first argument until it is told to stop.
import { createInterface } from 'node:readline/promises'
import { startEmbedded } from '../../src/db/embedded/start.ts'

const directory = process.argv[2]
if (directory === undefined) throw new Error('usage: embeddedUser.ts <directory>')
const server = await startEmbedded({ directory, durable: false })
console.log(JSON.stringify({ url: server.url, reused: server.reused }))
const input = createInterface({ input: process.stdin })
input.once('line', async () => {
  input.close()
  process.stdin.destroy() // An open pipe would keep the process alive.
  await server.stop()
})
