import { readFileSync } from 'node:fs'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Temporal } from 'temporal-polyfill'
import type { Incoming, Person } from '../../reply/incoming.ts'
import type { Action, Reply } from '../../reply/reply.ts'
import type { ChatCore } from '../chatTypes.ts'
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
import { formRoutes, wantsJson } from './formRoutes.ts'
import { type Html, html } from './html.ts'
import type { LiveFeed } from './liveFeed.ts'
import { answerHtml, chatPage, doorPage, onceMorePage, type PageContent, welcomePage } from './page.ts'
import type { ShownPictures } from './shownPictures.ts'
import type { WebPost } from './webPost.ts'

export interface ChatRoutesOptions {
  core: Pick<ChatCore, 'answer' | 'form'>
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
  staticFile('formular', 'css'),
  staticFile('seite', 'js'),
  staticFile('formular', 'js'),
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

    const incoming = (text: string): Incoming => ({
      text,
      person: options.person,
      place: { platform: 'web', shared: false, channel: 'web', thread: null },
    })

    async function chatPageFor(session: Session, about?: PageContent['about']) {
      return chatPage({
        programmeName: options.programmeName,
        personName: options.person.name,
        example: options.example,
        suggestions: options.suggestions,
        ...(about && { about }),
        posts: (await options.posts()).slice(0, 100),
        exchanges: talk.of(session.id),
        now: options.now(),
        pictureAddress: options.pictures.address,
      })
    }

    /** null: who asks is not signed in, or sends a form that is not of our page, and was told so. */
    function sessionFor(request: FastifyRequest, reply: FastifyReply, sends: boolean): Session | null {
      const session = sessionOf(request)
      if (!session) {
        if (wantsJson(request)) reply.code(401).send({})
        else page(reply, 401, notSignedIn())
        return null
      }
      if (!sends || sentFromOurPage(request)) return session
      page(reply, 403, doorPage('Nicht angenommen', html`Diese Eingabe kam nicht von unserer Seite.`))
      return null
    }

    function show(
      session: Session,
      text: string,
      answered: Reply,
      request: FastifyRequest,
      reply: FastifyReply,
    ) {
      const exchange = talk.add(session.id, { text, reply: answered, at: options.now().toString() })
      if (!wantsJson(request)) return reply.redirect(`/#antwort-${exchange.number}`, 303)
      return reply.send({
        summary: answered.summary,
        html: answerHtml(exchange, options.now(), options.pictures.address).html,
      })
    }

    server.get('/', async (request, reply) => {
      const { zugang } = request.query as { zugang?: unknown }
      if (zugang !== undefined) {
        if (typeof zugang !== 'string' || !same(zugang, options.token)) return page(reply, 403, wrongToken())
        const value = newSession(options.token, nowSeconds())
        reply.header('set-cookie', sessionCookie(cookieName(request), value, options.secureCookie))
        return page(reply, 200, welcomePage())
      }
      const session = sessionFor(request, reply, false)
      if (!session) return reply
      return page(reply, 200, await chatPageFor(session))
    })

    server.post('/frage', async (request, reply) => {
      const session = sessionFor(request, reply, true)
      if (!session) return reply
      const text = (request.body instanceof URLSearchParams ? (request.body.get('text') ?? '') : '').trim()
      if (text === '') return wantsJson(request) ? reply.code(400).send({}) : reply.redirect('/', 303)
      return show(session, text, await options.core.answer(incoming(text)), request, reply)
    })

    formRoutes(server, { core: options.core, incoming, sessionFor, show })

    // Where the links of chat posts lead.
    server.get('/vorgang/:number', async (request, reply) => {
      const { number } = request.params as { number: string }
      if (!/^\p{Lu}{1,8}-\d{4}-\d{4,9}$/u.test(number)) return reply.callNotFound()
      const { weiter } = request.query as { weiter?: string }
      if (!sessionOf(request) && weiter === undefined)
        return page(reply, 401, onceMorePage(`/vorgang/${encodeURIComponent(number)}?weiter`))
      const session = sessionFor(request, reply, false)
      if (!session) return reply
      const text = `vorgang zeige ${number}`
      const answered = await options.core.answer(incoming(text))
      // Not part of the conversation: reloaded, it shows how things are then.
      const exchange = { number: 0, text, reply: answered, at: options.now().toString() }
      return page(reply, 200, await chatPageFor(session, { title: number, exchange }))
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
    html`Öffnen Sie die Startadresse, die das Programm beim Start ausgibt. Sie endet auf <code>/?zugang=…</code>. Wenn Sie das Programm nicht selbst betreiben, fragen Sie bitte Ihre Administration nach der Adresse. Ein Link zu einem Vorgang gilt danach wieder.`,
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
