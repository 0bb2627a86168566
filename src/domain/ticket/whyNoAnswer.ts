import type { Topic } from '../classify/labels.ts'
import type { TicketState } from './states.ts'
import type { DataClass } from './visibility.ts'

/**
 * Why no answer may be written in a Vorgang, one German sentence; null: it may. While a tender runs, only the Vergabestelle
 * answers, to all at once and on the platform: one careless letter can endanger the whole procedure (§§ 9 Abs. 2, 17 Abs. 13,
 * 20 Abs. 3 VgV, § 97 Abs. 2 GWB).
 */
export function whyNoAnswer(
  ticket: { state: TicketState; dataClass: DataClass; bidderQuestion: boolean; topic: Topic | null },
  tenderRuns: boolean,
): string | null {
  const tender =
    ticket.dataClass === 'vergabe' ||
    ticket.dataClass === 'angebot_anlage' ||
    ticket.bidderQuestion ||
    ticket.topic === 'ausschreibung'
  if (tender && tenderRuns)
    return 'Solange das Vergabeverfahren läuft, antwortet nur die Vergabestelle, und zwar allen zugleich auf der Vergabeplattform (§ 9 Abs. 2, § 20 Abs. 3 VgV); von hier geht dazu kein Brief ab.'
  if (ticket.state === 'abgeschlossen')
    return 'Der Vorgang ist abgeschlossen. Zum Antworten bitte zuerst wieder öffnen.'
  return null
}
