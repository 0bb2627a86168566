import { Temporal } from 'temporal-polyfill'
import { germanDay, germanTime } from '../domain/time/day.ts'
import type { Block } from '../reply/reply.ts'

/**
 * The last line of every answer (domain.md section 2, R2): "Stand 01.02.2019, Quelle: Rahmenkonzept." With `now`, what people
 * entered here is part of the answer: "Einträge: heute 09:14".
 */
export function standNote(
  { stand, quelle }: { stand: string; quelle: string },
  now: Temporal.Instant | null,
): Block {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(stand) ? germanDay(Temporal.PlainDate.from(stand)) : stand
  const entries = now ? `. Einträge: heute ${germanTime(now)}` : ''
  return { kind: 'note', text: `Stand ${day}, Quelle: ${quelle}${entries}` }
}
