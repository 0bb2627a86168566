/*
 * Words that speak against an order, folded. A question is known by its first word, a negation wherever it stands.
 */

export const negations = setOf(
  'nicht nie niemals nichts kein keine keinen keinem keiner keinesfalls keineswegs ohne weder stopp halt vergiss niemand niemanden abbrechen statt anstatt bloss nein unerledigt unfertig sondern abwarten absehen abzusehen unterlassen unterbleiben unterbleibt verzichten verzichte vermeiden abraten untersagt verboten',
)

export const conditions = setOf(
  'hoffentlich angeblich glaube denke wenn falls sobald sofern bevor bis erst vielleicht evtl eventuell moeglicherweise vermutlich wahrscheinlich ' +
    'koennte koennten muesste muessten sollte sollten duerfte waere waeren wuerde haette haetten oder entweder ' +
    'finde halte warte kaum ungern ungerne ueberlege ueberlegen erwaege dachte plane planen geplant schlage vorschlag solange vorbehaltlich vorbehalt notfalls zweifel gelegenheit sonst ansonsten andernfalls unklar fraglich verfrueht ' +
    'ausser spaeter demnaechst irgendwann ggf gegebenenfalls fast beinahe halb teilweise',
)

/** Someone tells what was, or what another said: nobody asked us to do anything. */
export const reports = setOf(
  'hat habe haben habt hast hatte hatten wird wurde wurden worden war waren sagt sagte sagen schrieb schreibt meint meinte fragt fragte ' +
    'sei seien jemand man wehe dass ob warum weshalb wieso wer wann wie was wo welche welcher welches',
)

export const askingFirst = setOf(
  'ist sind wurde wurden war hat haben habt hast kann kannst koennen koennt darf duerfen soll sollen sollte muss muessen wird werden ' +
    'warum wieso weshalb wer wann wie was wo welche welcher welches ob gibt geht',
)

/** What another said, or what somebody is to find out: no ground to do something. */
export const hearsay = setOf(
  'hiess heisst gesagt geschrieben mitgeteilt berichtet erzaehlt gemeldet gehoert gelesen behauptet versprochen angekuendigt laut ' +
    'sag sage weiss weisst frag frage pruef pruefe schau check checke klaer klaere',
)

/** Said of what is done they give its circumstances; of an order, its reason. */
export const circumstances = setOf('nachdem weil obwohl seitdem')

/** Somebody only supposes it, or it is to stay as it is. Typed in the grammar of commands these may be words of a title. */
export const supposed = setOf(
  'anscheinend scheinbar scheint offenbar wohl theoretisch voraussichtlich bald eigentlich lass lassen lasst belassen bleibt bleiben bleibe',
)

/** What others do, is no order; at the beginning it may be one to all: "Macht KA-17 zu". */
export const doneByOthers = setOf('schliesst macht oeffnet verschiebt verlegt beantwortet beendet')

/** It is to be done, or somebody only supposes that it is. */
export const doubts = setOf(
  'muss muessen soll sollen will wollen wollte wollten moechte moechten darf bald voraussichtlich vsl anscheinend scheinbar ' +
    'scheint offenbar wohl theoretisch quasi praktisch soweit eigentlich fehlt fehlen teils nur einseitig zuerst warten wartet werden',
)

/** Nobody means it: a game, a test, a picture in the mind. */
export const unreal = setOf(
  'scherz witz spass quatsch bloedsinn test teste testweise probeweise probehalber beispielsweise angenommen hypothetisch ' +
    'gedankenspiel traum traeume ironie ironisch utopisch',
)
export const imagined =
  / stell (dir|euch) (mal )?vor | stellt euch (mal )?vor | nehmen wir (mal )?an | waere es | zum beispiel | nur mal so /

export function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
