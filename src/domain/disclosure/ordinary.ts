import { flat, flatSet, wordsOf } from './flat.ts'
import { adjectives } from './words/adjectives.ts'
import { abbreviations, bodies, everydayNouns } from './words/everydayNouns.ts'
import { firstNames } from './words/firstNames.ts'
import { determiners, english, particles, timePrepositions } from './words/functionWords.ts'
import { officeNouns } from './words/officeNouns.ts'
import { surnames } from './words/surnames.ts'
import { infinitives, prefixes, strongStems } from './words/verbs.ts'

/*
 * Which words are ordinary German. The excerpt keeps a word only when it is known here: nobody can list all names of the world, but the words with
 * which people write to an office can be listed. A missing word costs a "[…]"; a name can only slip through when it is itself a word.
 */

const bound = flatSet(determiners, particles, timePrepositions, english)
const office = flatSet(officeNouns, bodies)
const everyday = flatSet(everydayNouns)
const shortForms = flatSet(abbreviations)
const qualities = flatSet(adjectives)
const verbs = new Set([...wordsOf(infinitives).map(each => flat(each).replace(/e?n$/, '')), ...flatSet(strongStems)])
const before = [...flatSet(prefixes)].sort((a, b) => b.length - a.length)
const given = flatSet(firstNames)
const families = flatSet(surnames)

const nounEndings = ['', 'e', 'en', 'n', 's', 'es', 'er', 'ern', 'se', 'sen', 'in', 'innen', 'nen', 'ens', 'm', 'r']
const qualityEndings = ['', 'e', 'en', 'er', 'es', 'em', 'ere', 'eren', 'erer', 'eres', 'st', 'ste', 'sten', 'ster', 'stes', 'este', 'esten', 'stens', 'erweise', 's']
const inflected = ['e', 'en', 'er', 'es', 'em', 'n', 'r', 's', 'm']
const finite = ['', 'e', 'st', 't', 'et', 'te', 'ten', 'test', 'tet', 'ete', 'eten', 's']
const infinite = ['en', 'n', 'ens', 'end', 'ende', 'enden', 'ender', 'endes', 'endem', 'nd', 'nde']
const participles = ['t', 'te', 'ten', 'ter', 'tes', 'tem', 'et', 'ete', 'eten', 'eter', 'etes', 'en', 'ene', 'enen', 'ener', 'enes', 'n', 'ne', 'nen', 'ner']

/** Nouns that end surnames as often as words: they end a known compound only behind the beginnings of `officeFront`. */
const ambiguousHeads = flatSet('Haus Heim Hof Dorf Weg Land Stadt Tor Garten Rat Dach Halle Insel Straße Schuh Tier Herr Wald Mann Frau Kern Zaun Wand Bau Brot Bund Reich Kirche Knecht Kreis Ort Bahn Art')
const officeFront = /^(?:schul|arbeit|paus|spiel|sport|bund|park|klass|kind|jugend|kreis|gemeind|stadt|rat|krank|nachbar|wohn|pfleg|fach|lehr|amt|ganztag|bildung|start|tarif|hortn?|personal|eltern|elternbei)/
/** Beginnings of compounds that are no nouns. */
const fronts = flatSet('vor nach zwischen gesamt haupt ober unter neben sonder mit über um zu an aus ab auf ein bei rück wieder weiter selbst nicht mehr einzel sammel fach probe gegen erst groß klein not bund land wohl allgemein sozial sonder teil voll ist soll kurz lang neu alt frei sommer winter herbst weihnacht oster schlaf eigen fremd zeit mindest höchst')

/** What a word is: ordinary, ordinary and also somebody's name, or nothing we know. */
export type Known = 'word' | 'either' | 'unknown'

/** Where a word stands, as far as its capital letter tells. */
export interface Written {
  /** A capital here says nothing: beginning of a sentence, text in capitals. */
  anyCase: boolean
}

const remembered = new Map<string, Known>()

/** Whether a word without hyphens is ordinary. Capitalised in the middle of a sentence only nouns are. */
export function known(word: string, { anyCase }: Written): Known {
  const capital = /^\p{Lu}/u.test(word) && !anyCase
  const key = capital ? `^${word}` : word
  let answer = remembered.get(key)
  if (!answer) {
    answer = looked(word, capital)
    // A flood of strange words must not fill the memory.
    if (remembered.size > 20_000) remembered.clear()
    remembered.set(key, answer)
  }
  return answer
}

/** Whether it is somebody's name as far as lists tell; with the s of the genitive. */
export function isListedName(word: string): boolean {
  const plain = flat(word)
  return [plain, plain.replace(/s$/, '')].some(each => given.has(each) || families.has(each))
}

/** The same for first names alone. */
export function isFirstName(word: string): boolean {
  const plain = flat(word)
  return given.has(plain) || given.has(plain.replace(/s$/, ''))
}

function looked(word: string, capital: boolean): Known {
  // Letters of another alphabet look like ours and are no word of ours.
  if (!/^[\p{Script=Latin}\p{M}]+$/u.test(word)) return 'unknown'
  if (word.length > 60) return 'unknown'
  const plain = flat(word)
  const ordinary =
    bound.has(plain) ||
    isNoun(plain) ||
    (/^\p{Lu}{2}/u.test(word) && shortForms.has(plain)) ||
    isAbstract(plain) ||
    isCompound(plain, 2) ||
    isQuality(plain, capital) ||
    isVerb(plain, capital)
  if (!ordinary) return 'unknown'
  return isListedName(word) && !determinerLike.has(plain) ? 'either' : 'word'
}

/** So frequent that a name of the same letters must be shown by something else. */
const determinerLike = flatSet(
  determiners,
  'und oder an in im am zu mit von bei nach aus auf für um so da ja will los per nun nur gern gut lieber liebe lieben ganz lange bald kann war wer wie was wo man ende frei gruß grüße best hoch kind kinder klar recht link kreis alt alte alten jung junge jungen neu neue neuen sehr schon groß große großen klein kleine kleinen kleiner großer leicht schnell schwer weiß sauer rein einst voll halt anders holt weit satt fest früh eigen still hohe reicht krank stark starke teuer erst kurz nahe nahen',
)

function isNoun(plain: string): boolean {
  return nounEndings.some(ending => {
    if (!plain.endsWith(ending)) return false
    const stem = ending === '' ? plain : plain.slice(0, -ending.length)
    return stem.length > 1 && (office.has(stem) || everyday.has(stem))
  })
}

/** Nouns that are made by rule: "Verteilung", "Genauigkeit", "Finanzierung". No surname ends so at this length. */
function isAbstract(plain: string): boolean {
  if (/^.{4,}(?:tion|tionen|tat|taten|ismus|heit|heiten|keit|keiten|ierung|ierungen|schaft|schaften)s?$/.test(plain)) return true
  const stem = /^(.{3,})ung(?:en|s)?$/.exec(plain)?.[1]
  return stem !== undefined && (stem.length >= 6 || isVerb(`${stem}en`, false))
}

/** "Stundenplan": its last part a noun of offices, before it anything known, with or without a joining s or n. */
function isCompound(plain: string, depth: number): boolean {
  for (let at = 3; at <= plain.length - 3; at++) {
    const head = plain.slice(at)
    if (!isHead(head, plain)) continue
    const front = plain.slice(0, at)
    if (['', 's', 'es', 'n', 'en', 'er', 'e', 'ns'].some(joint => front.endsWith(joint) && isFront(front.slice(0, front.length - joint.length), depth)))
      return true
  }
  return false
}

function isHead(head: string, whole: string): boolean {
  return nounEndings.some(ending => {
    if (!head.endsWith(ending)) return false
    const stem = ending === '' ? head : head.slice(0, -ending.length)
    if (stem.length < 3) return false
    return (office.has(stem) && (!ambiguousHeads.has(stem) || officeFront.test(whole))) || (ending === '' && isAbstract(stem))
  })
}

function isFront(front: string, depth: number): boolean {
  if (front.length < 2) return false
  return (
    office.has(front) ||
    fronts.has(front) ||
    // Schul-, Klassen-: the e is lost.
    office.has(`${front}e`) ||
    (front.length > 3 && (verbs.has(front) || qualities.has(front))) ||
    (front.length > 5 && isAbstract(front)) ||
    (depth > 0 && isCompound(front, depth - 1))
  )
}

function isQuality(plain: string, capital: boolean): boolean {
  for (const ending of qualityEndings) {
    if (!plain.endsWith(ending) || (capital && !inflected.includes(ending))) continue
    const stem = ending === '' ? plain : plain.slice(0, -ending.length)
    if (qualities.has(stem) || qualities.has(`${stem}e`)) return true
    const positive = /^(?:un|in|alt|hoch|sehr|mit|nicht|ober|gleich|über|uber|viel|wohl|schwer|leicht|all|ganz)(.{3,})$/.exec(stem)?.[1]
    if (positive && qualities.has(positive)) return true
    if (!capital && stem.length >= 7 && /(?:lich|ig|bar|sam|los|haft|weise|artig|massig|isch)$/.test(stem)) return true
  }
  return false
}

/** A form of a known verb. With a capital in the middle of a sentence only what is used as a noun: "das Umziehen", "Beteiligte". */
function isVerb(plain: string, capital: boolean): boolean {
  if (formOf(plain, capital)) return true
  for (const prefix of before) {
    if (plain.length - prefix.length < 3 || !plain.startsWith(prefix)) continue
    const rest = plain.slice(prefix.length)
    if (formOf(rest, capital, prefix)) return true
    for (const inner of ['be', 'ver', 'er', 'ent', 'zer'])
      if (rest.startsWith(inner) && rest.length > inner.length + 2 && formOf(rest.slice(inner.length), capital, inner)) return true
    if (/^zu(?:be|ver|er|ent)/.test(rest) && formOf(rest.replace(/^zu(?:be|ver|er|ent)/, ''), capital, 'be')) return true
  }
  return /^.{3,}ier(?:en|t|te|ten|ter|tes|tem|e|st|ens|end|ende|enden)$/.test(plain) && !capital
}

function formOf(rest: string, capital: boolean, prefix = ''): boolean {
  if (!capital && endsAsVerb(rest, finite, prefix)) return true
  if (endsAsVerb(rest, infinite, prefix)) return true
  const ge = /^(?:ge|zu)(.{2,})$/.exec(rest)?.[1]
  const ends = capital ? participles.filter(each => /e[nrsm]?$/.test(each) && each.length > 1) : [...participles, 'ende', 'enden', '']
  if (ge && endsAsVerb(ge, ends, prefix)) return true
  return prefix !== '' && endsAsVerb(rest, ends, prefix)
}

function endsAsVerb(rest: string, endings: readonly string[], prefix: string): boolean {
  return endings.some(ending => {
    if (!rest.endsWith(ending)) return false
    const stem = ending === '' ? rest : rest.slice(0, -ending.length)
    return stem.length >= (prefix === '' ? 2 : 3) && verbs.has(stem)
  })
}
