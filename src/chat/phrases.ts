import { spellingDistance } from '../domain/programme/spelling.ts'
import type { Intent } from './command.ts'
import type { Features } from './sentenceFeatures.ts'

/** What a sentence asks for, with the arguments' values under the contract's names. */
export interface Meant {
  intent: Intent
  args: Record<string, unknown>
}

interface Rule {
  intent: Intent
  /** Matched against the folded words, joined by spaces, with one at each end. */
  cue: RegExp
  /** What must be there besides the cue. */
  when?(found: Features): boolean
  args?(found: Features, text: string): Record<string, unknown>
}

const ticket = (found: Features) => ({ ticket: found.tickets[0] ?? null })
const oneTicket = (found: Features) => found.tickets.length > 0
const oneDeadline = (found: Features) => found.deadlines.length > 0
/** "F-7 auf den 3. Mai" says it without a verb; "F-7 seit gestern erledigt" says something else. */
const isMove = (found: Features) =>
  shoves.test(joined(found)) || (hasTarget(found) && !done.test(joined(found)))
const region = (found: Features) => ({ region: placeOf(found), ...rawPlace(found) })

/** The whole area narrows nothing. */
function placeOf(found: Features) {
  return found.places.find(place => place.kind !== 'area') ?? null
}

function rawPlace(found: Features) {
  return found.places.length === 0 && found.unknownPlace ? { region_raw: found.unknownPlace } : {}
}

/** Who writes this without a name means themselves. */
const takesIt = / (uebernehme|uebernehmen) /

const done =
  / (erledigt|fertig|abgehakt|abhaken|abgeschlossen|geschafft|durch|beendet|gemacht|unterschrieben|unterzeichnet|vorliegt|liegt vor|erfolgt) /
/** Verbs that can only mean a date. */
const shoves =
  / (verschieb\w*|verschoben|verleg\w*|vertag\w*|verlaenger\w*|vorziehen|vorverlegen|schieb\w*|aufschieben|hinausschieben) /
const steps =
  /rechtspruefung|entwurf|abstimmung|unterzeichnung|unterschrift|unterschrieben|unterzeichnet|gremienbeschluss|beschluss|freigabe/
const agreement = / (kooperations)?(vertrag|vertrags|vertraege|vereinbarung|vereinbarungen)|kooperationsv/
const ticketNouns =
  / (anfragen?|vorgaengen?|vorgang|mails?|e-mails?|nachrichten?|post|briefe|schreiben|tickets?|faelle|eingaenge|eingang|zuschriften|bieterfragen?|bieteranfragen|bieterpost|presseanfragen?|beschwerden|bewerbungen|terminanfragen?|einzelfaelle) /

/**
 * From the most to the least specific; the first that fits wins. Only `status`, lists and help are taken from loose
 * wording; what changes something needs its own verb and its own number.
 */
const rules: readonly Rule[] = [
  {
    intent: 'help',
    cue: / (hilfe|help|befehle|kommandos|anleitung|was kannst du|was koennen sie|wie funktioniert|wie geht das) /,
  },
  {
    intent: 'digest_now',
    cue: / (wochenuebersicht|wochenbericht|wochenrueckblick|digest|wochenzusammenfassung) /,
  },
  {
    intent: 'ticket_reopen',
    cue: / (wiedereroeffnen|wiedereroeffne|reaktivieren|reaktiviere) | (oeffnen|oeffne|aufmachen|mach|eroeffnen|eroeffne|aufnehmen)\b.* wieder | (wieder|nochmal|erneut) (auf|oeffnen|eroeffnen|oeffne|aufmachen|aufnehmen|offen) | wieder .*(auf|oeffnen|aufmachen) /,
    when: oneTicket,
    args: ticket,
  },
  {
    intent: 'ticket_assign',
    cue: / (abgeben|abzugeben|gebe|weiterleiten|weitergeben|weise|weis|zuweisen|zuweise|zuteilen|teile|uebernehme|uebernehmen|uebernimmt|zustaendig|kuemmere|kuemmert|uebergib|uebergeben|uebertrage|uebertragen|gib|geben|geht an|an mich|mache ich|nehme ich|ich nehme|# an|# geht an) /,
    when: found => oneTicket(found) && (found.person !== null || takesIt.test(joined(found))),
    args: found => ({ ...ticket(found), assignee: found.person ?? { kind: 'me' } }),
  },
  {
    intent: 'ticket_reclassify',
    cue: / (typ|thema|einordnen|ordne|einstufen|stufe|umstufen|umsortieren|sortiere|aendere|aendern|setze|setz|gehoert zu|ist von|kommt von|stammt von|kategorie|als|dringend|eilig|eilt) /,
    when: found =>
      oneTicket(found) &&
      !/ (schliess\w*|abschliess\w*|zeig\w*|abgeschlossen|erledigt) /.test(joined(found)) &&
      (found.stakeholder !== null || found.topic !== null || found.urgent || placeOf(found) !== null),
    args: found => ({
      ...ticket(found),
      ...(found.stakeholder ? { stakeholder: found.stakeholder } : {}),
      ...(found.topic ? { topic: found.topic } : {}),
      ...(placeOf(found) ? { region: placeOf(found) } : {}),
      ...(found.urgent ? { urgent: true } : {}),
    }),
  },
  {
    intent: 'ticket_reply',
    cue: / (antworte|antworten|antwort|beantworte|schreibe|schreib) /,
    when: oneTicket,
    args: (found, text) => ({ ...ticket(found), text: behindColon(text) }),
  },
  {
    intent: 'ticket_close',
    cue: / (schliesse|schliess|schliessen|abschliessen|abschliesse|zumachen|erledigt|erledigen|beenden|beende|fertig|abhaken|hake|abgehakt|abgeschlossen|geschlossen|schluss) | # (ist |kann |kann jetzt )?zu $| (mach|mache|machen) .*zu $/,
    when: found => oneTicket(found) && !/ (zeig\w*|stand|status|zu wem|info\w*) /.test(joined(found)),
    args: ticket,
  },
  { intent: 'ticket_show', cue: / /, when: oneTicket, args: ticket },
  {
    intent: 'deadline_move',
    cue: / /,
    when: found => oneDeadline(found) && isMove(found),
    args: found => ({ deadline: found.deadlines[0], ...target(found) }),
  },
  {
    intent: 'deadline_reopen',
    cue: / (oeffnen|oeffne|aufmachen|zuruecknehmen|nimm|nehme) .*(wieder|zurueck) | (wieder|erneut) (oeffnen|oeffne|auf|aufmachen|offen) /,
    when: oneDeadline,
    args: found => ({ deadline: found.deadlines[0] }),
  },
  {
    intent: 'deadline_done',
    cue: done,
    when: oneDeadline,
    args: found => ({ deadline: found.deadlines[0], ...doneOn(found) }),
  },
  {
    intent: 'deadline_show',
    cue: / /,
    when: found => oneDeadline(found) && !/ (liste|alle|fristen) /.test(joined(found)),
    args: found => ({ deadline: found.deadlines[0] }),
  },
  {
    intent: 'agreement_step_done',
    cue: done,
    when: found => found.steps.some(id => /^K\d/i.test(id)),
    args: found => ({ step: { kind: 'words', text: found.steps[0] }, ...region(found), ...doneOn(found) }),
  },
  {
    intent: 'deadline_move',
    cue: / /,
    when: found => found.steps.length > 0 && isMove(found),
    args: found => ({ deadline: { kind: 'words', text: found.steps[0] }, ...target(found) }),
  },
  {
    intent: 'deadline_done',
    cue: done,
    when: found => found.steps.length > 0,
    args: found => ({ deadline: { kind: 'words', text: found.steps[0] }, ...doneOn(found) }),
  },
  {
    intent: 'deadline_move',
    cue: shoves,
    when: found => hasTarget(found) && found.tickets.length === 0,
    args: (found, text) => ({ deadline: { kind: 'words', text: titleIn(text) }, ...target(found) }),
  },
  {
    intent: 'agreement_step_done',
    cue: done,
    when: found => steps.test(joined(found)) && (placeOf(found) !== null || found.unknownPlace !== null),
    args: found => ({
      step: { kind: 'words', text: steps.exec(joined(found))![0] },
      ...region(found),
      ...doneOn(found),
    }),
  },
  {
    intent: 'deadline_done',
    cue: done,
    when: found => / (frist|termin|wiedervorlage) /.test(joined(found)) || steps.test(joined(found)),
    args: (found, text) => ({ deadline: { kind: 'words', text: titleIn(text) }, ...doneOn(found) }),
  },
  {
    // A picture is asked for by name; "Zeitplan" alone may be answered in words.
    intent: 'timeline_show',
    cue: / (zeitplan|zeitstrahl|zeitleiste|termine|meilensteine) .*(als bild|als grafik|grafisch) | (bild|grafik) .*(zeitplan|zeitplans|zeitstrahl|meilensteine|termine) | (zeitstrahl|zeitleiste) /,
    args: optionalRegion,
  },
  {
    intent: 'ticket_list',
    cue: ticketNouns,
    args: ticketFilter,
  },
  {
    intent: 'deadlines_list',
    cue: / (frist|fristen|fristablauf|termine?|terminen|faellig|faellige|faelligen|faelligkeiten|wiedervorlagen?|deadlines?|kalender|steht an|stehen an|ansteht|anstehen|liegt an|ist dran|sind dran|kommt auf uns zu) | steht .* an /,
    args: found => ({ ...(found.range ? { range: found.range } : {}), ...optionalRegion(found) }),
  },
  {
    intent: 'agreement_status',
    cue: agreement,
    args: optionalRegion,
  },
  {
    intent: 'ticket_list',
    cue: / (zeig|zeige|liste|list|suche|finde|alles|alle|was|welche|wer|habe|hat) /,
    when: found =>
      / (bei mir|habe ich|ich habe) /.test(joined(found)) ||
      (found.state !== null && found.state !== 'ueberfaellig') ||
      found.bidder ||
      found.stakeholder !== null,
    args: ticketFilter,
  },
  {
    intent: 'status_region',
    cue: / (status|stand|sachstand|stande|lage|ueberblick|uebersicht|neuigkeiten|neues|wie weit|wie laeuft|laeuft|aussieht|sieht|steht|los|geht|wann|start|starten|startet|beginn\w*|passiert|und|meilensteine?|schultag|klassenassistenz(?:en)?|teamleitung(?:en)?|zeitplan|ausschreibung|info|infos) /,
    when: found => placeOf(found) !== null || (found.unknownPlace !== null && found.places.length === 0),
    args: region,
  },
  {
    intent: 'status_overview',
    cue: / (status|stand|sachstand|lage|ueberblick|uebersicht|gesamtstand|gesamtstatus|neuigkeiten|neues|wie weit|wie laeuft|sieht es aus|wie steht|wo stehen|insgesamt|meilensteine|schultag|klassenassistenz(?:en)?|teamleitung(?:en)?|zeitplan|ausschreibung) | sieht .* aus /,
  },
  // "Was ist überfällig?", "Was muss bis Freitag fertig sein?"
  {
    intent: 'deadlines_list',
    cue: / /,
    when: found => found.range !== null && found.tickets.length === 0 && found.deadlines.length === 0,
    args: found => ({ range: found.range, ...optionalRegion(found) }),
  },
  // A place alone: "Elmshorn", "und Pinneberg?".
  { intent: 'status_region', cue: /^ *$/, when: found => placeOf(found) !== null, args: region },
]

/** The words that rules look for, of at least five letters, for correcting slips. */
const cueWords = [...new Set(rules.flatMap(rule => rule.cue.source.match(/[a-z]{5,}/g) ?? []))]

/** True for a word that rules look for; such a word is no place, however near. */
export function isCueWord(word: string): boolean {
  return cueWords.includes(word)
}

/** One slip in a word of five letters or more, two from nine on, is put right; a wrong guess only reads or asks. */
function corrected(word: string): string {
  if (word.length < 5 || word.length > 30 || cueWords.includes(word)) return word
  const limit = word.length >= 9 ? 2 : 1
  return (
    cueWords.find(
      cue => Math.abs(cue.length - word.length) <= limit && spellingDistance(cue, word) <= limit,
    ) ?? word
  )
}

/** What the sentence asks for; null when no rule fits. */
export function meant(typed: Features, text: string): Meant | null {
  const found = { ...typed, words: typed.words.map(corrected) }
  const said = joined(found)
  for (const rule of rules)
    if (rule.cue.test(said) && (rule.when?.(found) ?? true))
      return { intent: rule.intent, args: rule.args?.(found, text) ?? {} }
  return null
}

function joined(found: Features): string {
  return ` ${found.words.join(' ')} `
}

function optionalRegion(found: Features) {
  return placeOf(found) || rawPlace(found).region_raw ? region(found) : {}
}

function ticketFilter(found: Features) {
  const mine =
    / (meine|meinen|meiner|mein|mich) /.test(joined(found)) ||
    / habe ich | ich habe | bei mir | fuer mich | mir .*(zugewiesen|gehoer)/.test(joined(found))
  const assignee = found.person?.kind === 'me' && !mine ? null : found.person
  return {
    ...(found.state ? { status: found.state } : {}),
    ...(found.stakeholder && !found.bidder ? { stakeholder: found.stakeholder } : {}),
    ...(found.topic ? { topic: found.topic } : {}),
    ...optionalRegion(found),
    ...(assignee ? { assignee } : {}),
    ...(found.urgent ? { urgent: 'ja' } : {}),
    ...(found.bidder ? { bidder_question: 'ja' } : {}),
  }
}

/** Where a date is moved to, or by how much; `to: null` when nothing was said. */
function target(found: Features): Record<string, unknown> {
  if (found.point) return { to: found.point }
  if (!found.shift) return { to: null }
  const { days, months } = found.shift
  const earlier = / (frueher|vorziehen|vorverlegen|vor|vorne?) /.test(joined(found))
  return {
    shift_days: earlier && days + months > 0 ? { days: -days || 0, months: -months || 0 } : found.shift,
  }
}

function hasTarget(found: Features): boolean {
  return found.point !== null || found.shift !== null
}

/** The day on which it was done, when another than today was said. */
function doneOn({ day, range }: Features): Record<string, unknown> {
  return day !== null && range?.name !== 'heute' && range?.name !== 'morgen' ? { on: day } : {}
}

/** The words of a title: the sentence without what orders and dates are made of. */
function titleIn(text: string): string {
  return text
    .replace(idle, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[.!,;\s]+$/u, '')
    .trim()
}

const idle =
  /(?<![\p{L}\d])(ist|sind|jetzt|bitte|erledigt|fertig|abgehakt|durch|geschafft|beendet|gemacht|erfolgt|liegt|vor|die|der|das|den|dem|wir|haben|frist|verschieb\w*|verleg\w*|vertag\w*|vorziehen|schieb\w*|auf|um|am|zum|seit|gestern|heute|morgen|früher|später|nach|hinten|vorn|vorne|\d[\d.]*|(ein|eine|einen|zwei|drei|vier|fünf|sechs|sieben|acht|zehn) (tage?n?|wochen?|monate?n?)|tage?n?|wochen?|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|nächsten?|kommenden?)(?![\p{L}\d])/giu

function behindColon(text: string): string {
  const at = text.indexOf(':')
  return at < 0 ? '' : text.slice(at + 1).trim()
}
