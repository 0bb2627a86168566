/**
 * Text without characters that a terminal would obey. Parts of it come from letters of strangers: an escape sequence in
 * a subject could otherwise rewrite the screen or the clipboard. Tabs and line ends stay. Marks that turn the direction of
 * writing go as well, because they can make a line read differently from what it says.
 */
export function harmless(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '\ufffd')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
}
