import { joined, placeOf, type Rule } from './phraseRule.ts'
import type { Features } from './sentenceFeatures.ts'

const ticket = (found: Features) => ({ ticket: found.tickets[0] ?? null })
const oneTicket = (found: Features) => found.tickets.length > 0
const both = (found: Features) => ({ ...ticket(found), other: found.tickets[1] ?? null })

/** Who writes this without a name means themselves. */
const takesIt =
  / (uebernehme|uebernehmen|uebernimm|zu uebernehmen) | (mache|nehme|nimm|kuemmere|schnappe) ich | ich (mache|mach|nehme|nimm|schnappe) (mir |die |den |dann |mal |gern |gerne )*#| # (mache|mach|nehme|nimm) ich | ich kuemmere mich | (fuer|an) (mich|mir) | (setz|setze|trag|trage) (mich|mir) /

/** Verbs that give something to somebody. */
const gives =
  / (abgeben|abzugeben|gebe|geb|gib|geben|weiterleiten|weitergeben|weise|weis|zuweisen|zuzuweisen|zugewiesen|teil|teile|zuteilen|zuordnen|zuzuordnen|uebernimmt|zustaendig|uebergib|uebergeben|uebergebe|uebertrag|uebertrage|uebertragen|leite|leiten|reiche|reich|weiterreichen|schick|schicke|weiterschicken|schieb|schiebe|leg|lege|legen|hinlegen|vorlegen|an|zum|zur|ans|fuer|geht an|soll an) /

/** What a sentence says of the class of a Vorgang. */
const classes =
  / (typ|absendertyp|absenderart|vorgangstyp|thema|art|ort|region|gemeinde|stadt|kategorie|absender|absenderin|einordnen|einzuordnen|ordne|einstufen|einzustufen|stufe|stufen|umstufen|umsortieren|sortiere|aendere|aender|aendern|setze|setz|stell|stelle|gehoert|kommt|stammt|als|dringend|eilig|eilt|betrifft|handelt|von|vom|aus|sichten) | # (?:ist |das ist )/

const closes =
  / (schliesse|schliess|schliessen|schliesst|abschliessen|abzuschliessen|zu schliessen|abschliesse|zumachen|zuzumachen|erledigt|erledigen|beenden|beende|fertig|abhaken|abzuhaken|hake|hak|abgehakt|abgeschlossen|geschlossen|schluss|zugemacht|dichtgemacht|dichtmachen|dicht|durch|vom tisch|gegessen|weg) | (haken|haekchen) (?:(?:dran|drauf|an|bei|hinter) )+# | # .*(haken|haekchen) (dran|drauf|ran|hinter) | # (ist |kann |kann jetzt |darf |bitte )?zu $| (mach|mache|machen) .*(zu|dicht|weg) (?:$|(?:der|die|das|es|ist|hat|bitte|danke|und) )| zu (mit|bei) # | (bitte|um|ersuche\w*|gebeten|veranlassen) .*(abschluss|schliessung|erledigung) | (abschluss|schliessung|erledigung) .*(bitte|ersuche\w*|gebeten|veranlassen) /

const reopens =
  / (wiedereroeffnen|wiedereroeffne|reaktivieren|reaktiviere|wiederaufnehmen|wiederaufmachen) | (oeffnen|oeffne|aufmachen|mach|mache|machen|eroeffnen|eroeffne|aufnehmen|aufzunehmen|hol|hole)\b.* (wieder|erneut|nochmal) | (wieder|nochmal|erneut) (auf|oeffnen|eroeffnen|oeffne|aufmachen|aufnehmen|aufzunehmen|offen|zu oeffnen) | wieder .*(auf|oeffnen|aufmachen|aufnehmen) /

const snoozes =
  / (schlummern|schlummere|schlummer|wiedervorlage|wiedervorlegen|zurueckstellen|zurueckzustellen|erinnere|erinner|erinnern) | (stell|stelle) .*zurueck | (leg|lege) .*(wieder )?vor /

/** Asks about it, whatever verbs of orders stand there too. */
const asksAbout = / (zeig\w*|stand|status|zu wem|info|infos|informationen|gehoer\w*|verlauf|details) /

/** What is said about one Vorgang, from the most to the least specific. */
export const ticketRules: readonly Rule[] = [
  {
    intent: 'undo',
    cue: / (rueckgaengig|undo|widerrufe|zuruecknehmen) | (nimm|nehme) .*(zurueck) /,
    when: found => found.deadlines.length === 0 && found.steps.length === 0,
    args: found => (oneTicket(found) ? ticket(found) : {}),
  },
  {
    intent: 'ticket_unlink',
    cue: / (verknuepfung|verbindung) .*(loesen|loese|aufheben|entfernen|weg) | (loese|loes|trenne|trenn) .*verknuepfung /,
    when: found => found.tickets.length === 2,
    args: both,
  },
  {
    intent: 'ticket_link',
    cue: / (verknuepfe|verknuepf|verknuepfen|verlinke|verlinken|verbinde|verbinden|haengen .*zusammen|haengt .*zusammen|zusammenhang) /,
    when: found => found.tickets.length === 2,
    args: both,
  },
  {
    intent: 'ticket_join',
    cue: / (zusammenfuehren|zusammenlegen|zusammenfassen|fuehre|fuehr|leg|lege) .*zusammen | (zusammenfuehren|zusammenlegen) | # gehoert zu # | (ordne|ordn) # (dem |zu )*# (zu )?/,
    when: found => found.tickets.length === 2,
    args: both,
  },
  {
    intent: 'ticket_snooze',
    cue: snoozes,
    when: oneTicket,
    args: found => ({ ...ticket(found), ...dayOf(found) }),
  },
  { intent: 'ticket_reopen', cue: reopens, when: oneTicket, args: ticket },
  {
    intent: 'ticket_assign',
    cue: gives,
    when: found => oneTicket(found) && namedFor(found) !== null && !isOrigin(found),
    args: found => ({ ...ticket(found), assignee: namedFor(found) }),
  },
  {
    intent: 'ticket_assign',
    cue: takesIt,
    when: found => oneTicket(found) && found.functions.length === 0 && !takesToDo(found),
    args: found => ({ ...ticket(found), assignee: { kind: 'me' } }),
  },
  {
    intent: 'ticket_reclassify',
    cue: classes,
    when: found =>
      oneTicket(found) &&
      !/ (\w*schliess\w*|\w*schlossen|erledigt|zeig\w*|was|wer|welche\w*) /.test(joined(found)) &&
      (found.stakeholder !== null ||
        found.topic !== null ||
        found.urgent ||
        isNormal(found) ||
        placeOf(found) !== null),
    args: found => ({
      ...ticket(found),
      ...(found.stakeholder ? { stakeholder: found.stakeholder } : {}),
      ...(found.topic ? { topic: found.topic } : {}),
      ...(placeOf(found) ? { region: placeOf(found) } : {}),
      ...(isNormal(found) ? { urgent: 'normal' } : found.urgent ? { urgent: 'heute' } : {}),
    }),
  },
  {
    intent: 'ticket_note',
    cue: / (notiz|vermerk|notiere|notier|vermerke) /,
    when: oneTicket,
    args: (found, text) => ({ ...ticket(found), ...textBehind(text) }),
  },
  {
    intent: 'ticket_reply',
    cue: / (antworte|antworten|antwort|beantworte|beantworten|schreibe|schreib|schreiben) /,
    when: (found, text) => oneTicket(found) && (text.includes(':') || !/ antwort /.test(joined(found))),
    args: (found, text) => ({ ...ticket(found), ...textBehind(text) }),
  },
  {
    intent: 'ticket_close',
    cue: closes,
    when: found => oneTicket(found) && !asksAbout.test(joined(found)),
    args: ticket,
  },
  { intent: 'ticket_show', cue: / /, when: oneTicket, args: ticket },
]

const isNormal = (found: Features) => / (normal|regulaer) /.test(joined(found))

/** The function that a Vorgang is given to; "an uns" and "an mich" is the asker's. */
function namedFor(found: Features) {
  if (found.functions.length > 0) return { kind: 'named', name: found.functions[0] } as const
  if (found.functionWord !== null) return { kind: 'named', name: found.functionWord } as const
  if (found.person?.kind === 'nobody') return found.person
  return / (weise|weis|gib|geb|teil|teile|zuweisen|zuteilen|uebertrag\w*) .*(mir|mich|uns)? ?/.test(
    joined(found),
  ) && / (mir|mich|uns) /.test(joined(found))
    ? ({ kind: 'me' } as const)
    : / an (mich|uns) /.test(joined(found))
      ? ({ kind: 'me' } as const)
      : null
}

/** "KA-17 ist vom Schulamt": where it comes from, not where it goes. */
function isOrigin(found: Features): boolean {
  return (
    / (ist|kommt|stammt) (von|vom|aus|ein|eine|einer) /.test(joined(found)) ||
    / absender /.test(joined(found))
  )
}

/** "KA-17 mache ich zu": to do something with it, not to take it. */
const takesToDo = (found: Features) =>
  / (mache|mach) ich .*(zu|auf|fertig|dicht) | ich (mache|mach) # .*(zu|auf|fertig|dicht|wieder) /.test(
    joined(found),
  )

function dayOf({ day, range }: Features) {
  const until = day ?? range?.from
  return until ? { until } : {}
}

function textBehind(text: string): { text?: string } {
  const at = text.indexOf(':')
  const behind = at < 0 ? '' : text.slice(at + 1).trim()
  return behind === '' ? {} : { text: behind }
}
