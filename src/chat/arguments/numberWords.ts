const ones = 'null ein zwei drei vier fuenf sechs sieben acht neun'.split(' ')
const teens = 'zehn elf zwoelf dreizehn vierzehn fuenfzehn sechzehn siebzehn achtzehn neunzehn'.split(' ')
const tens = 'zwanzig dreissig vierzig fuenfzig sechzig siebzig achtzig neunzig'.split(' ')

/** 1 to 99 by their folded words: "siebzehn", "einundzwanzig"; "eins" and "zwo" too. */
const belowHundred: ReadonlyMap<string, number> = new Map([
  ...ones.flatMap((word, n) => (n > 0 ? [[word, n] as const] : [])),
  ['eins', 1],
  ['zwo', 2],
  ...teens.map((word, n) => [word, n + 10] as const),
  ...tens.flatMap((word, n) => [
    [word, (n + 2) * 10] as const,
    ...ones.slice(1).map((one, i) => [`${one}und${word}`, (n + 2) * 10 + i + 1] as const),
  ]),
])

/** "siebzehn" → 17, "zweihundertdreissig" → 230, up to 999; null: no such word. `word` is folded. */
export function spelledNumber(word: string): number | null {
  const plain = belowHundred.get(word)
  if (plain !== undefined) return plain
  const [before, behind, ...more] = word.split('hundert')
  if (behind === undefined || more.length > 0) return null
  const hundreds = before === '' ? 1 : ones.indexOf(before!)
  const rest = behind === '' ? 0 : belowHundred.get(behind.replace(/^und/, ''))
  return hundreds > 0 && rest !== undefined ? hundreds * 100 + rest : null
}

const irregular: Readonly<Record<string, number>> = { erst: 1, dritt: 3, siebt: 7, acht: 8 }

/** "dritten" → 3, "einundzwanzigste" → 21, up to 31, for days of a month; null: no such word. `word` is folded. */
export function spelledOrdinal(word: string): number | null {
  const stem = /^([a-z]+?)(?:e[nrms]?)$/.exec(word)?.[1]
  if (!stem) return null
  if (Object.hasOwn(irregular, stem)) return irregular[stem]!
  const n = belowHundred.get(stem.replace(/s?t$/, '')) ?? null
  return n !== null && n <= 31 && /t$/.test(stem) ? n : null
}
