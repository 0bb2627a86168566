import { afterAll, describe, expect, it } from 'vitest'
import { talkFor } from '../../src/build/buildTalk.ts'
import type { World } from '../../src/buildWorld.ts'
import { connect } from '../../src/db/connect.ts'
import { eq } from '../../src/db/drizzle.ts'
import { chatMessages, tickets } from '../../src/db/schema.ts'
import type { Said } from '../../src/reply/incoming.ts'
import { renderText } from '../../src/reply/renderText.ts'
import { channel, directMessage, exampleWorld, office, person } from '../commands/exampleWorld.ts'

const world = await exampleWorld()
afterAll(() => world.drop())

const workplaceUrl = 'https://kla.kreis.example/kla/'
const profile = { ...world.programme.profile, kanalregeln: { fragen: { eingang: true, befehle: 'alle' } } }
const core = coreOn(world.db)

/** All but the database and the channels is that of the example. */
function coreOn(db: typeof world.db) {
  const given = {
    ...world.needs,
    db,
    programme: { ...world.programme, profile },
    settings: { workplaceUrl },
  } as unknown as World
  const ways = { enqueue: world.needs.enqueue, postTargets: () => [], outgoing: null }
  return talkFor(given, ways, 'slack', { channels: { fragen: 'C-FRAGEN', schule: 'C-SCHULE' } })
}

const guest = { id: 'slack:UGAST', name: 'Gast', roles: ['gast'] as const }
const said = (text: string, more: Partial<Said> = {}): Said => ({
  address: `${Math.random()}`,
  channel: 'C-FRAGEN',
  thread: null,
  author: guest,
  text,
  at: world.now().toString(),
  files: 0,
  ...more,
})

describe('what a platform may ask of us', () => {
  it('watches the channels that the profile marks as intake and no other', async () => {
    expect(core.watched).toEqual(['C-FRAGEN'])
    const question = 'Wann startet die Klassenassistenz in Elmshorn?'
    await core.hear(said(question, { channel: 'C-SCHULE' }))
    expect(await world.db.select().from(chatMessages)).toEqual([])
  })

  it('takes in a message for staff; a guest is told politely how to become known', async () => {
    const reply = renderText(await core.takeIn(said('Bitte klären'), guest))
    expect(reply).toMatch(/verknüpft/)
    expect(await world.db.select().from(chatMessages)).toEqual([])
  })

  it('rejects a message only when the database is away, so that it is told again', async () => {
    const away = connect('postgresql://kla@127.0.0.1:1/kla')
    const lost = coreOn(away.db)
    try {
      const [heard, taken, card, page] = await Promise.allSettled([
        lost.hear(said('Wann startet die Klassenassistenz?')),
        lost.takeIn(said('Bitte klären'), person('koordination_jugendamt')),
        lost.unfurl(`${workplaceUrl}vorgang/KA-2024-0017`, { ...channel, channel: 'C-SCHULE' }),
        lost.home(person('koordination_jugendamt'), directMessage),
      ])
      expect(heard.status).toBe('rejected')
      for (const answer of [taken, page])
        expect(answer).toMatchObject({ status: 'fulfilled', value: { audience: 'asker' } })
      expect(card).toEqual({ status: 'fulfilled', value: null })
    } finally {
      await away.client.end({ timeout: 0 })
    }
  })

  it('goes on after a message that it cannot take, and says so in the log without its words', async () => {
    const broken = coreOn({ ...world.db, select: null } as never)
    expect(await broken.hear(said('Wer zahlt die Räume in Wedel, Frau Zylinderkopf?'))).toBeNull()
    const last = world.logged.at(-1)!
    expect(last.message).toContain('could not be taken in')
    expect(JSON.stringify({ ...last.fields, err: null })).not.toContain('Zylinderkopf')
  })
})

describe('our own page', () => {
  it('shows a guest what this is and how an account is linked, and no number', async () => {
    const shown = renderText(await core.home(guest, directMessage))
    expect(shown).toMatch(/verknüpfen/)
    expect(shown).not.toMatch(/KA-2024/)
  })

  it('shows own Vorgänge, what is overdue and what nobody has', async () => {
    const reply = await core.home(person('koordination_schulamt'), directMessage)
    const shown = renderText(reply, { width: 200 })
    expect(shown).toContain('KA-2024-0014 · Schulträger · Finanzierung · Pinneberg')
    expect(shown).toContain('Einer Ihrer Vorgänge ist überfällig.')
    expect(shown).toContain('noch niemand zuständig')
    expect(shown).toContain('Stand: heute 09:14')
    expect(shown).not.toContain('KA-2024-0017')
    expect(reply.audience).toBe('asker')
  })

  it('leaves out what one has put off, until its day', async () => {
    const own = async () =>
      renderText(await core.home(person('koordination_schulamt'), directMessage), { width: 200 })
    await world.db
      .update(tickets)
      .set({ snoozedUntil: '2024-04-23' })
      .where(eq(tickets.number, 'KA-2024-0014'))
    expect(await own()).not.toContain('KA-2024-0014')
    await world.db
      .update(tickets)
      .set({ snoozedUntil: '2024-04-22' })
      .where(eq(tickets.number, 'KA-2024-0014'))
    expect(await own()).toContain('KA-2024-0014')
  })

  it('knows nothing of protected Vorgänge in a cloud, however many one has, and stays within twenty rows', async () => {
    const owner = 'Koordination Jugendamt'
    await world.db.update(tickets).set({ owner }).where(eq(tickets.dataClass, 'einzelfall'))
    const many = await world.db.select().from(tickets).where(eq(tickets.number, 'KA-2024-0017'))
    const { id: _, ...row } = many[0]!
    const rows = Array.from({ length: 30 }, (_, i) => ({
      ...row,
      owner,
      seq: 100 + i,
      number: `KA-2024-${100 + i}`,
    }))
    await world.db.insert(tickets).values(rows)
    const reply = await core.home(person('koordination_jugendamt'), directMessage)
    const shown = renderText(reply, { width: 200 })
    expect(shown).not.toContain('KA-2024-0009')
    expect(shown).toContain('Geschützte Vorgänge stehen nur im Arbeitsplatz.')
    expect(shown).toContain('Und 20 weitere.')
    const count = reply.blocks.flatMap(block => (block.kind === 'rows' ? block.rows : [])).length
    expect(count).toBeLessThanOrEqual(20)
    expect(count).toBeGreaterThan(9)
  })

  it('has buttons whose commands are understood', async () => {
    const reply = await core.home(person('koordination_schulamt'), directMessage)
    const actions = reply.blocks.flatMap(block => (block.kind === 'actions' ? block.actions : []))
    expect(actions.length).toBeGreaterThan(2)
    for (const { command } of actions) {
      const answer = await world.shown(command, person('koordination_schulamt'))
      expect(answer, command).not.toMatch(/kenne ich nicht|verstehe ich nicht|nicht geklappt/)
    }
  })
})

describe('a link to a Vorgang', () => {
  const named = { ...channel, channel: 'C-SCHULE' }
  const link = (number: string) => `${workplaceUrl}vorgang/${number}`

  it('shows what a channel may know, whoever looks', async () => {
    const shown = renderText((await core.unfurl(link('KA-2024-0017'), named))!, { width: 200 })
    expect(shown).toContain('KA-2024-0017 · Schule · Zeitplan · Elmshorn')
    expect(shown).not.toMatch(/Jonas|Erika/)
  })

  it('shows of a protected one what the matrix spells out', async () => {
    const shown = renderText((await core.unfurl(link('KA-2024-0009'), named))!)
    expect(shown.trim()).toBe('KA-2024-0009 · Einzelfall')
  })

  it.each([
    ['a direct message', directMessage],
    ['a channel that the settings do not name', channel],
  ])('shows nothing in %s: a guest would learn of Vorgänge by their numbers', async (_where, place) => {
    expect(await core.unfurl(link('KA-2024-0017'), place)).toBeNull()
  })

  it.each([
    ['is known to no channel', link('KA-2024-0004')],
    ['is of a bidder', link('KA-2024-0005')],
    ['does not exist', link('KA-2024-0999')],
    ['is of another programme', link('BE-2024-0017')],
    ['names no year', link('17')],
    ['is on another machine', 'https://boese.example/kla/vorgang/KA-2024-0017'],
    ['only begins like ours', 'https://kla.kreis.example.boese.example/kla/vorgang/KA-2024-0017'],
    ['is another page', `${workplaceUrl}frist/F-7`],
    ['is no address', 'vorgang/KA-2024-0017'],
  ])('shows nothing where it %s', async (_why, address) => {
    expect(await core.unfurl(address, named)).toBeNull()
  })
})

describe('vorgang zeige of a question from the chat', async () => {
  const text = 'Zylinderkopf: wer zahlt die Räume in der Schule Wedel?'
  let number = ''

  it('shows what was said to those who may read letters, in the house, and how much it was everywhere else', async () => {
    const question = said(text)
    await core.hear(question)
    await core.hear(said('Das zahlt die Quetzalgemeinde als Schulträger.', { thread: question.address }))
    const [row] = await world.db.select().from(tickets).where(eq(tickets.source, 'chat'))
    number = row!.number
    const inside = await world.shown(`vorgang zeige ${number}`, person('koordination_jugendamt'), office)
    expect(inside).toContain(text)
    expect(inside).toContain('Im Chat geschrieben  Gast')
    for (const place of [channel, directMessage]) {
      const outside = await world.shown(`vorgang zeige ${number}`, person('koordination_jugendamt'), place)
      expect(outside).toContain('2 Nachrichten aus dem Chat')
      expect(outside).not.toMatch(/Zylinderkopf|Quetzal/)
    }
  })

  it('has no address to answer: the thread is where it is answered', async () => {
    const answer = await world.shown(`vorgang antworten ${number}: Das zahlt die Gemeinde.`)
    expect(answer).toContain('im Thread der Frage')
  })
})
