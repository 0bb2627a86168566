import { readFileSync } from 'node:fs'
import { readLetter } from '../../src/adapters/mime/readLetter.ts'
import type { Letter } from '../../src/domain/mail/letter.ts'

/** The bytes of a mail in this folder. */
export function rawMail(name: string): Buffer {
  return readFileSync(new URL(`${name}.eml`, import.meta.url))
}

/** A whole mail of this folder, read as in production but in this thread. */
export function letterIn(name: string): Promise<Letter> {
  return readLetter(rawMail(name))
}

/** A short letter of a citizen, with what a test changes. */
export function letterWith(changes: Partial<Letter> = {}): Letter {
  return {
    messageId: '<frage@mail.example>',
    inReplyTo: [],
    references: [],
    from: { name: 'Uwe Thiessen', address: 'uwe@mail.example' },
    replyTo: [],
    to: [{ name: '', address: 'klassenassistenz@kreis.example' }],
    cc: [],
    subject: 'Frage',
    date: '2024-04-22T07:14:00.000Z',
    text: 'Wann geht es los?',
    newestText: 'Wann geht es los?',
    quotedText: '',
    headers: { from: 'Uwe Thiessen <uwe@mail.example>' },
    attachments: [],
    ...changes,
  }
}
