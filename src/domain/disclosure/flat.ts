/**
 * A word as the lists of this folder compare it: lower case, no marks over letters, "ae" like "ä": "Schüler", "SCHUELER" and a
 * decomposed "Schüler" become "schuler".
 */
export function flat(word: string): string {
  // Most words are plain, and normalising is slow.
  const plain = /^\p{ASCII}*$/u.test(word)
    ? word.toLowerCase()
    : word.normalize('NFKD').toLowerCase().replace(/ß/g, 'ss').replace(/\p{M}/gu, '')
  return plain.replace(/([aou])e/g, '$1')
}

/** The words of a list, one blank or line break between two. */
export function wordsOf(list: string): string[] {
  return list.split(/\s+/).filter(word => word !== '')
}

/** A list as a set of flat words. */
export function flatSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap(wordsOf).map(flat))
}
