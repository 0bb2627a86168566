/** A piece of HTML that is safe to put into a page: made by `html`, or by a renderer that escapes for itself. */
export interface Html {
  readonly html: string
}

type Part = Html | string | number | null | false | readonly Part[]

/** A template whose values are escaped unless they are Html themselves; null and false leave nothing behind. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return { html: strings.reduce((before, string, i) => before + written(parts[i - 1] ?? null) + string) }
}

function written(part: Part): string {
  if (part === null || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  if (isList(part)) return part.map(written).join('')
  return part.html
}

function isList(part: Html | readonly Part[]): part is readonly Part[] {
  return Array.isArray(part)
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  // Control characters have no place in HTML; some browsers stop at a NUL.
  return text.replace(/[&<>"']/g, c => entities[c]!).replace(/(?![\t\n\r])\p{Cc}/gu, '\ufffd')
}
