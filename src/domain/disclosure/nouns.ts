import { flatSet } from './flat.ts'
import { isVerb, isVerbStem } from './verbForms.ts'
import { adjectives } from './words/adjectives.ts'
import { bodies, everydayNouns } from './words/everydayNouns.ts'
import { officeNouns } from './words/officeNouns.ts'

const office = flatSet(officeNouns, bodies)
const everyday = flatSet(everydayNouns)
const qualities = flatSet(adjectives)

/** Endings of nouns, and which stems take them: "Haller" is not the plural of "Halle". */
const endings: readonly (readonly [ending: string, stem: RegExp | null])[] = [
  ['', null],
  ['e', null],
  ['en', null],
  ['n', null],
  ['s', null],
  ['es', null],
  [
    'er',
    /(?:kind|land|haus|buch|bild|wort|dorf|fach|blatt|glas|haupt|rad|amt|gut|kleid|licht|lied|loch|nest|rind|band|dach|feld|geld|gesicht|glied|gras|grab|huhn|mitglied|schild|schloss|tal|volk|mund|rand|wald|geist|gott|ort|bad|pfand|zeichen)$/,
  ],
  [
    'ern',
    /(?:kind|land|haus|buch|bild|wort|dorf|fach|blatt|glas|rad|amt|gut|kleid|licht|lied|loch|band|dach|feld|mitglied|schild|mund|rand|ort|bad)$/,
  ],
  ['se', /(?:nis|s)$/],
  ['sen', /nis$/],
  ['in', /(?:er|or|ent|ant|ist|og|at|rat|wirt|arzt|it)$/],
  ['innen', /(?:er|or|ent|ant|ist|og|at|rat|wirt|arzt|it)$/],
  ['nen', /in$/],
  ['ens', null],
  ['m', /e$/],
  ['r', /e$/],
]

/** Nouns that end surnames as often as words: they end a known compound only behind the beginnings of `officeFront`. */
const alsoSurnames = flatSet(
  'Haus Heim Hof Dorf Weg Land Stadt Tor Garten Rat Dach Halle Insel Straße Schuh Tier Herr Wald Kern Zaun Wand Bau Brot Bund Reich Kirche Kreis Ort Bahn Art Recht Kind Wasser Schuh',
)
const officeFront =
  /^(?:schul|arbeit|paus|spiel|sport|bund|park|klass|kind|jugend|kreis|gemeind|stadt|rat|krank|nachbar|wohn|pfleg|fach|lehr|amt|ganztag|bildung|start|tarif|hort|personal|eltern|vergab|sozial|straf|verwaltung|vertrag|leit|ander|heimat|begleit|grundschul|vorschul|einzel|geschwister)/
/** These end no compound at all. */
const never = flatSet('Mann Frau')

/** Beginnings of compounds that are no nouns. */
const fronts =
  flatSet(`vor nach zwischen gesamt haupt ober unter neben sonder mit über um zu an aus ab auf ein bei rück wieder weiter selbst nicht mehr einzel sammel fach probe gegen
  erst groß klein not bund land wohl allgemein sozial teil voll ist soll kurz lang neu alt frei sommer winter herbst weihnacht oster schlaf eigen fremd zeit mindest höchst`)
const joints = ['', 's', 'es', 'n', 'en', 'er', 'e', 'ns']

/** Whether a flat word is a known noun, one that is made by rule, or put together from known ones. */
export function isNoun(plain: string): boolean {
  return (
    isListed(plain, stem => office.has(stem) || everyday.has(stem)) ||
    isAbstract(plain) ||
    isCompound(plain, 2)
  )
}

function isListed(plain: string, has: (stem: string) => boolean): boolean {
  return endings.some(([ending, fits]) => {
    if (!plain.endsWith(ending)) return false
    const stem = ending === '' ? plain : plain.slice(0, -ending.length)
    return stem.length > 1 && (fits === null || fits.test(stem)) && has(stem)
  })
}

/** "Verteilung", "Genauigkeit", "Finanzierung": no surname ends so at this length. */
function isAbstract(plain: string): boolean {
  const byEnding =
    /^.{5,}(?:tion|tionen|tat|taten|ismus|heit|heiten|keit|keiten|ierung|ierungen|schaft|schaften)s?$/
  if (byEnding.test(plain)) return true
  const stem = /^(.{3,})ung(?:en|s)?$/.exec(plain)?.[1]
  return stem !== undefined && (stem.length >= 6 || isVerb(`${stem}en`, false))
}

/** "Stundenplan": its last part a noun of offices, before it anything known, with or without a joining letter. */
function isCompound(plain: string, depth: number): boolean {
  for (let at = 3; at <= plain.length - 3; at++) {
    if (!isHead(plain.slice(at), plain)) continue
    const front = plain.slice(0, at)
    const isKnown = joints.some(
      joint => front.endsWith(joint) && isFront(front.slice(0, front.length - joint.length), depth),
    )
    if (isKnown) return true
  }
  return false
}

function isHead(head: string, whole: string): boolean {
  const ends = (stem: string) =>
    stem.length > 2 &&
    office.has(stem) &&
    !never.has(stem) &&
    (!alsoSurnames.has(stem) || officeFront.test(whole))
  return isListed(head, ends) || isAbstract(head)
}

function isFront(front: string, depth: number): boolean {
  if (front.length < 2) return false
  return (
    office.has(front) ||
    fronts.has(front) ||
    // Schul-, Klassen-: the e is lost.
    office.has(`${front}e`) ||
    (front.length > 3 && (isVerbStem(front) || qualities.has(front))) ||
    (front.length > 5 && isAbstract(front)) ||
    (depth > 0 && isCompound(front, depth - 1))
  )
}
