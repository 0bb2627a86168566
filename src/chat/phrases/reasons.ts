import { fold } from '../words.ts'
import { asksFirst, isHearsay, isUncertain } from './caution.ts'

/** Where one clause ends and another begins. A point ends one only behind a word: "15.5." and "Nr. 17" go on. */
const borders = /\s*(?:[,;!…]|(?<=\p{L}{4})\.(?=\s))+\s*|\s(?=(?:weil|denn)\s)/u

/** What stands for the number of a Vorgang or Frist in a clause. */
const named = /\b(?:[a-z]{1,3}-?)?\d/i

const participle = /^(?:ge|be|er|ver|ent|ab|an|auf|aus|ein|nach|vor|zu|zurueck|mit|um)[a-z]{2,}(?:t|en)$/
const helper = /^(hat|haben|habe|ist|sind|wurde|wurden|war|waren)$/

/** Somebody wanted something: what stands beside it is their wish, not the speaker's. */
const wished =
  /^(gebeten|beantragt|gefordert|verlangt|vorgeschlagen|angeregt|empfohlen|entschieden|beschlossen|angeordnet|gewuenscht|gemeint|geglaubt|gedacht|vermutet|befohlen|beauftragt|angewiesen|erlaubt|verboten|vor|geplant|vergessen|versucht|versaeumt|begonnen|angefangen|aufgehoert)$/

/**
 * The sentence without the clauses that only tell why: "KA-17 kann zu, die Schule hat sich gemeldet" → "KA-17 kann zu". A clause is
 * left out only when it tells a plain fact; what doubts, denies, asks, wishes or quotes stays and speaks against the order.
 * `text` is cleaned.
 */
export function withoutReasons(text: string): string {
  const clauses = text.split(borders).filter(clause => clause !== '')
  if (clauses.length < 2) return text
  const order = clauses.findIndex(clause => named.test(clause))
  const at = Math.max(order, 0)
  const kept = clauses.filter((clause, i) => i === at || !tellsWhy(clause, i > at || isAsked(clauses[at]!)))
  return kept.length === clauses.length ? text : kept.join(', ')
}

/** A fact told before an order counts as its reason only when the order is plainly the speaker's own. */
const isAsked = (clause: string) => /(?<!\p{L})bitte(?!\p{L})|^(?:du )?kannst/iu.test(clause)

function tellsWhy(clause: string, mayTell: boolean): boolean {
  const words = fold(clause)
    .split(/[^\p{L}\d-]+/u)
    .filter(Boolean)
  if (!mayTell || words.length < 3 || words.length > 16 || named.test(clause) || /[?„“”"»«:]/.test(clause)) return false
  const plain = ` ${words.join(' ')} `.replace(/ (nichts|kein\w*|niemand)( \w+)? mehr /, ' ')
  const rest = plain.trim().split(' ')
  // "die Mutter hat nochmal geschrieben" tells what happened; "hat die Mutter geschrieben" tells who wants it.
  const inverted = helper.test(words[0]!) && words[1] !== 'sich'
  const wrote = /^(geschrieben|gemeldet)$/
  if (inverted || asksFirst(clause.replace(/^(hat|haben) sich/i, 'sich'))) return false
  if (rest.some(word => wished.test(word) || isUncertain(word) || (isHearsay(word) && !wrote.test(word)))) return false
  if (/^(weil|denn|da)$/.test(words[0]!)) return true
  return words.some(word => helper.test(word)) && words.some(word => participle.test(word) && !helper.test(word))
}
