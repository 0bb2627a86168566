/** "KA-88 ist keine Elternanfrage, sondern Schule": something of a Vorgang, what it is not, and what it is. */
const instead =
  /^(.*\d.*?)\s(?:kein\w*|nicht(?:\s(?:von|vom|aus|der|die|das|ein\w*))*)\s(?:[^,;]{2,60}?),?\s(?:sondern|vielmehr)\s(.+)$/iu

/**
 * The sentence as it reads without what is denied: "KA-88 ist Schule". null: it corrects nothing. Only what a Vorgang is may be said
 * in this way; of "nicht schließen, sondern abgeben" the denial counts. `text` is cleaned.
 */
export function corrected(text: string): string | null {
  const match = instead.exec(text)
  return match && `${match[1]} ${match[2]}`
}
