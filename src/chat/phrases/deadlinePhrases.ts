import { titleAt } from '../arguments/readDeadline.ts'
import { wordsOf } from '../words.ts'
import { doneOn, isAgreementStep } from './agreementPhrases.ts'
import { isDeed } from './orderWords.ts'
import { joined, placeOf, type Rule, region } from './phraseRule.ts'
import type { Features } from './sentenceFeatures.ts'

const oneDeadline = (found: Features) => found.deadlines.length > 0
const done =
  / (erledigt|erledigen|fertig|abgehakt|abhaken|abgeschlossen|geschafft|durch|beendet|gemacht|unterschrieben|unterzeichnet|vorliegt|liegt vor|erfolgt|raus|eingereicht|abgegeben|abgeschickt|verschickt|versandt|vorgelegt|vollzogen|unter dach und fach) | (hak|hake) .*ab | (haken|haekchen) (an|bei|hinter|dran) /
/** What people say of things that they hand in or send; of a number alone such a verb says too little. */
const documents =
  / (vorlage|vorlagen|bericht|antrag|einladung|protokoll|stellungnahme|rueckmeldung|unterlagen) /
const snoozes =
  / (erinnere?|erinnern|wiedervorleg\w*|schlummern?|zurueckstell\w*) | (stell|stelle) .*zurueck | wieder (zeigen|vorlegen|vorzeigen) /
/** The day on which to be reminded: of a week, its first. */
const until = ({ day, range }: Features) => ((day ?? range?.from) ? { until: day ?? range?.from } : {})
const newOne =
  / (leg|lege|anlegen|trag|trage|eintragen|notier\w*|erstell\w*|neue|setz|setze) .*(frist|wiedervorlage|erinnerung) | (frist|wiedervorlage|erinnerung) .*(anlegen|eintragen|notieren|erstellen|setzen) /
/** Verbs that can only mean a date. */
const shoves =
  / (verschieb\w*|verschoben|verleg\w*|vertag\w*|verlaenger\w*|vorziehen|vorverlegen|schieb\w*|aufschieben|hinausschieben) /
const steps =
  /rechtspruefung|entwurf|abstimmung|unterzeichnung|unterschrift|unterschrieben|unterzeichnet|gremienbeschluss|beschluss|freigabe/
/** "F-7 auf den 3. Mai" says it without a verb; "F-7 seit gestern erledigt" says something else. */
const isMove = (found: Features) =>
  shoves.test(joined(found)) ||
  (hasTarget(found) &&
    !done.test(joined(found)) &&
    (/ (auf|zum|neu|neuer|neues|neue|leg|lege|setz|setze|gib) /.test(joined(found)) ||
      found.shift !== null ||
      isUntil(found)) &&
    !/ (ist|sind|war|steht|endet) /.test(joined(found)) &&
    !found.words.some(word => isDeed(word) && !ofDates.test(word)))
/** "F-7 bis Freitag". */
const isUntil = ({ range }: Features) => range?.name.startsWith('bis ') === true

/** Verbs that set a date in many a sentence, and do other things in others. "Das schaffen wir bis morgen" sets none. */
const ofDates =
  /^(leg|legt|lege|legen|setz|setze|setzen|gib|gebt|geben|gebe|zieh|ziehe|ziehen|stell|stelle|stellen|mach|mache|aender\w*|vorziehen|vorverlegen|trag|trage|eintragen)$/
/** What is said about Fristen, steps of Abläufe and the agreement; from the most to the least specific. */
export const deadlineRules: readonly Rule[] = [
  {
    intent: 'deadline_snooze',
    cue: snoozes,
    when: found => oneDeadline(found) || found.steps.length > 0,
    args: found => ({
      deadline: found.deadlines[0] ?? { kind: 'words', text: found.steps[0] },
      ...until(found),
    }),
  },
  {
    intent: 'deadline_new',
    cue: newOne,
    when: (found, text) => isGeneral(found) && newTitle(found, text) !== null,
    args: (found, text) => ({ title: newTitle(found, text), ...(found.point ? { to: found.point } : {}) }),
  },
  {
    // "Erinnere mich am Freitag an den Rückruf": a Frist of one's own.
    intent: 'deadline_new',
    cue: / erinner\w* /,
    when: (found, text) => isGeneral(found) && found.point !== null && remindedOf(found, text) !== null,
    args: (found, text) => ({ title: remindedOf(found, text), to: found.point }),
  },
  {
    intent: 'deadline_unlock',
    cue: / (freigeben|freigegeben|entsperren|entsperre) | (gib|gebe|geben) .*frei /,
    when: oneDeadline,
    args: found => ({ deadline: found.deadlines[0] }),
  },
  {
    intent: 'deadline_unset',
    cue: / zuruecksetzen | (setz|setze) .*zurueck | verschiebung .*(zurueck|zuruecknehmen|aufheben|rueckgaengig) /,
    when: oneDeadline,
    args: found => ({ deadline: found.deadlines[0] }),
  },
  {
    intent: 'deadline_drop',
    cue: / (entfaellt|entfallen|streichen|streiche|streich|abgesagt|hinfaellig|gestrichen) | faellt .*(weg|aus) /,
    when: oneDeadline,
    args: found => ({ deadline: found.deadlines[0] }),
  },
  {
    intent: 'deadline_owner',
    cue: / (zuweisen|weise|gib|gebe|geben|uebernimmt|an) | zustaendig .*(jetzt|nun|ab|neu|bitte) | (jetzt|nun|ab|neu|bitte) .*zustaendig /,
    when: found => oneDeadline(found) && found.functions.length === 1 && !hasTarget(found),
    args: found => ({ deadline: found.deadlines[0], to: { kind: 'named', name: found.functions[0] } }),
  },
  {
    intent: 'deadline_move',
    cue: / /,
    when: found => oneDeadline(found) && isMove(found),
    args: found => ({ deadline: found.deadlines[0], ...target(found) }),
  },
  {
    intent: 'deadline_reopen',
    cue: / (oeffnen|oeffne|aufmachen|zuruecknehmen|nimm|nehme) .*(wieder|zurueck) | (wieder|erneut) (oeffnen|oeffne|auf|aufmachen|offen) | doch (noch |wieder )?offen /,
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
    when: (found, _, programme) => found.steps.some(id => isAgreementStep(programme, id)),
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
    intent: 'deadline_show',
    cue: /^ *$|^ (meilenstein|schritt|frist|termin|zeigen?|zeig) /,
    when: found => found.steps.length > 0,
    args: found => ({ deadline: { kind: 'words', text: found.steps[0] } }),
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
    args: (found, text) => ({
      step: { kind: 'words', text: asTyped(steps.exec(joined(found))![0], text) },
      ...region(found),
      ...doneOn(found),
    }),
  },
  {
    intent: 'deadline_done',
    cue: done,
    when: (found, text) =>
      titleIn(text) !== '' &&
      (/ (frist|termin|wiedervorlage) /.test(joined(found)) ||
        steps.test(joined(found)) ||
        (documents.test(joined(found)) && isGeneral(found)) ||
        isTicked(found, text)),
    args: (found, text) => ({ deadline: { kind: 'words', text: titleIn(text) }, ...doneOn(found) }),
  },
]

/** A folded word as it stands in the text: "rechtspruefung" → "Rechtsprüfung". */
function asTyped(word: string, text: string): string {
  return wordsOf(text).find(each => each.folded === word)?.text ?? word
}

/** "Rückruf beim Ministerium erledigt": a title and nothing else. "Alles erledigt" or "alle erledigten Anfragen" names none. */
function isTicked(found: Features, text: string): boolean {
  const title = titleIn(text)
  return (
    isGeneral(found) &&
    / (erledigt|abgehakt) $/.test(joined(found)) &&
    /\p{Lu}[\p{L}-]{5,}/u.test(title) &&
    !aboutOther.test(joined(found))
  )
}

const aboutOther =
  / (was|wer|wie|wo|wann|welche\w*|zeig\w*|liste|alles?|allen|anfragen?|vorg[a-z]*|mails?|briefe?|tickets?|beschwerden?|status|stand|danke|meine\w*) /

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

const isGeneral = (found: Features) =>
  found.tickets.length === 0 && found.deadlines.length === 0 && found.steps.length === 0

/** "Leg eine Frist an: Vorlage JHA bis Freitag", "Leg eine Frist für die Vorlage an": what stands before the date. */
function newTitle(found: Features, text: string): string | null {
  const behind =
    /:\s*(.+)$/u.exec(text)?.[1] ??
    /(?:frist|wiedervorlage|erinnerung) (?:für|zur|zum) (.+)$/iu.exec(text)?.[1]
  return behind ? titleOf(found, behind) : null
}

function remindedOf(found: Features, text: string): string | null {
  const behind = /\san (?!mich)(.+)$/iu.exec(text)?.[1]
  return behind ? titleOf(found, behind) : null
}

function titleOf({ today }: Features, text: string): string | null {
  const title = titleAt(wordsOf(text), 0, today)?.value.replace(/\s+an$/, '') ?? ''
  return title === '' ? null : title
}

/** The words of a title: the sentence without what orders and dates are made of. */
function titleIn(text: string): string {
  return text
    .replace(idle, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[.!?,;\s]+$/u, '')
    .trim()
}

const idle =
  /(?<![\p{L}\d])(ist|sind|wurden?|worden|raus|abhaken|erledigen|verlängern|verlegen|für|eingereicht|abgeschickt|verschickt|versandt|vorgelegt|habe|ich|hake?|ab|jetzt|bitte|erledigt|fertig|abgehakt|abgeschlossen|durch|geschafft|beendet|gemacht|erfolgt|liegt|vor|die|der|das|den|dem|wir|haben|frist|verschieb\w*|verleg\w*|vertag\w*|vorziehen|schieb\w*|auf|um|am|zum|seit|gestern|heute|morgen|früher|später|nach|hinten|vorn|vorne|\d[\d.]*|(ein|eine|einen|zwei|drei|vier|fünf|sechs|sieben|acht|zehn) (tage?n?|wochen?|monate?n?)|tage?n?|wochen?|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|nächsten?|kommenden?)(?![\p{L}\d])/giu
