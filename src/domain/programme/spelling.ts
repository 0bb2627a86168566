/**
 * Lower case, umlauts and ß written out, hyphens, dots and spaces as one space:
 * "Kölln-Reisiek" and "koelln reisiek" become equal.
 */
export function folded(text: string): string {
  return unaccented(text)
    .toLowerCase()
    .replace(/[\s\-‐-―._/]+/g, ' ')
    .trim()
}

/** Umlauts and ß written out, case kept; decomposed umlauts (macOS) too. */
export function unaccented(text: string): string {
  // Most words are plain, and normalising costs ten times this look.
  if (/^\p{ASCII}*$/u.test(text)) return text
  return text
    .normalize('NFC')
    .replace(/[äöüÄÖÜßẞ]/g, letter => writtenOut[letter as keyof typeof writtenOut])
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
}

const writtenOut = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss', ẞ: 'SS' } as const

/** Letters to insert, drop, replace or swap with the neighbour (optimal string alignment). */
export function spellingDistance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, before[j - 2]! + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return last[b.length]!
}

/**
 * The names nearest to what was typed, best first, at most `limit`; only those that a slip of the finger
 * explains: one letter in short names, up to a third of the letters in long ones. Beginnings count too:
 * "Elms" finds Elmshorn.
 */
export function nearestNames(typed: string, names: readonly string[], limit = 3): string[] {
  const wanted = folded(typed).slice(0, 80)
  if (wanted.length < 3) return []
  return names
    .map(name => ({ name, far: far(wanted, folded(name)), alike: sharedBeginning(wanted, folded(name)) }))
    .filter(each => each.far <= Math.max(1, Math.floor(wanted.length / 3)))
    .sort((a, b) => a.far - b.far || b.alike - a.alike || a.name.localeCompare(b.name, 'de'))
    .slice(0, limit)
    .map(each => each.name)
}

function far(wanted: string, name: string): number {
  const whole = spellingDistance(wanted, name)
  // A beginning, and a part of a double name ("Sparrieshop" in "Klein Offenseth-Sparrieshoop"), count as one more.
  if (wanted.length >= 4 && name.startsWith(wanted)) return Math.min(whole, 1)
  const parts = name.split(' ').filter(part => part.length >= 5)
  return parts.length < 2 ? whole : Math.min(whole, ...parts.map(part => spellingDistance(wanted, part) + 1))
}

/** Slips are rare at the beginning of a word, so of two names equally far the one that begins alike is meant. */
function sharedBeginning(a: string, b: string): number {
  let n = 0
  while (n < a.length && a[n] === b[n]) n++
  return n
}
