import type { StoredTimeline } from '../domain/timeline/storedTimeline.ts'

/** A sign beside a word, never alone: nothing depends on colour or on the sign. */
export type Sign = 'done' | 'planned' | 'moved' | 'new' | 'fixed' | 'urgent' | 'question' | 'none'

/**
 * One block of a neutral answer. Every platform renders the same blocks in its own way.
 * Text is plain: no markup of any platform; renderers escape it.
 */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  /** Label and value, one a line: "Ausschreibung  Verhandlungsverfahren …". */
  | { kind: 'facts'; facts: { label: string; value: string }[] }
  /** A titled list of rows with the same columns; `state` is the word that the sign stands beside. */
  | { kind: 'rows'; title: string; rows: Row[] }
  /** A table with a heading for each column. */
  | { kind: 'table'; columns: string[]; rows: string[][] }
  /** Buttons. `command` is what a person would type, e.g. "vorgang zuweisen KA-2024-0017 ich". */
  | { kind: 'actions'; actions: Action[] }
  | PictureBlock
  /** Small print at the end: Stand and Quelle. */
  | { kind: 'note'; text: string }

/**
 * A timeline as a picture. What is drawn travels, not the picture: each platform draws it in the moment in which it shows it, and
 * shows the rows where it cannot.
 */
export interface PictureBlock {
  kind: 'picture'
  timeline: StoredTimeline
  /** Says in one text what the picture shows, for who does not see it. */
  alt: string
  /** The same as a list, where there are no pictures. */
  rows: Row[]
}

export interface Row {
  sign: Sign
  state: string
  text: string
  /** Right-hand detail such as a date, "" for none. */
  detail: string
  /** A remark, e.g. "bisher 01.08.2024: Zeitplan der Ausschreibung". */
  remark?: string
}

export interface Action {
  label: string
  /** What is typed or sent when it is pressed; "" when `url` is set. */
  command: string
  /** Keys of the command's arguments that are asked for first (Form); where there are no forms, the usage is shown. */
  asks?: readonly string[]
  /** Leads to a page of the workplace instead. */
  url?: string
}

/** The neutral answer to a person or a message to a channel. */
export interface Reply {
  /** One sentence for notifications and screen readers, free of personal data. */
  summary: string
  blocks: Block[]
  /** Who sees it where the place is shared: all in the channel, or the asker alone. */
  audience: 'everyone' | 'asker'
  /** What a form gave was not understood and nothing was done: the form can be shown again, with what was filled in. */
  unfinished?: true
}

/** Nothing to say: what was said to us in a channel is no order, and what else it is concerns others. */
export const silence: Reply = { summary: '', blocks: [], audience: 'asker' }

export function isSilent({ summary, blocks }: Reply): boolean {
  return blocks.length === 0 && summary.trim() === ''
}
