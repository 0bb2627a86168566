import { flat, flatSet } from './flat.ts'
import { type Cover, takeAll } from './removal.ts'

/*
 * The school and the class of a child. A kind of school ("Grundschule") and its town stay: they say which body is meant. A name
 * of its own goes, because school and class together are as good as a name (D08); the same for a class with a letter, and for a
 * year in a sentence about one child.
 */

const kinds = flatSet(
  'schule grundschule hauptschule realschule gesamtschule gemeinschaftsschule förderschule förderzentrumsschule berufsschule fachschule hochschule fachhochschule volkshochschule musikschule regionalschule sonderschule vorschule regelschule oberschule mittelschule ganztagsschule privatschule ersatzschule startschule schwerpunktschule modellschule nachbarschule partnerschule fahrschule tanzschule baumschule sprachschule pilotschule stammschule außenstelle pflegeschule berufsfachschule abendschule waldorfschule montessorischule landesschule dorfschule poolschule',
)
const ofSchools = /(?<![\p{L}-])\p{L}[\p{L}.’'-]*schulen?(?![\p{L}])/giu
const kindOf =
  /(?:grund|haupt|real|gesamt|gemeinschafts|förder|berufs|regional|ober|stadtteil|waldorf|montessori)?schule/u
const named =
  /(?<!\p{L})(?:\p{L}*[Ss]chule|Kita|Kindergarten|Hort|Gymnasium|Förderzentrum|GS|GMS|GemS|FÖZ|KGS|IGS)\s((?:am|an der|an den|auf dem|auf der|unter den|vor dem|hinter dem|bei der|im|in der)\s(?:\p{Lu}[\p{L}-]{1,40})(?:\s\p{Lu}[\p{L}-]{1,40}){0,2})/gu
const directly =
  /(?<!\p{L})(?:Grundschule|Gemeinschaftsschule|Realschule|Gesamtschule|Oberschule|Gymnasium|Förderzentrum|Kita|Kindergarten|GS|GMS|GemS|FÖZ|KGS|IGS)\s(\p{Lu}[\p{L}-]{2,40}(?:\s(?:Nord|Süd|Ost|West|Mitte))?)/gu
/** Behind a school these say when or what about, not how it is called. */
const noName = flatSet(
  'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Sommer Winter Herbst Frühjahr Januar Februar März April Mai Juni Juli August September Oktober November Dezember Schuljahr Halbjahr Ort Kreis Land Region Stadt Gemeinde Zeit Rahmen Moment Vormittag Nachmittag Herbst Vergleich Durchschnitt Raum Umkreis Umgebung Nähe Regel Lage Bereich Einzelfall Unterricht Pause Ausland Stadtteil Nachbarschaft Projekt Programm Nord Süd Leitung Team Klasse Klassen',
)

const ordinals =
  'erste[nr]?|zweite[nr]?|dritte[nr]?|vierte[nr]?|fünfte[nr]?|sechste[nr]?|siebte[nr]?|achte[nr]?|neunte[nr]?|zehnte[nr]?'
const lettered =
  /(?<![\p{L}\d.,§-])(?:klassen?\s?(?:nr\.?\s?|:\s?|=\s?)?)?((?:1[0-3]|[1-9])\s?(?:\/\s?)?[a-h](?:\d|-\d{1,3})?)(?![\p{L}\d])/giu
const spaced = /(?<!\p{L})klasse:?\s((?:1[0-3]|[1-9])\s?\.?\s?[a-h]?)(?![\p{L}\d])/giu
const year = new RegExp(
  `(?<![\\p{L}\\d])((?:1[0-3]|[1-9])\\.)\\s?klasse|(?<!\\p{L})(${ordinals})\\s(?:klasse|grundschulklasse)|(?<!\\p{L})klasse\\s(\\d{1,2}|eins|zwei|drei|vier)(?![\\p{L}\\d])`,
  'giu',
)
const child =
  /(?<!\p{L})(?:sohn|tochter|kind|enkel(?:in|kind)?|schüler(?:in)?|bruder|schwester|neffe|nichte|junge|mädchen|er|sie geht|sie besucht)(?!\p{L})/iu

/** Takes names of schools and classes. */
export function takeSchools(cover: Cover, isPlace: (name: string) => boolean): void {
  for (const found of cover.text.matchAll(ofSchools)) {
    const parts = found[0].split('-')
    const last = flat(parts.at(-1)!).replace(/n$/, '')
    if (parts.length === 1 && kinds.has(last)) continue
    if (parts.length === 1 && !/^\p{Lu}/u.test(found[0]) && isVerbish(last)) continue
    cover.take(found.index, found.index + found[0].length, 'schule')
  }
  for (const pattern of [named, directly])
    for (const found of cover.text.matchAll(pattern)) {
      const name = found[1]!
      const words = name.split(/\s/).filter(each => /^\p{Lu}/u.test(each))
      if (words.length === 0 || words.some(each => noName.has(flat(each))) || words.every(isPlace)) continue
      const from = found.index + found[0].length - name.length
      cover.take(from, from + name.length, 'schule')
    }
  takeAll(cover, lettered, 'klasse', 1)
  takeAll(cover, spaced, 'klasse', 1)
  for (const found of cover.text.matchAll(year)) {
    if (!child.test(sentenceAround(cover.text, found.index))) continue
    const part = found[1] ?? found[2] ?? found[3]!
    const from = found.index + found[0].indexOf(part)
    cover.take(from, from + part.length, 'klasse')
  }
}

/** "einschulen", "beschulen", "umschule": verbs that end like a school. */
function isVerbish(word: string): boolean {
  return /^(?:ein|be|um|aus|vor|nach|an)?schule$/.test(word) || !kindOf.test(word)
}

function sentenceAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 200), at)
  const start = Math.max(
    before.lastIndexOf('.'),
    before.lastIndexOf('!'),
    before.lastIndexOf('?'),
    before.lastIndexOf('\n\n'),
  )
  const after = text.slice(at, at + 200)
  const end = /(?<!\d)[.!?]|\n\n/u.exec(after)?.index ?? after.length
  return before.slice(start + 1) + after.slice(0, end)
}
