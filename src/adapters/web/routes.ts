import { readFileSync } from 'node:fs'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Temporal } from 'temporal-polyfill'
import type { Person } from '../../reply/incoming.ts'
import type { Action } from '../../reply/reply.ts'
import type { Answer } from '../chatTypes.ts'
import {
  cookieOf,
  hostIsOurs,
  newSession,
  readSession,
  type Session,
  same,
  sentFromOurPage,
  sessionCookie,
} from './access.ts'
import { conversations } from './conversations.ts'
import { type Html, html } from './html.ts'
import type { LiveFeed } from './liveFeed.ts'
import { answerHtml, chatPage, doorPage, welcomePage } from './page.ts'
import type { ShownPictures } from './shownPictures.ts'
import type { WebPost } from './webPost.ts'

export interface ChatRoutesOptions {
  answer: Answer
  person: Person
  programmeName: string
  example: string
  suggestions: readonly Action[]
  token: string
  hostNames: readonly string[]
  secureCookie: boolean
  posts(): Promise<WebPost[]>
  feed: LiveFeed
  now(): Temporal.Instant
  pictures: ShownPictures
}

const types = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' }
const files = [
  staticFile('farben', 'css'),
  staticFile('seite', 'css'),
  staticFile('eingabe', 'css'),
  staticFile('beitrag', 'css'),
  staticFile('seite', 'js'),
  staticFile('zeichen', 'svg'),
]
/** The chat page and what belongs to it. Registered by itself, so that its checks do not meet the routes of others. */
export function chatRoutes(options: ChatRoutesOptions): FastifyPluginAsync {
  return async server => {
    const talk = conversations()
    const nowSeconds = () => Math.floor(Date.now() / 1000)
    // Cookies do not tell ports apart: two of our servers on one machine must not sign each other out.
    const cookieName = (request: FastifyRequest) => `kla_sitzung_${request.socket.localPort}`
    const sessionOf = (request: FastifyRequest): Session | null =>
      readSession(options.token, cookieOf(request, cookieName(request)), nowSeconds())

    server.addHook('onRequest', async (request, reply) => {
      if (hostIsOurs(request.headers.host, options.hostNames)) return
      return page(
        reply,
        421,
        doorPage(
          'Falsche Adresse',
          html`Unter diesem Namen ist die Seite nicht erreichbar. Bitte die Startadresse verwenden, die das Programm beim Start ausgibt.`,
        ),
      )
    })
    server.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    )
    server.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
      const status = error.statusCode ?? 500
      const sentence =
        status === 413
          ? html`Die Eingabe ist zu lang. Bitte kürzen Sie sie.`
          : html`Das hat nicht geklappt. Bitte versuchen Sie es noch einmal. Es ist nichts verloren gegangen.`
      return page(
        reply,
        status,
        doorPage('Nicht gelungen', sentence, html`<a href="/">Zurück zur Übersicht</a>`),
      )
    })

    for (const { path, type, body } of files)
      server.get(path, (_request, reply) => reply.type(type).header('cache-control', 'no-cache').send(body))

    server.get('/', async (request, reply) => {
      const { zugang } = request.query as { zugang?: unknown }
      if (zugang !== undefined) {
        if (typeof zugang !== 'string' || !same(zugang, options.token)) return page(reply, 403, wrongToken())
        const value = newSession(options.token, nowSeconds())
        reply.header('set-cookie', sessionCookie(cookieName(request), value, options.secureCookie))
        return page(reply, 200, welcomePage())
      }
      const session = sessionOf(request)
      if (!session) return page(reply, 401, notSignedIn())
      return page(
        reply,
        200,
        chatPage({
          programmeName: options.programmeName,
          personName: options.person.name,
          example: options.example,
          suggestions: options.suggestions,
          posts: (await options.posts()).slice(0, 100),
          exchanges: talk.of(session.id),
          now: options.now(),
          pictureAddress: options.pictures.address,
        }),
      )
    })

    server.post('/frage', async (request, reply) => {
      const session = sessionOf(request)
      const byScript = request.headers.accept === 'application/json'
      if (!session) return byScript ? reply.code(401).send({}) : page(reply, 401, notSignedIn())
      if (!sentFromOurPage(request))
        return page(
          reply,
          403,
          doorPage('Nicht angenommen', html`Diese Eingabe kam nicht von unserer Seite.`),
        )
      const text = (request.body instanceof URLSearchParams ? (request.body.get('text') ?? '') : '').trim()
      if (text === '') return byScript ? reply.code(400).send({}) : reply.redirect('/', 303)
      const answered = await options.answer({
        text,
        person: options.person,
        place: { platform: 'web', shared: false, channel: 'web', thread: null },
      })
      const exchange = talk.add(session.id, { text, reply: answered, at: options.now().toString() })
      if (!byScript) return reply.redirect(`/#antwort-${exchange.number}`, 303)
      return reply.send({
        summary: answered.summary,
        html: answerHtml(exchange, options.now(), options.pictures.address).html,
      })
    })

    server.get('/bild/:name', async (request, reply) => {
      if (!sessionOf(request)) return reply.code(401).send()
      const { name } = request.params as { name: string }
      const png = await options.pictures.png(name.replace(/\.png$/, ''))
      if (!png) return reply.code(404).send()
      return reply
        .type('image/png')
        .header('cache-control', 'private, max-age=86400, immutable')
        .send(Buffer.from(png))
    })

    server.get('/ereignisse', (request, reply) => {
      if (!sessionOf(request)) return reply.code(401).send()
      reply.hijack()
      options.feed.connect(reply.raw)
    })
  }
}

function page(reply: FastifyReply, status: number, content: Html) {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(content.html)
}

function notSignedIn(): Html {
  return doorPage(
    'Bitte anmelden',
    html`Sie sind nicht angemeldet, oder Ihre Anmeldung ist nach zwölf Stunden abgelaufen.`,
    html`Öffnen Sie die Startadresse, die das Programm beim Start ausgibt. Sie endet auf <code>/?zugang=…</code>. Wenn Sie das Programm nicht selbst betreiben, fragen Sie bitte Ihre Administration nach der Adresse.`,
  )
}

function wrongToken(): Html {
  return doorPage(
    'Dieser Zugang gilt nicht',
    html`Das Zugangswort in der Adresse ist falsch oder nicht mehr gültig. Nach einem Neustart des Programms kann es sich geändert haben.`,
    html`Bitte die neue Startadresse verwenden; das Programm gibt sie beim Start aus.`,
  )
}

function staticFile(name: string, extension: keyof typeof types) {
  const file = `${name}.${extension}`
  const body = readFileSync(new URL(`./static/${file}`, import.meta.url))
  return { path: `/${file}`, type: types[extension], body }
}
