import { flat, wordsOf } from './flat.ts'
import type { Cover } from './removal.ts'
import { healthBeginnings, healthEndings, healthyEndings } from './words/healthWords.ts'
import { originBeginnings } from './words/originWords.ts'
import type { Word } from './words.ts'

/* Health, origin and religion by beginnings and endings of words. */

interface Beginnings {
  whole: ReadonlySet<string>
  /** By their first three letters: hundreds of them are looked at for each word. */
  byHead: ReadonlyMap<string, readonly string[]>
}

function beginningsOf(list: string): Beginnings {
  const whole = new Set<string>()
  const byHead = new Map<string, string[]>()
  for (const each of wordsOf(list)) {
    if (each.startsWith('=')) whole.add(flat(each.slice(1)))
    else {
      const head = flat(each)
      byHead.set(head.slice(0, 3), [...(byHead.get(head.slice(0, 3)) ?? []), head])
    }
  }
  return { whole, byHead }
}

const ills = beginningsOf(healthBeginnings)
const origins = beginningsOf(originBeginnings)
const endings = wordsOf(healthEndings)
const healthy = wordsOf(healthyEndings)

const begins = (plain: string, { whole, byHead }: Beginnings) =>
  whole.has(plain) || (byHead.get(plain.slice(0, 3)) ?? []).some(each => plain.startsWith(each))

/** Whether a word tells of an illness, a treatment or a need of care. */
export function isHealthWord(word: string): boolean {
  const plain = flat(word)
  if (begins(plain, ills)) return true
  const stem = plain.replace(/(?:en|n|es|s|e)$/, '')
  return [plain, stem].some(
    each =>
      endings.some(ending => each.length >= ending.length + 3 && each.endsWith(ending)) &&
      !healthy.some(exception => each.endsWith(exception)),
  )
}

/** Whether a word tells where somebody comes from or what somebody believes. */
export function isOriginWord(word: string): boolean {
  return begins(flat(word), origins)
}

/** Behind these, the name of a people is that of a language. */
const languages = /^(?:sprach|ubersetz|fassung|version|dolmetsch|text)/

/** Takes words of health, origin and religion. */
export function takeSensitive(cover: Cover, words: readonly Word[]): void {
  words.forEach((word, i) => {
    const joined = wholeWord(words, i)
    if (
      isHealthWord(word.text) ||
      (joined.text !== word.text && isHealthWord(joined.text.replaceAll('-', '')))
    ) {
      cover.take(joined.from, joined.to, 'gesundheit')
    } else if (isOriginWord(word.text)) {
      const next = words[i + 1]
      if (!(next?.after === 'space' && languages.test(flat(next.text))))
        cover.take(joined.from, joined.to, 'herkunft')
    }
  })
}

/** Parts of a word with hyphens on either side; more are no word. */
const longest = 6

/** "Lese-Rechtschreib-Störung" as one word. */
function wholeWord(words: readonly Word[], at: number): { text: string; from: number; to: number } {
  let first = at
  let last = at
  while (words[first]!.after === 'hyphen' && at - first < longest) first--
  while (words[last + 1]?.after === 'hyphen' && last - at < longest) last++
  const all = words.slice(first, last + 1)
  return { text: all.map(each => each.text).join('-'), from: all[0]!.from, to: all.at(-1)!.to }
}
