import { Temporal } from 'temporal-polyfill'
import { dayOf, germanDay, germanTime } from '../domain/time/day.ts'
import type { Block } from '../reply/reply.ts'

/** What an answer rests on: as-of date of a document (ISO, or words of its own such as "Schuljahr 2018/19") and its name. */
export interface Source {
  stand: string
  quelle: string
}

/**
 * The last line of every answer (domain.md section 2, R2): "Stand 01.02.2019, Quelle: Rahmenkonzept." `until`: what people
 * entered here up to then is part of the answer, "Eingetragen bis 22.04.2024, 09:14."; an instant, or its ISO text.
 */
export function standLine({ stand, quelle }: Source, until: Temporal.Instant | string | null): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(stand) ? germanDay(Temporal.PlainDate.from(stand)) : stand
  const document = `Stand ${day}, Quelle: ${quelle}.`
  if (until === null) return document
  const at = Temporal.Instant.from(until)
  return `${document} Eingetragen bis ${germanDay(dayOf(at))}, ${germanTime(at)}.`
}

/** The last line of an answer that rests on what this programme keeps and on no document: "Stand: heute 09:14, Quelle: dieses Programm." */
export function ownStandLine(now: Temporal.Instant): string {
  return `Stand: heute ${germanTime(now)}, Quelle: dieses Programm.`
}

export function ownStandNote(now: Temporal.Instant): Block {
  return { kind: 'note', text: ownStandLine(now) }
}

/** The same as the small print under a Reply. */
export function standNote(source: Source, until: Temporal.Instant | string | null): Block {
  return { kind: 'note', text: standLine(source, until) }
}
