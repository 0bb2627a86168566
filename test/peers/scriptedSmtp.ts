import { createServer, type Socket } from 'node:net'

/** What the peer says at each stage; null: nothing. Default is what a good server says. */
export interface SmtpScript {
  greeting?: string | null
  ehlo?: string
  mail?: string | null
  rcpt?: string | null
  data?: string | null
  /** Answer to the end mark. 'cut' breaks the line instead. */
  end?: string | null | 'cut'
  /** Done with the socket as soon as the content has come, before any end mark. */
  atContent?: (socket: Socket) => void
}

/** An SMTP server without a library, for tests about what exactly goes over the line, and when. */
export interface ScriptedSmtp {
  port: number
  /** Bytes of the last DATA, as sent: dots stuffed, the end mark included once it has come. */
  content(): string
  hasEndMark(): boolean
  connections(): number
  /** Breaks all lines, as a server does that drops idle clients. */
  dropAll(): void
  script: SmtpScript
  stop(): Promise<void>
}

const endMark = '\r\n.\r\n'

export async function startScriptedSmtp(script: SmtpScript = {}): Promise<ScriptedSmtp> {
  const open = new Set<Socket>()
  let content = ''
  let connections = 0
  const peer: ScriptedSmtp = {
    port: 0,
    content: () => content,
    hasEndMark: () => content.endsWith(endMark),
    connections: () => connections,
    dropAll() {
      for (const socket of open) socket.destroy()
    },
    script,
    async stop() {
      const closed = new Promise(resolve => server.close(resolve))
      peer.dropAll()
      await closed
    },
  }
  const server = createServer(socket => {
    connections++
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
    const say = (line: string | null | undefined, usual: string) => {
      const answer = line === undefined ? usual : line
      if (answer !== null) socket.write(`${answer}\r\n`)
    }
    let inData = false
    let pending = ''
    say(peer.script.greeting, '220 peer ESMTP')
    socket.on('data', chunk => {
      if (inData) {
        content += chunk.toString('latin1')
        peer.script.atContent?.(socket)
        if (!content.endsWith(endMark)) return
        inData = false
        if (peer.script.end === 'cut') socket.destroy()
        else say(peer.script.end, '250 2.0.0 taken')
        return
      }
      pending += chunk.toString('latin1')
      const lines = pending.split('\r\n')
      pending = lines.pop() ?? ''
      for (const line of lines) {
        if (/^EHLO/.test(line)) say(peer.script.ehlo, '250 peer')
        else if (/^MAIL/.test(line)) say(peer.script.mail, '250 ok')
        else if (/^RCPT/.test(line)) say(peer.script.rcpt, '250 ok')
        else if (/^DATA/.test(line)) {
          say(peer.script.data, '354 go on')
          inData = peer.script.data === undefined
          content = ''
        } else if (/^QUIT/.test(line)) socket.end('221 bye\r\n')
        else say('500 what', '')
      }
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  peer.port = address.port
  return peer
}
