import type { PlainLetters } from './plainLetters.ts'
import type { Programme } from './programme.ts'
import { folded, unaccented } from './spelling.ts'

/** A name as places carry it: "Itzehoe", "Bad Segeberg", "Hamburg-Rissen", "St. Margarethen". */
const name = String.raw`((?:(?:Bad|Neu|Alt|Gross|Klein|St\.|Sankt) )?\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}{2,}){0,2})(?![\p{L}\d-])`
/** Endings that hardly any common noun has. */
const strongEnding =
  /(?:hausen|dorf|dorp|stedt|stadt|burg|ingen|hagen|kirchen|buettel|hude|rade|muenster|wisch|hoe|horn|loh|leben|weiler|roda|husen|bostel|beck|bek|heim|brueck)$/
const commonNoun =
  /^(?:kreis|innen|haupt|alt|heimat|nachbar|vor|klein|gross|welt|hansestadt|landeshaupt)stadt$|(?:wohn|kinder|pflege|alten|jugend|schul|tier|senioren)heim$|^(?:insgeheim|bahnhof|einhorn|nashorn)$/i
/** Streets and name patrons of schools: "Grundschule Hafenstraße", "Schule Am Wald". */
const noPlace = /(?:strasse|weg|platz|schule|allee|damm|ring|gymnasium|zentrum)$/i
const comparedWith =
  /\b(?:wie in|anders als|im Vergleich|aehnlich|Modell|Beispiel|gibt es|universitaet|Uni|Hochschule|Studium|studier\p{L}*|Studie|Urlaub)\b/iu

/**
 * A place outside the programme that a text clearly names, as it is written there: "Gemeinde Itzehoe",
 * "in Hamburg-Rissen", "Grundschule Musterhausen", "25524 Itzehoe". null when there is none or it is only
 * compared with.
 */
export function outsidePlaceIn(programme: Programme, letters: PlainLetters): string | null {
  for (const { pattern, accepts } of signs) {
    for (const match of letters.text.matchAll(pattern)) {
      const written = match[1]!
      const start = match.index + match[0].length - written.length
      if (isOurs(programme, written) || !accepts(written, programme)) continue
      if (comparedWith.test(sentenceAround(letters.text, start))) continue
      if (
        /^[\s-]*(?:Strasse|Str\.|Chaussee|Weg\b|Allee|Abendblatt|Tageblatt|Nachrichten)/.test(
          letters.text.slice(start + written.length),
        )
      )
        continue
      return letters.original(start, start + written.length)
    }
  }
  return null
}

type Accepts = (written: string, programme: Programme) => boolean

const looksLikePlace: Accepts = (written, programme) =>
  isNeighbour(programme, written) ||
  (strongEnding.test(written.toLowerCase()) && !commonNoun.test(written) && !noPlace.test(written))
const isKnownOutside: Accepts = (written, programme) => isNeighbour(programme, written)

/** Strongest sign first. */
const signs: { pattern: RegExp; accepts: Accepts }[] = [
  { pattern: of(String.raw`\b\d{5} `), accepts: written => !noPlace.test(written) },
  {
    pattern: of(String.raw`\b(?:Samtgemeinde|Gemeinde|Hansestadt|Stadt|Ortsteil) `),
    accepts: looksLikePlace,
  },
  {
    pattern: of(
      String.raw`\b(?:Grundschule|Gemeinschaftsschule|Schule|Foerderzentrum|Gymnasium|Kita|Schulverband)(?: in| der Gemeinde| der Stadt)? `,
    ),
    accepts: looksLikePlace,
  },
  { pattern: of(String.raw`\b(?:[Ii]n|[Aa]us|[Nn]ach|[Bb]ei) `), accepts: looksLikePlace },
  // "Kreis Steinburg": the neighbour's name is the whole of it.
  { pattern: /\b((?:Landk|K)reis(?:es)? \p{Lu}\p{Ll}+)/gu, accepts: isKnownOutside },
]

function of(before: string): RegExp {
  return new RegExp(before + name, 'gu')
}

function isOurs(programme: Programme, written: string): boolean {
  const [first = ''] = folded(written).split(' ')
  const { placeBySpelling } = programme
  return (
    placeBySpelling.has(folded(written)) ||
    placeBySpelling.has(first) ||
    placeBySpelling.has(first.replace(/s$/, ''))
  )
}

function isNeighbour(programme: Programme, written: string): boolean {
  const wanted = unaccented(written).replace(/^(Landkreis|Kreises)/, 'Kreis')
  return programme.profile.nachbarorte.some(each => {
    const neighbour = unaccented(each)
    return wanted === neighbour || wanted === `${neighbour}s` || wanted.startsWith(`${neighbour}-`)
  })
}

function sentenceAround(text: string, at: number): string {
  const start = Math.max(
    text.lastIndexOf('. ', at),
    text.lastIndexOf('\n', at),
    text.lastIndexOf('? ', at),
    at - 200,
  )
  const ends = [text.indexOf('. ', at), text.indexOf('?', at), text.indexOf('\n', at)].filter(end => end >= 0)
  return text.slice(Math.max(0, start), Math.min(...ends, at + 200))
}
