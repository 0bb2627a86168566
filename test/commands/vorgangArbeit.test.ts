import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAnswer } from '../../src/chat/dispatch.ts'
import { formFor } from '../../src/chat/form.ts'
import { offeredCommands } from '../../src/chat/offeredCommands.ts'
import { eq } from '../../src/db/drizzle.ts'
import { corrections, outgoingMails, posts, ticketChanges, tickets } from '../../src/db/schema.ts'
import { protectionMove } from '../../src/domain/ticket/protectionMove.ts'
import { type DataClass, dataClasses, type Role, roles, sightOf } from '../../src/domain/ticket/visibility.ts'
import { commands } from '../../src/registry.ts'
import { channel, correspondence, directMessage, exampleWorld, office, person } from './exampleWorld.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
beforeEach(async () => {
  world = await exampleWorld('pinneberg', {
    postTargets: type => [{ platform: 'web', channel: type }],
    outgoing: {
      domain: correspondence.domain,
      alarmTo: ['bereitschaft@kreis.example'],
      procurementTo: ['vergabestelle@kreis.example'],
    },
    workplaceUrl: 'https://kla.kreis.example',
  })
})
afterEach(() => world.drop())

const bySeq = async (seq: number) => (await world.db.select().from(tickets).where(eq(tickets.seq, seq)))[0]!
const lastChange = async () => (await world.db.select().from(ticketChanges).orderBy(ticketChanges.id)).at(-1)
const announced = async (seq: number) => {
  const { id } = await bySeq(seq)
  const key = `announcement:${id}:web:sonst`
  const [post] = await world.db
    .insert(posts)
    .values({
      programmeId: 'pinneberg',
      ticketId: id,
      key,
      platform: 'web',
      channel: 'sonst',
      reply: { summary: '', audience: 'everyone', blocks: [] },
      state: 'posted',
      address: key,
      createdAt: world.now().toString(),
    })
    .returning()
  return post!.id
}
const refreshed = () => world.jobs.filter(job => job.kind === 'refreshPost').map(job => job.payload)

describe('handing over', () => {
  test('needs a reason, which is kept as a note and told in no channel', async () => {
    expect(await world.shown('vorgang abgeben KA-17 an Koordination Schulamt')).toContain('Grund')
    expect((await bySeq(17)).owner).toBeNull()
    await announced(17)
    const shown = await world.shown(
      'vorgang abgeben KA-17 an Koordination Schulamt grund: Frau Beispiel kennt es',
    )
    expect(shown).toContain('Abgegeben an Koordination Schulamt.')
    expect(await bySeq(17)).toMatchObject({ owner: 'Koordination Schulamt', state: 'in_bearbeitung' })
    expect(await lastChange()).toMatchObject({ action: 'abgeben', reason: 'Frau Beispiel kennt es' })
    expect(await world.shown('vorgang zeige 17')).toContain('Grund: Frau Beispiel kennt es')
    const news = (await world.db.select().from(posts)).filter(post => post.key.startsWith('handover:'))
    expect(news.map(post => post.reply.summary)).toEqual([
      'KA-2024-0017 ist abgegeben an Koordination Schulamt.',
    ])
  })

  test('to somebody outside the house the Vorgang is „abgegeben“, and its owner is the office', async () => {
    await world.said('vorgang abgeben KA-17 an anderes Jugendamt grund: das Kind wohnt in Hamburg')
    expect(await bySeq(17)).toMatchObject({ owner: 'anderes Jugendamt', state: 'abgegeben' })
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
    expect((await bySeq(seq)).owner).toBe(done ? to : null)
  })

  test('the reason for a protected one is not typed into a cloud', async () => {
    const shown = await world.shown(
      'vorgang abgeben 9 an ASD grund: Jonas',
      person('fachdienst'),
      directMessage,
    )
    expect(shown).toContain('nur im eigenen Haus')
    expect((await bySeq(9)).owner).toBeNull()
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
    await announced(17)
    await world.said('vorgang schlummern KA-17 bis 29.04.2024')
    expect(refreshed()).toEqual([])
    await world.said('vorgang übernehmen KA-17')
    expect(refreshed()).toHaveLength(1)
  })
})

describe('links', () => {
  test('each of the two names the other, until the link is taken away', async () => {
    const own = await announced(14)
    expect(await world.shown('vorgang verknüpfen 17 mit 14')).toContain('ist mit KA-2024-0014 verknüpft')
    expect(refreshed()).toEqual([{ postId: own }])
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

describe('saying what it is', () => {
  test('keeps the correction as a lesson, with what was said and what was meant', async () => {
    await world.said('vorgang einordnen 17 typ:schulträger thema:finanzierung ort:Uetersen')
    expect(await bySeq(17)).toMatchObject({
      stakeholder: 'schultraeger',
      topic: 'finanzierung',
      place: 'Uetersen',
    })
    const [lesson] = await world.db.select().from(corrections)
    expect(lesson?.said).toMatchObject({
      stakeholder: 'schule',
      topic: 'zeitplan',
      place: 'Elmshorn',
      urgent: false,
    })
    expect(lesson?.meant).toMatchObject({
      stakeholder: 'schultraeger',
      topic: 'finanzierung',
      place: 'Uetersen',
    })
    expect(await world.shown('vorgang einordnen 17 typ:schulträger')).toContain(
      'So ist der Vorgang schon eingeordnet',
    )
  })

  test('more protection holds at once: posts are changed, its readers are called, and the rest no longer see it', async () => {
    const own = await announced(17)
    const shown = await world.shown('vorgang einordnen 17 dringlichkeit:kindeswohl')
    expect(shown).toContain('KA-2024-0017 ist jetzt geschützt.')
    expect(await bySeq(17)).toMatchObject({ dataClass: 'kindeswohl', dueOn: '2024-04-22' })
    expect(refreshed()).toEqual([{ postId: own }])
    const [letter] = await world.db.select().from(outgoingMails)
    expect(letter).toMatchObject({ kind: 'alarm', toAddress: 'bereitschaft@kreis.example' })
    expect(world.jobs).toContainEqual({ kind: 'sendLetter', payload: { outgoingMailId: letter!.id } })
    expect(await world.shown('vorgang zeige 17')).toContain(
      'gibt es nicht, oder er darf hier nicht gezeigt werden',
    )
    expect(await world.shown('vorgang zeige 17', person('asd'))).toContain('KA-2024-0017')
  })

  test('what need not be read today any more gets the day that it would have had', async () => {
    await world.said('vorgang einordnen 17 dringlichkeit:kindeswohl')
    await world.said('vorgang einordnen 17 dringlichkeit:normal wirklich', person('asd'))
    expect(await bySeq(17)).toMatchObject({ dataClass: 'allgemein', dueOn: '2024-04-29' })
    // No channel had heard of it under its type: it is announced there like a new one.
    const told = (await world.db.select().from(posts)).map(post => [post.key.split(':')[0], post.channel])
    expect(told).toEqual([['announcement', 'schule']])
  })

  test('less protection is asked back, and the button does it', async () => {
    const asked = await world.said('vorgang einordnen 6 typ:schule thema:zeitplan schutz:allgemein')
    expect(asked.summary).toContain('Lesen dürfen ihn dann auch: Koordination Schulamt, Projektgruppe.')
    expect((await bySeq(6)).dataClass).toBe('presse')
    const [yes] = asked.blocks.flatMap(block => (block.kind === 'actions' ? block.actions : []))
    expect(await world.shown(yes!.command)).toContain('Neu eingeordnet.')
    expect((await bySeq(6)).dataClass).toBe('allgemein')
  })

  const words: Record<DataClass, string> = {
    allgemein: 'allgemein',
    einzelfall: 'einzelfall',
    kindeswohl: 'kindeswohl',
    antrag_verdacht: 'antrag',
    vergabe: 'vergabe',
    angebot_anlage: 'angebot',
    presse: 'presse',
    bewerbung: 'bewerbung',
    dsgvo_izg: 'datenschutz',
  }
  const staffRoles = roles.filter(role => !['kanal', 'admin', 'gast'].includes(role))

  test.each(staffRoles)(
    'no way leads %s to less protection of what that role does not read in full, and more is always possible',
    async role => {
      for (const from of dataClasses)
        for (const to of dataClasses) {
          await world.db
            .update(tickets)
            .set({
              dataClass: from,
              stakeholder: 'schule',
              topic: 'zeitplan',
              flags: [],
              bidderQuestion: false,
            })
            .where(eq(tickets.seq, 17))
          await world.said(`vorgang einordnen 17 schutz:${words[to]} wirklich`, person(role as Role))
          const now = (await bySeq(17)).dataClass
          const sight = sightOf(role, from)
          const allowed = sight === 'full' || (sight !== 'nothing' && protectionMove(from, to) === 'raised')
          expect({ from, to, now }).toEqual({ from, to, now: allowed ? to : from })
        }
    },
  )
})

describe('closing', () => {
  test('a hint at a child in danger is closed by the ASD alone, and only with a second yes', async () => {
    const asked = await world.said('vorgang abschließen 4', person('asd'))
    expect(asked.summary).toContain('bestätigen Sie als Fachkraft')
    expect((await bySeq(4)).state).toBe('eingegangen')
    await world.said('vorgang abschließen 4 wirklich', person('fachdienst'))
    expect((await bySeq(4)).state).toBe('eingegangen')
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

test('a button of the announcement asks in a form, and what is filled in is done', async () => {
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
  expect((await bySeq(14)).state).toBe('in_bearbeitung')
  const relabelled = await submit('vorgang einordnen KA-2024-0017', {
    stakeholder: 'schulträger',
    region: 'Uetersen',
  })
  expect(relabelled.summary).toContain('Schulträger · Zeitplan · Uetersen')
  await submit('vorgang schlummern KA-2024-0017', { until: '2024-04-29' })
  expect(await bySeq(17)).toMatchObject({ snoozedUntil: '2024-04-29', owner: 'Koordination Schulamt' })
})
