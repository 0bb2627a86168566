import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DrawTimeline } from '../../../src/adapters/types.ts'
import type { Reply } from '../../../src/reply/reply.ts'
import { timelinePicture } from '../../../src/texts/timeline/timelineText.ts'
import { tender, timeline } from '../../domain/timeline/timelines.ts'
import { type WebWorld, webWorld } from './world.ts'

const reply: Reply = {
  summary: 'Zeitplan Region 1',
  blocks: [timelinePicture(timeline(tender))!],
  audience: 'everyone',
}
const png = Buffer.from('invented bytes of a picture')
let drawn: number
let fails: boolean
const drawTimeline: DrawTimeline = async (_timeline, alt) => {
  drawn += 1
  return fails ? null : { png, width: 2, height: 2, alt }
}

let world: WebWorld
beforeEach(async () => {
  drawn = 0
  fails = false
  world = await webWorld({ drawTimeline, answer: async () => reply })
})
afterEach(() => world.stop())

async function signedIn(): Promise<string> {
  const response = await fetch(world.web.url)
  return response.headers.get('set-cookie')!.split(';')[0]!
}

async function askedFor(cookie: string): Promise<string> {
  const response = await fetch(`${world.origin}/frage`, {
    method: 'POST',
    headers: { cookie, 'sec-fetch-site': 'same-origin', accept: 'application/json' },
    body: new URLSearchParams({ text: 'zeitplan' }),
  })
  return ((await response.json()) as { html: string }).html
}

const addressIn = (html: string) =>
  /<img src="(\/bild\/[\w-]+\.png)" alt="Zeitplan Region 1\./.exec(html)?.[1]

test('a timeline is shown as a picture from our own server, drawn when the browser asks for it', async () => {
  const cookie = await signedIn()
  const html = await askedFor(cookie)
  expect(html).toContain('bisher 01.08.2024')
  expect(drawn).toBe(0)
  const response = await fetch(world.origin + addressIn(html), { headers: { cookie } })
  expect(response.headers.get('content-type')).toBe('image/png')
  expect(response.headers.get('content-security-policy')).toContain("img-src 'self'")
  expect(Buffer.from(await response.arrayBuffer())).toEqual(png)
  // The page that is loaded anew shows the same one.
  const page = await (await fetch(world.origin, { headers: { cookie } })).text()
  expect(addressIn(page)).toBe(addressIn(html))
})

test('an announcement shows its picture, live and later', async () => {
  const cookie = await signedIn()
  await world.web.platform.post('projekt', reply, 'timeline:1', null)
  const page = await (await fetch(world.origin, { headers: { cookie } })).text()
  expect(addressIn(page)).toBeDefined()
})

test('a picture is for those who are signed in, and only what a page has shown is drawn', async () => {
  const cookie = await signedIn()
  const address = addressIn(await askedFor(cookie))
  expect((await fetch(world.origin + address)).status).toBe(401)
  for (const other of ['/bild/unbekannt.png', '/bild/..%2f..%2fetc%2fpasswd', '/bild/'])
    expect((await fetch(world.origin + other, { headers: { cookie } })).status).toBe(404)
  expect(drawn).toBe(0)
})

test('one that cannot be drawn leaves its text on the page', async () => {
  fails = true
  const cookie = await signedIn()
  const html = await askedFor(cookie)
  expect((await fetch(world.origin + addressIn(html), { headers: { cookie } })).status).toBe(404)
  expect(html).toContain('<details><summary>Zeitplan als Text</summary>')
})
