import type { Programme } from '../programme/programme.ts'
import { folded } from '../programme/spelling.ts'
import { flat } from './flat.ts'
import { type Cover, takeAll } from './removal.ts'
import type { Word } from './words.ts'

const street =
  /(?<![\p{L}-])(?:\p{L}[\p{L}.-]{0,40}[ -])?\p{L}{0,40}?(?:stra(?:ß|ss)en?|str\.|str(?=\s?\d)|weg|allee|platz|gasse|ring|damm|chaussee|ufer|stieg|kamp|hof|berg|redder|twiete|reihe|deich|graben|park|winkel|koppel|wiesen?|feld|grund|tor|markt|brücke|steig|pfad|bogen|eck|kehre|busch|wall|promenade|heide|horst|garten|höhe)\s{0,2}\d{1,4}(?:\s?[a-h](?!\p{L}))?(?:\s?[-–/]\s?\d{1,4}[a-h]?)?(?![\p{L}\d])/giu
const streetAlone =
  /(?<![\p{L}-])\p{L}[\p{L}-]{2,40}(?:straße|strasse|str\.|allee|gasse|chaussee|twiete|stieg|redder)(?!\p{L})/giu
const articleStreet =
  /(?<!\p{L})(?:[Aa]m|[Aa]n de[rn]|[Aa]uf de[mr]|Zu[mr]|[Ii]n de[rn]|[Hh]inter de[mr]|[Hh]interm|[Bb]ei der|Beim|[Uu]nter den|[Vv]or dem) \p{Lu}[\p{L}-]{1,40}(?: \p{Lu}[\p{L}-]{1,40})? \d{1,3}(?:\s?[a-h](?!\p{L}))?(?![\p{L}\d.:]|\s?(?:Uhr|Jahre|Kinder|Stunden|Tage|Wochen|bis))/gu
/** Streets that everybody uses say nothing of anybody. */
const roads = /^(?:bundes|landes|kreis|seiten|neben|spiel|ein ?bahn|quer)str/i
const countWords = new Set([
  'klasse',
  'jahr',
  'monat',
  'woche',
  'los',
  'punkt',
  'seite',
  'raum',
  'stunde',
  'tag',
  'uhr',
  'platz',
  'um',
  ...'montag dienstag mittwoch donnerstag freitag samstag sonntag termin teil gruppe region phase stufe schuljahr'.split(
    ' ',
  ),
])

/** Takes streets with their numbers; the town behind them stays. */
export function takeStreets(cover: Cover): void {
  for (const pattern of [street, articleStreet, streetAlone])
    for (const found of cover.text.matchAll(pattern)) {
      if (roads.test(found[0])) continue
      const words = found[0].split(/[\s-]+/)
      // "für den Schulhof 12 Uhr", "nach dem Weg 3" are no addresses: a word of the house before a number is.
      if (words.length > 1 && countWords.has(flat(words.at(-2)!))) continue
      const lead =
        /^(?:der|die|das|den|dem|des|in|im|am|an|und|wohnen|wohne|wohnt|unter|zu|von|bei|nach|aus|ist|war|wohnhaft) (?=\p{L})/iu.exec(
          found[0],
        )?.[0].length ?? 0
      const from = pattern === articleStreet ? found.index : found.index + lead
      cover.take(from, found.index + found[0].length, 'anschrift')
    }
  takeAll(cover, /(?<![\p{L}\d])(?:D-)?\d{5}(?=\s\p{Lu}\p{Ll})/gu, 'anschrift')
}

/** Towns and regions stay: that of the programme, its neighbours, the Länder. To be called before names. */
export function takePlaces(cover: Cover, words: readonly Word[], programme: Programme): void {
  const isTaken = (word: Word) => cover.at(word.from) !== null
  const names = namesOf(programme)
  for (let i = 0; i < words.length; i++) {
    for (let n = Math.min(4, words.length - i); n > 0; n--) {
      const run = words.slice(i, i + n)
      const from = run[0]!.from
      const to = run.at(-1)!.to
      if (
        run.some(isTaken) ||
        !/^[^\n.,;:!?]*$/.test(cover.text.slice(from, to).replace(/\b(?:Kl|Gr|St)\./g, ''))
      )
        continue
      const plain = folded(cover.text.slice(from, to))
      if (!names.has(plain) && !(n === 1 && names.has(plain.replace(/(?:er|s)$/, '')))) continue
      cover.take(from, to, 'bleibt')
      i += n - 1
      break
    }
  }
}

const remembered = new WeakMap<Programme, ReadonlySet<string>>()

function namesOf(programme: Programme): ReadonlySet<string> {
  let names = remembered.get(programme)
  if (!names) {
    const { profile } = programme
    const whole = [profile.gebiet.name, ...profile.gebiet.auch, ...profile.regionen.map(each => each.name)]
    const offices = profile.orte.flatMap(each => each.amt ?? [])
    names = new Set([
      ...programme.placeBySpelling.keys(),
      ...[...whole, ...offices, ...profile.nachbarorte].map(folded),
    ])
    remembered.set(programme, names)
  }
  return names
}

/** Whether a name is that of a place that may be named. */
export function isTown(programme: Programme, name: string): boolean {
  return namesOf(programme).has(folded(name))
}
