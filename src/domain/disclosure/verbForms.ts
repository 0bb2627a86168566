import { flat, flatSet, wordsOf } from './flat.ts'
import { infinitives, prefixes, strongStems } from './words/verbs.ts'

/** "machen" → "mach", "ändern" → "änder". */
const stems = new Set([
  ...wordsOf(infinitives).map(each => flat(each).replace(/e?n$/, '')),
  ...flatSet(strongStems),
])
const before = [...flatSet(prefixes)].sort((a, b) => b.length - a.length)
/** Between a prefix and the stem: "vorbereiten", "mitbestimmen". */
const inner = ['be', 'ver', 'er', 'ent', 'zer']

const finite = ['', 'e', 'st', 't', 'et', 'te', 'ten', 'test', 'tet', 'ete', 'eten', 's']
/** "machen", "das Machen", "machend", with the endings of adjectives. */
const infinite = ['en', 'n', 'ens', 'end', 'ende', 'enden', 'ender', 'endes', 'endem', 'nd', 'nde']
/** "gemacht", "geschrieben", with the endings of adjectives. */
const participles = 't te ten ter tes tem et ete eten eter etes en ene enen ener enes n ne nen ner'.split(' ')
/** Those that are used as nouns: "Beteiligte", "die Geschädigten". */
const nominal = participles.filter(each => /^(?:t|et|en|n)e[nrsm]?$/.test(each))

/** Whether a stem is that of a verb, for compounds: "Lernmittel". */
export function isVerbStem(plain: string): boolean {
  return stems.has(plain)
}

/**
 * Whether a flat word is a form of a known verb, with or without prefixes. With a capital in the middle of a sentence only what
 * is used as a noun: "das Umziehen", "Beteiligte".
 */
export function isVerb(plain: string, capital: boolean): boolean {
  if (isForm(plain, capital, '')) return true
  for (const prefix of before) {
    if (plain.length - prefix.length < 3 || !plain.startsWith(prefix)) continue
    const rest = plain.slice(prefix.length)
    if (isForm(rest, capital, prefix)) return true
    const behind = rest.replace(/^zu(?=be|ver|er|ent)/, '')
    if (inner.some(each => behind.startsWith(each) && isForm(behind.slice(each.length), capital, each)))
      return true
  }
  return !capital && /^.{3,}ier(?:en|t|te|ten|ter|tes|tem|e|st|ens|end|ende|enden)$/.test(plain)
}

function isForm(rest: string, capital: boolean, prefix: string): boolean {
  if (endsWithStem(rest, capital ? infinite : [...finite, ...infinite], prefix)) return true
  const ends = capital ? nominal : [...participles, 'ende', 'enden', '']
  const behindGe = /^(?:ge|zu)(.{2,})$/.exec(rest)?.[1]
  if (behindGe && endsWithStem(behindGe, ends, prefix)) return true
  return prefix !== '' && endsWithStem(rest, ends, prefix)
}

function endsWithStem(rest: string, endings: readonly string[], prefix: string): boolean {
  return endings.some(ending => {
    if (!rest.endsWith(ending)) return false
    const stem = ending === '' ? rest : rest.slice(0, -ending.length)
    // With a prefix two letters fit everywhere: "Berat", "Vera".
    return stem.length >= (prefix === '' ? 2 : 3) && stems.has(stem)
  })
}
