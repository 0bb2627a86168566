/** Remembers the newest `most` words. */
interface RecentWords {
  /** False when this one was there already. */
  add(word: string): boolean
}

export function recentWords(most: number): RecentWords {
  const words = new Set<string>()
  return {
    add(word) {
      if (words.has(word)) return false
      words.add(word)
      // A Set keeps the order in which it was filled.
      if (words.size > most) words.delete(words.values().next().value!) // it holds more than none
      return true
    },
  }
}
