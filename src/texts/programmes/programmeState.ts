import { Temporal } from 'temporal-polyfill'
import type { Profile } from '../../domain/programme/profile.ts'
import type { StatusAt } from '../../domain/programme/statusAt.ts'
import type { ProgrammeView } from '../../domain/status/programmeView.ts'
import type { TenderState } from '../../domain/tender/tenderState.ts'
import { germanDay } from '../../domain/time/day.ts'
import { germanPointInTime } from '../../domain/time/pointInTime.ts'
import { phaseWords } from '../tender/tenderPhases.ts'
import { tenderStateLine } from '../tender/tenderState.ts'

/** What holds for the whole programme: one headline and, when an event brought it, that event with its source. */
export function programmeSentence(status: StatusAt, profile: Profile): { headline: string; reason: string } {
  const { value, event } = status.programme
  if (value === 'aktiv') return { headline: 'Programm aktiv.', reason: '' }
  const word = value === 'ausgesetzt' ? 'ausgesetzt' : 'beendet'
  if (!event)
    return {
      headline: `Programm ${word} (Stand ${germanDay(Temporal.PlainDate.from(profile.stand))}, Quelle: ${profile.quelle}).`,
      reason: 'Termine stammen aus der Zeit davor.',
    }
  return {
    headline: `Programm ${word} seit ${germanPointInTime({ wann: event.datum })} (Quelle: ${event.quelle}).`,
    reason: `${event.titel}. Die Termine stammen aus der Zeit davor.`,
  }
}

/**
 * Where the tender stands, only in words that are public: never names or counts of companies. The procedure that runs here knows
 * better than the document; null: none was begun.
 */
export function tenderLine(profile: Profile, view: ProgrammeView, running: TenderState | null): string {
  const { verfahren_name, stand_text } = profile.vergabe
  const { phase, programme } = view.status
  // While nothing was published yet, the document says more than „in Vorbereitung“.
  if (running && !(running.phase === 'vorbereitung' && stand_text !== null)) return tenderStateLine(running)
  if (phase.event)
    return join([
      verfahren_name,
      `${phaseWords[phase.value]} seit ${germanPointInTime({ wann: phase.event.datum })} (Quelle: ${phase.event.quelle})`,
    ])
  const line = join([verfahren_name, stand_text ?? phaseWords[phase.value]])
  const hint = programme.event?.wirkung.hinweis
  return `${line}${asOf(profile, view)}${hint ? `. ${hint}` : ''}`
}

/** "abgeschlossen seit 03.09.2024: Das Oberverwaltungsgericht … (Quelle: …)"; "" without a case. */
export function litigationLine(status: StatusAt): string {
  if (!status.litigation?.event) return ''
  const { value, event } = status.litigation
  return `${value === 'beendet' ? 'beendet' : 'läuft'}, ${germanPointInTime({ wann: event.datum })}: ${event.titel} (Quelle: ${event.quelle})`
}

/** Where the agreement stands and what it holds up; "" when no source tells of one. */
export function agreementLine(profile: Profile, view: ProgrammeView): string {
  if (!profile.vereinbarung) return ''
  const { name, stand_text, status, tore } = profile.vereinbarung
  const gate = status !== 'in_kraft' && profile.vergabe.gebraucht === 'ja' && tore?.zuschlag === 'sperren'
  return `${name} ${stand_text}${asOf(profile, view)}${gate ? '. Zuschlag erst nach Unterzeichnung' : ''}`
}

/** The document's own words about a moving matter carry its date once later events are known. */
function asOf(profile: Profile, view: ProgrammeView): string {
  return view.documentIsOld ? ` (Stand ${germanDay(Temporal.PlainDate.from(profile.stand))})` : ''
}

function join(parts: readonly (string | null)[]): string {
  return parts.filter(part => part !== null && part !== '').join(', ')
}
