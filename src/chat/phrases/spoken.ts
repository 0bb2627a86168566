import type { Word } from '../words.ts'

/** What is written, and how people say it on the phone, in Platt, Berlin, Cologne or Bavaria, or slip in typing it. Folded. */
const sayings: Readonly<Record<string, string>> = {
  nicht: 'nich net ned nit niet nciht nihct nict ncht nixht nischt',
  nichts: 'nix nuescht',
  'nicht mehr': 'nimmer',
  'noch nicht': 'nonich',
  nein: 'nee noe naa',
  kein: 'keen koa koan',
  keiner: 'keener',
  ich: 'i ick icke ik isch',
  mir: 'mia',
  ist: 'is',
  'ist es': 'isses',
  'ist denn': 'isn',
  sind: 'sin',
  habe: 'hab',
  haben: 'ham',
  'haben wir': 'hamwa hamwer hammer hammwa hamma habmwa',
  'haben sie': 'hams',
  'hast du': 'haste',
  'habt ihr': 'habter',
  'kannst du': 'kannste kannstu kannse',
  'koennen sie': 'koennse',
  'bist du': 'biste',
  wuerde: 'wuerd',
  sollte: 'sollt',
  muesste: 'muesst',
  glaube: 'glaub',
  denke: 'denk',
  was: 'wat wos watt',
  'was denn': 'watn wasn',
  das: 'dat det',
  diese: 'dees disse dies',
  es: 'et',
  sie: 'se',
  mal: 'ma mol',
  jetzt: 'jetz nu',
  und: 'un',
  schon: 'scho',
  ok: 'okay oki okee',
  heute: 'heut',
  woche: 'woch',
  naechste: 'naexte naechst nexte nae',
  naechsten: 'naexten nexten',
  eine: 'ne',
  einem: 'nem',
  einen: 'nen',
  einer: 'ner',
  'auf den': 'aufn',
  'aus dem': 'ausm',
  'mit dem': 'mitm',
  'fuer den': 'fuern',
  'fuer das': 'fuers',
  'an der': 'aner',
  'an die': 'anne',
  'von der': 'vonner',
  'in der': 'inner',
  'ueber den': 'uebern',
  uebernehme: 'uebernehm',
  nehme: 'nehm',
  gebe: 'geb',
  kuemmere: 'kuemmer',
  gehoeren: 'gehoern',
  mach: 'mok moch mak',
  gemacht: 'gmacht',
  geschlossen: 'gschlossen',
  fertig: 'fertich feddich feddig',
  erledigt: 'erl erled erledicht',
  zeig: 'zeich',
  'zeig mal': 'zeigma',
  'guck mal': 'guckma',
  steht: 'stoht',
  stehen: 'stehn',
  gibt: 'jibt',
  'gibt es': 'gibbet gips jibts',
  'sieht es': 'siehtet',
  bitte: 'bidde bidd pls plz bte bittee',
  danke: 'dank thx merci dankeschoen',
  weiter: 'weida',
  vielleicht: 'vllt vlt vlleicht',
  eventuell: 'evt evtl',
  eigentlich: 'eig eigtl',
  irgendwann: 'iwann',
  zustaendig: 'zust',
}

const written: ReadonlyMap<string, string> = new Map(
  Object.entries(sayings).flatMap(([plain, said]) => said.split(' ').map(word => [word, plain] as const)),
)

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
  const es = withEs.exec(word)
  return written.get(word) ?? (es ? `${es[1]}${es[2]} es` : folded)
}
