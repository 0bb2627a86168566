import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { ChatPlatform } from '../../../src/adapters/chatTypes.ts'
import { connect } from '../../../src/db/connect.ts'
import { isPassingFault } from '../../../src/db/connectionFault.ts'
import { threadOfTicket } from '../../../src/db/posts.ts'
import { chatMessages } from '../../../src/db/schema.ts'
import { postToChat } from '../../../src/flows/posts/postToChat.ts'
import { hearMessage } from '../../../src/flows/talk/hearMessage.ts'
import { renderText } from '../../../src/reply/renderText.ts'
import { operatorsOf } from '../posts/posting.ts'
import { coordinator, question, talkingWorld } from './talking.ts'

let world: Awaited<ReturnType<typeof talkingWorld>>
const opened: { drop(): Promise<void> }[] = []
beforeEach(async () => {
  world = await talkingWorld()
  opened.push(world)
})
afterAll(async () => {
  for (const each of opened) await each.drop()
})

describe('a question in an intake channel', () => {
  it('becomes a Vorgang with its number below it and an announcement in the channel of its type', async () => {
    const said = world.said(
      'Moin, hier ist die Grundschule Hainholz: Wann startet die Klassenassistenz in Elmshorn?',
    )
    expect(await world.hear(said)).toBeNull()
    const { tickets, messages, posts, audit } = await world.rows()
    expect(tickets).toMatchObject([
      {
        number: 'KA-2024-0001',
        source: 'chat',
        state: 'eingegangen',
        place: 'Elmshorn',
        topic: 'zeitplan',
        stakeholder: 'schule',
        dataClass: 'allgemein',
        dueOn: '2024-04-29',
        live: true,
      },
    ])
    expect(messages).toMatchObject([
      { ticketId: tickets[0]!.id, address: said.address, thread: null, authorName: 'Gast' },
    ])
    expect(posts.map(({ channel, thread, state }) => ({ channel, thread, state }))).toEqual([
      { channel: 'C-FRAGEN', thread: said.address, state: 'ready' },
      { channel: 'C-schule', thread: null, state: 'ready' },
    ])
    expect(posts[0]!.reply.summary).toContain('KA-2024-0001')
    expect(world.jobs).toEqual(posts.map(({ id }) => ({ kind: 'postToChat', payload: { postId: id } })))
    expect(audit).toMatchObject([{ actor: 'kla', action: 'eroeffnet', detail: {} }])
  })

  it('is not announced twice in the channel in which it was asked', async () => {
    await world.hear(
      world.said('Moin, Grundschule Hainholz hier. Wer schreibt die Stundenpläne der Assistenz?', {
        channel: 'C-schule',
      }),
    )
    const { posts } = await world.rows()
    expect(posts.map(post => post.channel)).toEqual(['C-schule'])
  })

  it('is answered with its number in its own thread, and elsewhere the announcement stands for itself', async () => {
    const said = world.said(question)
    await world.hear(said)
    const stood: { channel: string; thread: string | null }[] = []
    const slack: ChatPlatform = {
      name: 'slack',
      post: async (channel, _reply, _key, thread) => {
        stood.push({ channel, thread })
        return { kind: 'posted', address: `a${stood.length}` }
      },
      update: async () => ({ kind: 'posted', address: '' }),
      findPost: async () => null,
    }
    const posting = {
      ...world.needs,
      instanceId: 1,
      platforms: new Map([['slack', slack]]),
      underWay: new Set<number>(),
      operators: operatorsOf(world.needs),
    }
    for (const { id } of (await world.rows()).posts) await postToChat(posting, id)
    expect(stood).toEqual([
      { channel: 'C-FRAGEN', thread: said.address },
      { channel: 'C-sonst', thread: null },
    ])
  })

  it('has later news of it below the question', async () => {
    const said = world.said(question)
    await world.hear(said)
    const { tickets, posts } = await world.rows()
    const later = posts.at(-1)!.id + 1
    expect(await threadOfTicket(world.db, tickets[0]!.id, 'slack', 'C-FRAGEN', later)).toBe(said.address)
  })

  it('is one Vorgang however often the platform tells it', async () => {
    const said = world.said(question)
    await world.hear(said)
    await world.hear(said)
    await world.hear({ ...said, text: `${question} (bearbeitet)` })
    const { tickets, messages } = await world.rows()
    expect(tickets).toHaveLength(1)
    expect(messages.map(each => each.text)).toEqual([question])
  })

  it('is one Vorgang when replicas hear it at once, and no number is lost', async () => {
    const other = connect(world.url)
    try {
      const all = Array.from({ length: 6 }, (_, i) => world.said(`${question} (${i})`))
      await Promise.all(
        all.flatMap(said => [
          world.hear(said),
          hearMessage({ ...world.needs, db: other.db }, said, { platform: 'slack', intake: true }),
          world.hear(said),
        ]),
      )
      const { tickets, messages, posts } = await world.rows()
      expect(tickets.map(each => each.seq).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6])
      expect(messages).toHaveLength(6)
      expect(posts.filter(post => post.thread !== null)).toHaveLength(6)
    } finally {
      await other.close()
    }
  })

  it('leaves nothing half done when the process dies before the commit, and is taken in when told again', async () => {
    const said = world.said(question)
    const dying = {
      ...world.needs,
      enqueue: async () => {
        throw new Error('gone')
      },
    }
    await expect(hearMessage(dying, said, { platform: 'slack', intake: true })).rejects.toThrow('gone')
    expect(await world.rows()).toEqual({ tickets: [], messages: [], posts: [], letters: [], audit: [] })
    await world.hear(said)
    expect((await world.rows()).tickets.map(each => each.number)).toEqual(['KA-2024-0001'])
  })

  it('is told again by the platform when the database is away', async () => {
    const away = connect('postgresql://kla@127.0.0.1:1/kla')
    try {
      const heard = hearMessage({ ...world.needs, db: away.db }, world.said(question), {
        platform: 'slack',
        intake: true,
      })
      await expect(heard).rejects.toSatisfy(isPassingFault)
    } finally {
      await away.close()
    }
  })

  it('is not the same as the same address in another channel or on another platform', async () => {
    const said = world.said(question)
    await world.hear(said)
    await world.hear({ ...said, channel: 'C-ANDERER' })
    await hearMessage(world.needs, said, { platform: 'teams', intake: true })
    expect((await world.rows()).tickets).toHaveLength(3)
  })

  it('keeps signs that PostgreSQL cannot hold without failing', async () => {
    await world.hear(world.said(`${question} \u0000 \ud83d`))
    expect((await world.rows()).messages).toHaveLength(1)
  })
})

describe('what is not ours', () => {
  it.each(['Moin', 'Wer kommt mit zum Essen?', '👍', 'Danke!', 'Sitzung ist um 10 verlegt'])(
    'leaves no trace: %s',
    async text => {
      expect(await world.hear(world.said(text))).toBeNull()
      expect(await world.rows()).toEqual({ tickets: [], messages: [], posts: [], letters: [], audit: [] })
    },
  )

  it('a question in any other channel leaves no trace', async () => {
    expect(await world.hear(world.said(question), false)).toBeNull()
    expect((await world.rows()).tickets).toEqual([])
  })

  it('a reply in a thread that we know nothing of leaves no trace, in an intake channel too', async () => {
    expect(await world.hear(world.said(question, { thread: '1713000000.000001' }))).toBeNull()
    expect((await world.rows()).messages).toEqual([])
  })
})

describe('what no channel may know', () => {
  const nothingSaid = async () => {
    const { posts, audit } = await world.rows()
    expect(posts).toEqual([])
    expect(world.jobs.some(job => job.kind === 'postToChat')).toBe(false)
    return JSON.stringify(audit)
  }

  it('a child in danger: no number in the chat, an alarm inside the house, and its writer hears what to do', async () => {
    const text = 'In der 1c sitzt ein Mädchen, das zuhause geschlagen wird und Angst hat heimzugehen.'
    const hint = await world.hear(world.said(text))
    const { tickets, letters } = await world.rows()
    expect(tickets).toMatchObject([{ dataClass: 'kindeswohl', dueOn: '2024-04-22' }])
    expect(letters).toMatchObject([{ toAddress: 'bereitschaft@kreis.example', kind: 'alarm' }])
    expect(letters[0]!.body).toContain('in einem Chat geschrieben')
    expect(letters[0]!.body).not.toMatch(/Mädchen|1c/)
    expect(world.jobs).toEqual([
      { kind: 'sendLetter', payload: { outgoingMailId: letters[0]!.id }, urgent: true },
    ])
    expect(await nothingSaid()).not.toContain('Mädchen')
    expect(hint).toMatchObject({ audience: 'asker' })
    const shown = renderText(hint!)
    expect(shown).toMatch(/löschen/)
    expect(shown).not.toMatch(/KA-2024|Vorgang|angelegt|Mädchen/)
  })

  it('a question of a bidder: only the Vergabestelle hears of it', async () => {
    const hint = await world.hear(
      world.said(
        'Bieterfrage: Können wir als Bietergemeinschaft einen Teilnahmeantrag für mehrere Lose abgeben?',
      ),
    )
    const { tickets, letters } = await world.rows()
    expect(tickets).toMatchObject([{ dataClass: 'vergabe' }])
    expect(letters.map(each => each.toAddress)).toEqual(['vergabestelle@kreis.example'])
    await nothingSaid()
    expect(renderText(hint!)).toMatch(/Vergabeplattform/)
  })

  it('one child: the number and the word Einzelfall, nothing more', async () => {
    await world.hear(
      world.said(
        'Meine Tochter Lena ist Autistin, ihr Bescheid läuft aus. Bekommt sie in Uetersen eine Klassenassistenz?',
      ),
    )
    const { posts, tickets } = await world.rows()
    expect(tickets[0]!.dataClass).toBe('einzelfall')
    for (const post of posts) expect(JSON.stringify(post.reply)).not.toMatch(/Lena|Tochter|Uetersen|Autis/)
    expect(posts[0]!.reply.summary).toContain('Einzelfall')
  })
})

describe('personal data in a question', () => {
  it('raises a quiet hint that names the kinds and never the words', async () => {
    const said = world.said(
      'Wer ist zuständig? Frau Wiebke Sörensen, 04101 555123, fragt nach dem Vertrag der Schule in Wedel.',
    )
    const hint = await world.hear(said)
    expect(hint).toMatchObject({ audience: 'asker' })
    const shown = renderText(hint!)
    expect(shown).toMatch(/Telefonnummer/)
    expect(shown).toMatch(/löschen/)
    expect(shown).not.toMatch(/Wiebke|Sörensen|555123/)
    expect(await world.hear(said), 'told again it says nothing').toBeNull()
  })

  it('leaves no word of a message outside its own table', async () => {
    const words = ['Zylinderkopf', 'Quetzalcoatl', 'Wiebke', '555123']
    const text = `Frage aus Wedel: ${words.join(' ')}, wer zahlt die Klassenassistenz?`
    const said = world.said(text)
    await world.hear(said)
    await world.hear(
      world.said(`Die ${words.join(' ')} zahlt der Kreis.`, { thread: said.address, author: coordinator }),
    )
    await world.takeIn(world.said(text, { channel: 'C-ANDERER' }))
    const { messages: _, ...rest } = await world.rows()
    const kept = await world.connection.client<
      { job: string }[]
    >`select data::text as job from pgboss.job`.catch(() => [])
    const everything = JSON.stringify([rest, world.jobs, kept])
    // The classifier keeps the words that were its signs for those who may read the letter; none of these is one.
    for (const word of words) expect(everything).not.toContain(word)
    expect(await world.db.select().from(chatMessages)).toHaveLength(3)
  })
})
