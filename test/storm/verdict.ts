import { letterFingerprint } from '../../src/domain/mail/fingerprint.ts'
import { type Change, unexplained } from './hands.ts'
import type { StormLetter } from './letters.ts'
import type { Fleet } from './processes.ts'
import type { Sending } from './storm.ts'
import { channel, folders, type StormWorld } from './world.ts'

/** What a storm left behind. `wrong` holds one line for each rule that was broken; empty is what must be. */
export interface Verdict {
  wrong: string[]
  /** Letters put into the mailbox, copies included, and how many of them were copies of another. */
  letters: number
  copies: number
  tickets: number
  followups: number
  automatic: number
  lettersOut: number
  /** Letters of which nobody can know whether they arrived: in hand in the moment of a kill. */
  uncertain: number
  /** Of these, how many the mail server had accepted. */
  uncertainAccepted: number
  posts: number
  /** Letters lost, letters with more than one effect, letters or posts that left twice. */
  losses: number
  doubled: number
}

interface Delivery {
  mailbox: string
  uid: number
  fingerprint: string
  outcome: string | null
}

/** Holds everything that lies about against what was sent. */
export async function verdictOf(world: StormWorld, sent: Sending[], fleet: Fleet): Promise<Verdict> {
  const deliveries = await world.rows<Delivery>(`
    select d.mailbox_id as mailbox, d.uid::int as uid, m.fingerprint, d.outcome
    from deliveries d join raw_mails m on m.id = d.raw_mail_id order by d.id`)
  const wrong: string[] = []
  const lost = await lostLetters(world, deliveries)
  const effects = wrongEffects(sent, deliveries)
  const out = await lettersOut(world)
  const posts = postsOut(world)
  wrong.push(...lost, ...effects.wrong, ...out.wrong, ...posts.wrong, ...(await leftovers(world)))
  const changes = await world.rows<Change>(
    `select letter::int, "from", "to", holder::int, (extract(epoch from at) * 1000)::float8 as at
     from storm_changes order by at`,
  )
  wrong.push(...unexplained(changes, fleet.plugs), ...fleet.unforeseen())
  const count = (outcome: string) => deliveries.filter(each => each.outcome === outcome).length
  return {
    wrong,
    letters: sent.length,
    copies: sent.length - new Set(sent.map(each => each.letter)).size,
    tickets: count('ticket'),
    followups: count('followup'),
    automatic: count('automatic'),
    lettersOut: out.sent,
    uncertain: out.uncertain,
    uncertainAccepted: out.uncertainAccepted,
    posts: posts.count,
    losses: lost.length,
    doubled: effects.doubled + out.doubled + posts.wrong.length,
  }
}

/** Every UID on the server has exactly one delivery, and no delivery speaks of a UID that is not there. */
async function lostLetters(world: StormWorld, deliveries: Delivery[]): Promise<string[]> {
  const wrong: string[] = []
  for (const folder of folders) {
    const held = new Set(await world.mailbox.uids(folder))
    const stored = deliveries.filter(each => each.mailbox.endsWith(`/${folder}`)).map(each => each.uid)
    const missing = [...held].filter(uid => !stored.includes(uid))
    if (missing.length > 0) wrong.push(`${folder}: UIDs ${missing.join(', ')} were never stored`)
    if (new Set(stored).size !== stored.length) wrong.push(`${folder}: a UID was stored twice`)
    if (stored.some(uid => !held.has(uid)))
      wrong.push(`${folder}: a delivery speaks of no mail on the server`)
  }
  return wrong
}

/** Each letter has the one effect that it must have; every further copy of it is a duplicate. */
function wrongEffects(sent: Sending[], deliveries: Delivery[]): { wrong: string[]; doubled: number } {
  const wrong: string[] = []
  let doubled = 0
  const times = new Map<StormLetter, number>()
  for (const { letter } of sent) times.set(letter, (times.get(letter) ?? 0) + 1)
  for (const [letter, n] of times) {
    const print = letterFingerprint(Buffer.from(letter.raw))
    const outcomes = deliveries.filter(each => each.fingerprint === print).map(each => each.outcome)
    const effects = outcomes.filter(each => each === 'ticket' || each === 'followup')
    const expected =
      letter.fate === 'automatic'
        ? effects.length === 0 && outcomes.every(each => each === 'automatic' || each === 'duplicate')
        : effects.length === 1 &&
          effects[0] === letter.fate &&
          outcomes.filter(each => each === 'duplicate').length === n - 1
    if (effects.length > 1) doubled++
    if (!expected || outcomes.length !== n)
      wrong.push(
        `${letter.messageId}, sent ${n} times as ${letter.fate}: ${outcomes.map(each => each ?? 'waiting').join(', ') || 'nothing'}`,
      )
  }
  return { wrong, doubled }
}

/** Each letter of ours left at most once; what is said to be sent was accepted, and nothing else was. */
async function lettersOut(world: StormWorld) {
  const rows = await world.rows<{ message_id: string; state: string }>(
    'select message_id, state from outgoing_mails',
  )
  const accepted = new Map<string, number>()
  for (const { headers } of world.sink.letters()) {
    const id = headers['message-id'] ?? ''
    accepted.set(id, (accepted.get(id) ?? 0) + 1)
  }
  const wrong: string[] = []
  let [doubled, sent, uncertain, uncertainAccepted] = [0, 0, 0, 0]
  for (const { message_id: id, state } of rows) {
    const n = accepted.get(id) ?? 0
    accepted.delete(id)
    if (n > 1) doubled++
    if (n > 1) wrong.push(`${id} left ${n} times`)
    if (state === 'sent') sent++
    if (state === 'uncertain') uncertain++
    if (state === 'uncertain' && n > 0) uncertainAccepted++
    if (state === 'sent' && n === 0) wrong.push(`${id} is said to be sent and never left`)
    if (state !== 'sent' && state !== 'uncertain') wrong.push(`${id} ended as ${state}`)
  }
  for (const id of accepted.keys()) wrong.push(`${id} left and stands nowhere`)
  return { wrong, doubled, sent, uncertain, uncertainAccepted }
}

function postsOut(world: StormWorld): { wrong: string[]; count: number } {
  const times = new Map<string, number>()
  for (const { metadata } of world.slack.messages(channel)) {
    const key = String(metadata?.event_payload.key)
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  const wrong = [...times].filter(([, n]) => n > 1).map(([key, n]) => `post ${key} stands there ${n} times`)
  return { wrong, count: times.size }
}

/** Nothing waits for ever, numbers have no gap, every Vorgang was announced and acknowledged or is uncertain. */
async function leftovers(world: StormWorld): Promise<string[]> {
  const wrong: string[] = []
  const checks: Record<string, string> = {
    'mails without an outcome': 'select count(*)::int as n from raw_mails where outcome is null',
    'mails in quarantine': `select count(*)::int as n from raw_mails where outcome = 'quarantined'`,
    'posts that are not posted': `select count(*)::int as n from posts where state <> 'posted'`,
    'numbers with a gap': 'select (coalesce(max(seq), 0) - count(*))::int as n from tickets',
    'Vorgänge without an announcement in Slack': `select count(*)::int as n from tickets t
      where not exists (select from posts p where p.ticket_id = t.id and p.platform = 'slack')`,
    'Vorgänge without an acknowledgement': `select count(*)::int as n from tickets t
      where not exists (select from outgoing_mails o where o.ticket_id = t.id and o.kind = 'acknowledgement')`,
    'Vorgänge without a letter': `select count(*)::int as n from tickets t
      where not exists (select from messages l where l.ticket_id = t.id and l.direction = 'in')`,
  }
  for (const [what, query] of Object.entries(checks)) {
    const [row] = await world.rows<{ n: number }>(query)
    if (row?.n !== 0) wrong.push(`${row?.n} ${what}`)
  }
  const known = new Set((await world.rows<{ key: string }>('select key from posts')).map(row => row.key))
  for (const { metadata } of world.slack.messages(channel)) {
    const key = String(metadata?.event_payload.key)
    if (!known.has(key)) wrong.push(`post ${key} stands in the channel and nowhere else`)
  }
  return wrong
}
