import { fold } from '../words.ts'
import { isUncertain } from './caution.ts'
import { isDeed, isOrderWord } from './orderWords.ts'
import { classifying } from './vocabulary.ts'

/*
 * What something is, said by what it is not: "KA-88 ist keine Elternanfrage, sondern Schule". The denial takes nothing back of the
 * order; it is left out, and what is left is read.
 */

const denied = /(?:gar |doch |eigentlich |aber |überhaupt |ja )*(?:kein\w*|keen\w*|nich|nicht|net)/.source
const little = /(?:\s(?:von|vom|zu|zum|zur|aus|an|am|auf|nach|in|bei|der|die|das|dem|den|ein\w*|mehr))*/
  .source
const thing = /\s(?<not>[^,;:?!]{2,50}?)/.source

/** "…, sondern …", "… kein Einzelfall, das ist Personal". */
const instead = new RegExp(
  `^(?<before>.*?)\\s?${denied}${little}${thing},?\\s(?:sondern|vielmehr|(?:(?:das|es|er|sie|dat) )?(?:ist|sind|is|kommt|gehört))\\s(?<behind>.+)$`,
  'iu',
)

/** "KA-88 ist von einer Schule, nicht von Eltern". What is denied is a thing: of "…, nicht geben" the denial counts. */
const behind = new RegExp(
  `^(?<before>.*\\d.*?)(?<apart>,|\\sund|\\salso)?\\s${denied}${little}\\s(?<not>[\\p{L}-]+)(?<end>[.!]?|,?\\s(?:bitte |b\\. )?(?:ändern|aendern|korrigieren|umstellen))[.!]?$`,
  'iu',
)

/** "nicht dringlich" is a class of its own; "Finanzierung statt Zeitplan" names what it was before. */
const normal =
  /\s(?:nicht|kein\w*)\s(?:mehr\s)?(?:so\s|besonders\s)?(?:dringend|dringlich|eilig|eilbedürftig)\w*\s?/iu
const former =
  /,?\s(?:statt|anstatt|anstelle von|und nicht) [\p{L}-]+(?=[.!]?$|\s(?:setzen|machen|ändern|eintragen|einordnen))/iu

/** The sentence without what it denies; null: it corrects nothing. `text` is cleaned. */
export function corrected(text: string): string | null {
  const plain = text.replace(normal, ' normal ').replace(former, '')
  if (plain !== text) return plain
  const match = instead.exec(text)?.groups
  // "Nicht KA-17, sondern KA-18": that may be any order.
  if (
    match &&
    !deniesDeed(match.not!) &&
    !/\d{1,}(?![.\d])/.test(match.not!.replace(/\d{1,2}\.\s?(?:\d{1,2}\.?|\p{L}+)?/gu, ''))
  )
    return `${match.before} ${match.behind}`.trim()
  const afterwards = behind.exec(text)?.groups
  const not = fold(afterwards?.not ?? '')
  const isThing = afterwards?.apart ? !isOrderWord(not) && !isUncertain(not) : classifying.has(not)
  return afterwards && isThing ? afterwards.before! : null
}

/** It denies doing something, not what something is. */
function deniesDeed(denial: string): boolean {
  return fold(denial)
    .split(/[^a-z]+/)
    .some(word => isDeed(word) || isUncertain(word))
}
