import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAnswer } from '../../src/chat/dispatch.ts'
import { formFor } from '../../src/chat/form.ts'
import { offeredCommands } from '../../src/chat/offeredCommands.ts'
import { eq } from '../../src/db/drizzle.ts'
import { posts, tickets } from '../../src/db/schema.ts'
import { commands } from '../../src/registry.ts'
import { channel, directMessage, office, person } from './exampleWorld.ts'
import { workWorld } from './workWorld.ts'

let world: Awaited<ReturnType<typeof workWorld>>
beforeEach(async () => {
  world = await workWorld()
})
afterEach(() => world.drop())

describe('handing over', () => {
  test('needs a reason, which is kept as a note and told in no channel', async () => {
    expect(await world.shown('vorgang abgeben KA-17 an Koordination Schulamt')).toContain('Grund')
    expect((await world.bySeq(17)).owner).toBeNull()
    await world.announced(17)
    const shown = await world.shown(
      'vorgang abgeben KA-17 an Koordination Schulamt grund: Frau Beispiel kennt es',
    )
    expect(shown).toContain('Abgegeben an Koordination Schulamt.')
    expect(await world.bySeq(17)).toMatchObject({ owner: 'Koordination Schulamt', state: 'in_bearbeitung' })
    expect(await world.lastChange()).toMatchObject({ action: 'abgeben', reason: 'Frau Beispiel kennt es' })
    expect(await world.shown('vorgang zeige 17')).toContain('Grund: Frau Beispiel kennt es')
    const news = (await world.db.select().from(posts)).filter(post => post.key.startsWith('handover:'))
    expect(news.map(post => post.reply.summary)).toEqual([
      'KA-2024-0017 ist abgegeben an Koordination Schulamt.',
    ])
  })

  test('to somebody outside the house the Vorgang is „abgegeben“, and its owner is the office', async () => {
    await world.said('vorgang abgeben KA-17 an anderes Jugendamt grund: das Kind wohnt in Hamburg')
    expect(await world.bySeq(17)).toMatchObject({ owner: 'anderes Jugendamt', state: 'abgegeben' })
    expect(await world.shown('vorgang zuweisen 14 Schulträger')).toContain(
      'gehört nicht zur eigenen Verwaltung',
    )
  })

  test.each([
    [9, 'Koordination Schulamt', 'fachdienst', false],
    [9, 'Koordination Jugendamt', 'fachdienst', false],
    [9, 'Schulträger', 'fachdienst', false],
    [9, 'ASD', 'koordination_jugendamt', true],
    [9, 'anderes Jugendamt', 'fachdienst', true],
    [4, 'Fachdienst', 'asd', false],
    [5, 'Projektgruppe', 'vergabestelle', false],
    [6, 'Pressestelle', 'koordination_schulamt', true],
    [17, 'Projektgruppe', 'koordination_schulamt', true],
  ] as const)('KA-%i to %s by %s: %s', async (seq, to, role, done) => {
    const shown = await world.shown(`vorgang abgeben ${seq} an ${to} grund: dort richtig`, person(role))
    expect(shown).toContain(done ? `Abgegeben an ${to}.` : `${to} darf ihn nicht lesen`)
    expect((await world.bySeq(seq)).owner).toBe(done ? to : null)
  })

  test('the reason for a protected one is not typed into a cloud', async () => {
    const shown = await world.shown(
      'vorgang abgeben 9 an ASD grund: Jonas',
      person('fachdienst'),
      directMessage,
    )
    expect(shown).toContain('nur im eigenen Haus')
    expect((await world.bySeq(9)).owner).toBeNull()
  })
})

describe('putting off', () => {
  test('until then it is on nobody’s list of today, and its own list shows it', async () => {
    await world.said('vorgang übernehmen 17')
    expect(await world.shown('vorgang schlummern KA-17 bis 29.04.2024')).toContain(
      'Zurückgestellt bis 29.04.2024.',
    )
    expect(await world.shown('vorgang liste bei mir')).not.toContain('KA-2024-0017')
    expect(await world.shown('vorgang liste zurückgestellt')).toContain('KA-2024-0017')
    expect(await world.shown('vorgang liste')).toContain('zurückgestellt bis Mo 29.04.2024')
    world.goTo('2024-04-29')
    expect(await world.shown('vorgang liste bei mir')).toContain('KA-2024-0017')
    expect(await world.shown('vorgang liste überfällig')).toContain('KA-2024-0017')
  })

  test.each([
    ['vorgang schlummern 10 bis 22.05.2024', 'koordination_jugendamt', 'höchstens bis Di 21.05.2024'],
    ['vorgang schlummern 10 bis 21.05.2024', 'koordination_jugendamt', 'Zurückgestellt bis 21.05.2024.'],
    ['vorgang schlummern 4 bis 23.04.2024', 'asd', 'lässt sich nicht zurückstellen'],
    ['vorgang schlummern 17 bis heute', 'koordination_jugendamt', 'Tag nach heute'],
    ['vorgang schlummern 12 bis 29.04.2024', 'koordination_jugendamt', 'zuerst wieder öffnen'],
    ['vorgang schlummern 9 bis 29.04.2024', 'koordination_jugendamt', 'Das darf nur, wer'],
  ] as const)('%s by %s: %s', async (typed, role, says) => {
    expect(await world.shown(typed, person(role))).toContain(says)
  })

  test('nothing of it is told in a channel, so its announcement is not touched', async () => {
    await world.announced(17)
    await world.said('vorgang schlummern KA-17 bis 29.04.2024')
    expect(world.refreshed()).toEqual([])
    await world.said('vorgang übernehmen KA-17')
    expect(world.refreshed()).toHaveLength(1)
  })
})

describe('links', () => {
  test('each of the two names the other, until the link is taken away', async () => {
    const own = await world.announced(14)
    expect(await world.shown('vorgang verknüpfen 17 mit 14')).toContain('ist mit KA-2024-0014 verknüpft')
    expect(world.refreshed()).toEqual([{ postId: own }])
    expect(await world.shown('vorgang verknüpfen 14 mit 17')).toContain('schon verknüpft')
    expect(await world.shown('vorgang zeige 14')).toMatch(/Verknüpft mit\s+KA-2024-0017/)
    expect(await world.shown('vorgang zeige 17')).toMatch(/Verknüpft mit\s+KA-2024-0014/)
    await world.said('vorgang lösen 17 von 14')
    expect(await world.shown('vorgang zeige 14')).not.toContain('Verknüpft')
  })

  test('are shown only where both may be known', async () => {
    expect(await world.shown('vorgang verknüpfen 17 mit 4')).toContain(
      'Einen Vorgang KA-2024-0004 gibt es nicht',
    )
    await world.said('vorgang verknüpfen 17 mit 9')
    expect(await world.shown('vorgang zeige 17')).toContain('KA-2024-0009')
    for (const [by, place] of [
      [person('koordination_schulamt'), office],
      [person('koordination_jugendamt'), channel],
    ] as const)
      expect(await world.shown('vorgang zeige 17', by, place)).not.toContain('KA-2024-0009')
  })
})

describe('closing', () => {
  test('a hint at a child in danger is closed by the ASD alone, and only with a second yes', async () => {
    const asked = await world.said('vorgang abschließen 4', person('asd'))
    expect(asked.summary).toContain('bestätigen Sie als Fachkraft')
    expect((await world.bySeq(4)).state).toBe('eingegangen')
    await world.said('vorgang abschließen 4 wirklich', person('fachdienst'))
    expect((await world.bySeq(4)).state).toBe('eingegangen')
    expect(await world.shown('vorgang abschließen 4 wirklich', person('asd'))).toContain('Abgeschlossen.')
  })

  test('a reason is kept as a note', async () => {
    await world.said('vorgang abschließen 17 grund: telefonisch geklärt')
    expect(await world.shown('vorgang zeige 17')).toContain('Abgeschlossen. Grund: telefonisch geklärt')
  })
})

test('a question from the chat is answered in its thread', async () => {
  await world.db.update(tickets).set({ source: 'chat' }).where(eq(tickets.seq, 17))
  expect(await world.shown('vorgang antworten 17: Guten Tag, ja.')).toContain('im Thread')
})

test('where the letter may not be shown, the way to the workplace is', async () => {
  const draft = await world.said(
    'vorgang antworten 17: Guten Tag, ja.',
    person('koordination_jugendamt'),
    directMessage,
  )
  expect(JSON.stringify(draft)).toContain('https://kla.kreis.example/vorgang/KA-2024-0017')
  const refused = await world.said('vorgang notiz 9: Rückruf', person('fachdienst'), directMessage)
  expect(JSON.stringify(refused)).toContain('https://kla.kreis.example/vorgang/KA-2024-0009')
})

test('D30: a button of the announcement asks in a form, and what is filled in is done', async () => {
  const answer = createAnswer(world.needs, commands)
  const by = person('koordination_jugendamt')
  const needs = { ...world.needs, commands: offeredCommands(world.programme, commands) }
  const submit = async (button: string, filled: Record<string, string>) => {
    const form = formFor(needs, { text: button, person: by, place: channel })
    if (!('fields' in form)) throw new Error(form.summary)
    expect(form.fields.map(field => field.key)).toEqual(expect.arrayContaining(Object.keys(filled)))
    return answer({ text: form.command, person: by, place: channel, filled })
  }
  const taken = await submit('vorgang abgeben KA-2024-0017', {
    assignee: 'Koordination Schulamt',
    reason: 'nicht mehr bei uns? KA-14 schließen',
  })
  expect(taken.summary).toContain('Abgegeben an Koordination Schulamt.')
  expect((await world.bySeq(14)).state).toBe('in_bearbeitung')
  const relabelled = await submit('vorgang einordnen KA-2024-0017', {
    stakeholder: 'schulträger',
    region: 'Uetersen',
  })
  expect(relabelled.summary).toContain('Schulträger · Zeitplan · Uetersen')
  await submit('vorgang schlummern KA-2024-0017', { until: '2024-04-29' })
  expect(await world.bySeq(17)).toMatchObject({ snoozedUntil: '2024-04-29', owner: 'Koordination Schulamt' })
})
