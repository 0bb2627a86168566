import type { Temporal } from 'temporal-polyfill'
import { dayOf, germanDay, germanTime } from '../domain/time/day.ts'
import { span } from './span.ts'

/** What arrived in a time, and what became of it. */
export interface LedgerFigures {
  arrived: number
  quarantined: number
  /** Stored, not handled yet. */
  waiting: number
  waitingSince: Temporal.Instant | null
}

/** How the last comparison with the watched mailboxes ended. */
export interface ComparedFigures {
  /** Watched mailboxes; 0: none is, and nothing is said about it. */
  mailboxes: number
  /** The oldest of their last comparisons; null: one of them was never compared. */
  at: Temporal.Instant | null
  /** Mails that the server held and we did not, in all of them. */
  missing: number
}

/** After so long a comparison that should come every night is late. */
const lateHours = 36

/**
 * "412 Briefe angekommen, 412 nachgewiesen, davon 0 in Quarantäne; zuletzt mit dem Postfach verglichen am 21.11., 02:40 Uhr:
 * keine Abweichung." For `kla ledger` and the digest; free of personal data.
 */
export function ledgerLine(figures: LedgerFigures, compared: ComparedFigures, now: Temporal.Instant): string {
  const { arrived, quarantined, waiting, waitingSince } = figures
  const parts = [
    `${letters(arrived)} angekommen`,
    `${arrived - waiting} nachgewiesen`,
    `davon ${quarantined} in Quarantäne`,
  ]
  if (waiting > 0 && waitingSince)
    parts.push(
      `${waiting} noch in Arbeit (${waiting === 1 ? 'seit' : 'der älteste seit'} ${span(waitingSince, now)})`,
    )
  const comparison = comparedWords(compared, now)
  return `${parts.join(', ')}${comparison ? `; ${comparison}` : ''}.`
}

function comparedWords({ mailboxes, at, missing }: ComparedFigures, now: Temporal.Instant): string | null {
  if (mailboxes === 0) return null
  const what = mailboxes === 1 ? 'dem Postfach' : `den ${mailboxes} Postfächern`
  if (!at) return `mit ${what} noch nicht${mailboxes > 1 ? ' vollständig' : ''} verglichen`
  const late = now.since(at).total('hours') > lateHours ? ' (der nächste Vergleich ist überfällig)' : ''
  const found =
    missing === 0 ? 'keine Abweichung' : `${letters(missing)} ${missing === 1 ? 'fehlte' : 'fehlten'} hier`
  return `zuletzt mit ${what} verglichen am ${shortDay(at, now)}, ${germanTime(at)} Uhr: ${found}${late}`
}

/** "21.11." within this year, with the year otherwise. */
function shortDay(at: Temporal.Instant, now: Temporal.Instant): string {
  const day = dayOf(at)
  return day.year === dayOf(now).year ? germanDay(day).slice(0, 6) : germanDay(day)
}

/** "1 Folgebrief", "4 Folgebriefe": letters that came to a Vorgang that was there. */
export const followupsInWords = (n: number) => `${n} ${n === 1 ? 'Folgebrief' : 'Folgebriefe'}`

/** "1 Vorgang", "0 Vorgänge". */
export const ticketsInWords = (n: number) => `${n} ${n === 1 ? 'Vorgang' : 'Vorgänge'}`

const letters = (n: number) => `${n} ${n === 1 ? 'Brief' : 'Briefe'}`
