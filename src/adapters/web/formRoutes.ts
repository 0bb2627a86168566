import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Form } from '../../reply/form.ts'
import type { Incoming } from '../../reply/incoming.ts'
import type { Reply } from '../../reply/reply.ts'
import type { ChatCore } from '../chatTypes.ts'
import type { Session } from './access.ts'
import { formHtml, type ShownForm } from './formHtml.ts'
import { faultsIn, filledIn, valuesOf } from './formValues.ts'
import { formPage } from './page.ts'

export interface FormRoutesOptions {
  core: Pick<ChatCore, 'answer' | 'form'>
  incoming(text: string): Incoming
  /** Answers who is not signed in, or did not come from our page; null: both is fine. */
  sessionFor(request: FastifyRequest, reply: FastifyReply, sends: boolean): Session | null
  /** Puts the answer into the conversation and shows it. */
  show(
    session: Session,
    text: string,
    answered: Reply,
    request: FastifyRequest,
    reply: FastifyReply,
  ): FastifyReply
}

/** GET /formular?befehl=…&fragt=… asks what a command still needs, POST /formular takes it. With script both come as JSON. */
export function formRoutes(server: FastifyInstance, options: FormRoutesOptions): void {
  const { core, incoming, sessionFor, show } = options

  server.get('/formular', async (request, reply) => {
    const session = sessionFor(request, reply, false)
    if (!session) return reply
    const asked = readAsked(new URLSearchParams(request.url.split('?')[1] ?? ''))
    const form = await core.form(incoming(asked.command), asked.keys)
    if (!isForm(form)) return show(session, asked.command, form, request, reply)
    return answerForm(request, reply, 200, { form, asks: asked.asks, id: newId() })
  })

  server.post('/formular', async (request, reply) => {
    const session = sessionFor(request, reply, true)
    if (!session) return reply
    const body = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
    const asked = readAsked(body)
    const said = incoming(asked.command)
    const form = await core.form(said, asked.keys)
    if (!isForm(form)) return show(session, asked.command, form, request, reply)
    const values = valuesOf(form, body)
    const again = { form, asks: asked.asks, id: readId(body), values }
    const faults = faultsIn(form, values)
    if (faults.length > 0) return answerForm(request, reply, 422, { ...again, faults })
    const answered = await core.answer({ ...said, text: form.command, filled: filledIn(values) })
    if (answered.unfinished) return answerForm(request, reply, 422, { ...again, refused: answered })
    return show(session, form.title, answered, request, reply)
  })
}

function isForm(found: Form | Reply): found is Form {
  return 'fields' in found
}

/** What came with the address or the form; too much of it is none of ours. */
function readAsked(from: URLSearchParams): { command: string; asks: string; keys: string[] } {
  const asks = (from.get('fragt') ?? '').slice(0, 500)
  const keys = asks.split(',').filter(key => /^\w+$/.test(key))
  return { command: (from.get('befehl') ?? '').trim().slice(0, 2000), asks, keys }
}

function answerForm(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  shown: Omit<ShownForm, 'level'>,
) {
  const form = formHtml({ ...shown, level: wantsJson(request) ? 3 : 1 })
  reply.code(status).header('cache-control', 'no-store')
  return wantsJson(request)
    ? reply.send({ formular: form.html })
    : reply.type('text/html; charset=utf-8').send(formPage(shown.form.title, form, status !== 200).html)
}

/** Asked by our script, which keeps the page. */
export function wantsJson(request: FastifyRequest): boolean {
  return request.headers.accept === 'application/json'
}

const newId = () => `f${randomBytes(4).toString('hex')}`

/** The ids stay the same when a form comes back, so that the place of reading is kept. */
function readId(body: URLSearchParams): string {
  const id = body.get('kennung') ?? ''
  return /^f[0-9a-f]{8}$/.test(id) ? id : newId()
}
