import { readFileSync } from 'node:fs'
import { coverFor, legible } from '../../../src/domain/disclosure/pseudonymised.ts'
import {
  determiners,
  particles,
  timePrepositions,
} from '../../../src/domain/disclosure/words/functionWords.ts'
import { programmeNamed } from '../../domain/programme/profiles.ts'

/*
 * Letters and sentences written for this purpose, about invented people: [[what tells who is meant]], {{what an excerpt must
 * keep}}. train.txt was looked at while the rules were made; test.txt was written before the first rule, later.txt after the
 * last one, and both are only counted. A span counts as found when none of its words is left, except words like "der" and
 * "von".
 */

interface Span {
  from: number
  to: number
  kind: 'personal' | 'kept'
}

export interface LabelledLetter {
  text: string
  spans: Span[]
}

export interface Score {
  letters: number
  /** Spans of personal data, and the texts of those of which a word is left. */
  personal: number
  missed: string[]
  /** Words that must be kept, and those that were lost. */
  kept: number
  lostKept: string[]
  /** All words outside of spans of personal data, and how many were lost. */
  words: number
  lost: number
}

/** Letters stand apart by lines of three hyphens. "u\u0308" is written for a decomposed letter. */
export function labelledLetters(name: 'train' | 'test' | 'later'): LabelledLetter[] {
  return readFileSync(new URL(`./${name}.txt`, import.meta.url), 'utf8')
    .replace(/\\u([0-9a-f]{4})/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .split(/^---\n/m)
    .map(each => read(legible(each.trim())))
}

function read(marked: string): LabelledLetter {
  const spans: Span[] = []
  let text = ''
  for (const part of marked.split(/(\[\[[\s\S]*?\]\]|\{\{[\s\S]*?\}\})/)) {
    const kind = part.startsWith('[[') ? 'personal' : part.startsWith('{{') ? 'kept' : null
    const plain = kind ? part.slice(2, -2) : part
    if (kind) spans.push({ from: text.length, to: text.length + plain.length, kind })
    text += plain
  }
  return { text, spans }
}

const bound = new Set(
  `${determiners} ${particles} ${timePrepositions}`.split(/\s+/).map(each => each.toLowerCase()),
)
const words = /[\p{L}\p{M}\d]+/gu

/** How the rules do on these letters, without knowing who wrote them. */
export function scoreOf(letters: readonly LabelledLetter[]): Score {
  const score: Score = {
    letters: letters.length,
    personal: 0,
    missed: [],
    kept: 0,
    lostKept: [],
    words: 0,
    lost: 0,
  }
  const programme = programmeNamed('pinneberg')
  for (const { text, spans } of letters) {
    const cover = coverFor(text, programme, [])
    const isGone = (at: number) => !['bleibt', null].includes(cover.at(at))
    const isLeft = (word: RegExpExecArray) => [...word[0]].some((_letter, i) => !isGone(word.index + i))
    const found = [...text.matchAll(words)]
    for (const span of spans.filter(each => each.kind === 'personal')) {
      const inside = found.filter(({ index }) => index >= span.from && index < span.to)
      score.personal++
      if (inside.some(word => !bound.has(word[0].toLowerCase()) && isLeft(word)))
        score.missed.push(text.slice(span.from, span.to))
    }
    for (const word of found) {
      const at = spans.find(({ from, to }) => word.index >= from && word.index < to)
      if (at?.kind === 'personal') continue
      score.words++
      if (at?.kind === 'kept') score.kept++
      if (!isGone(word.index)) continue
      score.lost++
      if (at?.kind === 'kept') score.lostKept.push(word[0])
    }
  }
  return score
}
