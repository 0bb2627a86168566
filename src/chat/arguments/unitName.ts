/** Longer names are none; characters. */
const longest = 120

/** The name that a person gives a school or model site, without quotation marks; `fault` says what is wrong with it. */
export function unitName(typed: string): { name: string } | { fault: string } {
  const name = typed
    .replace(/["„“”‚‘’»«]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return name.length < 3 || name.length > longest
    ? { fault: `Ein Name hat 3 bis ${longest} Zeichen.` }
    : { name }
}
