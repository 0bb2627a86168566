import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PlatformModule } from '../../src/adapters/chatTypes.ts'
import { postTargets } from '../../src/build/buildHandling.ts'
import { answerOf, openPlatforms } from '../../src/build/buildPlatforms.ts'
import { openWorld } from '../../src/buildWorld.ts'
import { startInstance } from '../../src/db/instances.ts'
import { postToChat } from '../../src/flows/posts/postToChat.ts'
import { openLog } from '../../src/log.ts'
import { platformsIn } from '../../src/platforms.ts'
import { readSettings } from '../../src/settings.ts'
import { type Handling, mail, openHandling } from '../flows/handling.ts'
import { postNeeds } from '../flows/posts/posting.ts'
import { eventually } from '../peers/slack.ts'
import { startRaumPeer } from './raumPeer.ts'

const token = 'ein-geheimnis-von-raum'
const folders = [new URL('../../src/adapters/', import.meta.url), new URL('./adapters/', import.meta.url)]
const raum = {
  KLA_RAUM_MODE: 'http',
  KLA_RAUM_URL: 'http://127.0.0.1:1',
  KLA_RAUM_TOKEN: token,
  KLA_RAUM_CHANNELS: 'koordination=projekt',
}

let modules: PlatformModule[]
beforeAll(async () => {
  modules = await platformsIn(...folders)
})

const read = (env: Record<string, string>) => readSettings({ ...raum, ...env }, modules)

describe('a platform that is one more folder', () => {
  test('is found beside the others', () => {
    expect(modules.map(each => each.name)).toEqual(['raum', 'slack', 'teams'])
  })

  test('has its settings by itself, mistyped ones are named, and secrets stay out of every message', () => {
    const found = read({})
    if ('faults' in found) throw new Error(found.faults.join('\n'))
    expect(found.settings.platforms.raum).toEqual({
      mode: 'http',
      values: { URL: 'http://127.0.0.1:1', TOKEN: token },
      channels: { koordination: 'projekt' },
      level: 'metadaten',
    })
    expect(read({ KLA_RAUM_TOKEN: '', KLA_RAUM_CHANELS: 'x=y' })).toEqual({
      faults: [expect.stringContaining('KLA_RAUM_CHANNELS'), expect.stringContaining('KLA_RAUM_TOKEN fehlt')],
    })
    expect(JSON.stringify(read({ KLA_RAUM_TOKEN: 'zu-kurz' }))).not.toContain('zu-kurz')
  })

  test('is refused above „metadaten“ without the papers, as every other', () => {
    expect(read({ KLA_RAUM_LEVEL: 'auszug' })).toEqual({
      faults: [expect.stringMatching(/KLA_RAUM_AVV.*KLA_RAUM_ANZEIGE_80.*KLA_RAUM_REGION.*§ 80 SGB X/)],
    })
    const papers = {
      KLA_RAUM_AVV: '2024-03-01',
      KLA_RAUM_ANZEIGE_80: 'nicht-erforderlich',
      KLA_RAUM_REGION: 'eu',
    }
    expect(read({ KLA_RAUM_LEVEL: 'auszug', ...papers })).toMatchObject({
      settings: { platforms: { raum: { level: 'auszug' } } },
    })
  })
})

describe('running', () => {
  let peer: Awaited<ReturnType<typeof startRaumPeer>>
  let house: Handling
  let instance: Awaited<ReturnType<typeof startInstance>>
  let chat: Awaited<ReturnType<typeof openPlatforms>>
  let world: Awaited<ReturnType<typeof openWorld>>

  beforeAll(async () => {
    peer = await startRaumPeer(token)
    house = await openHandling()
    instance = await startInstance(house.database.connection)
    const found = read({ KLA_RAUM_URL: peer.url, DATABASE_URL: house.database.url, KLA_WEB_PORT: '0' })
    if ('faults' in found) throw new Error(found.faults.join('\n'))
    world = await openWorld(found.settings, openLog({ level: 'silent' }), { now: house.needs.now })
    const { enqueue } = house.needs
    house.needs.postTargets = postTargets(world)
    const ways = { enqueue, postTargets: house.needs.postTargets, outgoing: null }
    chat = await openPlatforms(world, answerOf(world, enqueue, false), ways, modules)
  })
  afterAll(async () => {
    await chat.stop()
    await world.close()
    await instance.stop()
    await house.close()
    await peer.stop()
  })

  function tell(event: object, bearer = token) {
    return fetch(new URL('/raum', chat.webUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      body: JSON.stringify(event),
    })
  }

  test('it answers a command in the thread, once, and nobody who does not know its secret', async () => {
    const event = { id: 'e1', user: 'u1', room: 'projekt', text: 'status region Elmshorn' }
    expect((await tell(event, 'falsch')).status).toBe(401)
    expect((await tell(event)).status).toBe(202)
    expect((await tell(event)).status).toBe(202)
    await tell({ ...event, id: 'e2', text: 'hilfe' })
    await eventually(() => peer.posts.length >= 2)
    const [status, ...others] = peer.posts.toSorted((a, b) => a.thread!.localeCompare(b.thread!))
    expect(status).toMatchObject({ room: 'projekt', thread: 'e1' })
    expect(status!.text).toContain('Elmshorn')
    expect(others).toHaveLength(1)
  })

  test('a letter is announced there, and news of it stands below, each once', async () => {
    await house.arrive([mail({ id: '<frage@post.example>' })])
    await house.arrive([mail({ headers: { 'In-Reply-To': '<frage@post.example>' } })])
    const needs = postNeeds(house, instance.id, ...chat.platforms)
    for (const { id } of await house.database.connection.client`select id from posts order by id`)
      await postToChat(needs, Number(id))
    const [announcement, news, ...more] = peer.posts.filter(post => post.key !== null)
    expect(announcement).toMatchObject({ room: 'projekt', thread: null })
    expect(announcement!.text).toContain('Neue Anfrage KA-2024-0001')
    expect(announcement!.text).not.toContain('Harms')
    expect(news).toMatchObject({ thread: announcement!.id })
    expect(more).toEqual([])
  })
})
