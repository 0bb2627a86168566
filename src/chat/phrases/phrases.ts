import type { Programme } from '../../domain/programme/programme.ts'
import { spellingDistance } from '../../domain/programme/spelling.ts'
import { rangeAt } from '../arguments/readRange.ts'
import { wordsOf } from '../words.ts'
import { agreement, agreementRules } from './agreementPhrases.ts'
import { asksFirst, isHearsay, isUncertain } from './caution.ts'
import { deadlineRules } from './deadlinePhrases.ts'
import { deputyRules } from './deputyPhrases.ts'
import { isCommonWord } from './orderWords.ts'
import { joined, type Meant, optionalRegion, placeOf, type Rule, region } from './phraseRule.ts'
import { programmeRules } from './programmePhrases.ts'
import type { Features } from './sentenceFeatures.ts'
import { ticketRules } from './ticketPhrases.ts'

const general = (found: Features) => found.tickets.length === 0 && found.deadlines.length === 0
const ticketNouns =
  / (anfragen?|vorgaengen?|vorgang|mails?|e-mails?|nachrichten?|post|briefe|schreiben|tickets?|faelle|eingaenge|eingang|zuschriften|bieterfragen?|bieteranfragen|bieterpost|presseanfragen?|rueckfragen|meldungen|akten|neueingaenge|neuzugaenge|posteingang|postfach|vorgangsliste|eingegangenes|beschwerden|bewerbungen|terminanfragen?|einzelfaelle) /

/**
 * From the most to the least specific; the first that fits wins. Only `status`, lists and help are taken from loose
 * wording; what changes something needs its own verb and its own number.
 */
const rules: readonly Rule[] = [
  {
    intent: 'help',
    cue: / (hilfe|hilf|help|befehle|kommandos|anleitung|was kannst du|was koennen sie|was kann ich|was kann man|womit kannst du|benutz\w*|bedien\w*|wie funktioniert|wie geht das) /,
  },
  {
    // "Wie schließt man einen Vorgang?"
    intent: 'help',
    cue: / (wie|womit|wo|wodurch) .*(man|ich|wir) /,
    when: found =>
      general(found) &&
      found.steps.length === 0 &&
      / (vorgang|vorgaenge|anfragen?|frist|fristen|termine?|schritt|schritte|das|hier) /.test(
        joined(found),
      ) &&
      / (\w*schliess\w*|\w*uebernehm\w*|\w*uebernimm\w*|\w*oeffne\w*|verschieb\w*|zuweis\w*|weis\w*|anleg\w*|leg\w*|antwort\w*|abhak\w*|eintrag\w*|trag\w*|loesch\w*|aender\w*|benutz\w*|bedien\w*|abgeb\w*|geb\w*) /.test(
        joined(found),
      ),
  },
  {
    intent: 'help',
    cue: / (was|welche\w*|womit|wobei) .*(koennen|kannst|koennt|kann) .*(du|sie|ihr|man|mir) .*(alles|geben|helfen|sagen|tun|machen|anbieten|auskuenfte|auskunft)? ?/,
    when: (found, text) =>
      general(found) &&
      found.range === null &&
      found.places.length === 0 &&
      found.stakeholder === null &&
      found.state === null &&
      / (alles|geben|helfen|tun|machen|anbieten|auskuenfte|auskunft|eigentlich) /.test(joined(found)) &&
      asksFirst(text),
  },
  {
    intent: 'digest_now',
    cue: / (wochen(?:uebersicht|ueberblick|bericht|rueckblick|zusammenfassung|report|mail|info|stand|schau|update|blick)|digest|recap) /,
  },
  {
    // "Zusammenfassung der Woche", "was war diese Woche los": a look back, no list of dates.
    intent: 'digest_now',
    cue: / (zusammenfassung|rueckblick|zusammengefasst|bericht|was war|war los|passiert|gelaufen|geschehen) | fass\w* .*zusammen /,
    when: found =>
      general(found) &&
      found.places.length === 0 &&
      !/ (frist|fristen|termine?|faellig\w*) /.test(joined(found)) &&
      (found.range?.name === 'diese_woche' || found.range?.name === 'letzte_woche'),
  },
  ...ticketRules,
  ...agreementRules,
  ...deadlineRules,
  ...deputyRules,
  ...programmeRules,
  {
    // A picture is asked for by name; "Zeitplan" alone may be answered in words.
    intent: 'timeline_show',
    cue: / (zeitplan|zeitstrahl|zeitleiste|termine|meilensteine) .*(als bild|als grafik|grafisch) | (bild|grafik) .*(zeitplan|zeitplans|zeitstrahl|meilensteine|termine) | (zeitstrahl|zeitleiste) /,
    args: optionalRegion,
  },
  {
    intent: 'ticket_list',
    cue: ticketNouns,
    when: found => {
      // "Schließ einfach alle Tickets" asks for no list.
      if (
        / (schliess|schliesse|loesch|loesche|erledige|uebernehme|verschieb|verschiebe) /.test(joined(found))
      )
        return false
      const nothingSaid = Object.keys(ticketFilter(found)).length === 0
      return !nothingSaid || found.words.length <= 3 || asksForList.test(joined(found))
    },
    args: ticketFilter,
  },
  {
    intent: 'deadlines_list',
    cue: / (frist|fristen|fristablauf|fristenlage|fristenliste|fristenuebersicht|fristuebersicht|terminlage|terminliste|terminkalender|terminuebersicht|termine?|terminen|faellig|faellige|faelligen|faelliges|faelligkeiten|todo|todos|draengt|draengen|steht bevor|ablaeuft|laeuft ab|laufen ab|ablauf|wiedervorlagen?|deadlines?|kalender|ablaufen|auslaufen|steht an|stehen an|ansteht|anstehen|liegt an|ist dran|sind dran|kommt auf uns zu) | steht .* an /,
    args: found => ({ ...(found.range ? { range: found.range } : {}), ...optionalRegion(found) }),
  },
  {
    intent: 'agreement_status',
    cue: agreement,
    args: optionalRegion,
  },
  {
    // "Was hätte schon fertig sein müssen?"
    intent: 'deadlines_list',
    cue: / (was|welche) .*(haette|haetten|sollte|sollten) /,
    when: found => general(found) && / (fertig|erledigt) /.test(joined(found)),
    args: found => ({ range: overdueOf(found), ...optionalRegion(found) }),
  },
  {
    // "Was muss heute noch erledigt werden?" is not about Vorgänge that are closed.
    intent: 'deadlines_list',
    cue: / (was|welche) .*(muss|muessen) /,
    when: found => general(found) && found.range !== null && / (fertig|erledigt) /.test(joined(found)),
    args: found => ({ range: found.range, ...optionalRegion(found) }),
  },
  {
    // "Was habe ich diese Woche auf dem Zettel?"
    intent: 'deadlines_list',
    cue: / (was|welche) .*(habe|muss|ist|steht) /,
    when: found =>
      general(found) &&
      found.range !== null &&
      found.state === null &&
      found.stakeholder === null &&
      / (bei mir|habe ich|ich habe|muss ich|ich muss) /.test(joined(found)),
    args: found => ({ range: found.range, ...optionalRegion(found) }),
  },
  {
    // "Was hat noch keiner übernommen?"
    intent: 'ticket_list',
    cue: / (was|zeig|zeige|welche|alles|alle|liste|gibt) /,
    when: found => general(found) && found.person?.kind === 'nobody',
    args: ticketFilter,
  },
  {
    intent: 'ticket_list',
    cue: / (zeig|zeige|liste|list|suche|finde|alles|alle|was|welche|wer|habe|hat|irgendwas|etwas) /,
    when: found =>
      / bei mir /.test(joined(found)) ||
      (/ (habe ich|ich habe) /.test(joined(found)) &&
        / (was|welche\w*|zeig\w*|liste|alles?|noch|offen\w*|viel\w*) /.test(joined(found))) ||
      (found.state !== null && found.state !== 'ueberfaellig') ||
      found.bidder ||
      found.urgent ||
      found.stakeholder !== null,
    args: ticketFilter,
  },
  {
    // "Meine offenen Sachen". In `when`: a slip of a key is put right to words of cues, and "einen" is no slip.
    intent: 'ticket_list',
    cue: / (sachen|dinge|themen|punkte) | /,
    when: found =>
      general(found) &&
      (found.bidder ||
        (found.urgent && found.words.length <= 4 && placeOf(found) === null) ||
        (/ (meine[nr]?|sachen|dinge|themen|punkte) /.test(joined(found)) &&
          (found.state !== null || found.urgent || found.stakeholder !== null))),
    args: ticketFilter,
  },
  {
    // "Ich verliere den Überblick: Was ist überfällig?"
    intent: 'deadlines_list',
    cue: / (was|wer|welche|alles|zeig|zeige|fehlt) /,
    when: found => general(found) && found.range?.name === 'ueberfaellig',
    args: found => ({ range: found.range, ...optionalRegion(found) }),
  },
  {
    intent: 'status_region',
    cue: / (status|stand|sachstand|stande|lage|ueberblick|uebersicht|neuigkeiten|neues|wie weit|wo weit|weit|wie laeuft|laeuft|aussieht|sieht|schaut|steht|stehen|los|geht|wie ist|gibt es|etwas|kommt|wann|start|starten|startet|beginn\w*|passiert|und|meilensteine?|schultag|klassenassistenz(?:en)?|teamleitung(?:en)?|zeitplan|ausschreibung|info|infos) /,
    when: found => placeOf(found) !== null || (found.unknownPlace !== null && found.places.length === 0),
    args: region,
  },
  {
    intent: 'status_overview',
    cue: / (status|stand|sachstand|lage|lagebericht|projektstand|zwischenstand|update|ueberblick|uebersicht|gesamtstand|gesamtstatus|neuigkeiten|neues|wie weit|wie laeuft|sieht es aus|wie steht|wo stehen|insgesamt|meilensteine|schultag|klassenassistenz(?:en)?|teamleitung(?:en)?|zeitplan|ausschreibung|haengt|hakt|klemmt) | sieht .* aus /,
  },
  {
    intent: 'deadlines_list',
    cue: / (drueber|liegengeblieben|liegen geblieben|hinterher|rueckstand|im verzug|zu spaet dran|brennt|verschwitzt|verpennt) /,
    when: found => general(found) && / (was|wo|welche|womit|wie viel\w*) /.test(joined(found)),
    args: found => ({ range: overdueOf(found), ...optionalRegion(found) }),
  },
  // "Was ist überfällig?", "Was muss bis Freitag fertig sein?"
  {
    intent: 'deadlines_list',
    cue: / /,
    when: found =>
      found.range !== null &&
      general(found) &&
      (found.range.name === 'ueberfaellig' || spansTime.test(joined(found))),
    args: found => ({ range: found.range, ...optionalRegion(found) }),
  },
  {
    // Any question about a place that nothing above has answered.
    intent: 'status_region',
    cue: / /,
    when: (found, text) =>
      general(found) &&
      placeOf(found) !== null &&
      (asksFirst(text) || / (wie|wann|was|ist|schon|gern|wissen) /.test(joined(found))),
    args: region,
  },
  // A place alone: "Elmshorn", "und Pinneberg?".
  { intent: 'status_region', cue: /^ *$/, when: found => placeOf(found) !== null, args: region },
]

/** What is said of a span of time when its Fristen are meant; of much else that happens today nothing is known here. */
const spansTime =
  / (was|welche\w*|zeig\w*|und|alles|fertig|erledig\w*|muss|muessen|tun|dran|offen|wichtig\w*|ablauf\w*|laeuft|endet|los) |^ *$/

function overdueOf({ today }: Features) {
  return rangeAt(wordsOf('ueberfaellig'), 0, today)!.value
}

/** The words that rules look for, of at least five letters, for correcting slips. */
const cueWords = [...new Set(rules.flatMap(rule => rule.cue.source.match(/[a-z]{5,}/g) ?? []))]

const cueSet: ReadonlySet<string> = new Set(cueWords)

/** Beginnings of words that rules look for with any ending: "verleg" of "verlegen". */
const cueStems = [...new Set(rules.flatMap(rule => rule.cue.source.match(/[a-z]{5,}(?=\\w\*)/g) ?? []))]

/** True for a word that rules look for; such a word is no place, however near. */
export function isCueWord(word: string): boolean {
  return cueSet.has(word)
}

/** A word that is one of those with a slip in it. */
export function isNearCue(word: string): boolean {
  return corrected(word) !== word
}

/** One slip in a word of five letters or more, two from eleven on, is put right; a wrong guess only reads or asks. */
function corrected(word: string): string {
  if (word.length < 5 || word.length > 30 || isCueWord(word)) return word
  // "unerledigt" is no slip of "erledigt".
  if (/^(un|nicht)/.test(word) || isCommonWord(word)) return word
  if (cueStems.some(stem => word.startsWith(stem))) return word
  // "abzusehen" is no slip of "abzugeben", and what speaks against an order stays as it is.
  if (isUncertain(word) || isHearsay(word)) return word
  const limit = word.length >= 11 ? 2 : 1
  const near = cueWords.filter(cue => Math.abs(cue.length - word.length) <= limit)
  return near.find(cue => spellingDistance(cue, word) <= limit) ?? word
}

/** The same with slips of a finger put right. */
export function withoutSlips(found: Features): Features {
  return { ...found, words: found.words.map(corrected) }
}

/** What the sentence asks for; null when no rule fits. */
export function meant(found: Features, text: string, programme: Programme): Meant | null {
  const said = joined(found)
  for (const rule of rules)
    if (rule.cue.test(said) && (rule.when?.(found, text, programme) ?? true))
      return { intent: rule.intent, args: rule.args?.(found, text, programme) ?? {} }
  return null
}

const asksForList =
  / (was|welche\w*|wie|wo|wer|gibt|haben|habe|sind|zeig\w*|liste\w*|auflisten|alle\w*|uebersicht|neue\w*|sehen|bitte|brauche|moechte|such\w*|find\w*) /

function ticketFilter(found: Features) {
  const mine =
    / (meine|meinen|meiner|mein|mich) /.test(joined(found)) ||
    / habe ich | ich habe | bei mir | fuer mich | mir .*(zugewiesen|zugeordnet|gehoer)/.test(joined(found))
  // "Presseanfragen" come from the press, whatever they are about.
  const fromPress = found.topic === 'presseanfrage' && !/ thema /.test(joined(found))
  const stakeholder = found.stakeholder ?? (fromPress ? 'presse' : null)
  const assignee = found.person?.kind === 'me' && !mine ? null : found.person
  return {
    ...(found.state ? { status: found.state } : {}),
    ...(stakeholder && !found.bidder ? { stakeholder } : {}),
    ...(found.topic && !fromPress ? { topic: found.topic } : {}),
    ...optionalRegion(found),
    ...(assignee ? { assignee } : {}),
    ...(found.urgent ? { urgent: 'ja' } : {}),
    ...(found.bidder ? { bidder_question: 'ja' } : {}),
  }
}
