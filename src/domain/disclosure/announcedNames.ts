import { flat, flatSet } from './flat.ts'
import { isListedName } from './ordinary.ts'
import type { Reading } from './reading.ts'
import type { Word } from './words.ts'

/** The next words are a name, also if they are ordinary words. */
const address = flatSet('frau herr herrn hrn hr fr familie fam eheleute ehepaar dr prof')
/** The next words are a name unless they are ordinary. */
const introduction =
  flatSet(`ra rain pastor pastorin pfarrer pfarrerin heißt heiße heißen hieß namens name namen vorname nachname familienname kind
  schüler schülerin ansprechpartner ansprechpartnerin kontaktperson sachbearbeiter sachbearbeiterin unterzeichner gez antragsteller antragstellerin
  kontoinhaber kontoinhaberin inhaber inhaberin zeuge zeugin zeugen spitzname genannt sorgeberechtigte`)
/** Behind these a name follows, perhaps on the next line. */
const farewells = flatSet('gruß grüße grüßen mfg lg vg hg regards hochachtungsvoll')
/** Stand between an announcement and the name and are none. */
const titles =
  flatSet(`dr prof med dent jur phil ing dipl psych ra rain rechtsanwalt rechtsanwältin herr herrn frau familie landrat landrätin bürgermeister bürgermeisterin
  schulrat schulrätin rektor rektorin konrektor konrektorin direktor direktorin minister ministerin präsident präsidentin kreispräsident kreispräsidentin senator
  senatorin pastor pastorin pfarrer kollege kollegin kollegen lehrer lehrerin abgeordnete abgeordneter vorsitzende vorsitzender schulleiter schulleiterin klassenlehrer
  klassenlehrerin staatssekretär staatssekretärin mein meine meiner ist lautet und von der`)
const particles = flatSet(
  'von van de der den dem zu zur zum vom el al ibn bin abu del della di da dos das la le ten ter op v d',
)
/** Between an announcement and the name: "Name: Bartelsen", "Frau\nSommer", "Fr. Pohl", "genannt „Leo“". */
const joint = /^(?:\s?[:=|]?\s{0,6}|\.\s?|\s?["„“(]\s?|[-‐‑])$/u

/** Takes names that are announced: "Frau Sommer", "er heißt Mark", "Gruß Ute". */
export function takeAnnounced(reading: Reading): void {
  reading.words.forEach((word, i) => {
    const plain = flat(word.text)
    if (address.has(plain) || (introduction.has(plain) && !isPlural(word, reading.words[i + 1])))
      for (const each of namesBehind(reading, i, address.has(plain))) reading.takeName(each)
    if (farewells.has(plain)) for (const each of signedBy(reading, i)) reading.takeName(each)
  })
}

/** "die Namen der Kinder": several, and no name follows. */
function isPlural(word: Word, next: Word | undefined): boolean {
  return /^namen$/i.test(word.text) && next?.form === 'lower'
}

/** In a text without capitals only what is no ordinary word can be a name. */
function namesBehind(reading: Reading, cue: number, always: boolean): Word[] {
  const { words, cover, capitals, stands } = reading
  const found: Word[] = []
  for (let i = cue + 1; i < words.length && i < cue + 9 && found.length < 5; i++) {
    const word = words[i]!
    const between = cover.text.slice(words[i - 1]!.to, word.from)
    if (!joint.test(between) || (found.length > 0 && /[:=|\n]/.test(between))) break
    const plain = flat(word.text)
    if (found.length === 0 && titles.has(plain)) continue
    if (particles.has(plain) && word.form === 'lower' && words[i + 1] !== undefined) continue
    const what = stands(word)
    if (capitals !== 'some') {
      if (what === 'word' || (what === 'either' && !isListedName(word.text))) break
    } else if (word.form === 'lower') {
      // "mein name ist lena": written as it comes.
      if (found.length > 0 || what !== 'unknown') break
    } else if (what === 'word' && (found.length > 0 || !always)) break
    found.push(word)
  }
  return found
}

/** The words behind "Grüße" as far as they may be a name; towns ("Grüße aus Tornesch") stay. */
function signedBy({ words, cover, capitals, stands, isFree }: Reading, cue: number): Word[] {
  const found: Word[] = []
  for (const word of words.slice(cue + 1, cue + 5)) {
    if (cover.text.slice(words[cue]!.to, word.from).includes('\n\n\n')) break
    if (word.form === 'lower' && capitals === 'some') break
    if (isFree(word) && stands(word) !== 'word') found.push(word)
  }
  return found
}
