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

/**
 * The letters of a Vorgang, newest first, for those who may read them. What we sent ourselves is an acknowledgement so
 * far: everybody knows its words, so one line says that it left.
 */
export function letterBlocks(letters: readonly LetterShown[]): Block[] {
  return [...letters].reverse().flatMap(letter => {
    const at = Temporal.Instant.from(isoInstant(letter.at))
    const when = `${germanDayWithWeekday(dayOf(at))}, ${germanTime(at)} Uhr`
    if (letter.direction === 'out')
      return [{ kind: 'facts' as const, facts: [{ label: 'Bestätigt', value: when }] }]
    const from = letter.fromName ? `${letter.fromName} <${letter.fromAddress}>` : letter.fromAddress
    const files = letter.attachments.map(each => each.name).join(', ')
    const blocks: Block[] = [
      {
        kind: 'facts',
        facts: [
          { label: 'Brief von', value: `${from}, ${when}` },
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
