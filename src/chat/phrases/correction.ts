/** "KA-88 ist keine Elternanfrage, sondern Schule": something of a Vorgang, what it is not, and what it is. */
const instead =
  /^(.*\d.*?)\s(?:kein\w*|nicht(?:\s(?:von|vom|aus|der|die|das|ein\w*))*)\s(?:[^,;]{2,60}?),?\s(?:sondern|vielmehr)\s(.+)$/iu

/** "KA-88 ist von einer Schule, nicht von Eltern". */
const not =
  /^(.*\d.*?),?\s(?:und |also )?nicht\s(?:von |vom |aus |der |die |das |ein\w* |mehr )*[\p{L}-]+[.!]?$/iu

/** "nicht dringlich" is a class of its own; "Finanzierung statt Zeitplan" names what it was before. */
const normal = /\s(?:nicht|kein\w*)\s(?:mehr\s)?(?:so\s)?(?:dringend|dringlich|eilig|eilbedürftig)\w*\s?/iu
const other = /,?\s(?:statt|anstatt|anstelle von|und nicht) [\p{L}-]+[.!]?$/iu

/**
 * The sentence as it reads without what is denied: "KA-88 ist Schule". null: it corrects nothing. Only what a Vorgang is may be said
 * in this way; of "nicht schließen, sondern abgeben" the denial counts. `text` is cleaned.
 */
export function corrected(text: string): string | null {
  const match = instead.exec(text)
  const plain = text.replace(normal, ' normal ').replace(other, '')
  if (plain !== text) return plain
  if (match) return `${match[1]} ${match[2]}`
  return not.exec(text)?.[1] ?? null
}
