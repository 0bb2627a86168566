import { createConnection, type Socket } from 'node:net'
import type { ScanResult, VirusScanner } from '../types.ts'

/** Where clamd listens. */
export type ClamdAddress = { socket: string } | { host: string; port: number }

/** clamd takes a stream in chunks, each with its length before it. */
const chunkBytes = 256 * 1024
/** A mail of 50 MB with archives in archives takes clamd some seconds; its own limit is two minutes. */
const scanSeconds = 150
/** Answers are one line; longer ones are none of clamd's. */
const longestAnswer = 10_000

/** The virus scanner clamd over its own protocol (clamd(8), INSTREAM). A connection for each scan. */
export function createScanner(address: ClamdAddress): VirusScanner {
  return {
    async scan(bytes) {
      try {
        return resultOf(await askUntilHeard(address, bytes))
      } catch (error) {
        return { kind: 'away', reason: reasonOf(error) }
      }
    },
    async check() {
      try {
        const answer = await ask(address, 'PING', null)
        return answer === 'PONG' ? null : `Der Virenscanner antwortet falsch. ${whatToDo}`
      } catch (error) {
        return `Der Virenscanner ist nicht erreichbar (${reasonOf(error)}). ${whatToDo}`
      }
    },
  }
}

const whatToDo = 'Bitte clamd starten oder KLA_CLAMD_SOCKET und KLA_CLAMD_HOST prüfen.'

/** "stream: OK", "stream: Name FOUND", "INSTREAM size limit exceeded. ERROR". Whatever else it says is no clean bill. */
function resultOf(answer: string): ScanResult {
  if (answer === 'stream: OK') return { kind: 'clean' }
  const found = /^stream: (.{1,200}) FOUND$/.exec(answer)
  if (found) return { kind: 'infected', finding: found[1]!.replace(/[^\w.:/() -]/g, '?') }
  if (/size limit exceeded/i.test(answer)) return { kind: 'too-large' }
  return { kind: 'away', reason: 'der Virenscanner meldet einen Fehler' }
}

/** Who is sent too much answers and hangs up. A write that meets the closed line first loses the answer; asked again, it is heard. */
async function askUntilHeard(address: ClamdAddress, bytes: Uint8Array): Promise<string> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask(address, 'INSTREAM', bytes)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EPIPE' || tries === 5) throw error
    }
  }
}

function ask(address: ClamdAddress, command: 'INSTREAM' | 'PING', bytes: Uint8Array | null): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection('socket' in address ? { path: address.socket } : address)
    let answer = ''
    let fault: Error | null = null
    const timer = setTimeout(
      () => socket.destroy(new Error('Zeit überschritten')),
      (bytes ? scanSeconds : 10) * 1000,
    )
    socket.on('data', data => {
      answer += data.toString('latin1')
      if (answer.length > longestAnswer) socket.destroy(new Error('unverständliche Antwort'))
      else if (answer.endsWith('\0')) socket.destroy()
    })
    // A stream that is too long is cut off with an answer; the answer counts, not the broken pipe.
    socket.on('error', error => {
      fault = error
    })
    socket.on('close', () => {
      clearTimeout(timer)
      if (answer.endsWith('\0')) resolve(answer.slice(0, -1).trim())
      else reject(fault ?? new Error('keine Antwort'))
    })
    socket.write(`z${command}\0`)
    if (bytes) void send(socket, bytes)
  })
}

async function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const chunk = bytes.subarray(at, at + chunkBytes)
    socket.write(lengthOf(chunk.length))
    if (!socket.write(chunk)) await drained(socket)
    if (socket.destroyed) return
  }
  socket.write(lengthOf(0))
}

function drained(socket: Socket): Promise<void> {
  return new Promise(resolve => {
    const go = () => {
      socket.off('drain', go).off('close', go)
      resolve()
    }
    socket.on('drain', go).on('close', go)
  })
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

/** German or a code of the system; never anything of the mail. */
function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).message
}
