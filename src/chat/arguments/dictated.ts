import { longestLetter, typedLetter } from '../../domain/mail/outgoing/typedLetter.ts'
import { fold } from '../words.ts'

/** Longer orders are none; characters. */
const longestOrder = 200

export interface Dictated {
  /** "vorgang antworten KA-17". */
  order: string
  /** What is to be written, with its lines and punctuation as typed. */
  text: string
}

/**
 * An order and the text that it is about: what stands behind the first colon that is no time of day, or on the lines below
 * the first. Only the order is understood; in the text "nicht" and question marks are the letter's. An order has a number, or
 * begins with one of `names` ("gremium beschluss Steuergruppe: …"), or is one of `alone` ("notiz: …"). null: there is no such text.
 */
export function dictated(
  typed: string,
  names: readonly string[] = [],
  alone: readonly string[] = [],
): Dictated | null {
  const whole = typed.trim()
  const firstLine = whole.split('\n', 1)[0]!
  const colon = [...firstLine.slice(0, longestOrder).matchAll(/[:：]/g)].find(({ index }) => {
    const timeOfDay = /\d$/.test(firstLine.slice(0, index)) && /^\d/.test(firstLine.slice(index + 1))
    return isOrder(firstLine.slice(0, index), names, alone) && !timeOfDay
  })
  const end = colon ? colon.index : firstLine.length
  if (end > longestOrder || end === whole.length) return null
  const order = whole.slice(0, end).trim()
  const text = withoutMarks(typedLetter(whole.slice(colon ? end + 1 : end)))
  return isOrder(order, names, alone) && text !== '' ? { order, text } : null
}

function isOrder(order: string, names: readonly string[], alone: readonly string[]): boolean {
  if (/\d/.test(order)) return true
  const said = fold(order.trim()).replace(/^\/?\s*(?:kla )?/, '')
  return names.some(name => said.startsWith(`${fold(name)} `)) || alone.some(name => fold(name) === said)
}

/** Longest input with a text in it; characters. */
export const longestDictation = longestOrder + longestLetter + 1000

/** The whole text in one pair of quotation marks: the marks show where it begins and ends. */
function withoutMarks(text: string): string {
  const inside = /^(?:„([^„“”"]*)[“”"]|"([^"]*)"|»([^»«]*)«)$/.exec(text)
  return (inside?.[1] ?? inside?.[2] ?? inside?.[3] ?? text).trim()
}
