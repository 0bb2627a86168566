import { compile } from 'html-to-text'

/** Longer HTML is cut: nobody reads further, and the raw mail is kept. */
const longestHtml = 2_000_000

const convert = compile({
  wordwrap: false,
  // The library would cut in silence without an ellipsis.
  limits: { maxInputLength: longestHtml, maxDepth: 200, maxChildNodes: 20_000, ellipsis: '[…]' },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'head', format: 'skip' },
    // Mail programs build their layout and their quotes from headings and rules; capitals and dashes would be noise.
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(selector => ({ selector, options: { uppercase: false } })),
    { selector: 'hr', options: { length: 32 } },
    { selector: 'p', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: 'blockquote', options: { trimEmptyLines: true } },
  ],
})

/** HTML as plain text. Quotes in <blockquote> get ">", links and pictures lose their addresses. */
export function htmlText(html: string): string {
  return convert(html.slice(0, longestHtml))
    .replace(/[\u200b\u200c\u2060\ufeff\u00ad]/g, '')
    .replaceAll('\u00a0', ' ')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim()
}
