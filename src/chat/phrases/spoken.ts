import type { Word } from '../words.ts'

/** What is written, and how people say it on the phone, in Platt, Berlin, Cologne or Bavaria, or slip in typing it. Folded. */
const sayings: Readonly<Record<string, string>> = {
  nicht: 'nich net ned nit niet nciht nihct nict ncht nixht nischt nech',
  nichts: 'nix nuescht',
  'nicht mehr': 'nimmer',
  'noch nicht': 'nonich',
  nein: 'nee noe naa',
  kein: 'keen koa koan',
  keiner: 'keener',
  ich: 'i ick icke ik isch ek',
  mir: 'mia mi',
  ist: 'is iss',
  'ist es': 'isses',
  'ist denn': 'isn',
  sind: 'sin suend',
  habe: 'hab heff heb',
  haben: 'ham hebbt hefft',
  'haben wir': 'hamwa hamwer hammer hammwa hamma habmwa',
  'haben sie': 'hams',
  'hast du': 'haste',
  'habt ihr': 'habter',
  'kannst du': 'kannste kannstu kannse',
  'koennen sie': 'koennse',
  'bist du': 'biste',
  wuerde: 'wuerd',
  haette: 'harr haett',
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
  heute: 'heut huet hueuet',
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
  uebernehme: 'uebernehm uebernem',
  nehme: 'nehm',
  gebe: 'geb',
  kuemmere: 'kuemmer',
  gehoeren: 'gehoern',
  mach: 'mok moch mak maak mook',
  gemacht: 'gmacht',
  geschlossen: 'gschlossen',
  fertig: 'fertich feddich feddig',
  erledigt: 'erl erled erledicht aledicht',
  zeig: 'zeich',
  'zeig mal': 'zeigma',
  'guck mal': 'guckma',
  steht: 'stoht steiht',
  stehen: 'stehn',
  gibt: 'jibt gifft',
  'gibt es': 'gibbet gips jibts',
  'sieht es': 'siehtet',
  der: 'de',
  vorher: 'voerher',
  gleich: 'glieks gliek',
  zuteilen: 'todeelen',
  bitte: 'bidde bidd pls plz bte bittee b bi',
  danke: 'dank thx merci dankeschoen',
  weiter: 'weida',
  vielleicht: 'vllt vlt vlleicht villeicht',
  eventuell: 'evt evtl',
  eigentlich: 'eig eigtl',
  irgendwann: 'iwann',
  zustaendig: 'zust zustaend',
  wieder: 'wedder weer widder',
  aufmachen: 'opmaken opmoken',
  zumachen: 'tomaken tomoken',
  auf: 'op uff',
  schieben: 'schieven',
  schieb: 'schiev',
  hat: 'hett het',
  weit: 'wiet',
  da: 'dor',
  alles: 'allens',
  klar: 'kloar klor',
  fuer: 'foer fuea',
  von: 'vun',
  aus: 'ut',
  ab: 'af',
  geht: 'geiht',
  wer: 'wokeen',
  niemand: 'keeneen',
  muss: 'mutt',
  soll: 'schall',
  wird: 'ward warrt',
  sagt: 'seggt',
  sagen: 'seggen',
  gucken: 'kieken',
  neues: 'nieges nees',
  zu: 'to',
  wir: 'wi',
  abschliessen: 'abschl abschliessn',
  vorgaenge: 'vge vorg',
  kooperationsvertrag: 'koop.vertrag koopvertrag koop-vertrag koopv',
  'weiss nicht': 'weet',
  dieser: 'disser',
  schnell: 'flott gau',
  zeige: 'wies',
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
