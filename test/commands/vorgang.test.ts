import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eq } from '../../src/db/drizzle.ts'
import { auditLog, possibleMatches, tickets } from '../../src/db/schema.ts'
import { type Role, roles } from '../../src/domain/ticket/visibility.ts'
import { channel, directMessage, exampleWorld, office, person, secrets } from './exampleWorld.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
beforeAll(async () => {
  world = await exampleWorld()
})
afterAll(() => world.drop())

const stateOf = async (seq: number) => (await world.db.select().from(tickets).where(eq(tickets.seq, seq)))[0]!

describe('what is seen where', () => {
  const inputs = [
    'vorgang liste',
    'vorgang liste Elmshorn',
    'status region Elmshorn',
    'fristen',
    ...[3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 17].map(n => `vorgang zeige ${n}`),
  ]

  test.each(roles.filter(role => role !== 'kanal'))(
    'in a channel %s brings no word of a letter to light',
    async role => {
      for (const input of inputs)
        for (const place of [channel, directMessage]) {
          const reply = JSON.stringify(await world.said(input, person(role), place))
          for (const secret of secrets) expect(reply).not.toContain(secret)
        }
    },
  )

  test('the same letter is shown in the office to who may read it: the control of the test above', async () => {
    const text = await world.shown('vorgang zeige 17')
    for (const secret of ['Erika Beispiel', 'erika@familie.example', 'Diagnose Asperger', 'Unser Sohn Jonas'])
      expect(text).toContain(secret)
  })

  test('metadata in the office: type and due date, not a word of the letter', async () => {
    const text = await world.shown('vorgang zeige 9')
    expect(text).toContain('KA-2024-0009 · Eltern · Einzelfall · Barmstedt')
    expect(text).toContain('Do 18.04.2024 (überfällig)')
    expect(text).toContain('Wort der Familie')
    for (const secret of secrets) expect(text).not.toContain(secret)
  })

  test.each([
    [9, 'KA-2024-0009 · Einzelfall'],
    [7, 'KA-2024-0007'],
    [6, 'KA-2024-0006 · Presseanfrage'],
    [8, 'KA-2024-0008'],
    [10, 'KA-2024-0010 · bis Di 21.05.2024'],
    [17, 'KA-2024-0017 · Schule · Zeitplan · Elmshorn'],
  ])('a channel hears of %i just „%s“', async (seq, title) => {
    const [heading, ...more] = (
      await world.said(`vorgang zeige ${seq}`, person('koordination_jugendamt'), channel)
    ).blocks
    expect(heading).toEqual({ kind: 'heading', text: title })
    if (seq !== 17) expect(more).toEqual([])
  })

  test.each([4, 5])(
    'what must not be seen (%i) is answered word for word like what does not exist',
    async seq => {
      const hidden = await world.said(`vorgang zeige ${seq}`)
      const absent = await world.said('vorgang zeige 999')
      expect(JSON.stringify(hidden).replaceAll(`000${seq}`, '0999')).toBe(JSON.stringify(absent))
      const closing = await world.said(`vorgang abschließen ${seq}`)
      expect(JSON.stringify(closing).replaceAll(`000${seq}`, '0999')).toBe(JSON.stringify(absent))
      expect((await stateOf(seq)).state).toBe('eingegangen')
    },
  )

  test.each([
    ['asd', 4],
    ['vergabestelle', 5],
  ] as const)(
    'what no channel may know does not exist in a cloud, not even alone with %s',
    async (role, seq) => {
      const number = `KA-2024-000${seq}`
      // Overdue, so that each list and figure would name it.
      await world.db.update(tickets).set({ dueOn: '2024-04-18' }).where(eq(tickets.seq, seq))
      const asked = [
        'vorgang liste',
        'vorgang liste überfällig',
        'fristen',
        'status',
        'status region Elmshorn',
      ]
      for (const place of [channel, directMessage, { ...directMessage, platform: 'teams' as const }]) {
        for (const input of asked) expect(await world.shown(input, person(role), place)).not.toContain(number)
        const hidden = await world.said(`vorgang zeige ${seq}`, person(role), place)
        const absent = await world.said('vorgang zeige 999', person(role), place)
        expect(JSON.stringify(hidden).replaceAll(`000${seq}`, '0999')).toBe(JSON.stringify(absent))
        // Whoever may see nothing else is told of no Vorgänge at all, like a guest.
        if (role === 'vergabestelle')
          expect(await world.shown('status', person(role), place)).not.toMatch(/Anfragen|KA-/)
      }
      // The control: at the office the same person sees it in all of them.
      for (const input of [...asked.slice(0, 4), `vorgang zeige ${seq}`])
        expect(await world.shown(input, person(role))).toContain(number)
      await world.db.update(tickets).set({ dueOn: null }).where(eq(tickets.seq, seq))
    },
  )

  test('in a direct message nobody sees more than at the office', async () => {
    expect(await world.shown('vorgang zeige 9', person('koordination_schulamt'), directMessage)).toContain(
      'gibt es nicht, oder er darf hier nicht gezeigt werden',
    )
    expect(await world.shown('vorgang zeige 9', person('asd'), directMessage)).toContain('Do 18.04.2024')
  })

  test('in a list of Elmshorn in a channel nothing stands whose place the channel must not know', async () => {
    const text = await world.shown('vorgang liste Elmshorn', person('koordination_jugendamt'), channel)
    expect(text).toContain('KA-2024-0017')
    for (const n of ['0006', '0007', '0008', '0009', '0010']) expect(text).not.toContain(`KA-2024-${n}`)
  })

  test('the list counts exactly what it may show', async () => {
    const count = async (role: Role, place = office) =>
      Number(/Offene Vorgänge: (\d+)/.exec(await world.shown('vorgang liste', person(role), place))?.[1])
    expect(await count('koordination_jugendamt')).toBe(8)
    expect(await count('koordination_schulamt')).toBe(5)
    expect(await count('vergabestelle')).toBe(1)
    expect(await world.shown('vorgang liste', person('vergabestelle'), channel)).toContain('keine')
  })

  test('a guest and the IT administration see no Vorgang, and a guest hears how to get in', async () => {
    expect(await world.shown('vorgang liste', person('gast'))).toContain(
      'Ihr Konto ist noch keiner Funktion zugeordnet; „ich“ zeigt, wie',
    )
    expect(await world.shown('KA-17', person('admin'))).toContain('Das darf nur')
    expect(await world.shown('status region Elmshorn', person('gast'))).toContain('Region 1')
  })

  test('each look at a letter is in the audit log, and looking in a channel is none', async () => {
    const looks = async () =>
      (await world.db.select().from(auditLog).where(eq(auditLog.action, 'gelesen'))).length
    const before = await looks()
    await world.said('vorgang zeige 14', person('koordination_jugendamt'), channel)
    expect(await looks()).toBe(before)
    await world.said('vorgang zeige 14')
    expect(await looks()).toBe(before + 1)
  })
})

describe('a Vorgang that may belong to another one', () => {
  const reason = 'Die Vorgangsnummer steht im Betreff.'
  const mayBelong = async (seq: number, other: number) =>
    world.db.insert(possibleMatches).values({
      programmeId: 'pinneberg',
      ticketId: (await stateOf(seq)).id,
      otherTicketId: (await stateOf(other)).id,
      reason,
    })
  beforeAll(async () => {
    await mayBelong(17, 3)
    await mayBelong(17, 9)
    await mayBelong(17, 4)
    await mayBelong(9, 17)
  })
  afterAll(() => world.db.delete(possibleMatches))

  test('says so, with the reason', async () => {
    const text = await world.shown('vorgang zeige 17')
    expect(text).toContain(`Gehört vielleicht zu KA-2024-0003: ${reason}`)
    expect(text).toContain(`Gehört vielleicht zu KA-2024-0009: ${reason}`)
  })

  test('but not where the other one must not be seen', async () => {
    expect(await world.shown('vorgang zeige 17')).not.toContain('KA-2024-0004')
    const inChannel = await world.shown('vorgang zeige 17', person('koordination_jugendamt'), channel)
    expect(inChannel).toContain('Gehört vielleicht zu KA-2024-0003')
    expect(inChannel).not.toContain('KA-2024-0009')
    const reduced = await world.shown('vorgang zeige 9', person('koordination_jugendamt'), channel)
    expect(reduced).not.toContain('Gehört vielleicht')
  })
})

describe('what changes', () => {
  test('assign, close and re-open say what is now so, each with its audit entry', async () => {
    expect(await world.shown('vorgang zuweisen 3 Koordination Schulamt')).toContain(
      'Zuständig ist jetzt Koordination Schulamt.',
    )
    expect(await world.shown('vorgang zuweisen 3 Koordination Schulamt')).toContain(
      'Zuständig ist schon Koordination Schulamt.',
    )
    expect(await world.shown('KA-3 abschließen')).toContain('Abgeschlossen.')
    expect(await world.shown('KA-3 abschließen')).toContain('Der Vorgang ist schon abgeschlossen.')
    expect(await world.shown('KA-3 übernehmen')).toContain('zuerst wieder öffnen')
    expect(await world.shown('KA-3 wieder öffnen')).toContain('Wieder geöffnet.')
    const { id, state, owner } = await stateOf(3)
    expect({ state, owner }).toEqual({ state: 'in_bearbeitung', owner: 'Koordination Schulamt' })
    const entries = await world.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.ticketId, id))
      .orderBy(auditLog.id)
    // Who asked in vain before stands there too.
    const changes = entries.map(each => each.action).filter(action => action !== 'verweigert')
    expect(changes).toEqual(['zuweisen', 'abschliessen', 'wieder_oeffnen'])
  })

  test('a person of no known function cannot be made responsible: names do not belong into channels', async () => {
    expect(await world.shown('vorgang zuweisen 14 Frau Beispiel')).toContain(
      'verstehe ich nicht als zuständige Funktion',
    )
    expect((await stateOf(14)).owner).toBe('Koordination Schulamt')
  })

  test('who may not read it may assign it but not settle it', async () => {
    expect(await world.shown('vorgang abschließen 9')).toContain(
      'Das darf nur, wer KA-2024-0009 auch lesen darf',
    )
    expect((await stateOf(9)).state).toBe('eingegangen')
    expect(await world.shown('vorgang zuweisen 9 Fachdienst')).toContain('Zuständig ist jetzt Fachdienst.')
    expect(await world.shown('vorgang abschließen 9', person('fachdienst'))).toContain('Abgeschlossen.')
  })

  test('a sentence that means a change is only offered, and its button does it', async () => {
    const reply = await world.said('Kannst du bitte KA-17 schließen?')
    expect((await stateOf(17)).state).toBe('eingegangen')
    const [yes] = reply.blocks.flatMap(block => (block.kind === 'actions' ? block.actions : []))
    expect(yes).toEqual({ label: 'Ja, abschließen', command: 'vorgang abschließen KA-2024-0017' })
    await world.said(yes!.command)
    expect((await stateOf(17)).state).toBe('abgeschlossen')
  })

  test('every button under a Vorgang is a command that works', async () => {
    const reply = await world.said('vorgang zeige 14')
    const actions = reply.blocks.flatMap(block => (block.kind === 'actions' ? block.actions : []))
    expect(actions.map(each => each.label)).toEqual([
      'Übernehmen',
      'Antworten …',
      'Abschließen',
      'Abgeben …',
      'Typ ändern',
    ])
    // What still has to be said is asked for in a form.
    for (const { command } of actions.filter(each => !each.asks))
      expect((await world.said(command)).blocks[0]!.kind).toBe('heading')
  })

  test('two who take the same Vorgang at once: both are answered, one has it, both are in the audit log', async () => {
    await Promise.all([
      world.said('vorgang übernehmen 3', person('koordination_jugendamt')),
      world.said('vorgang übernehmen 3', person('projektgruppe')),
    ])
    const { id, owner } = await stateOf(3)
    const entries = await world.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.ticketId, id))
      .orderBy(auditLog.id)
    const last = entries.findLast(each => each.action !== 'verweigert')!
    expect(last.detail).toMatchObject({ owner })
  })
})
