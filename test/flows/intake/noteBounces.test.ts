import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { threadMessageId } from '../../../src/domain/mail/thread.ts'
import { liftBlock } from '../../../src/flows/letters/liftBlock.ts'
import { bounce, citizen, danger, type Told, toldOf } from '../bounces.ts'
import { type Handling, mail, openHandling, secret } from '../handling.ts'
import { type SendingProcess, sendingProcess } from '../sending.ts'

let world: Handling
let sending: SendingProcess
let about: Told

beforeEach(async () => {
  world = await openHandling()
  sending = await sendingProcess(world)
  about = toldOf(world, sending)
})
afterEach(async () => {
  await sending.stop()
  await world.close()
})

describe('a report about a letter of ours', () => {
  test('marks it as undelivered, tells the channel without a name, and lets nothing automatic go there again', async () => {
    const id = await about.acknowledged()
    const before = await about.ticket()
    await world.arrive([bounce({ id, to: citizen })])
    expect(await about.outcomes()).toEqual(['ticket', 'automatic'])
    expect(await about.letterOut()).toMatchObject({
      undelivered: 'Die Adresse gibt es nicht (5.1.1).',
      undelivered_at: expect.anything(),
    })
    expect(await about.blocked()).toEqual([citizen])
    expect(await about.ticket()).toEqual(before)
    const [post, ...more] = await about.bouncePosts()
    expect(more).toEqual([])
    expect(post?.reply.summary).toBe(`Unser Brief zum Vorgang ${before.number} kam nicht an`)
    expect(post?.ticket_id).toBe(before.id)
    expect(JSON.stringify(post)).not.toMatch(/harms|post\.example/i)
    expect(world.jobs).toContainEqual(expect.objectContaining({ kind: 'postToChat' }))
    const audit = await about.sql`select action, detail from audit_log where action = 'brief_unzustellbar'`
    expect(audit).toHaveLength(1)
    expect(JSON.stringify(audit)).not.toContain('@')
  })

  test('of an address that is blocked keeps the next acknowledgement back, and a person can lift that', async () => {
    const id = await about.acknowledged()
    await world.arrive([bounce({ id, to: citizen })])
    await world.arrive([mail({ subject: 'Noch eine Frage' })])
    await sending.sendAll()
    expect(sending.handed).toHaveLength(1)
    const { db } = world.database.connection
    const lift = { db, now: world.needs.now, programmeId: 'pinneberg' }
    expect(await liftBlock(lift, 'Ute.Harms@post.example', 'cli')).toBe(true)
    expect(await liftBlock(lift, citizen, 'cli')).toBe(false)
    await world.arrive([mail({ subject: 'Und eine dritte' })])
    await sending.sendAll()
    expect(sending.handed).toHaveLength(2)
  })

  test('that comes twice, or beside another form of itself, is noted once', async () => {
    const id = await about.acknowledged()
    await world.arrive([
      bounce({ id, to: citizen }),
      bounce({ id, to: citizen, reportId: '<zwei@mx.example>' }),
    ])
    await world.arrive([bounce({ id, to: citizen, reportId: '<drei@mx.example>' })])
    expect(await about.outcomes()).toEqual(['ticket', 'automatic', 'automatic', 'automatic'])
    expect(await about.bouncePosts()).toHaveLength(1)
    expect(await about.sql`select 1 from audit_log where action = 'brief_unzustellbar'`).toHaveLength(1)
  })

  test('of a delay is only written down; the failure that follows counts in full', async () => {
    const id = await about.acknowledged()
    await world.arrive([bounce({ id, to: citizen, action: 'delayed', status: '4.4.1' })])
    expect(await about.letterOut()).toMatchObject({
      undelivered: expect.stringContaining('noch nicht'),
      undelivered_at: null,
    })
    expect(await about.bouncePosts()).toEqual([])
    expect(await about.blocked()).toEqual([])
    await world.arrive([bounce({ id, to: citizen, status: '4.4.7' })])
    expect((await about.letterOut()).undelivered_at).not.toBeNull()
    expect(await about.bouncePosts()).toHaveLength(1)
    expect(await about.blocked()).toEqual([])
  })

  test.each([
    ['5.2.2', 'a full mailbox'],
    ['5.7.1', 'a server that will not take letters from us'],
    ['5.3.4', 'a letter that is too large'],
  ])('with %s, %s, blocks nobody', async status => {
    const id = await about.acknowledged()
    await world.arrive([bounce({ id, to: citizen, status, diagnostic: `smtp; 550 ${status} not today` })])
    expect((await about.letterOut()).undelivered_at).not.toBeNull()
    expect(await about.blocked()).toEqual([])
  })

  test('that a mail server wrote in its own words counts like one that follows the norm', async () => {
    const id = await about.acknowledged()
    const plain = [
      'From: MAILER-DAEMON@mx.example',
      'To: klassenassistenz@kreis-pinneberg.de',
      'Subject: failure notice',
      'Message-ID: <qmail@mx.example>',
      '',
      "Hi. I'm afraid I wasn't able to deliver your message to the following addresses.",
      '',
      `<${citizen}>:`,
      'Sorry, no mailbox here by that name. (#5.1.1)',
      '',
      '--- Below this line is a copy of the message.',
      '',
      `Message-ID: ${id}`,
      `To: ${citizen}`,
    ].join('\r\n')
    await world.arrive([plain])
    expect(await about.blocked()).toEqual([citizen])
  })

  test('a letter that a person wrote is said to be important', async () => {
    const id = await about.acknowledged()
    await about.sql`update outgoing_mails set kind = 'answer'`
    await world.arrive([bounce({ id, to: citizen })])
    const [post] = await about.bouncePosts()
    expect(post?.reply.summary).toMatch(/^Wichtig: Unsere Antwort zum Vorgang KA-/)
    expect(JSON.stringify(post?.reply)).toContain('auf einem anderen Weg')
  })

  test('an alarm that reached nobody is said to all, without its number, and its own address is never blocked', async () => {
    await world.arrive([mail({ body: danger })])
    await sending.sendAll()
    const alarm = await about.letterOut('alarm')
    await world.arrive([bounce({ id: alarm.message_id, to: 'bereitschaft@kreis.example', body: alarm.body })])
    expect(await about.blocked()).toEqual([])
    const [post] = await about.bouncePosts()
    expect(JSON.stringify(post)).not.toContain('KA-')
    expect(post?.reply.summary).toBe('Ein interner Hinweis konnte nicht zugestellt werden')
    // The report of an alarm is no new danger: else each alarm would bring the next.
    expect(await about.sql`select 1 from tickets`).toHaveLength(1)
  })

  test('among archives changes nothing', async () => {
    const id = await about.acknowledged()
    await world.arrive([bounce({ id, to: citizen })], { live: false })
    expect((await about.letterOut()).undelivered_at).toBeNull()
    expect(await about.blocked()).toEqual([])
  })
})

describe('a forged report (D19)', () => {
  test('without our signature blocks nobody and marks nothing', async () => {
    const id = await about.acknowledged()
    const forged = [
      threadMessageId(
        'ein-anderes-geheimnis-0123456789-abc',
        'pinneberg',
        1,
        'acknowledgement:1',
        'kreis-pinneberg.de',
      ),
      id.replace(/\.[0-9a-f]{32}@/, `.${'0'.repeat(32)}@`),
      '<irgendwas@kreis-pinneberg.de>',
    ]
    await world.arrive(
      forged.map((id, i) => bounce({ id, to: citizen, reportId: `<gefaelscht-${i}@mx.example>` })),
    )
    expect(await about.outcomes()).toEqual(['ticket', 'automatic', 'automatic', 'automatic'])
    expect((await about.letterOut()).undelivered_at).toBeNull()
    expect(await about.blocked()).toEqual([])
    expect(await about.bouncePosts()).toEqual([])
  })

  test('with a signature of ours that no letter has counts for nothing', async () => {
    await about.acknowledged()
    const id = threadMessageId(secret, 'pinneberg', 1, 'acknowledgement:ausgedacht', 'kreis-pinneberg.de')
    await world.arrive([bounce({ id, to: citizen })])
    expect(await about.blocked()).toEqual([])
  })

  test('that cites a real letter but names another address marks and blocks nothing; a person is asked to look', async () => {
    const id = await about.acknowledged()
    const { number } = await about.ticket()
    await world.arrive([bounce({ id, to: 'landrat@kreis.example' })])
    await world.arrive([bounce({ id, to: 'landrat@kreis.example', reportId: '<zwei@mx.example>' })])
    expect(await about.blocked()).toEqual([])
    expect(await about.letterOut()).toMatchObject({ undelivered: null, undelivered_at: null })
    const [post, ...more] = await about.bouncePosts()
    expect(more).toEqual([])
    expect(post?.reply.summary).toBe(`Unser Brief zum Vorgang ${number} kam vielleicht nicht an`)
    expect(JSON.stringify(post)).toContain('andere Adresse')
    // The true report that comes afterwards counts in full.
    await world.arrive([bounce({ id, to: citizen })])
    expect(await about.blocked()).toEqual([citizen])
    expect((await about.letterOut()).undelivered_at).not.toBeNull()
    expect(await about.bouncePosts()).toHaveLength(2)
  })

  test('of a delay at another address is nothing', async () => {
    const id = await about.acknowledged()
    await world.arrive([bounce({ id, to: 'landrat@kreis.example', action: 'delayed', status: '4.4.1' })])
    expect((await about.letterOut()).undelivered).toBeNull()
    expect(await about.bouncePosts()).toEqual([])
  })

  test('while behind a forwarding the address that the letter was sent to counts', async () => {
    const id = await about.acknowledged()
    const forwarded = bounce({ id, to: 'ute@neue-adresse.example' }).replace(
      'Final-Recipient:',
      `Original-Recipient: rfc822; ${citizen}\r\nFinal-Recipient:`,
    )
    await world.arrive([forwarded])
    expect((await about.letterOut()).undelivered_at).not.toBeNull()
  })

  const checkedBy = (result: string, report: string) => {
    world.needs.senders = { own: { authservIds: new Set(['mx.kreis.example']), hosts: [] }, byDns: null }
    return [
      `Authentication-Results: mx.kreis.example; ${result}`,
      'Received: from mail.web.example (mail.web.example [203.0.113.66]) by mx.kreis.example with ESMTPS; Mon, 22 Apr 2024 08:41:03 +0200',
      report,
    ].join('\r\n')
  }

  test('from a server that our own one found to be another counts for nothing', async () => {
    const id = await about.acknowledged()
    const result = 'spf=none; dmarc=fail (p=REJECT) header.from=mx.example'
    await world.arrive([checkedBy(result, bounce({ id, to: citizen }))])
    expect(await about.outcomes()).toEqual(['ticket', 'automatic'])
    expect(await about.blocked()).toEqual([])
    expect((await about.letterOut()).undelivered_at).toBeNull()
    expect(await about.bouncePosts()).toEqual([])
    const [row] = await about.sql`select reason from raw_mails order by id desc limit 1`
    expect(row?.reason).toContain('der Bericht zählt nicht')
  })

  test.each([
    'spf=none smtp.mailfrom="" smtp.helo=mx.example; dkim=none; dmarc=none header.from=mx.example',
    'spf=pass smtp.helo=mx.example; dmarc=pass header.from=mx.example',
    'none',
  ])('while one that nobody could prove, as most reports are, counts: %s', async result => {
    const id = await about.acknowledged()
    await world.arrive([checkedBy(result, bounce({ id, to: citizen }))])
    expect(await about.blocked()).toEqual([citizen])
  })

  test('about a letter that has not left is no report', async () => {
    await world.arrive([mail()])
    const { message_id: id } = await about.letterOut()
    await world.arrive([bounce({ id, to: citizen })])
    expect(await about.blocked()).toEqual([])
    await sending.sendAll()
    expect(sending.handed).toHaveLength(1)
  })

  test('of an ordinary sender, without the signs of a mail system, is a letter of a person', async () => {
    const id = await about.acknowledged()
    await world.arrive([
      mail({
        subject: 'Undelivered Mail Returned to Sender',
        body: `Ihr Brief kam nicht an.\r\n\r\nMessage-ID: ${id}`,
      }),
    ])
    expect(await about.outcomes()).toEqual(['ticket', 'ticket'])
    expect(await about.blocked()).toEqual([])
  })
})
