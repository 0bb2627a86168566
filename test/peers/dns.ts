import { createSocket } from 'node:dgram'
import type { AddressInfo } from 'node:net'

/** Names with their records, "TXT _dmarc.kreis.example" → texts. What is missing does not exist. */
export type Zone = Record<string, string[]>

export interface NameServer {
  /** "127.0.0.1:5353", as KLA_DNS_SERVERS takes it. */
  address: string
  zone: Zone
  /** Names that were asked for, with their type. */
  asked: string[]
  /** true: questions are taken and never answered, as behind a firewall that drops them. */
  silent: boolean
  stop(): Promise<void>
}

const types: Record<number, string> = { 1: 'A', 15: 'MX', 16: 'TXT', 28: 'AAAA' }

/** A name server of RFC 1035 over UDP on this machine, as small as the tests need: TXT and A. */
export async function startNameServer(zone: Zone): Promise<NameServer> {
  const socket = createSocket('udp4')
  const server: NameServer = {
    address: '',
    zone,
    asked: [],
    silent: false,
    stop: () => new Promise(done => socket.close(() => done())),
  }
  socket.on('message', (query, from) => {
    const { name, type, end } = questionIn(query)
    server.asked.push(`${type} ${name}`)
    if (!server.silent) socket.send(answerTo(query, end, type, server.zone, name), from.port, from.address)
  })
  await new Promise<void>(resolve => socket.bind(0, '127.0.0.1', resolve))
  server.address = `127.0.0.1:${(socket.address() as AddressInfo).port}`
  return server
}

function questionIn(query: Buffer) {
  const labels: string[] = []
  let at = 12
  for (let length = query[at]!; length > 0; length = query[at]!) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  const type = types[query.readUInt16BE(at + 1)] ?? 'other'
  return { name: labels.join('.').toLowerCase(), type, end: at + 5 }
}

function answerTo(query: Buffer, end: number, type: string, zone: Zone, name: string): Buffer {
  const records = zone[`${type} ${name}`] ?? []
  const exists = Object.keys(zone).some(key => key.endsWith(` ${name}`) || key.endsWith(`.${name}`))
  const head = Buffer.alloc(12)
  query.copy(head, 0, 0, 2)
  // Response, recursion available; NXDOMAIN where nothing of the name exists.
  head.writeUInt16BE(0x8180 | (exists ? 0 : 3), 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt16BE(records.length, 6)
  return Buffer.concat([head, query.subarray(12, end), ...records.map(value => record(type, value))])
}

function record(type: string, value: string): Buffer {
  const data = type === 'A' ? Buffer.from(value.split('.').map(Number)) : characterStrings(value)
  const head = Buffer.alloc(12)
  head.writeUInt16BE(0xc00c, 0) // the name of the question
  head.writeUInt16BE(type === 'A' ? 1 : 16, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt32BE(60, 6)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}

/** RFC 1035 section 3.3.14: pieces of at most 255 bytes. */
function characterStrings(text: string): Buffer {
  const pieces = text.match(/[\s\S]{1,255}/g) ?? ['']
  return Buffer.concat(pieces.flatMap(piece => [Buffer.from([piece.length]), Buffer.from(piece, 'latin1')]))
}
