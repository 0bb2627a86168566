import type { Hit, Zone, Zones } from './sign.ts'

/** Words of a list make a label likelier by this much each, further ones less and less. */
const perWord = 0.55
/** However many ordinary words a letter has, clear signs must be able to beat them. */
const mostOfWords = 2

type Index<Label extends string> = {
  whole: Map<string, Label[]>
  stems: Map<string, Label[]>
  longest: number
}

/** Prepares word lists for looking up; a stem is found by its beginning. */
export function wordIndex<Label extends string>(lists: Record<Label, string>): Index<Label> {
  const index: Index<Label> = { whole: new Map(), stems: new Map(), longest: 0 }
  for (const [label, list] of Object.entries(lists) as [Label, string][]) {
    for (const word of list.trim().split(/\s+/)) {
      const stem = word.endsWith('*')
      const key = stem ? word.slice(0, -1) : word
      const map = stem ? index.stems : index.whole
      map.set(key, [...(map.get(key) ?? []), label])
      if (stem) index.longest = Math.max(index.longest, key.length)
    }
  }
  return index
}

/**
 * One hit a label whose list the letter speaks the words of. Each different word counts once, and less when it
 * stands in the lists of several labels.
 */
export function wordHits<Label extends string>(
  index: Index<Label>,
  zones: Zones,
  from: readonly Zone[],
  kind: string,
): Hit<Label>[] {
  const sums = new Map<Label, number>()
  const seen = new Set<string>()
  for (const zone of from) {
    for (const word of zones[zone]?.text.split(' ') ?? []) {
      if (word.length < 3 || seen.has(word)) continue
      seen.add(word)
      const labels = labelsOf(index, word)
      for (const label of labels) sums.set(label, (sums.get(label) ?? 0) + 1 / labels.length)
    }
  }
  return [...sums].map(([label, sum]) => ({
    label,
    weight: Math.min(mostOfWords, perWord * sum ** 0.8),
    kind,
    zone: 'body',
    words: '',
  }))
}

function labelsOf<Label extends string>(index: Index<Label>, word: string): Label[] {
  const whole = index.whole.get(word)
  if (whole) return whole
  // The longest stem is the most telling one.
  for (let length = Math.min(word.length, index.longest); length >= 3; length--) {
    const found = index.stems.get(word.slice(0, length))
    if (found) return found
  }
  return []
}
