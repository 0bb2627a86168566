import { monthOf } from '../arguments/dayWords.ts'
import type { Word } from '../words.ts'
import { ambiguous, foreign } from './englishWords.ts'

/*
 * English sentences are read as German ones: word for word, longest expression first, so that every rule and every caution holds
 * for both. It need not be good German; it must keep who does what, when, and whether at all.
 */

/** Words that only stand in German sentences. */
const german =
  /^(ich|du|wir|ihr|der|das|den|dem|des|ist|sind|und|oder|nicht|kein\w*|noch|schon|mal|bitte|wie|wer|wann|wo|welche\w*|mir|mich|fuer|vom|bei|beim|auf|mit|zu|zum|zur|ein\w*|meine\w*|alle\w*|hab\w*|wird|wurde\w*|heute|diese\w*|naechste\w*|zeig\w*|gibts?|kannst|koenn\w*)$/

/** English words that are German words too, or loanwords in German offices: they do not make a sentence English. */
const alsoGerman = new Set(
  (
    'i a am an in was war so will hat die me do hi hey note status update list digest ticket tickets case step one state type ' +
    'set may all be no or by as open program place news press last hand help this new next shift push mails emails'
  ).split(' '),
)

/** Both tables in one; the expressions of one word tell which language it is. */
const everything: ReadonlyMap<string, readonly string[]> = new Map([...foreign, ...ambiguous])

/** Longest expression; words. */
const longest = 4

/** The words of an English sentence as German ones; a German sentence as it is, but for the few words that are English in it too. */
export function inGerman(said: readonly Word[]): Word[] {
  const isEnglish = soundsEnglish(said)
  const table = isEnglish ? everything : foreign
  const out: Word[] = []
  for (let i = 0; i < said.length; ) {
    const found = expressionAt(said, i, table)
    out.push(...(found ? found.plain.map(plainWord) : [said[i]!]))
    i += found?.length ?? 1
  }
  return isEnglish ? withDays(out.map((word, i) => directed(word, out[i - 1], out[i + 1]))) : out
}

/** Something in it is English, and nothing is German only. */
function soundsEnglish(said: readonly Word[]): boolean {
  const typed = said.filter(word => !word.quoted).map(word => straight(word.folded))
  return (
    typed.some(word => everything.has(word) && !alsoGerman.has(word)) &&
    !typed.some(word => german.test(word))
  )
}

function straight(folded: string): string {
  return folded.replace(/[’`´]/g, "'")
}

function expressionAt(said: readonly Word[], at: number, table: ReadonlyMap<string, readonly string[]>) {
  for (let length = Math.min(longest, said.length - at); length > 0; length--) {
    const typed = said.slice(at, at + length)
    if (typed.some(word => word.quoted)) continue
    const plain = table.get(typed.map(word => straight(word.folded)).join(' '))
    if (plain) return { plain, length }
  }
  return null
}

const ofTime =
  /^(\d.*|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|heute|morgen|uebermorgen|naechste|ende|januar|februar|maerz|april|mai|juni|juli|august|september|oktober|november|dezember|kw|q\d)$/

/** "to" leads to a day or to a person, "by" to a day or a span, and "may" is a month only behind what leads to one. */
function directed(word: Word, before: Word | undefined, next: Word | undefined): Word {
  const leads = ofTime.test(next?.folded ?? '')
  if (word.folded === 'to') return plainWord(leads || next?.folded === 'dringend' ? 'auf' : 'an')
  if (word.folded === 'um' && leads && !/^\d+$/.test(next?.folded ?? '')) return plainWord('bis')
  const ledTo = /^(in|um|bis|auf|to|ende|von|fuer|fristen|am|faellig|\d+)$/.test(before?.folded ?? '')
  return word.folded === 'mai' && word.text === 'mai' && !ledTo ? plainWord('darf') : word
}

/** "May 6th", "6th of May" → "6 mai". */
function withDays(words: readonly Word[]): Word[] {
  const out = [...words]
  for (let i = 0; i + 1 < out.length; i++) {
    const day = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(out[i]!.folded)
    if (day) {
      out[i] = plainWord(day[1]!)
      if (out[i + 1]?.folded === 'von' && monthOf(out[i + 2]?.folded ?? '') !== null) out.splice(i + 1, 1)
    }
    const behind = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(out[i + 1]?.folded ?? '')
    if (behind && monthOf(out[i]!.folded) !== null) {
      out.splice(i, 2, plainWord(behind[1]!), out[i]!)
      i++
    }
  }
  return out
}

function plainWord(folded: string): Word {
  return { text: folded, folded, quoted: false }
}
