import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as allOf } from 'node:stream/consumers'

export interface RaumPost {
  id: string
  room: string
  text: string
  key: string | null
  thread: string | null
}

/** The other end of the platform in adapters/raum: a chat server with one room per name, "weg" being gone. */
export async function startRaumPeer(token: string) {
  const posts: RaumPost[] = []
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (request.headers.authorization !== `Bearer ${token}`) return answer(401, {})
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://raum')
    if (request.method === 'GET') {
      const found = posts.find(post => post.key !== null && post.key === searchParams.get('key'))
      return answer(200, { id: found?.id ?? null })
    }
    const said = await bodyOf(request)
    if (said.room === 'weg') return answer(404, {})
    const before = posts.find(post => pathname === `/posts/${post.id}`)
    if (before) return answer(200, Object.assign(before, { text: said.text }))
    const post = { ...said, id: `r${posts.length + 1}` }
    posts.push(post)
    answer(200, { id: post.id })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts,
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<Omit<RaumPost, 'id'>> {
  return JSON.parse(await allOf(request))
}
