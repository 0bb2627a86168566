/** What is special about a letter of a test; the rest is an ordinary question of a family. */
export interface LetterParts {
  /** Message-ID without brackets; null: the letter has none. */
  id: string | null
  /** null: no From line at all. */
  from?: string | null
  subject?: string
  text?: string
  /** Further header lines, as they stand in the mail. */
  headers?: string[]
  contentType?: string
}

export const question = 'Guten Tag, wann beginnt die Klassenassistenz in Elmshorn? Viele Grüße, eine Mutter'

/** The bytes of a mail, as text. */
export function letter(parts: LetterParts): string {
  const { from = 'Familie Thiessen <thiessen@post.example>', text = question } = parts
  return [
    ...(from === null ? [] : [`From: ${from}`]),
    'To: postfach@kreis.example',
    `Subject: ${parts.subject ?? 'Frage zum Start'}`,
    ...(parts.id === null ? [] : [`Message-ID: <${parts.id}>`]),
    'Date: Mon, 22 Apr 2024 08:41:00 +0200',
    'MIME-Version: 1.0',
    `Content-Type: ${parts.contentType ?? 'text/plain; charset=utf-8'}`,
    ...(parts.headers ?? []),
    '',
    text,
    '',
  ].join('\r\n')
}
