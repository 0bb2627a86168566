import { Temporal } from 'temporal-polyfill'
import { dayOf, germanDayWithWeekday, germanTime } from '../domain/time/day.ts'
import type { Block } from '../reply/reply.ts'
import { isoInstant } from './ticketFacts.ts'

/** What these texts use of a letter. */
export interface LetterShown {
  direction: 'in' | 'out'
  fromName: string
  fromAddress: string
  subject: string
  body: string
  attachments: readonly { name: string }[]
  /** ISO instant. */
  at: string
}

/** As much of a letter as a chat window takes well; characters. */
const longestBody = 2000

/** The letters of a Vorgang, newest first, for those who may read them. */
export function letterBlocks(letters: readonly LetterShown[]): Block[] {
  return [...letters].reverse().flatMap(letter => {
    const at = Temporal.Instant.from(isoInstant(letter.at))
    const from = letter.fromName ? `${letter.fromName} <${letter.fromAddress}>` : letter.fromAddress
    const when = `${germanDayWithWeekday(dayOf(at))}, ${germanTime(at)} Uhr`
    const files = letter.attachments.map(each => each.name).join(', ')
    const blocks: Block[] = [
      {
        kind: 'facts',
        facts: [
          { label: letter.direction === 'in' ? 'Brief von' : 'Antwort von', value: `${from}, ${when}` },
          { label: 'Betreff', value: letter.subject || '(ohne Betreff)' },
          ...(files ? [{ label: 'Anlagen', value: files }] : []),
        ],
      },
    ]
    if (letter.body.trim()) blocks.push({ kind: 'text', text: shortBody(letter.body.trim()) })
    return blocks
  })
}

function shortBody(body: string): string {
  return body.length > longestBody ? `${body.slice(0, longestBody)} …` : body
}
