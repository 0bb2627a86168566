import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '../../src/chat/command.ts'
import { shownDraft } from '../../src/chat/seen/shownDraft.ts'
import { draftWithTicket } from '../../src/db/drafts.ts'
import { renderText } from '../../src/reply/renderText.ts'
import { draftLeads } from '../../src/texts/draftReplies.ts'
import { bytesOf, openAnswering } from './answering.ts'
import { mail } from './handling.ts'

/** Two names of one public provider; no address in them is written to. */
const [free, freeToo] = ['gmail', 'googlemail'].map(name => `${name}.com`) as [string, string]

let house: Awaited<ReturnType<typeof openAnswering>>
beforeEach(async () => {
  house = await openAnswering()
})
afterEach(() => house.close())

/** The newest draft, as the web page of the house shows it. */
async function draftShown(): Promise<string> {
  const { db } = house.world.needs
  const [row] = await house.sql`select id from drafts order by id desc limit 1`
  const found = await draftWithTicket(db, 'pinneberg', Number(row?.id))
  const roles: Context['viewer']['roles'] = ['koordination_jugendamt']
  const context = {
    person: { id: 'web', name: 'Koordination', roles },
    place: { platform: 'web', channel: 'web', shared: false, thread: null },
    viewer: { roles, inChannel: false },
  } satisfies Context
  return renderText(await shownDraft(house.needs(), found!, draftLeads.prepared, context))
}

describe('whom it goes to', () => {
  const recipient = async (raw: string) => {
    await house.world.arrive([raw])
    const prepared = await house.prepare()
    return prepared.kind === 'prepared' ? (await house.draftRow(prepared.draftId)).to_address : prepared.why
  }

  test('Reply-To within the domain of the sender is followed, elsewhere it is not', async () => {
    expect(await recipient(mail({ headers: { 'Reply-To': 'buero@post.example' } }))).toBe(
      'buero@post.example',
    )
    expect(await recipient(mail({ subject: 'Anderes', headers: { 'Reply-To': 'dieb@fremd.example' } }))).toBe(
      'ute.harms@post.example',
    )
  })

  test('where anybody can have an address, Reply-To of the same domain is a stranger; the draft says so', async () => {
    const raw = mail({ from: `A <a@${free}>`, headers: { 'Reply-To': `opfer@${free}` } })
    expect(await recipient(raw)).toBe(`a@${free}`)
    expect(await draftShown()).toMatch(/wünscht die Antwort an opfer@\S+\. Bei diesem Anbieter kann jeder/)
    // One mailbox, written in two ways.
    expect(
      await recipient(
        mail({
          from: `B <b.c@${free}>`,
          headers: { 'Reply-To': `bc+x@${freeToo}` },
          subject: 'Anderes',
        }),
      ),
    ).toBe(`b.c@${free}`)
    expect(await draftShown()).not.toContain('wünscht')
  })

  test('a draft whose letter turns out to be forged warns, and offers no Reply-To', async () => {
    await house.world.arrive([mail({ headers: { 'Reply-To': 'buero@post.example' } })])
    await house.draftOf()
    expect(await draftShown()).not.toContain('Achtung')
    await house.sql`update messages set authenticity = 'fail'`
    const text = await draftShown()
    expect(text).toMatch(/Achtung: Der Brief ist nachweislich nicht von der Adresse, die er nennt/)
    expect(text).not.toMatch(/die Antwort geht an die Adresse, die der Brief dafür nennt/)
  })

  test('a contact form is answered at the address that it names', async () => {
    expect(
      await recipient(
        mail({ from: 'Formular <noreply@portal.example>', headers: { 'Reply-To': 'u.h@post.example' } }),
      ),
    ).toBe('u.h@post.example')
    await house.sql`update messages set reply_to = null`
    expect(await house.prepare()).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('nimmt keine Antworten an'),
    })
  })

  test('a sender that is certainly forged gets none, and one sentence says why', async () => {
    await house.world.arrive([mail()])
    await house.sql`update messages set authenticity = 'fail'`
    expect(await house.prepare()).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('nachweislich nicht'),
    })
  })

  test('our own mailbox gets none', async () => {
    expect(await recipient(mail({ from: 'Kollegin <klassenassistenz@kreis-pinneberg.de>' }))).toContain(
      'eigenen Postfach',
    )
  })

  test.each([
    'ute@post.example\r\nBcc: alle@kreis.example',
    '"ute@post.example, alle"@kreis.example',
    'ute@post.example>, <alle@kreis.example',
    'ute @post.example',
  ])('no address with more in it than one mailbox: %j', async address => {
    await house.world.arrive([mail()])
    await house.sql`update messages set from_address = ${address}`
    expect(await house.prepare()).toMatchObject({ kind: 'refused' })
    await house.sql`update messages set from_address = 'ute@post.example', reply_to = ${address}`
    const id = await house.draftOf()
    expect((await house.draftRow(id)).to_address).toBe('ute@post.example')
  })

  test('a subject with line breaks adds no header', async () => {
    await house.world.arrive([mail()])
    await house.sql`update messages set subject = ${'Frage\r\nBcc: alle@kreis.example\r\n\r\nText'}`
    await house.send(await house.draftOf())
    await house.process.sendAll()
    const bytes = (await bytesOf(house.left()[0]!)).toString('latin1')
    expect(bytes.split('\r\n\r\n', 1)[0]).not.toMatch(/^Bcc/im)
  })
})
