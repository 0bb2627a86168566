/**
 * Signs that people type or dictate instead of words, as words: "ka12 -> schulamt", "F-9 +3 Tage", "F-7 erledigt Fragezeichen",
 * "❌ KA-17". Any other emoji says nothing and changes nothing. `text` is cleaned.
 */
export function signsAsWords(text: string): string {
  return text
    .replace(/\s*(?:-+>|=+>|→|➡)\s*/gu, ' an ')
    .replace(/(^|\s)\+\s?(\d{1,3}\s?(?:tage?|wochen?|wo|monate?)\b)/giu, '$1um $2')
    .replace(/\b(\d{1,3})(tage?|wochen?|wo|monate?)\b/giu, '$1 $2')
    .replace(
      /(?<!\p{L})(eine|ne|nä|nächste[nr]?|naechste[nr]?|diese[nr]?|letzte)\.? wo(?!\p{L})/giu,
      '$1 Woche',
    )
    .replace(/(?<!\p{L})(\d{1,2}|zwei|drei|vier|sechs) wo(?!\p{L})/giu, '$1 Wochen')
    .replace(/\s+fragezeichen(?!\p{L})/giu, '?')
    .replace(/\s+ausrufezeichen(?!\p{L})/giu, '!')
    .replace(/\s+komma(?!\p{L})/giu, ',')
    .replace(/[❓❔🤔]/gu, '?')
    .replace(/[❌⛔🚫🙅👎✋🛑]/gu, ' nicht ')
    .replace(/ {2,}/g, ' ')
    .trim()
}
