import type { LedgerFaults } from '../domain/mail/ledgerFaults.ts'
import type { Reply } from '../reply/reply.ts'
import { type LetterPart, letterHtml, letterText } from './letters/letterText.ts'

/** News for the operators: the same for the channel and as a letter, free of personal data. */
export interface OperatorNews {
  reply: Reply
  letter: { subject: string; text: string; html: string }
}

/**
 * The server holds letters that were not stored. `label` is that of mailboxNews.ts, without address. `mend`: they are being fetched now; 'by-hand': they are so many that a person
 * must look first.
 */
export function missingMailsNews(label: string, missing: number, mend: 'now' | 'by-hand'): OperatorNews {
  const what = missing === 1 ? 'liegt ein Brief, der' : `liegen ${missing} Briefe, die`
  const here = missing === 1 ? 'fehlt' : 'fehlen'
  const them = missing === 1 ? 'Er wird' : 'Sie werden'
  return operatorNews('Im Nachweis fehlen Briefe', [
    `${label.replace(/^Das /, 'Im ')} ${what} im Nachweis ${here}.`,
    mend === 'now'
      ? `${them} jetzt nachgeholt und wie neue Post bearbeitet; auf dem Mailserver wird nichts verändert. Ob es gelungen ist, zeigt kla ledger.`
      : `So viele holt das Programm nicht von allein nach. Bitte erst prüfen, ob das sein kann, dann: kla ledger --vergleich --nachholen`,
  ])
}

const faultWords: Record<keyof LedgerFaults, [one: string, many: string]> = {
  withoutMail: ['Eingang, dessen Brief nicht da ist', 'Eingänge, deren Brief nicht da ist'],
  withoutDelivery: ['Brief, zu dem kein Eingang vermerkt ist', 'Briefe, zu denen kein Eingang vermerkt ist'],
  unequal: [
    'Brief, der anders gezählt ist, als er bearbeitet wurde',
    'Briefe, die anders gezählt sind, als sie bearbeitet wurden',
  ],
  withoutTicket: ['Brief, dessen Vorgang fehlt', 'Briefe, deren Vorgang fehlt'],
  overdue: ['Brief, der noch immer nicht bearbeitet ist', 'Briefe, die noch immer nicht bearbeitet sind'],
}

/** "2 Briefe, deren Vorgang fehlt" for each kind that there is; empty when the ledger is sound. */
export function faultLines(faults: LedgerFaults): string[] {
  return (Object.keys(faultWords) as (keyof LedgerFaults)[]).flatMap(kind => {
    const n = faults[kind]
    return n === 0 ? [] : [`${n} ${faultWords[kind][n === 1 ? 0 : 1]}`]
  })
}

/** The ledger does not add up in itself. */
export function ledgerFaultNews(faults: LedgerFaults): OperatorNews {
  return operatorNews('Der Nachweis geht nicht auf', [
    `${faultLines(faults).join('; ')}.`,
    'Die Briefe selbst sind gespeichert und im Postfach unverändert. Bitte die Administration verständigen (kla ledger, kla doctor).',
  ])
}

/** One title and some sentences, in both shapes. */
export function operatorNews(title: string, sentences: string[]): OperatorNews {
  const parts: LetterPart[] = [...sentences, 'Diese Nachricht wurde automatisch erstellt.'].map(each => [
    each,
  ])
  return {
    reply: {
      summary: title,
      audience: 'everyone',
      blocks: [
        { kind: 'heading', text: title },
        { kind: 'text', text: sentences.join(' ') },
      ],
    },
    letter: { subject: title, text: letterText(parts), html: letterHtml(title, parts) },
  }
}
