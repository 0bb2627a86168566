/** A mail that another project publishes, with what that project expects of it. null: it says nothing about that. */
export interface Fixture {
  name: string
  raw: Buffer
  subject: string | null
  /** Texts that must stand in the letter, in any order, and all of it if `whole`. */
  texts: { words: string; html: boolean }[] | null
  /** Whether the letter may have no other text. */
  whole: boolean
}

/** Bytes as their charset says; nothing or nonsense said: UTF-8 if they are, otherwise as Windows wrote. */
export function readAs(bytes: Buffer, charset: string): string {
  try {
    return charset === ''
      ? new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      : new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The words of HTML, roughly: enough to compare them, letter by letter, with what we made of it. */
export function wordsOfHtml(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->|<(style|script|head|title)\b[\s\S]*?<\/\1>|<[^>]*>/gi, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
}

const entities: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  copy: '©',
  reg: '®',
}
