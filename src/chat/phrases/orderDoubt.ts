import { Temporal } from 'temporal-polyfill'
import type { Reading } from '../arguments/readArg.ts'
import type { Intent } from '../command.ts'
import type { HoldReason } from '../problem.ts'
import { fold, type Word } from '../words.ts'
import { holdReason } from './caution.ts'
import { isOrderWord } from './orderWords.ts'
import type { Meant } from './phraseRule.ts'
import type { Features } from './sentenceFeatures.ts'
import { classifying } from './vocabulary.ts'

const setsDate: ReadonlySet<Intent> = new Set([
  'deadline_move',
  'deadline_new',
  'deadline_snooze',
  'ticket_snooze',
])
/** Orders that are given by telling that it is done. */
export const tellsDone: ReadonlySet<Intent> = new Set(['deadline_done', 'agreement_step_done'])
/** Orders in which a function is part of the matter. */
const namesFunction: ReadonlySet<Intent> = new Set([
  'ticket_assign',
  'deadline_owner',
  'deputy_set',
  'deputy_end',
])

/** Why a sentence that sounds like an order is not one, or none that may be taken at its word; null: it is plain. `text` is cleaned. */
export function orderDoubt(
  { intent, args }: Meant,
  found: Features,
  text: string,
  said: readonly Word[],
  reading: Reading,
): HoldReason | null {
  const how = { exact: false, moving: setsDate.has(intent), told: tellsDone.has(intent) }
  return (
    holdReason(text, said, how) ??
    (isSeveral(intent, found) ? 'several' : null) ??
    (isForLater(intent, found, reading) ? 'conditional' : null) ??
    (tellsState(intent, found) ? 'reported' : null) ??
    (isStrange(intent, args, found, text) ? 'strange' : null)
  )
}

/** Two things are named where an order needs one; the other would be lost without a word. */
function isSeveral(
  intent: Intent,
  { tickets, deadlines, functions, twofold, places, words }: Features,
): boolean {
  const both =
    intent === 'ticket_join' ||
    intent === 'ticket_link' ||
    intent === 'ticket_unlink' ||
    intent === 'ticket_separate'
  if (tickets.length + deadlines.length > (both ? 2 : 1)) return true
  if (intent === 'ticket_assign' && (functions.length > 1 || (functions.length === 1 && toMeToo(words))))
    return true
  if (intent === 'deadline_move' && twofold) return true
  if (intent === 'ticket_reclassify' && (twofold || places.length > 1)) return true
  if (
    intent === 'deadline_move' &&
    / (verschieb\w*|verleg\w*|schieb\w*) .*(erledigt|abhaken|abgehakt|fertig) /.test(` ${words.join(' ')} `)
  )
    return true
  return intent.startsWith('ticket_') && intent !== 'ticket_reply' && ordersIn(words) > 1
}

/** "an mich und an das Schulamt". */
const toMeToo = (words: readonly string[]) => / (an mich|ich) (und|oder|sowie) /.test(` ${words.join(' ')} `)

/** How many kinds of orders about a Vorgang are in one sentence: "übernehme ich und schließe ich". */
function ordersIn(words: readonly string[]): number {
  const said = ` ${words.join(' ')} `
  const kinds = [
    /(?<! wieder) (schliess\w*|abschliess\w*|zumachen|beende\w*|mach\w* .*zu) /,
    / (wieder (auf|oeffnen|aufmachen)|wiedereroeffnen|oeffne\w* .*wieder) /,
    / (uebernehmen?|zuweisen|weise|abgeben|weitergeben) /,
  ]
  return kinds.filter(kind => kind.test(said)).length
}

/** "KA-17 morgen schließen": nothing is done now that was asked for another day; nothing was done on a day to come. */
function isForLater(intent: Intent, { range, day }: Features, { today }: Reading): boolean {
  if (tellsDone.has(intent)) {
    const from = day ?? range?.from ?? null
    return from !== null && Temporal.PlainDate.compare(from, today) > 0
  }
  return range !== null && range.name !== 'heute' && /^ticket_(close|reopen|assign|link|join)$/.test(intent)
}

/**
 * It tells how things are or soon will be: "KA-17 ist wieder offen", "F-7 ist auf Mai verschoben", "F-7 geht heute raus", "KA-17 noch
 * schließen". With "bitte" the same words are an order.
 */
function tellsState(intent: Intent, { words }: Features): boolean {
  const said = ` ${words.join(' ')} `
  if (/ bitte | (haken|haekchen) /.test(said)) return false
  if (/ steht (auf|seit|schon|noch) /.test(said)) return true
  if (tellsDone.has(intent))
    return / (geht|gehen|mache|mach|machen|bringe|bring|kommt|kommen) (?!.*(zu|haken) )/.test(said)
  switch (intent) {
    case 'ticket_reopen':
      return / ist (?!doch )(\S+ )?wieder (offen|auf) $/.test(said)
    case 'ticket_close':
      return (
        / ist (ja |doch )?(schon|bereits|laengst) /.test(said) ||
        / noch (\w*schliess\w*|zu|zumachen) $/.test(said)
      )
    case 'ticket_assign':
      return / (ist|sind) (?!.*(jetzt|ab|nun|neu|kuenftig) ).*zustaendig | zustaendig .*(ist|sind) (?!.*(jetzt|ab|nun|neu|kuenftig) )/.test(
        said,
      )
    case 'deadline_move':
      return / (ist|sind) .*verschoben $/.test(said)
    default:
      return false
  }
}

/** A word stands in it that no order has: it may turn the sentence round, whatever it means. */
function isStrange(intent: Intent, args: Record<string, unknown>, found: Features, text: string): boolean {
  const title = titleOf(args)
  const titled = new Set(wordsIn(title ?? ''))
  const given = namesFunction.has(intent) ? wordsIn(found.functionWord ?? '') : []
  const functionsFit = found.functions.every(name => wordsIn(name).every(word => titled.has(word)))
  if (!functionsFit && !namesFunction.has(intent)) return true
  // "Übernimm du KA-17": who is spoken to should, and that is nobody who could.
  const assignee = args.assignee as { kind?: string } | undefined
  if (assignee?.kind === 'me' && found.words.some(word => /^(uebernimm|dich|dir)$/.test(word))) return true
  if (found.places.length > 0 && !('region' in args)) return true
  const fits = (word: string) =>
    isOrderWord(word) ||
    (setsDate.has(intent) && ofDates.test(word)) ||
    (intent === 'agreement_step_done' && ofAgreements.test(word)) ||
    titled.has(word) ||
    given.includes(word) ||
    (intent === 'ticket_reclassify' && classifying.has(word)) ||
    (intent === 'ticket_reply' && (classifying.has(word) || addressees.test(word)))
  // "Erinnert mich, KA-17 zu schließen": to do it is what another verb speaks of.
  const infinitive =
    / (?:zu (?:schliessen|oeffnen|machen|verschieben|geben|uebernehmen)|\w*zu(?:schliessen|machen|weisen|geben|haken)) /.test(
      ` ${found.words.join(' ')} `,
    )
  if (
    infinitive &&
    found.words.some(word => /^(erinner\w*|merk\w*|denk\w*|versuch\w*|notier\w*|schreib\w*)$/.test(word))
  )
    return true
  const place = found.unknownPlace !== null && !titled.has(fold(found.unknownPlace))
  return place || !found.words.every(fits) || (title !== null && !isTitle(title, text))
}

function wordsIn(text: string): string[] {
  return fold(text).split(/[^a-z0-9]+/)
}

/** To whom an answer is written. */
const addressees =
  /^(familie|mutter|vater|mutti|leitung|rektorin|rektor|absender\w*|frau|herrn?|dame|kollegin|kollegen|traeger|redaktion)$/

const ofDates = /^(erst|spaeter|voraussichtlich|vsl|vorlegen|vorher|uhrzeit|uhr)$/

/** Who and what an agreement is made of. */
const ofAgreements =
  /^((kooperations)?(vertrag|vertrags|vertraege|vereinbarung|vereinbarungen)|kreistag\w*|jha|jugendhilfeausschuss\w*|stadtrat|rat|seiten|seite|beide|beiden|parteien|gefasst|beschluss\w*)$/

/** Words by which a Frist or step is called; null: it is called by its number, or this is about something else. */
function titleOf({ deadline, step, title }: Record<string, unknown>): string | null {
  const named = (deadline ?? step) as { kind?: string; text?: string } | null | undefined
  const words = typeof title === 'string' ? title : named?.kind === 'words' ? named.text : undefined
  return words ?? null
}

/** Words of titles are nouns and what joins them. Where all is typed small they cannot be told apart, and only short ones are believed. */
function isTitle(title: string, text: string): boolean {
  const words = title.split(/[\s,/]+/).filter(word => /\p{L}/u.test(word))
  const small = words.filter(
    word => !/^[\p{Lu}\d„"]/u.test(word) && !joining.test(word) && !isOrderWord(fold(word)),
  )
  return small.length === 0 || (!/\p{Lu}/u.test(text.slice(1)) && words.length <= 3)
}

const joining =
  /^(?:der|die|das|den|dem|des|und|für|fuer|von|vom|zum|zur|im|in|an|am|mit|bei|beim|auf|aus|über|ueber|zu)$/i
