import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Incoming } from '../../../src/reply/incoming.ts'
import { handoverForm, listReply, regionReply, type WebWorld, webWorld } from './world.ts'

let world: WebWorld
let cookie: string
/** What the program answers to what was filled in. */
let answered: typeof regionReply

beforeEach(async () => {
  answered = regionReply
  world = await webWorld({ answer: async () => answered })
  const response = await fetch(world.web.url)
  cookie = response.headers.get('set-cookie')!.split(';')[0]!
})
afterEach(() => world.stop())

const address = '/formular?befehl=vorgang+abgeben+KA-2024-0017&fragt=assignee%2Creason'
const own = { 'sec-fetch-site': 'same-origin' }

function open(headers: Record<string, string> = {}) {
  return fetch(world.origin + address, { headers: { cookie, ...headers } })
}

function send(filled: Record<string, string>, headers: Record<string, string> = own) {
  return fetch(`${world.origin}/formular`, {
    method: 'POST',
    headers: { cookie, ...headers },
    redirect: 'manual',
    body: new URLSearchParams({
      befehl: handoverForm.command,
      fragt: 'assignee,reason',
      kennung: 'f00000001',
      ...Object.fromEntries(Object.entries(filled).map(([key, value]) => [`feld.${key}`, value])),
    }),
  })
}

const filledWell = {
  assignee: 'Koordination Schulamt',
  reason: 'Schulfrage\r\nseit Montag',
  until: '',
  note: '',
}

test('a button that asks for more leads to a page with a real form: labels, hints, and what is required', async () => {
  const page = await (await fetch(world.origin, { headers: { cookie } })).text()
  expect(page).toContain(
    '<a class="button" href="/formular?befehl=vorgang+abgeben+KA-2024-0009&amp;fragt=assignee%2Creason">Abgeben …</a>',
  )
  const response = await open()
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-security-policy')).toContain("form-action 'self'")
  const form = await response.text()
  expect(form).toContain('<title>KA-2024-0017 abgeben · Klassenassistenz</title>')
  expect(form).toMatch(/<h1 id="(f\w+)-titel">KA-2024-0017 abgeben<\/h1>/)
  const [, id] = /<form [^>]*aria-labelledby="(f\w+)-titel"/.exec(form)!
  expect(form).toContain(`<label for="${id}-assignee">Zuständige Funktion</label>`)
  expect(form).toContain(
    `<select id="${id}-assignee" name="feld.assignee" required aria-describedby="${id}-assignee-hinweis">`,
  )
  expect(form).toContain(`<input type="date" id="${id}-until" name="feld.until" value="2024-05-03">`)
  expect(form).toMatch(/<textarea id="f\w+-reason" name="feld.reason" required/)
  expect(form).toContain('(freiwillig)')
  expect(form).not.toContain('<script')
})

test('what was filled in reaches the command beside its text, never as part of it', async () => {
  const response = await send(filledWell)
  expect([response.status, response.headers.get('location')]).toEqual([303, '/#antwort-1'])
  expect(world.heard).toEqual([
    {
      text: 'vorgang abgeben KA-2024-0017',
      person: expect.anything(),
      place: { platform: 'web', shared: false, channel: 'web', thread: null },
      filled: { assignee: 'Koordination Schulamt', reason: 'Schulfrage\nseit Montag' },
    } satisfies Incoming,
  ])
})

test('what is missing is said above and at the field, tied to it, and nothing of what was typed is lost', async () => {
  const response = await send({
    assignee: 'gibt es nicht',
    reason: '<b>"Zu" lang</b> '.repeat(4),
    until: '2024-05-04',
    note: "O'Neil",
  })
  expect(response.status).toBe(422)
  expect(world.heard).toEqual([])
  const page = await response.text()
  expect(page).toContain('<title>Bitte ergänzen: KA-2024-0017 abgeben')
  expect(page).toContain('role="alert"')
  expect(page).toContain('<a href="#f00000001-assignee">Zuständige Funktion: Bitte auswählen.</a>')
  expect(page).toContain(
    'aria-invalid="true" aria-describedby="f00000001-assignee-hinweis f00000001-assignee-fehler"',
  )
  expect(page).toContain('<p class="fault" id="f00000001-reason-fehler">Bitte auf 40 Zeichen kürzen, es sind')
  expect(page).toContain('&lt;b&gt;&quot;Zu&quot; lang&lt;/b&gt;')
  expect(page).toContain('value="2024-05-04"')
  expect(page).toContain('value="O&#39;Neil"')
})

test('what the command does not understand is said in the form, with what was filled in', async () => {
  answered = { ...listReply, unfinished: true } as typeof regionReply
  const response = await send(filledWell)
  expect(response.status).toBe(422)
  const page = await response.text()
  expect(page).toContain('Offene Vorgänge: 3')
  expect(page).toContain('seit Montag</textarea>')
  expect(page).toContain('<option value="Koordination Schulamt" selected>')
})

test('a form of another page, and one of who is not signed in, does nothing', async () => {
  expect((await send(filledWell, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await send(filledWell, { ...own, cookie: '' })).status).toBe(401)
  expect((await fetch(world.origin + address)).status).toBe(401)
  expect(world.heard).toEqual([])
})

test('where nothing can be asked, the reason is an answer', async () => {
  await world.stop()
  world = await webWorld({ form: async () => listReply })
  const response = await fetch(world.web.url)
  cookie = response.headers.get('set-cookie')!.split(';')[0]!
  const found = await fetch(world.origin + address, { headers: { cookie }, redirect: 'manual' })
  expect([found.status, found.headers.get('location')]).toEqual([303, '/#antwort-1'])
})

test('for a script the same comes as JSON', async () => {
  const json = { accept: 'application/json' }
  expect(await (await open(json)).json()).toEqual({ formular: expect.stringContaining('<h3 id=') })
  const wrong = await send({ ...filledWell, reason: '' }, { ...own, ...json })
  expect([wrong.status, await wrong.json()]).toEqual([
    422,
    { formular: expect.stringContaining('Bitte ausfüllen.') },
  ])
  expect(await (await send(filledWell, { ...own, ...json })).json()).toMatchObject({
    summary: regionReply.summary,
  })
})

test('a link to a Vorgang shows it above everything else, to who is signed in', async () => {
  const link = `${world.origin}/vorgang/KA-2024-0017`
  const page = await (await fetch(link, { headers: { cookie } })).text()
  expect(page).toContain('<title>KA-2024-0017 · Klassenassistenz im Kreis Pinneberg')
  expect(page).toContain('id="antwort-0"')
  expect(page).not.toContain('autofocus')
  expect(world.heard.map(each => each.text)).toEqual(['vorgang zeige KA-2024-0017'])
  for (const wrong of ['17', 'KA-2024-0017;hilfe', '%3Cb%3E', 'KA-2024-0017/x'])
    expect((await fetch(`${world.origin}/vorgang/${wrong}`, { headers: { cookie } })).status, wrong).toBe(404)
})

test('a link from another page, which carries no cookie, is opened once more from our own', async () => {
  const first = await fetch(`${world.origin}/vorgang/KA-2024-0017`)
  expect(first.status).toBe(401)
  expect(await first.text()).toContain('content="0;url=/vorgang/KA-2024-0017?weiter"')
  const second = await fetch(`${world.origin}/vorgang/KA-2024-0017?weiter`)
  expect(second.status).toBe(401)
  expect(await second.text()).toContain('Öffnen Sie die Startadresse')
  expect(world.heard).toEqual([])
})
