import type { DataClass } from '../../domain/ticket/visibility.ts'

/**
 * Tells those who alone may open a Vorgang that it is there: its number and what to do, nothing of the letter,
 * because this letter may be read on a phone in a corridor (domain.md section 8, K2).
 */
export function silentNotice(ticket: { number: string; dataClass: DataClass; source?: 'mail' | 'chat' }): {
  subject: string
  text: string
  html: string
} {
  const urgent = ticket.dataClass === 'kindeswohl'
  const chat = ticket.source === 'chat'
  const subject = urgent
    ? `Vorgang ${ticket.number}: bitte sofort öffnen`
    : `Vorgang ${ticket.number}: Post zum Vergabeverfahren`
  const sentences = urgent
    ? [
        `Vorgang ${ticket.number}: bitte sofort öffnen.`,
        chat
          ? 'Die Nachricht wurde in einem Chat geschrieben und steht im Vorgang. Sie ist nur für den Allgemeinen Sozialen Dienst bestimmt.'
          : 'Der Brief liegt im Postfach des Vorhabens. Er ist nur für den Allgemeinen Sozialen Dienst bestimmt.',
      ]
    : [
        chat
          ? `In einem Chat des Vorhabens wurde etwas geschrieben, das zum Vergabeverfahren gehören kann: Vorgang ${ticket.number}.`
          : `Im Postfach des Vorhabens liegt Post, die zum Vergabeverfahren gehören kann: Vorgang ${ticket.number}.`,
        'Sie ist nur für die Vergabestelle bestimmt. Anlagen wurden nicht geöffnet.',
      ]
  const closing = 'Diese Nachricht wurde automatisch erstellt.'
  return {
    subject,
    text: `${[...sentences, closing].join('\n\n')}\n`,
    html: `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>${subject}</title></head><body>${[
      ...sentences,
      closing,
    ]
      .map(sentence => `<p>${sentence}</p>`)
      .join('')}</body></html>`,
  }
}
