/** Ids in "5", "Q-5" or "Q-5, 6 und 7"; 'alle' when everything is meant, null when it is no number of the quarantine. */
export function readQuarantineNumbers(typed: string): number[] | 'alle' | null {
  const words = typed
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(word => word !== '' && word !== 'und')
  if (words.length === 1 && /^alles?$/.test(words[0]!)) return 'alle'
  const ids = words.map(word => Number(/^(?:q-?)?(\d{1,15})$/.exec(word)?.[1] ?? Number.NaN))
  return ids.length === 0 || ids.some(Number.isNaN) ? null : [...new Set(ids)]
}
