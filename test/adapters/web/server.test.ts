import { request as httpRequest } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newSession, readSession } from '../../../src/adapters/web/access.ts'
import { conversations } from '../../../src/adapters/web/conversations.ts'
import { announcement, regionReply, token, type WebWorld, webWorld } from './world.ts'

let world: WebWorld
beforeEach(async () => {
  world = await webWorld()
})
afterEach(() => world.stop())

async function signIn(): Promise<string> {
  const response = await fetch(world.web.url)
  expect(response.status).toBe(200)
  return response.headers.get('set-cookie')!.split(';')[0]!
}

function ask(
  cookie: string,
  text: string,
  headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
) {
  return fetch(`${world.origin}/frage`, {
    method: 'POST',
    headers: { cookie, ...headers },
    body: new URLSearchParams({ text }),
    redirect: 'manual',
  })
}

/** What people read, without what holds it together. */
const shownText = (page: string) => page.replace(/<[^>]*>/g, '').replaceAll('\u00a0', ' ')

/** fetch would set the Host header itself. */
function statusWithHost(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(`${world.origin}/`, { headers: { host } }, response => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    call.on('error', reject).end()
  })
}

describe('signing in', () => {
  test('the start address signs in with a cookie that scripts and other sites cannot use', async () => {
    const response = await fetch(world.web.url)
    const cookie = response.headers.get('set-cookie')!
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    expect(cookie).not.toContain(token)
    const page = await fetch(world.origin, { headers: { cookie: cookie.split(';')[0]! } })
    expect(page.status).toBe(200)
    expect(shownText(await page.text())).toContain('Neue Anfrage KA-2024-0009')
  })

  test('without it a page says in German what to do, and shows nothing of the programme', async () => {
    const response = await fetch(world.origin)
    expect(response.status).toBe(401)
    const text = await response.text()
    expect(text).toContain('Öffnen Sie die Startadresse')
    expect(text).not.toContain('Pinneberg')
    expect((await fetch(`${world.origin}/ereignisse`)).status).toBe(401)
    expect((await ask('', 'status')).status).toBe(401)
    expect(world.heard).toHaveLength(0)
  })

  test.each(['falsch', '', `${token}x`, token.slice(0, -1)])(
    'the access token „%s“ is refused',
    async wrong => {
      const response = await fetch(`${world.origin}/?zugang=${encodeURIComponent(wrong)}`)
      expect(response.status).toBe(403)
      expect(response.headers.get('set-cookie')).toBeNull()
    },
  )

  test('a forged, an old and a session of another token are none', () => {
    const value = newSession(token, 1_000)
    expect(readSession(token, value, 1_000)).not.toBeNull()
    expect(readSession(token, value, 1_000 + 12 * 3600)).not.toBeNull()
    expect(readSession(token, value, 1_001 + 12 * 3600)).toBeNull()
    expect(readSession('another-token-another', value, 1_000)).toBeNull()
    expect(readSession(token, value.replace('.1000.', '.1001.'), 1_001)).toBeNull()
    expect(readSession(token, null, 1_000)).toBeNull()
  })

  test('a token that can be guessed is refused at the start', async () => {
    await expect(webWorld({ token: 'kurz' })).rejects.toThrow('mindestens 16 Zeichen')
  })
})

describe('guards', () => {
  test('a foreign name in the Host header is refused, so a rebound name cannot read the page', async () => {
    expect(await statusWithHost('evil.example')).toBe(421)
    expect(await statusWithHost(`evil.example:${world.web.port}`)).toBe(421)
    expect(await statusWithHost(`localhost:${world.web.port}`)).toBe(401)
    expect(await statusWithHost(`127.0.0.1:${world.web.port}`)).toBe(401)
    expect(await statusWithHost(`[::1]:${world.web.port}`)).toBe(401)
    expect(await statusWithHost('127.0.0.1.evil.example')).toBe(421)
  })

  test('a form of another page is refused, also of one on another port of this machine', async () => {
    const cookie = await signIn()
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'http://127.0.0.1:1' },
      { origin: 'null' },
      {},
    ]
    for (const headers of foreign)
      expect((await ask(cookie, 'vorgang abschließen 17', headers)).status).toBe(403)
    expect(world.heard).toHaveLength(0)
    expect((await ask(cookie, 'status', { origin: world.origin })).status).toBe(303)
    expect(world.heard).toHaveLength(1)
  })

  test('the page allows no script and style but its own files, and no framing', async () => {
    const response = await fetch(world.web.url)
    const policy = response.headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(response.headers.get('referrer-policy')).toBe('same-origin')
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('/healthz says that the process lives, needs no sign-in and tells nothing else', async () => {
    expect(await (await fetch(`${world.origin}/healthz`)).json()).toEqual({ ok: true })
  })

  test('routes of others share the port and are asked for no sign-in of ours', async () => {
    await world.stop()
    world = await webWorld({
      plugins: [async server => void server.post('/slack/events', async () => 'slack')],
    })
    const response = await fetch(`${world.origin}/slack/events`, { method: 'POST' })
    expect(await response.text()).toBe('slack')
  })
})

describe('asking without script', () => {
  test('a form leads back to the page, which shows the answer first', async () => {
    const cookie = await signIn()
    const first = await ask(cookie, 'vorgang liste')
    expect(first.status).toBe(303)
    expect(first.headers.get('location')).toBe('/#antwort-1')
    await ask(cookie, '/status region Elmshorn')
    const page = await (await fetch(world.origin, { headers: { cookie } })).text()
    expect(page.indexOf('Region 1: Elmshorn')).toBeLessThan(page.indexOf('Offene Vorgänge: 3'))
    expect(world.heard.at(-1)).toMatchObject({
      text: '/status region Elmshorn',
      person: { name: 'Koordination Jugendamt' },
      place: { platform: 'web', shared: false },
    })
  })

  test('another browser with the same token does not see these answers', async () => {
    const mine = await signIn()
    const other = await signIn()
    await ask(mine, 'status')
    expect(await (await fetch(world.origin, { headers: { cookie: other } })).text()).not.toContain(
      'id="antwort-1"',
    )
  })

  test('an empty question is not asked, and one of 10,000 characters is', async () => {
    const cookie = await signIn()
    expect((await ask(cookie, '   ')).headers.get('location')).toBe('/')
    expect(world.heard).toHaveLength(0)
    const long = 'ä€'.repeat(5_000)
    expect((await ask(cookie, long)).status).toBe(303)
    expect(world.heard[0]?.text).toBe(long)
    const tooLong = await ask(cookie, 'x'.repeat(300_000))
    expect(tooLong.status).toBe(413)
    expect(await tooLong.text()).toContain('zu lang')
  })

  test('what people type and what posts say never becomes HTML', async () => {
    const evil = `"><img src=x onerror=alert(1)><script>alert(2)</script>'&\0`
    await world.stop()
    world = await webWorld({
      answer: async () => ({
        summary: evil,
        audience: 'asker',
        blocks: [
          { kind: 'heading', text: evil },
          { kind: 'text', text: `${evil}\n\n${evil}\n${evil}` },
          { kind: 'facts', facts: [{ label: evil, value: evil }] },
          {
            kind: 'rows',
            title: evil,
            rows: [{ sign: 'new', state: evil, text: evil, detail: evil, remark: evil }],
          },
          { kind: 'table', columns: [evil], rows: [[evil]] },
          { kind: 'actions', actions: [{ label: evil, command: evil }] },
          { kind: 'note', text: evil },
        ],
      }),
    })
    await world.web.platform.post(evil, announcement(evil, evil), evil, null)
    const cookie = await signIn()
    await ask(cookie, evil)
    const page = await (await fetch(world.origin, { headers: { cookie } })).text()
    expect(page).not.toMatch(/<img src=x|<script>|onerror=alert\(1\)>/)
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;')
    expect(page).not.toContain('\0')
  })

  test('a failure gives a German page and ends nothing', async () => {
    await world.stop()
    world = await webWorld({ recentPosts: async () => Promise.reject(new Error('database away')) })
    const cookie = await signIn()
    const response = await fetch(world.origin, { headers: { cookie } })
    expect(response.status).toBe(500)
    const text = await response.text()
    expect(text).toContain('nichts verloren gegangen')
    expect(text).not.toContain('database away')
  })
})

describe('announcements', () => {
  test('a post reaches connected browsers at once, and the page of those who come later', async () => {
    const cookie = await signIn()
    const live = await fetch(`${world.origin}/ereignisse`, { headers: { cookie } })
    const reader = live.body!.pipeThrough(new TextDecoderStream()).getReader()
    await reader.read()
    const posted = await world.web.platform.post(
      'schulen',
      announcement('KA-2024-0017', 'Schule'),
      'announcement:17:web',
      null,
    )
    expect(posted).toEqual({ kind: 'posted', address: 'announcement:17:web' })
    const { value } = await reader.read()
    expect(value).toContain('event: beitrag')
    expect(value).toContain('KA-2024-0017')
    await reader.cancel()
    const page = await (await fetch(world.origin, { headers: { cookie } })).text()
    expect(page.indexOf('KA-2024-0017')).toBeLessThan(page.indexOf('KA-2024-0009'))
  })

  test('the same key twice is one post; the page lists it once', async () => {
    const cookie = await signIn()
    for (const _ of [1, 2])
      await world.web.platform.post('schulen', announcement('KA-2024-0017', 'Schule'), 'a:17', null)
    world.posts.push({
      address: 'a:17',
      channel: 'schulen',
      thread: null,
      reply: announcement('KA-2024-0017', 'Schule'),
      at: '2024-04-22T07:14:00Z',
    })
    const page = await (await fetch(world.origin, { headers: { cookie } })).text()
    expect(page.match(/data-address="a:17"/g)).toHaveLength(1)
    const find = (key: string) => world.web.platform.findPost('schulen', key, { since: '', thread: null })
    expect([await find('a:17'), await find('a:18')]).toEqual(['a:17', null])
  })

  test('news stands below the post it belongs to, and an update replaces the post in its place', async () => {
    const cookie = await signIn()
    const { platform } = world.web
    await platform.post(
      'allgemein',
      { ...regionReply, blocks: [{ kind: 'text', text: 'hat jetzt die Koordination' }] },
      'n:9',
      'announcement:9:web',
    )
    await platform.update('allgemein', 'announcement:9:web', announcement('KA-2024-0009', 'übernommen'))
    const page = await (await fetch(world.origin, { headers: { cookie } })).text()
    expect(page.match(/data-address="announcement:9:web"/g)).toHaveLength(1)
    expect(shownText(page)).toContain('KA-2024-0009 · übernommen')
    expect(page).toContain('Do 11.04.2024, 10:40')
    const parent = page.slice(page.indexOf('data-address="announcement:9:web"'))
    expect(parent).toMatch(/<ol class="thread"><li class="post" data-address="n:9">/)
  })

  test('stopping ends open connections', async () => {
    const cookie = await signIn()
    const live = await fetch(`${world.origin}/ereignisse`, { headers: { cookie } })
    const began = Date.now()
    await world.stop()
    expect(Date.now() - began).toBeLessThan(15_000)
    await live.body?.cancel().catch(() => {})
    world = await webWorld()
  })
})

test('conversations in memory do not grow without end', () => {
  const talk = conversations({ sessions: 3, exchanges: 2 })
  for (const session of ['a', 'b', 'a', 'c', 'd'])
    for (let i = 0; i < 3; i++)
      talk.add(session, { text: `${i}`, reply: regionReply, at: '2024-04-22T07:14:00Z' })
  expect(talk.of('a').map(each => each.number)).toEqual([6, 5])
  expect(talk.of('b')).toEqual([])
  expect(talk.of('d')).toHaveLength(2)
})
