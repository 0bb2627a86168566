/** A paragraph: sentences, a link or a further line. */
export type LetterPart = (string | { link: string } | { line: string })[]

/** The letter as plain text: a blank line between paragraphs, a link on a line of its own. */
export function letterText(parts: readonly LetterPart[]): string {
  const paragraphs = parts.map(part =>
    part
      .map(piece => (typeof piece === 'string' ? piece : `\n${'link' in piece ? piece.link : piece.line}`))
      .join(''),
  )
  return `${paragraphs.join('\n\n')}\n`
}

/** The same letter as accessible HTML: language said, real paragraphs, nothing loaded from elsewhere. */
export function letterHtml(title: string, parts: readonly LetterPart[]): string {
  const paragraphs = parts.map(part => `<p>${part.map(pieceHtml).join('')}</p>`)
  return letterDocument(title, paragraphs)
}

/** The frame of every letter in HTML; `blocks` are HTML. The language stands twice: some mail programs keep the body only. */
export function letterDocument(title: string, blocks: readonly string[]): string {
  return `<!doctype html>\n<html lang="de">\n<head><meta charset="utf-8"><title>${escaped(title)}</title></head>\n<body lang="de">\n${blocks.join('\n')}\n</body>\n</html>\n`
}

function pieceHtml(piece: LetterPart[number]): string {
  if (typeof piece === 'string') return escaped(piece)
  if ('line' in piece) return `<br>${escaped(piece.line)}`
  return `<br><a href="${escaped(piece.link)}">${escaped(piece.link)}</a>`
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, letter => entities[letter]!) // every letter of the class has an entity
}
