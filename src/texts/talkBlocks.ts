import { Temporal } from 'temporal-polyfill'
import { dayOf, germanDayWithWeekday, germanTime } from '../domain/time/day.ts'
import type { Block } from '../reply/reply.ts'
import { isoInstant } from './ticketFacts.ts'

/** What these texts use of a message of a chat. */
export interface TalkShown {
  authorName: string
  text: string
  /** Files that hang on it on the platform. */
  files: number
  /** ISO instant. */
  at: string
}

/** As much of a message as a chat window takes well; characters. */
const longest = 2000

/** What was said in the chat about a Vorgang, newest first, for those who may read its letters. */
export function talkBlocks(messages: readonly TalkShown[]): Block[] {
  return [...messages].reverse().flatMap(({ authorName, text, files, at: iso }) => {
    const at = Temporal.Instant.from(isoInstant(iso))
    const when = `${germanDayWithWeekday(dayOf(at))}, ${germanTime(at)} Uhr`
    const hanging =
      files === 0 ? [] : [{ label: 'Dateien', value: `${files}, sie liegen im Chat und sind hier nicht` }]
    return [
      {
        kind: 'facts' as const,
        facts: [{ label: 'Im Chat geschrieben', value: `${authorName}, ${when}` }, ...hanging],
      },
      { kind: 'text' as const, text: text.length > longest ? `${text.slice(0, longest)} …` : text },
    ]
  })
}

/** The same where its words may not be read: how much was said. */
export function talkFacts(n: number): { label: string; value: string }[] {
  if (n === 0) return []
  return [{ label: 'Chat', value: n === 1 ? '1 Nachricht aus dem Chat' : `${n} Nachrichten aus dem Chat` }]
}
