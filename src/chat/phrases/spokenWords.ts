import { withNumbers } from '../arguments/namedNumbers.ts'
import { withoutManners } from '../manners.ts'
import { type Word, wordsOf } from '../words.ts'
import { inGerman } from './english.ts'
import { writtenOut } from './spoken.ts'

/** The words of a cleaned text as the grammar of commands takes them: no slash, no manners at the edges, numbers as one word. */
export function typedWords(text: string, prefix: string): Word[] {
  return withNumbers(withoutManners(wordsOf(text.replace(/^\/\s*/, ''))), prefix)
}

/** The same as plain German, whatever the dialect or the language: what sentences are understood by. */
export function spokenWords(typed: readonly Word[]): Word[] {
  return writtenOut(inGerman(typed))
}
