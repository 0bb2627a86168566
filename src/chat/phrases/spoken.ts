import type { Word } from '../words.ts'

/** Everyday and dialect forms of little words, folded, and what is written for them. */
const written: Readonly<Record<string, string>> = {
  nich: 'nicht',
  net: 'nicht',
  ned: 'nicht',
  nix: 'nichts',
  nischt: 'nichts',
  nee: 'nein',
  noe: 'nein',
  keen: 'kein',
  is: 'ist',
  isses: 'ist es',
  isn: 'ist denn',
  sin: 'sind',
  hab: 'habe',
  hamwa: 'haben wir',
  haste: 'hast du',
  kannste: 'kannst du',
  koennse: 'koennen sie',
  biste: 'bist du',
  wat: 'was',
  dat: 'das',
  det: 'das',
  ma: 'mal',
  jetz: 'jetzt',
  nu: 'nun',
  un: 'und',
  ne: 'eine',
  nem: 'einem',
  nen: 'einen',
  ner: 'einer',
  aufn: 'auf den',
  ausm: 'aus dem',
  fuern: 'fuer den',
  heut: 'heute',
  wuerd: 'wuerde',
  sollt: 'sollte',
  muesst: 'muesste',
  glaub: 'glaube',
  denk: 'denke',
  uebernehm: 'uebernehme',
  nehm: 'nehme',
  geb: 'gebe',
  kuemmer: 'kuemmere',
  gehoern: 'gehoeren',
  stehn: 'stehen',
}

/** "gibts", "siehts", "gehts", "wars": the verb and "es". */
const withEs = /^(gib|sieh|schau|geh|steh|laeuf|war|wird|komm|find|haeng|lieg)(t?)s$/

/**
 * The words as they would be written: "noch nich" → "noch nicht", "gibts" → "gibt es", "ne Woche" → "eine Woche". What was typed
 * stays in `text`, so titles and letters are as they were said; quoted words stay as they are.
 */
export function writtenOut(words: readonly Word[]): Word[] {
  return words.flatMap(word => {
    if (word.quoted) return [word]
    const plain = plainly(word.folded)
    if (plain === word.folded) return [word]
    const [first, ...rest] = plain.split(' ')
    return [{ ...word, folded: first! }, ...rest.map(folded => ({ text: folded, folded, quoted: false }))]
  })
}

function plainly(folded: string): string {
  const word = folded.replace(/['’`]/g, '')
  if (Object.hasOwn(written, word)) return written[word]!
  const es = withEs.exec(word)
  return es ? `${es[1]}${es[2]} es` : folded
}
