import { spellingDistance } from '../../domain/programme/spelling.ts'

/*
 * The words an order may be made of. An order in free words is only believed when each of its words is one of these: what is not
 * understood ("beantragt", "Kollegin", "Scherz") may turn the whole sentence round, and no list of such words is ever complete.
 */

/** Who is spoken to and who speaks. Nobody else ever gives an order: "er", "jemand", "die Kollegin" tell. */
const persons =
  'ich wir du ihr sie mir mich uns dir euch ihnen selbst selber gemeinsam persoenlich unsere unser mein meine meiner meinen'

const articles = 'der die das den dem des ein eine einen einem einer dieser diese diesen diesem dieses es ihn'

const prepositions =
  'an am ans ab auf aufs fuer zu zum zur von vom bei beim in im ins um bis mit als aus nach hinten vorn vorne vor hinter dran an wegen durch hier da damit dazu davon daran drum darum daraufhin hierzu'

/** Verbs that only help, in the forms in which an order has them. */
const helpers =
  'ist sind kann kannst koennen koennt koenntest koennten darf duerfen duerft wuerde wuerdest wuerden magst moegen moechte moechten ' +
  'will wollen bin werden sein haette habe haben hat wurde wurden worden muss muessen soll sollen wird bitte geht geh'

const manners =
  'bitte gern gerne danke dankeschoen dank vielen besten lieben liebe herzlichen schoenen gruss gruesse vg lg mfg hallo moin hi hey servus guten ' +
  'tag team kla bot freundlicherweise freundlich so mal eben kurz schnell ' +
  'entschuldigung sorry super prima toll klasse perfekt gut ok ja jo jup yep juhu hurra huhu tschuess bittesehr zusammen yo ey bro digga alter boah puh uff hui safe easy nice cool tach einverstanden freut mensch naja jaja genau richtig klar logo topp'

/** Words that say nothing more: "dann", "jetzt", "also". */
const particles =
  'jetzt nun sofort direkt umgehend dann also schon bereits doch einfach einmal nochmal noch ruhig auch und gerade soeben ' +
  'hiermit heute endlich komplett vollstaendig ganz alles aehm aeh hm oh ach na sooo soo punkt inzwischen mittlerweile damit sich ' +
  'falsch draus daraus draussen wieder erneut zurueck weiter rueber hin los mehr sehr zusaetzlich seit gestern vorgestern hoch nochmals abermals'

/** The words of offices around an order, and those of young people. */
const offices =
  'endgueltig fristgerecht termingerecht puenktlich planmaessig erfolgreich ordnungsgemaess vollumfaenglich abschliessend antragsgemaess wunschgemaess ' +
  'unsererseits meinerseits seitens unverzueglich umgehend schnellstmoeglich hoeflich hoeflichst hoeflichen anbei betreffend betreffenden bezueglich ' +
  'hinsichtlich genannt genannte genannten oben obige obigen vorliegende vorliegenden entsprechend ersuche ersuchen veranlassen veranlasse veranlassung ' +
  'gebeten verfuege verfuegung abschluss schliessung erledigung zuweisung uebertragung abgabe weiterleitung uebernahme verlegung verschiebung ' +
  'verlaengerung vertagung vorverlegung wiederaufnahme wiedereroeffnung oeffnung einstufung einordnung aenderung rahmen federfuehrung ' +
  'bearbeitung weiteren weitere weiterer kollegiale kurzfristig rechtzeitig komplettiert amtlich sofortiger wirkung wolle wollen veranlasst ' +
  'bescheid geben gegeben liebes programm lieber bot easy safe done fix asap direkt mega echt mal eben'

const things =
  'vorgang vorgangs vorganges vorgangsnummer anfrage anfragen ticket fall sache thema themen typ ort region gemeinde stadt absender absenderin art ' +
  'nummer nr frist fristen termin terminfrist meilenstein schritt punkt haken haekchen vermerk notiz status stand kategorie zustaendigkeit ' +
  'zustaendig absendertyp absenderart vorgangstyp themenfeld dringlichkeit stelle person wiedervorlage erinnerung tisch akte akten liste prioritaet eilsache begruendung grund'

/** What is to be done, or is done with it: beginnings of words. */
const deeds =
  /^(ab|auf|zu|dicht|wieder|um|weiter|ein|an|nach|her|hin|vor|ver|zurueck|er)*(schliess|schloss|geschlossen|zugemacht|mach|gemacht|erledig|beend|hak|gehakt|oeffn|geoeffnet|eroeffn|uebern|nehm|nimm|genommen|weis|gewiesen|teil|zugeteilt|geb|gib|gegeben|uebergeb|uebergib|uebertrag|leit|geleitet|reich|gereicht|schieb|schob|verschieb|verschob|leg|gelegt|verlaenger|zieh|gezogen|setz|gesetzt|stell|gestellt|trag|getragen|ordn|geordnet|stuf|gestuft|sortier|aender|geaendert|kuemmer|schick|reaktivier|markier|antwort|schreib|erinner|merk|notier|schlumm|ruh|verknuepf|verbind|zusammen|fuehr|gefuehrt|gehoer|komm|stamm|betriff|handel|arbeit|bearbeit|hol|loes|trenn|verlink|schnapp|bind|pack|vermerk|leist|durchfuehr|klaer|geklaert|schaff|geschafft|buch|kenn|uebernomm)[a-z]*$/

const results =
  'erledigt fertig durch zu dicht abgehakt abgeschlossen geschlossen beendet beantwortet geschafft gemacht raus eingereicht abgeschickt verschickt versandt ' +
  'vorgelegt vollzogen unterschrieben unterzeichnet gegengezeichnet unterschriften erfolgt geklaert gegessen schluss ende tisch offen dach fach unter liegt ' +
  'beschlossen zugestimmt verabschiedet angehoert gehoert beteiligt befasst empfohlen anhoerung entwurf rechtspruefung rechtlich geprueft ' +
  'bekannt bekanntgegeben bekanntgemacht veroeffentlicht frueher spaeter eher laenger kuerzer unbestimmte unbestimmt zeit vollstaendig da steht geschrieben ' +
  'fertiggestellt funktioniert geklappt passt vorzeigen zeigen ausgefuehrt abgearbeitet bearbeitet haengt haengen zusammenhang rueckgaengig undo entfaellt entfallen hinfaellig abgesagt gestrichen frei freigeben freigegeben uebernimmt dringend eilig eilt heute sichten termin'

const known: ReadonlySet<string> = new Set(
  [persons, articles, prepositions, helpers, manners, particles, offices, things, results]
    .join(' ')
    .split(' '),
)
const longWords = [...known].filter(word => word.length >= 6)

/** Common words that are never a slip of another: "meiner" is not "einer". */
export function isCommonWord(word: string): boolean {
  return known.has(word)
}

/** A verb of an order: "schliessen", "gibst", "verschoben". */
export function isDeed(word: string): boolean {
  return word.length <= 30 && !known.has(word) && deeds.test(word)
}

/** Whether a folded word may stand in an order, also with one slip in a longer word. */
export function isOrderWord(word: string): boolean {
  if (word.length > 30) return false
  if (known.has(word) || deeds.test(word) || word === '#') return true
  return word.length >= 6 && longWords.some(each => spellingDistance(each, word) === 1)
}
