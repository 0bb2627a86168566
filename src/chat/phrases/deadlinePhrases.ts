import { joined, placeOf, type Rule, region } from './phraseRule.ts'
import type { Features } from './sentenceFeatures.ts'

const oneDeadline = (found: Features) => found.deadlines.length > 0
const done =
  / (erledigt|fertig|abgehakt|abhaken|abgeschlossen|geschafft|durch|beendet|gemacht|unterschrieben|unterzeichnet|vorliegt|liegt vor|erfolgt) /
/** Verbs that can only mean a date. */
const shoves =
  / (verschieb\w*|verschoben|verleg\w*|vertag\w*|verlaenger\w*|vorziehen|vorverlegen|schieb\w*|aufschieben|hinausschieben) /
const steps =
  /rechtspruefung|entwurf|abstimmung|unterzeichnung|unterschrift|unterschrieben|unterzeichnet|gremienbeschluss|beschluss|freigabe/
/** "F-7 auf den 3. Mai" says it without a verb; "F-7 seit gestern erledigt" says something else. */
const isMove = (found: Features) =>
  shoves.test(joined(found)) || (hasTarget(found) && !done.test(joined(found)))
/** What is said about Fristen, steps of Abläufe and the agreement; from the most to the least specific. */
export const deadlineRules: readonly Rule[] = [
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
]

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
    .replace(/[.!?,;\s]+$/u, '')
    .trim()
}

const idle =
  /(?<![\p{L}\d])(ist|sind|jetzt|bitte|erledigt|fertig|abgehakt|abgeschlossen|durch|geschafft|beendet|gemacht|erfolgt|liegt|vor|die|der|das|den|dem|wir|haben|frist|verschieb\w*|verleg\w*|vertag\w*|vorziehen|schieb\w*|auf|um|am|zum|seit|gestern|heute|morgen|früher|später|nach|hinten|vorn|vorne|\d[\d.]*|(ein|eine|einen|zwei|drei|vier|fünf|sechs|sieben|acht|zehn) (tage?n?|wochen?|monate?n?)|tage?n?|wochen?|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|nächsten?|kommenden?)(?![\p{L}\d])/giu
