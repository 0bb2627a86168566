import type { HoldReason } from '../problem.ts'
import { fold, type Word } from '../words.ts'
import {
  askingFirst,
  circumstances,
  conditions,
  doneByOthers,
  doubts,
  hearsay,
  imagined,
  negations,
  reports,
  setOf,
  supposed,
  unreal,
} from './cautionWords.ts'

/** "kannst du …", "können Sie …": a request in the form of a question. */
const request = / (kannst|koennt|koennen|koenntest|koennten|wuerdest|wuerden|magst|moegen) (du|ihr|sie) /
/** "ich möchte …", "ich würde gern …": the speaker's own order, said politely. */
const ownWish =
  / (?:ich moechte|moechte ich|ich wuerde(?= (?:\S+ )?gerne? )|wuerde ich(?= (?:\S+ )?gerne? ))( gerne?)? /

/** "Soll ich …?", "Kann KA-17 zu?": whether to do it, not whether it is done. */
const weighs =
  /^ (soll|sollen|kann|koennen|darf|duerfen|muss|muessen) | (soll|sollen|kann|koennen|darf|duerfen|muss|muessen|wollen) (ich|wir|man) /

/** The words without the forms of politeness that look like a question or a wish. */
function withoutPoliteness(plain: readonly string[]): { rest: string[]; polite: boolean } {
  const said = ` ${plain.join(' ')} `
  const rest = said.replace(request, ' ').replace(ownWish, ' ich ')
  return { rest: rest.split(' ').filter(word => word !== ''), polite: request.test(said) }
}

/** Whether a folded word denies, doubts or makes conditional what it stands with. */
export function isUncertain(word: string): boolean {
  return (
    negations.has(word) ||
    conditions.has(word) ||
    supposed.has(word) ||
    unreal.has(word) ||
    doubtful.test(word)
  )
}

/** Whether a folded word tells that somebody else said or is to find out something. */
export function isHearsay(word: string): boolean {
  return hearsay.has(word)
}

const doubtful = /^(un)?(moeglich|sicher|wahrscheinlich)/

/** Kinds of procedure whose names (§ 14 VgV, § 8 UVgO) hold words that elsewhere deny something. */
const names = / (?:nicht(?= offenes? verfahren )|ohne(?= teilnahmewettbewerb )|ohne(?= tnw ))/g

function withoutNames(plain: readonly string[]): string[] {
  return ` ${plain.join(' ')} `
    .replace(names, '')
    .split(' ')
    .filter(word => word !== '')
}

/** Setting a date needs words that elsewhere make an order uncertain: "drei Tage später", "bis 15.05.", "erst im Mai". */
const ofMoving = setOf('spaeter bis erst')

/** Whether it begins like a question, or ends as one. `text` is cleaned. */
export function asksFirst(text: string): boolean {
  return /[?？]/.test(text) || askingFirst.has(fold(/^[\p{L}]+/u.exec(text)?.[0] ?? ''))
}

/** A verb behind a comma or a colon asks: "Sag mal, wurde F-7 erledigt". */
const asksInside =
  /[,;:.!]\s*(?:und |mal |denn )?(?:ist|sind|wurden?|haben?|hat)\s(?!(?:schon |jetzt |bereits |alles )?(?:erledigt|fertig|durch|abgeschlossen|raus)(?!\p{L}))/iu

/**
 * Words of reports that say no more than that a thing is done: "wurde unterschrieben", "haben wir geschafft", "der Kreistag hat
 * beschlossen". Of other people they are reports.
 */
function plainlyTold(plain: readonly string[]): ReadonlySet<string> {
  const said = ` ${plain.join(' ')} `
  return new Set([
    'wurde',
    'wurden',
    'worden',
    ...(/ (haben wir|wir haben|wir .* haben|haben beide seiten|beide seiten haben) /.test(said)
      ? ['haben']
      : []),
    ...(/^ habe | (habe ich|ich habe) /.test(said) ? ['habe', 'hab'] : []),
    // "Hat geklappt, bitte abhaken" ends as an order.
    ...(/ bitte .*(abhaken|abgehakt) /.test(said) ? ['hat', 'habe', 'haben'] : []),
    ...(/ (kreistag|jha|jugendhilfeausschuss|stadtrat) hat /.test(said) ? ['hat'] : []),
  ])
}

function whyNotTold(text: string, plain: readonly string[]): HoldReason | null {
  // "F-9 kann abgehakt werden" asks for it.
  const ticked = plain.some(word => /^(abgehakt|abhaken)$/.test(word))
  if (asksInside.test(text)) return 'asked'
  if (plain.some(word => circumstances.has(word))) return 'reported'
  return plain.some(word => doubts.has(word) && !(ticked && word === 'werden')) ? 'conditional' : null
}

/** An opening or closing mark without its other half, or single ones. */
const marks = /[„“”"»«]|(?:^|\s)'[^']+'(?:\s|$)/u

/** "KA-17 hat sich erledigt" and nothing more. */
const settledItself =
  /^(?:vorgang |frist )?\S+ (?:hat|haben) sich (?:damit |jetzt |schon |inzwischen )?erledigt$/

/** Words before a colon that introduce an order; all others introduce a speaker: "Frau Beispiel: KA-17 bitte schließen". */
const introducing =
  /^(bitte|hallo|moin|hi|kla|bot|also|so|ok|achtung|wichtig|todo|jetzt|und|frist\w*|vorgang|vorgaenge|vereinbarung|vertrag|schritt|meilenstein|erinner\w*|wiedervorlage|erledigt|fertig|abgehakt|\w*schliess\w*|zuweis\w*|uebernehm\w*|\w*oeffn\w*|verschieb\w*)$/

/** Why a sentence, however it is worded, is not what the person who types it wants done now. */
function whyNotOurs(
  text: string,
  plain: readonly string[],
  how: { moving?: boolean; told?: boolean },
): HoldReason | null {
  const speaker = /^([^\d:]{2,60}):\s/u.exec(text)?.[1]
  if (
    speaker &&
    !fold(speaker)
      .split(/[^\p{L}]+/u)
      .some(word => introducing.test(word))
  )
    return 'reported'
  // "KA-17 gehört zu Wedel" was heard from nobody.
  if (plain.some(word => hearsay.has(word) && (how.told || word !== 'gehoert'))) return 'reported'
  if (plain.some((word, at) => at > 0 && doneByOthers.has(word))) return 'reported'
  const said = ` ${plain.join(' ')} `
  if (/ (im|in|da|dort|hier) (\S+ ){0,3}(steht|stand|heisst|hiess) /.test(said)) return 'reported'
  if (/ (mit dem|beim|vom|das) (ab|zu)?(schliessen|oeffnen|machen|weisen) /.test(said)) return 'conditional'
  if (plain.some(word => supposed.has(word) && !(how.moving && word === 'voraussichtlich')))
    return 'conditional'
  if (
    / (will|wollen|wollten?|moechten?) (?!ich |wir )/.test(said) &&
    !/ (ich|wir) (will|wollen|moechten?) /.test(said)
  )
    return 'reported'
  // "KA-17 soll an die Vergabestelle" says where to; what somebody else should do is no order.
  if (/ (soll|sollen) (?!(?:\S+ ){0,2}(?:an|ans|zu|zum|zur|auf) )/.test(said)) return 'reported'
  if (/ sie (kann|soll|will|muss|darf|wird|hat|ist) | (kann|darf|muss|will) sie /.test(said))
    return 'reported'
  if (/ (soll ich|ich soll|sollen wir|wir sollen) /.test(said)) return 'asked'
  // "nach der Sitzung schließen"; dates are moved "nach hinten", and Fristen have it in their titles.
  return !how.moving && !how.told && / (nach (?!hinten|vorne?)|ab (?!jetzt|sofort))(?!$)/.test(said)
    ? 'conditional'
    : null
}

/** "KA-17 muss noch geschlossen werden" says what is to be done by somebody. Behind a date it is how orders are given. */
function isDuty(plain: readonly string[], moving: boolean): boolean {
  if (!plain.some(word => /^(muss|muessen)$/.test(word))) return false
  return plain.includes('noch') || (plain.at(-1) === 'werden' && !moving)
}

/**
 * Why an input must not change anything, however well it is understood; null when it is a plain order.
 * `text` is cleaned. A request ("Könnten Sie bitte …?") is not held here, but it is never exact either.
 * `exact`: typed in the grammar of commands, where quotation marks only hold an argument together. `moving`: it sets a date.
 * `told`: that something is done is said by telling it.
 */
export function holdReason(
  text: string,
  said: readonly Word[],
  how: { exact: boolean; moving?: boolean; told?: boolean },
): HoldReason | null {
  // A line that begins with an opening mark is somebody's words, also when the other half of it was forgotten.
  // "> " begins a quoted line; the lines before it are one with it by now.
  if (/^[„“»«"']|(?:^|\s)>/.test(text)) return 'quoted'
  if (!how.exact && (said.some(word => word.quoted) || marks.test(text))) return 'quoted'
  const plain = withoutNames(said.map(word => word.folded))
  const { rest, polite } = withoutPoliteness(plain)
  if (rest.some(word => negations.has(word))) return 'negated'
  if (isDuty(rest, how.moving ?? false)) return 'conditional'
  if (rest.some(word => conditions.has(word) && !(how.moving && ofMoving.has(word)))) return 'conditional'
  const questions = text.match(/[?？]+/g)?.length ?? 0
  if (polite ? questions > 1 : questions > 0 || askingFirst.has(rest[0] ?? ''))
    return weighs.test(` ${rest.join(' ')} `) ? 'weighed' : 'asked'
  if (!how.exact && (rest.some(word => unreal.has(word)) || imagined.test(` ${rest.join(' ')} `)))
    return 'conditional'
  const loose = how.exact ? null : whyNotOurs(text, rest, how)
  if (loose) return loose
  const told = how.told ? plainlyTold(rest) : null
  if (rest.some(word => reports.has(word) && !told?.has(word)) && !settledItself.test(rest.join(' ')))
    return 'reported'
  return told ? whyNotTold(text, rest) : null
}
