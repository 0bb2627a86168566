import { takeAnnounced } from './announcedNames.ts'
import { flat, flatSet } from './flat.ts'
import { isFirstName, isListedName, known } from './ordinary.ts'
import { plainOf, type Reading, readingOf } from './reading.ts'
import type { Cover } from './removal.ts'
import { determiners, timePrepositions } from './words/functionWords.ts'
import type { Word } from './words.ts'

/*
 * Names of people, in layers, each for what the one before cannot see. What is announced ("Frau", "heißt", "Gruß") is a name
 * whatever the word. What is no ordinary word is taken for a name. An ordinary word that is also a name ("Sommer", "Mark")
 * stays only where grammar shows the word: behind an article, behind "seit". A name once found is a name everywhere in the
 * letter, as is every name of the sender. Towns stay, but not behind a first name.
 */

const before = flatSet(determiners)
/** Between a first name and the surname. "von" and "der" without a name before them are what they are. */
const nobiliary = flatSet(
  'von van v d de der den dem zu zur zum vom el al ibn bin abu del della di da dos la le ten ter op',
)
const whenWords = flatSet(timePrepositions)
const seasons =
  flatSet(`Sommer Winter Herbst Frühling Frühjahr Januar Februar März April Mai Juni Juli August September Oktober November Dezember
  Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Morgen Abend Nacht`)
/** Letters with full stops that are no initials. */
const abbreviated =
  /(?<!\p{L})(?:z\. ?B|d\. ?h|u\. ?(?:a|ä|U)|o\. ?(?:ä|g)|i\. ?(?:A|V|S|d\. ?R|H\. ?v)|v\. ?a|s\. ?(?:o|u)|m\. ?E|e\. ?V|k\. ?A|a\. ?D|z\. ?(?:Hd|T|Zt|K)|u\. ?s\. ?w|m\. ?b\. ?H)\.?(?!\p{L})/giu

/** Takes names of people. `facts`: what is known of the sender, e.g. name and address. */
export function takeNames(cover: Cover, words: readonly Word[], facts: readonly string[]): void {
  const reading = readingOf(cover, words)
  for (const name of namesKnown(facts)) reading.names.add(name)
  for (const found of cover.text.matchAll(abbreviated))
    cover.takeFree(found.index, found.index + found[0].length, 'bleibt')
  takeSpacedLetters(reading)
  takeAnnounced(reading)
  words.forEach((_word, i) => {
    takeUnknown(reading, i)
  })
  words.forEach((_word, i) => {
    takeAgain(reading, i)
  })
  takeHyphenated(reading)
}

/** The names in what is known of the sender; "Sekretariat Grundschule" holds none. */
function namesKnown(facts: readonly string[]): string[] {
  const isOrdinary = (word: string) =>
    [word, word.toUpperCase()].some(form => known(form, { anyCase: true }) === 'word')
  return facts.flatMap(fact => {
    const parts = fact.split(/[^\p{L}\p{M}]+/u).filter(each => each.length > 2)
    const isPerson = parts.length <= 4 && parts.some(isFirstName)
    return parts.filter(each => (isPerson && /^\p{Lu}/u.test(each)) || !isOrdinary(each)).map(flat)
  })
}

/** Takes a word that is not ordinary, or stands where it is not shown to be. */
function takeUnknown(reading: Reading, at: number): void {
  const { words, cover } = reading
  const word = words[at]!
  const last = wordBehindParticles(reading, at)
  const isBehindName =
    last !== undefined && word.after !== 'other' && word.form !== 'lower' && cover.at(last.from) === 'name'
  const what = reading.stands(word)
  if (!reading.isFree(word)) {
    // "Petra Holm": a town behind a first name is none.
    const isTown = cover.at(word.from) === 'bleibt'
    if (isTown && isBehindName && isFirstName(last.text) && what !== 'word') reading.takeName(word)
    return
  }
  // "Lena von der Grundschule" comes from there; "Edeltraud v. d. Osten" is called so.
  const isCalled = isBehindName && isFirstName(last.text) && /^(?:v|d|van|de|zu)$/.test(words[at - 1]!.text)
  if (what === 'word' && !isCalled) return
  const isName =
    isBehindName || (what === 'unknown' ? isListedName(plainOf(word.text)) : !showsWord(reading, at))
  if (isName) reading.takeName(word)
  else if (what === 'unknown') cover.takeFree(word.from, word.to, 'unbekannt')
}

/** The word before, over "von der" and "v. d."; undefined where there is none. */
function wordBehindParticles({ words }: Reading, at: number): Word | undefined {
  let last = at - 1
  while (last > 0 && words[last]!.form === 'lower' && nobiliary.has(flat(words[last]!.text))) last--
  return words[last]
}

/** Whether grammar shows that an ordinary word is meant that could be a name too. */
function showsWord({ words, capitals }: Reading, at: number): boolean {
  const word = words[at]!
  const last = words[at - 1]
  if (word.form === 'lower' && capitals === 'some') return true
  if (!last || word.first) return word.form === 'lower' && (!isFirstName(word.text) || capitals !== 'none')
  const plain = flat(last.text)
  if (before.has(plain)) return true
  if (seasons.has(flat(word.text)) && (whenWords.has(plain) || seasons.has(plain))) return true
  // "kleine Hand", "guten Morgen": an adjective before it.
  if (last.form === 'lower' && /(?:e|en|er|es|em)$/.test(plain) && plain.length > 4 && word.after === 'space')
    return known(last.text, { anyCase: true }) === 'word' && !isFirstName(word.text)
  return word.form === 'lower' && !isListedName(word.text)
}

/** Takes a name that was found elsewhere, and initials. */
function takeAgain(reading: Reading, at: number): void {
  const { words, names, capitals } = reading
  const word = words[at]!
  if (!reading.isFree(word)) return
  const plain = flat(plainOf(word.text))
  const isAgain = names.has(plain) || names.has(plain.replace(/s$/, ''))
  const meansWord = word.form === 'lower' && capitals === 'some' && reading.stands(word) === 'word'
  if ((isAgain && !meansWord) || isInitial(reading, at)) reading.takeName(word)
}

/** "L" beside a name, "K." alone: one capital letter. */
function isInitial({ words, cover }: Reading, at: number): boolean {
  const word = words[at]!
  if (word.text.length > 1 || word.form === 'lower') return false
  const isBeside = [words[at - 1], words[at + 1]].some(
    each =>
      each !== undefined &&
      ['name', 'unbekannt'].includes(cover.at(each.from) ?? '') &&
      Math.min(Math.abs(each.from - word.to), Math.abs(word.from - each.to)) <= 2,
  )
  return isBeside || cover.text[word.to] === '.'
}

/** "L e n a": letters that stand apart spell what nobody should find. */
function takeSpacedLetters({ words, cover }: Reading): void {
  const isNext = (i: number) =>
    words[i]!.text.length === 1 && words[i - 1]!.text.length === 1 && words[i]!.from - words[i - 1]!.to <= 2
  let from = 0
  for (let i = 1; i <= words.length; i++) {
    if (i < words.length && isNext(i)) continue
    const written = cover.text.slice(words[from]!.from, words[i - 1]!.to + 1)
    // "i. d. R." is written with full stops.
    if (i - from >= 3 && !/^(?:\p{L}\.\s?)+$/u.test(written))
      for (const word of words.slice(from, i)) cover.take(word.from, word.to, 'name')
    from = i
  }
}

/** "Kölln-Quast": where one part of a word with hyphens goes, all of it goes. */
function takeHyphenated({ words, cover }: Reading): void {
  for (let i = 1; i < words.length; i++) {
    if (words[i]!.after !== 'hyphen') continue
    let last = i
    while (words[last + 1]?.after === 'hyphen') last++
    const parts = words.slice(i - 1, last + 1)
    const isGone = ({ from }: Word) => ['name', 'unbekannt'].includes(cover.at(from) ?? '')
    if (parts.some(isGone)) for (const each of parts) cover.take(each.from, each.to, 'name')
    i = last
  }
}
