import type { TenderState } from '../../domain/tender/tenderState.ts'
import { germanDay } from '../../domain/time/day.ts'
import { whenWords } from '../steps/stepWords.ts'
import { phaseWords } from './tenderPhases.ts'

/**
 * "Verhandlungsverfahren mit Teilnahmewettbewerb, Teilnahmewettbewerb läuft seit 15.04.2024. Nächster Termin: Ende der Teilnahmefrist,
 * Mi 15.05.2024". Only what is public.
 */
export function tenderStateLine({ procedure, phase, since, next }: TenderState): string {
  const began = since ? ` seit ${germanDay(since)}` : ''
  const date = next
    ? `. Nächster Termin: ${next.title}${next.earliest ? ' frühestens' : ''} ${whenWords(next.when)}`
    : ''
  return `${procedure}, ${phaseWords[phase]}${began}${date}`
}
