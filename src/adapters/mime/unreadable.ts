/**
 * Why a mail cannot be read. 'too-slow' and 'memory' depend on the machine's load and may be tried again; the others
 * are certain.
 */
export type UnreadableKind = 'empty' | 'no-mail' | 'too-slow' | 'memory' | 'malformed'

const sentences: Record<UnreadableKind, string> = {
  empty: 'Die Datei ist leer.',
  'no-mail': 'Das ist keine E-Mail: Es fehlt jede Kopfzeile.',
  'too-slow': 'Das Lesen hat zu lange gedauert und wurde abgebrochen.',
  memory: 'Das Lesen hat zu viel Speicher gebraucht und wurde abgebrochen.',
  malformed: 'Der Aufbau der E-Mail ist so beschädigt, dass sie nicht gelesen werden kann.',
}

/** A mail that cannot become a letter; `german` is the sentence for people. No word of the mail is in it. */
export class UnreadableMail extends Error {
  readonly kind: UnreadableKind
  readonly german: string

  constructor(kind: UnreadableKind) {
    super(`unreadable mail: ${kind}`)
    this.name = 'UnreadableMail'
    this.kind = kind
    this.german = sentences[kind]
  }
}
