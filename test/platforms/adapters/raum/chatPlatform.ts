import type { FastifyPluginAsync } from 'fastify'
import type { PlatformModule, PostResult } from '../../../../src/adapters/chatTypes.ts'
import { renderText } from '../../../../src/reply/renderText.ts'

/*
 * "Raum", a small chat server that does not exist, with an API like Matrix or Mattermost: this file is all that a further platform
 * needs. POST /posts { room, text, key, thread } gives { id }; GET /posts?room=&key= finds it; it calls us at /raum.
 */
const raum: PlatformModule = {
  name: 'raum',
  title: 'Raum',
  modes: ['http'],
  fields: { URL: { kind: 'url' }, TOKEN: { kind: 'secret', least: 16 } },
  needed: () => ['URL', 'TOKEN'],
  faults: () => [],
  async start({ values, level }, { core }) {
    const call = caller(values)

    async function post(
      room: string,
      text: string,
      key: string | null,
      thread: string | null,
    ): Promise<PostResult> {
      const response = await call('/posts', { room, text, key, thread }).catch(() => null)
      if (!response) return { kind: 'later', retryAfterSeconds: 30, reason: 'Raum ist nicht erreichbar.' }
      if (response.status === 404) return { kind: 'channel-closed', reason: 'Raum kennt den Kanal nicht.' }
      if (!response.ok) return { kind: 'uncertain', reason: `Raum antwortet mit HTTP ${response.status}.` }
      const { id } = (await response.json()) as { id: string }
      return { kind: 'posted', address: id }
    }

    const plugin: FastifyPluginAsync = async server => {
      server.post('/raum', async (request, reply) => {
        if (request.headers.authorization !== `Bearer ${values.TOKEN}`) return reply.code(401).send()
        const { id, user, room, text, direct } = request.body as Record<string, string>
        void reply.code(202).send()
        if (!id || !user || !room || !text || !(await core.firstTime(id))) return
        const person = await core.personOf(user)
        const place = { platform: 'raum', shared: !direct, channel: room, thread: id, level }
        await post(room, renderText(await core.answer({ text, person, place })), null, id)
      })
    }

    return {
      plugin,
      platform: {
        name: 'raum',
        post: (channel, reply, key, thread) => post(channel, renderText(reply), key, thread),
        async update(channel, address, reply) {
          await call(`/posts/${address}`, { room: channel, text: renderText(reply) })
          return { kind: 'posted', address }
        },
        async findPost(room, key) {
          const response = await call(`/posts?${new URLSearchParams({ room, key })}`).catch(() => null)
          if (!response?.ok) return 'unknown'
          return ((await response.json()) as { id: string | null }).id
        },
      },
      check: async () => null,
      stop: async () => {},
    }
  },
  check: async ({ values }) => {
    const response = await caller(values)('/posts?room=&key=').catch(() => null)
    return response?.ok ? null : 'Raum ist nicht erreichbar. Bitte KLA_RAUM_URL prüfen.'
  },
}
export default raum

const caller =
  (values: Readonly<Record<string, string | null>>) =>
  (path: string, body?: object): Promise<Response> =>
    fetch(`${values.URL}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${values.TOKEN}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(5_000),
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
