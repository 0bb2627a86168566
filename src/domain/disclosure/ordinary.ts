import { flat, flatSet } from './flat.ts'
import { isNoun } from './nouns.ts'
import { isVerb } from './verbForms.ts'
import { adjectives } from './words/adjectives.ts'
import { abbreviations } from './words/everydayNouns.ts'
import { firstNames } from './words/firstNames.ts'
import { determiners, english, particles, timePrepositions } from './words/functionWords.ts'
import { surnames } from './words/surnames.ts'

/*
 * Which words are ordinary German. The excerpt keeps a word only when it is known here: nobody can list all names of the world,
 * but the words with which people write to an office can be listed. A missing word costs a "[…]"; a name can only slip through
 * when it is itself a word.
 */

const bound = flatSet(determiners, particles, timePrepositions, english)
const shortForms = flatSet(abbreviations)
const qualities = flatSet(adjectives)
const given = flatSet(firstNames)
const families = flatSet(surnames)

const qualityEndings =
  ' e en er es em ere eren erer eres st ste sten ster stes este esten stens erweise s'.split(' ')
/** Endings with which an adjective is used as a noun. */
const inflected = new Set(['e', 'en', 'er', 'es', 'em'])

/** Names that are words so frequent that something else must show the name. */
const tooFrequent = flatSet(
  determiners,
  `und oder an in im am zu mit von bei nach aus auf für um so da ja will los per nun nur gern gut lieber liebe lieben ganz lange bald kann war wer wie was wo man ende frei gruß grüße
  best hoch kind kinder klar recht link kreis alt alte alten jung junge jungen neu neue neuen sehr schon groß große großen klein kleine kleinen kleiner großer leicht schnell schwer
  weiß sauer rein einst voll halt anders holt weit satt fest früh eigen still hohe reicht krank stark starke teuer erst kurz nahe nahen`,
)

/** What a word is: ordinary, ordinary and also somebody's name, or nothing we know. */
export type Known = 'word' | 'either' | 'unknown'

const remembered = new Map<string, Known>()

/**
 * Whether a word without hyphens is ordinary. `anyCase`: its capital tells nothing (beginning of a sentence, text in capitals);
 * in the middle of a sentence only nouns have one.
 */
export function known(word: string, { anyCase }: { anyCase: boolean }): Known {
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
  // Letters of another alphabet look like ours and are no word of ours. No word of a letter is as long as that.
  if (word.length > 60 || !/^[\p{Script=Latin}\p{M}]+$/u.test(word)) return 'unknown'
  const plain = flat(word)
  const ordinary =
    bound.has(plain) ||
    (/^\p{Lu}{2}/u.test(word) && shortForms.has(plain)) ||
    isNoun(plain) ||
    isQuality(plain, capital) ||
    isVerb(plain, capital)
  if (!ordinary) return 'unknown'
  return isListedName(word) && !tooFrequent.has(plain) ? 'either' : 'word'
}

function isQuality(plain: string, capital: boolean): boolean {
  return qualityEndings.some(ending => {
    if (!plain.endsWith(ending) || (capital && !inflected.has(ending))) return false
    const stem = ending === '' ? plain : plain.slice(0, -ending.length)
    if (qualities.has(stem) || qualities.has(`${stem}e`)) return true
    const base =
      /^(?:un|in|alt|hoch|sehr|mit|nicht|ober|gleich|über|uber|viel|wohl|schwer|leicht|all|ganz)(.{3,})$/.exec(
        stem,
      )?.[1]
    if (base && qualities.has(base)) return true
    // Made by rule; "Friedlich" and "Selig" are surnames, so only without a capital.
    return !capital && stem.length >= 7 && /(?:lich|ig|bar|sam|los|haft|weise|artig|massig|isch)$/.test(stem)
  })
}
