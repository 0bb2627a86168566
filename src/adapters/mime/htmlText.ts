import { compile } from 'html-to-text'
import { cut } from './headers.ts'
import { formatBlockquote, formatQuoteContainer, quoteContainers } from './htmlQuotes.ts'

/** Longer HTML is cut, and HTML with more tags: nobody reads further, and the raw mail is kept. */
const longestHtml = 1_000_000
/** A tag costs some 500 bytes of heap while it is converted. */
const mostTags = 50_000

const convert = compile({
  wordwrap: false,
  formatters: { quotedBlock: formatBlockquote, quoteContainer: formatQuoteContainer },
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
    { selector: 'blockquote', format: 'quotedBlock' },
    ...quoteContainers.map(selector => ({ selector, format: 'quoteContainer' })),
  ],
})

/** HTML as plain text. Quotes in <blockquote> get ">", links and pictures lose their addresses. */
export function htmlText(html: string): string {
  return convert(bounded(html))
    .replace(/[\u200b\u200c\u2060\ufeff\u00ad]/g, '')
    .replaceAll('\u00a0', ' ')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim()
}

function bounded(html: string): string {
  let end = -1
  for (let tags = 0; tags < mostTags; tags++) {
    end = html.indexOf('<', end + 1)
    if (end < 0 || end > longestHtml) return cut(html, longestHtml)
  }
  return html.slice(0, end)
}
