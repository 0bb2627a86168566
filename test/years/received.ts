import { Temporal } from 'temporal-polyfill'
import type { Post } from '../../src/db/posts.ts'
import { dayOf, germanDayWithWeekday } from '../../src/domain/time/day.ts'
import type { Reply, Row } from '../../src/reply/reply.ts'

/** One line of a morning message, as somebody got it. */
interface Received {
  /** ISO instant of the message. */
  at: string
  channel: string
  /** The function whose business it is, and who it was given to when that one did not act. */
  roles: readonly string[]
  row: Row
  /** "voraussichtlich April 2024"; "" when it has none. */
  date: string
}

const given = /an die (?:Vertretung gegeben|Leitung vorgelegt): ([^;]+)/

/** All lines of these messages, in their order. */
function receivedIn(posts: readonly Pick<Post, 'createdAt' | 'channel' | 'reply'>[]): Received[] {
  return posts.flatMap(({ createdAt, channel, reply }) =>
    rowsOf(reply).map(row => {
      const parts = row.detail.split(' · ')
      const owner = parts.pop()!
      const other = given.exec(row.remark ?? '')?.[1]
      const at = new Date(createdAt).toISOString()
      return { at, channel, roles: other ? [owner, other] : [owner], row, date: parts.join(' · ') }
    }),
  )
}

/** What each function got in its year, as a text for people. */
export function yearText(
  title: string,
  posts: readonly Pick<Post, 'createdAt' | 'channel' | 'reply'>[],
): string {
  const received = receivedIn(posts)
  const roles = [...new Set(received.flatMap(each => each.roles))].sort((a, b) => a.localeCompare(b, 'de'))
  const sections = roles.map(role => {
    const own = received.filter(each => each.roles.includes(role))
    return [heading(role, own), ...own.map(lineOf)].join('\n')
  })
  const late = posts.flatMap(post =>
    remarksOf(post.reply).map(words => `  ${dayWords(post.createdAt)}  ${words}`),
  )
  const mornings = `${posts.length} Nachrichten an ${new Set(posts.map(each => dayWords(each.createdAt))).size} Tagen, ${received.length} Hinweise.`
  return `${[title, mornings, ...sections, ['Nachgeholt, gekürzt, ruhend', ...(late.length > 0 ? late : ['  nichts'])].join('\n')].join('\n\n')}\n`
}

function heading(role: string, own: readonly Received[]): string {
  const channels = [...new Set(own.map(each => `#${each.channel}`))].join(', ')
  return `${role} (${channels}): ${own.length}`
}

function lineOf({ at, row, date }: Received): string {
  const sign = row.sign === 'urgent' ? '!' : ' '
  const remark = row.remark ? ` (${row.remark})` : ''
  return `  ${dayWords(at)} ${sign} ${row.state.padEnd(12)} ${row.text}${date ? `, ${date}` : ''}${remark}`
}

/** What a message says about itself beside that it came in time. */
function remarksOf({ blocks }: Reply): string[] {
  return blocks.flatMap(block => {
    if (block.kind !== 'note' && block.kind !== 'text') return []
    return block.text === 'Planmäßig 07:30, gesendet 07:30.' ? [] : [block.text]
  })
}

function rowsOf({ blocks }: Reply): Row[] {
  return blocks.flatMap(block => (block.kind === 'rows' ? block.rows : []))
}

function dayWords(at: string): string {
  return germanDayWithWeekday(dayOf(Temporal.Instant.from(new Date(at).toISOString())))
}
