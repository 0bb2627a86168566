import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { block } from '../../src/db/blockedAddresses.ts'
import { eq } from '../../src/db/drizzle.ts'
import { auditLog, drafts, internalNotes, outgoingMails, tickets } from '../../src/db/schema.ts'
import { roles } from '../../src/domain/ticket/visibility.ts'
import type { Reply } from '../../src/reply/reply.ts'
import { channel, directMessage, exampleWorld, office, person, secrets } from './exampleWorld.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
beforeEach(async () => {
  world = await exampleWorld()
})
afterEach(() => world.drop())

const text = 'Guten Tag, das ist nicht möglich. Oder doch? Wir prüfen es bis Freitag.'
const answering = (seq: number) => `vorgang antworten KA-${seq}: ${text}`
const coordinator = person('koordination_jugendamt')
const letters = () => world.db.select().from(outgoingMails)
const openDrafts = () => world.db.select().from(drafts)
const buttons = (reply: Reply) =>
  reply.blocks.flatMap(block => (block.kind === 'actions' ? block.actions : [])).map(each => each.command)

describe('answering from chat', () => {
  test('shows recipient, subject and text in the office before anything leaves; the button sends it once', async () => {
    const reply = await world.said(answering(17))
    const shown = JSON.stringify(reply)
    for (const part of ['erika@familie.example', 'Re: Unser Sohn Jonas [KA-2024-0017]', text])
      expect(shown).toContain(part)
    expect(buttons(reply)).toEqual(['entwurf senden E-1', 'entwurf verwerfen E-1'])
    expect(await letters()).toEqual([])
    expect(await world.shown('entwurf senden E-1')).toContain('ist auf dem Weg')
    expect(await world.shown('entwurf senden E-1')).toContain('Ein zweites Mal geht er nicht hinaus')
    expect(await letters()).toHaveLength(1)
    expect(world.jobs).toEqual([{ kind: 'sendLetter', payload: { outgoingMailId: 1 } }])
    expect(await world.shown('vorgang zeige 17')).toContain('beantwortet')
  })

  test('in Slack neither recipient nor subject nor text is shown, and the letter leaves all the same', async () => {
    for (const place of [channel, directMessage]) {
      const reply = await world.said(answering(17), coordinator, place)
      const shown = JSON.stringify(reply)
      for (const secret of [...secrets, 'familie', 'nicht möglich']) expect(shown).not.toContain(secret)
      expect(shown).toContain('Mo 22.04.2024, 08:52 Uhr')
      expect(reply.audience).toBe('asker')
      const [send] = buttons(reply)
      const sent = await world.said(send!, coordinator, place)
      expect(JSON.stringify(sent)).toContain('ist auf dem Weg')
      for (const secret of secrets) expect(JSON.stringify(sent)).not.toContain(secret)
    }
    expect(await letters()).toHaveLength(2)
  })

  test('a protected Vorgang is not written about in a channel or a cloud, but in the house', async () => {
    for (const place of [channel, directMessage]) {
      const reply = await world.shown(answering(9), person('fachdienst'), place)
      expect(reply).toContain('nur im eigenen Haus')
      expect(await world.shown('vorgang notiz KA-9: Rückruf', person('fachdienst'), place)).toContain(
        'nur im eigenen Haus',
      )
    }
    expect(await openDrafts()).toEqual([])
    expect(await world.shown(answering(9), person('fachdienst'), office)).toContain(
      'Re: Ihre Nachricht [KA-2024-0009]',
    )
  })

  test.each(roles.filter(role => role !== 'kanal'))('%s answers only what they may read', async role => {
    for (const { seq, dataClass } of await world.db.select().from(tickets)) {
      const readable = (await world.shown(`vorgang zeige ${seq}`, person(role))).includes('Erika Beispiel')
      const before = (await openDrafts()).length
      await world.said(answering(seq), person(role))
      const made = (await openDrafts()).length > before
      // A closed Vorgang is not answered by anybody.
      expect({ dataClass, seq, made }).toEqual({ dataClass, seq, made: readable && seq !== 12 })
    }
  })

  test('a draft of what may not be seen is answered word for word like one that does not exist', async () => {
    await world.said(answering(9), person('fachdienst'))
    for (const command of ['zeigen', 'senden', 'verwerfen']) {
      const hidden = await world.said(`entwurf ${command} E-1`, person('koordination_schulamt'))
      const absent = await world.said(`entwurf ${command} E-999`, person('koordination_schulamt'))
      expect(JSON.stringify(hidden).replaceAll('E-1', 'E-999')).toBe(JSON.stringify(absent))
      const inCloud = await world.said(
        `entwurf ${command} E-1`,
        person('koordination_schulamt'),
        directMessage,
      )
      expect(inCloud).toEqual(hidden)
    }
    expect((await openDrafts())[0]?.state).toBe('open')
  })

  test('a dropped draft is not sent, a sent one not dropped', async () => {
    await world.said(answering(17))
    expect(await world.shown('entwurf verwerfen E-1')).toContain('ist verworfen')
    expect(await world.shown('entwurf senden E-1')).toContain('ist verworfen')
    await world.said(answering(17))
    await world.said('entwurf senden E-2')
    expect(await world.shown('entwurf verwerfen E-2')).toContain(
      'ist schon verschickt oder auf dem Weg und lässt sich nicht mehr verwerfen.',
    )
    expect(await letters()).toHaveLength(1)
    expect(await world.shown('vorgang zeige 17')).not.toContain('noch nicht verschickt')
  })

  test('without a mail server the draft says so and stays; nothing is called sent', async () => {
    world.needs.correspondence.mailServer = false
    const warning =
      'Es ist kein Mailserver eingestellt (KLA_SMTP_HOST); die Antwort kann nicht hinausgehen. Der Entwurf bleibt.'
    expect(await world.shown(answering(17))).toContain(warning)
    expect(await world.shown('entwurf senden E-1')).toContain(warning)
    expect(await letters()).toEqual([])
    expect((await openDrafts())[0]?.state).toBe('open')
    expect(await world.shown('vorgang zeige 17')).not.toContain('beantwortet')
    world.needs.correspondence.mailServer = true
    expect(await world.shown('entwurf senden E-1')).toContain('ist auf dem Weg')
  })

  test('an answer that has not left is seen in its Vorgang, until it has', async () => {
    await world.said(answering(17))
    await world.said('entwurf senden E-1')
    expect(await world.shown('vorgang zeige 17')).toContain('A-1: wartet auf den Versand')
    expect(await world.shown('vorgang zeige 17', coordinator, channel)).not.toContain('A-1')
    await world.db.update(outgoingMails).set({ state: 'sent' })
    expect(await world.shown('vorgang zeige 17')).not.toContain('A-1')
  })

  test.each(['entwürfe', 'entwurf'])('„%s“ lists the open drafts of what may be read', async typed => {
    await world.said(answering(17))
    await world.said(answering(9), person('fachdienst'))
    const shown = await world.shown(typed)
    expect(shown).toMatch(/E-1\s.*KA-2024-0017/)
    expect(shown).toContain('vorbereitet von Ihnen')
    expect(shown).not.toContain('KA-2024-0009')
    for (const secret of secrets) expect(shown).not.toContain(secret)
    expect(await world.shown(typed, person('fachdienst'))).toContain('KA-2024-0009')
    expect(await world.shown(typed, person('fachdienst'), channel)).not.toContain('KA-2024-0009')
    await world.said('entwurf verwerfen E-1')
    expect(await world.shown(typed)).toContain('Kein Entwurf wartet.')
  })

  test('„entwurf senden“ alone is asked for its number', async () => {
    for (const command of ['senden', 'verwerfen'])
      expect(await world.shown(`entwurf ${command}`)).toContain('Es fehlt noch: Nummer des Entwurfs')
  })

  test('a blocked address is warned of before a person writes there', async () => {
    await block(
      world.db,
      'pinneberg',
      [{ address: 'erika@familie.example', reason: '5.1.1 Das Postfach gibt es nicht.' }],
      '2024-04-22T07:00:00Z',
    )
    expect(await world.shown(answering(17))).toContain('kamen zuletzt nicht an')
    const inSlack = await world.shown(answering(17), coordinator, channel)
    expect(inSlack).toContain('Hinweis, der hier nicht stehen darf')
    expect(await world.shown('entwurf senden E-1')).toContain('ist auf dem Weg')
  })

  test('an open draft is seen in its Vorgang', async () => {
    await world.said(answering(17))
    expect(await world.shown('vorgang zeige 17')).toContain('E-1 (noch nicht verschickt)')
  })

  test.each([
    'entwurf nicht senden E-1',
    'entwurf senden E-1?',
    'hast du entwurf E-1 gesendet?',
    'entwurf senden E-1 erst morgen',
  ])('„%s“ sends nothing', async said => {
    await world.said(answering(17))
    await world.said(said)
    expect(await letters()).toEqual([])
  })
})

describe('internal notes (D21)', () => {
  const note = 'Die Mutter klang am Telefon verzweifelt; bitte behutsam.'

  test('are shown to readers of the Vorgang as what they are, and to nobody else', async () => {
    expect(await world.shown(`vorgang notiz KA-17: ${note}`)).toContain('Interne Notiz zu KA-2024-0017')
    const shown = await world.shown('vorgang zeige 17')
    expect(shown).toContain('Interne Notiz')
    expect(shown).toContain(note)
    for (const [who, place] of [
      [coordinator, channel],
      [coordinator, directMessage],
      [person('vergabestelle'), office],
      [person('gast'), office],
    ] as const)
      expect(await world.shown('vorgang zeige 17', who, place)).not.toContain('verzweifelt')
    const [entry] = await world.db.select().from(auditLog).where(eq(auditLog.action, 'notiz_geschrieben'))
    expect(JSON.stringify(entry)).not.toContain('verzweifelt')
  })

  test('reach no letter, whatever is answered and quoted afterwards', async () => {
    await world.said(`vorgang notiz KA-17: ${note}`)
    await world.said(answering(17))
    await world.said('entwurf senden E-1')
    const [letter] = await letters()
    expect(JSON.stringify(letter)).not.toContain('verzweifelt')
    expect(await world.db.select().from(internalNotes)).toHaveLength(1)
  })

  test('may not be written by who may not read the letters', async () => {
    expect(await world.shown(`vorgang notiz KA-9: ${note}`)).toContain(
      'nur, wer KA-2024-0009 auch lesen darf',
    )
    expect(await world.shown(`vorgang notiz KA-4: ${note}`)).toContain('gibt es nicht')
    expect(await world.db.select().from(internalNotes)).toEqual([])
  })
})
