import { Temporal } from 'temporal-polyfill'
import { dayOf, germanDayWithWeekday, germanTime } from '../domain/time/day.ts'
import type { Block } from '../reply/reply.ts'
import { isoInstant } from './ticketFacts.ts'

/** What these texts use of an internal note. */
export interface NoteShown {
  author: string
  text: string
  /** ISO instant. */
  at: string
}

/** Internal notes, newest first, above the letters; each says what it is, so that nobody takes it for a letter. */
export function noteBlocks(notes: readonly NoteShown[]): Block[] {
  return [...notes].reverse().flatMap(note => {
    const at = Temporal.Instant.from(isoInstant(note.at))
    const when = `${germanDayWithWeekday(dayOf(at))}, ${germanTime(at)} Uhr`
    return [
      { kind: 'facts' as const, facts: [{ label: 'Interne Notiz', value: `${note.author}, ${when}` }] },
      { kind: 'text' as const, text: note.text },
    ]
  })
}
