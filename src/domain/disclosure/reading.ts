import { flat } from './flat.ts'
import { type Known, known } from './ordinary.ts'
import type { Cover } from './removal.ts'
import { capitalsOf, type Word } from './words.ts'

/** A text while names are looked for in it. */
export interface Reading {
  cover: Cover
  words: readonly Word[]
  capitals: ReturnType<typeof capitalsOf>
  /** Names that were found, flat: wherever they stand again they are names. */
  names: Set<string>
  /** Ordinary or not, as the word stands there. */
  stands(word: Word): Known
  isFree(word: Word): boolean
  /** Takes a word as a name and knows it from now on. */
  takeName(word: Word): void
}

export function readingOf(cover: Cover, words: readonly Word[]): Reading {
  const capitals = capitalsOf(words)
  const names = new Set<string>()
  return {
    cover,
    words,
    capitals,
    names,
    stands: word =>
      known(plainOf(word.text), { anyCase: word.first || capitals !== 'some' || word.form === 'capitals' }),
    isFree: word => cover.at(word.from) === null,
    takeName(word) {
      const plain = flat(plainOf(word.text))
      if (plain.length > 2) names.add(plain)
      cover.release(word.from, word.to)
      const isInitial = word.text.length === 1 && cover.text[word.to] === '.'
      cover.takeFree(word.from, word.to + (isInitial ? 1 : 0), 'name')
    },
  }
}

/** "Lena's" without its ending, "Schüler*innen" without its star, "E-Mail" without its letter. */
export function plainOf(text: string): string {
  return text
    .replace(/^[etusxz]-/iu, '')
    .replace(/['’`´]s?$/u, '')
    .replace(/[*:_/]-?/gu, '')
}
