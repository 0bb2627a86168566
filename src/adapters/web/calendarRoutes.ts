import { createHash } from 'node:crypto'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { feedSecret } from '../../domain/feed/feedAddress.ts'
import { callLimit } from './callLimit.ts'

export interface CalendarRoutesOptions {
  /** The calendar behind a secret address as text; null: there is none, or no more. */
  calendarFor(secret: string): Promise<string | null>
  /** Milliseconds of a clock that only runs forward; default: that of the machine. */
  milliseconds?(): number
}

/** Programs look once an hour; who asks more often than this has gone wrong, and each answer costs a look at the whole plan. */
const perMinute = 30

/**
 * GET /kalender/<secret>.ics. No sign-in: calendar programs can send nothing but an address, so the address is the secret.
 * Unknown, revoked and malformed ones get the same answer.
 */
export function calendarRoutes(options: CalendarRoutesOptions): FastifyPluginAsync {
  const mayCall = callLimit(perMinute, 60_000, options.milliseconds ?? (() => performance.now()))
  return async server => {
    server.get('/kalender/*', async (request, reply) => {
      const secret = (request.params as { '*': string })['*'].replace(/\.ics$/, '')
      if (!feedSecret.test(secret)) return refuse(reply, 404, unknown)
      if (!mayCall(secret)) return refuse(reply.header('retry-after', '60'), 429, 'Bitte später noch einmal.')
      // A fault was logged by who caused it; calendar programs keep what they have and come again.
      const text = await options.calendarFor(secret).catch(() => undefined)
      if (text === undefined)
        return refuse(reply.header('retry-after', '300'), 503, 'Zurzeit nicht verfügbar.')
      if (text === null) return refuse(reply, 404, unknown)
      const tag = `"${createHash('sha256').update(text).digest('base64url')}"`
      // To be asked for each time, and kept by nothing between us and the reader: no-store would forbid the comparison by tag.
      reply.header('cache-control', 'private, no-cache').header('etag', tag)
      if (request.headers['if-none-match']?.split(/\s*,\s*/).some(each => each.replace(/^W\//, '') === tag))
        return reply.code(304).send()
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="klassenassistenz.ics"')
        .send(text)
    })
  }
}

const unknown = 'Diese Kalender-Adresse gilt nicht oder nicht mehr.'

function refuse(reply: FastifyReply, status: number, sentence: string) {
  return reply
    .code(status)
    .type('text/plain; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(`${sentence}\n`)
}
