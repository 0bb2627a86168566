import type { SenderSettings } from '../../../src/adapters/smtp/settings.ts'
import type { LetterOut } from '../../../src/adapters/types.ts'

let counter = 0

/** An acknowledgement as the flows make it; each has its own Message-ID. */
export function letterOut(other: Partial<LetterOut> = {}): LetterOut {
  return {
    messageId: `<ka-2024-0017.${++counter}@kreis.example>`,
    from: { name: 'Koordination Klassenassistenz', address: 'postfach@kreis.example' },
    to: 'erika@post.example',
    subject: 'Ihre Anfrage ist eingegangen [KA-2024-0017]',
    text: 'Guten Tag,\n\nIhre Anfrage ist eingegangen. Wir prüfen sie.\n.\nEine Zeile mit Punkt davor stört nicht.\n',
    html: '<p>Guten Tag,</p><p>Ihre Anfrage ist eingegangen. Wir prüfen sie.</p>',
    inReplyTo: '<anfrage.1@post.example>',
    references: ['<anfrage.1@post.example>'],
    headers: { 'Auto-Submitted': 'auto-replied' },
    date: '2024-04-22T07:12:00Z',
    ...other,
  }
}

export const plainSettings = (port: number, other: Partial<SenderSettings> = {}): SenderSettings => ({
  host: '127.0.0.1',
  port,
  security: 'plain-loopback',
  signIn: null,
  answerSeconds: 2,
  finalAnswerSeconds: 2,
  ...other,
})

export const nothingFirst = async () => {}
