import type { ProcessHistory } from '../plansOf.ts'

/** What somebody wrote down about an Ablauf: free words, for who works with it, never for a channel. */
export interface ProcessNote {
  text: string
  /** The step that it is about; null: the whole. */
  step: string | null
  /** A function. */
  by: string
  /** ISO instant. */
  at: string
}

/** The notes of an Ablauf, oldest first. */
export function notesOf(histories: readonly ProcessHistory[], processId: number): ProcessNote[] {
  const events = histories.find(each => each.instance.id === processId)?.events ?? []
  return events.flatMap(event =>
    event.kind === 'noted' ? [{ text: event.text, step: event.step, by: event.by, at: event.at }] : [],
  )
}
