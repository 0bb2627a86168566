import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Timeline } from './timeline.ts'

/** The same with days as ISO text, as it travels in a post: a picture is drawn where it is shown. */
type Stored<T> = T extends Temporal.PlainDate
  ? string
  : T extends readonly (infer Each)[]
    ? readonly Stored<Each>[]
    : T extends object
      ? { [Key in keyof T]: Stored<T[Key]> }
      : T

export type StoredTimeline = Stored<Timeline>

/** Beyond these nobody could read the picture, and drawing it would cost more than words. */
const most = { items: 500, moves: 20, words: 1_000 }

const words = z.string().max(most.words)

/** Programmes of counties live now; a year such as 0024 is a slip of a key. */
const day = z.iso
  .date()
  .refine(iso => iso >= '1990-01-01' && iso < '2100-01-01')
  .transform(iso => Temporal.PlainDate.from(iso))

const span = z.object({ first: day, last: day, words })

const item = span.extend({
  id: words,
  title: words,
  kind: z.enum(['milestone', 'legal', 'gate', 'meeting', 'duty', 'step']),
  state: z.enum(['done', 'planned', 'moved', 'fixed', 'open', 'suspended', 'blocked']),
  word: words.optional(),
  tentative: z.boolean(),
  movedFrom: z.array(span).max(most.moves).optional(),
  norm: words.optional(),
})

const timeline = z.object({
  title: words,
  notice: words.nullable(),
  today: day,
  stand: day,
  quelle: words,
  items: z.array(item).max(most.items),
  undated: z.array(z.object({ title: words, word: words })).max(most.items),
  from: day.nullable(),
  to: day.nullable(),
})

export function storedTimeline(timeline: Timeline): StoredTimeline {
  // A day writes itself as ISO text (Temporal.PlainDate.prototype.toJSON).
  return JSON.parse(JSON.stringify(timeline))
}

/** The timeline of a stored one; null when it is none, or absurd: a day before its first, thousands of items. */
export function timelineFrom(stored: unknown): Timeline | null {
  const read = timeline.safeParse(stored)
  return read.success && inOrder(read.data) ? read.data : null
}

/** Nothing ends before it begins. */
function inOrder({ items, from, to }: Timeline): boolean {
  const spans = items.flatMap(item => [item, ...(item.movedFrom ?? [])])
  const window = from && to ? [{ first: from, last: to }] : []
  return [...spans, ...window].every(({ first, last }) => Temporal.PlainDate.compare(first, last) <= 0)
}
