import type { Topic } from './labels.ts'
import { type SignLine, signs } from './sign.ts'

const all = ['subject', 'body'] as const
const subject = ['subject'] as const
const own = '(mein|meine|meiner|meinem|meinen|meines|unser|unsere|unserer|unserem|unseren|unseres)'
const child =
  '(sohn*|tochter|toechter|kind|kinder|junge|jungen|maedchen|kleine*|grosse*|mittlere*|aelteste*|juengste*|zwillinge*|pflegekind*|enkel*|schueler*|bruder|schwester)'

/** What a letter is about. Words of the subject line count for both, so the lines for it weigh less. */
const lines: SignLine<Topic>[] = [
  {
    label: 'zeitplan',
    weight: 3,
    kind: 'Frage nach dem Start',
    in: all,
    any: `
      (?<!bis )(ab )?wann … (los|losgeht|startet|starten|beginnt|beginnen|soweit|kommt|dran|reihe|dazu|vorgesehen|ausgerollt|eingefuehrt);
      (?<!bis )wann (geht|gehts|gehts|startet|beginnt|kommt|kommen|ist|sind|waere|waeren|wird|soll);
      wannehr; ab wann (?!kann ich)[a-z]*;
      (start|beginn|startet|starttermin|einfuehrung|anlauf|projektstart) … (verschoben|verschiebt|verschieben|verzoegert);
      (verschoben|verschiebt sich|verschiebung|verschieberei|verzoegert|verzoegerung);
      (startet|starten|startete|los geht|losgehen) (die|das|es|sie|wir); an der reihe;
      naechste[rn]? region; (beiden )?anderen regionen; startregion; zeitplan*; starttermin*; projektstart;
      welches schuljahr; (dieses|naechstes|kommendes) jahr (dazu*|dran|oder); 01 08 202[0-9]; 08 09 2025;
      voraussichtlich; letzten quartal; q4; sicher 2025; (dieses|2024) oder (naechstes|2025); ist … dran;
      wenn ja wann; und wann; (ueberhaupt|schon) vorgesehen; sachstand;
      (spaeter|frueher) (werden|kommen|los|starten); (doch )?erst (naechstes|2025|2026|im sommer);
      um ein (vierteljahr|jahr|halbes jahr); wie lange (noch|dauert)`,
  },
  {
    label: 'zeitplan',
    weight: 1.6,
    kind: 'Zeitplan im Betreff',
    in: subject,
    any: `
      zeitplan*; ab wann; wann; start*; sachstand; verschieb*; region [123]`,
  },

  {
    label: 'ausschreibung',
    weight: 4,
    kind: 'Wörter des Vergabeverfahrens',
    in: [...all, 'signature', 'attachments'],
    any: `
      bieterfrage*; bieter(gemeinschaft|in|innen)?n?; teilnahmeantr*; teilnahmewettbewerb*;
      vergabe(verfahren|unterlagen|stelle|plattform|recht|nummer|verstoss|kammer|akte|akten)*; vergabe;
      eignungs(nachweis|kriteri|leihe|pruefung)*; zuschlagskriteri*; leistungsbeschreibung*; preisblatt*;
      nachunternehmer*; eigenerklaerung*; (ein )?los [1-9]; lose; gesamtlos; losvergabe; losaufteilung;
      erstangebot*; angebotsfrist*; angebotsabgabe; nachpruefungs*; § 160; § 97; gwb; vgv;
      preisgleitklausel; mindestanforderung; wertung; mengengeruest; kalkulieren; ruege;
      ruegen … (gemaess|vergabe*|mangelnde*|fehlende*|§)`,
  },
  {
    label: 'ausschreibung',
    weight: 2.8,
    kind: 'spricht von der Ausschreibung',
    in: all,
    any: `
      (?!stellen|interne|internen)ausschreibung(en|sverfahren)?; ausgeschrieben; ausschreiben;
      vertragslaufzeit; kalkulation; (uns|wir) … (beteiligen|mitmachen|mitzumachen); referenzen;
      tariftreue; bekanntmachung; unser angebot; gruppe von bewerbern; verhandlungsverfahren`,
  },

  {
    label: 'kooperationsvertrag',
    weight: 4.5,
    kind: 'nennt den Kooperationsvertrag',
    in: all,
    any: `
      kooperations(vertrag|vertrags|vertraege|vereinbarung|vereinbarungen|vertrages); vertragsentwurf*;
      entwurf der vereinbarung; (den|der|dem|zum) entwurf … (vereinbarung|vertrag*); kuendigungsregelung;
      vereinbarungsentwurf*; (im|am|zum|den|des) (kooperations)?vertrag(s|es)?; vertragstext;
      (unterzeichn*|unterschreib*) … (vertrag|vereinbarung|beschluss);
      (vertrag|vereinbarung) … (unterzeichn*|unterschreib*); vertragspartner`,
  },
  {
    label: 'kooperationsvertrag',
    weight: 1.5,
    kind: 'Rückmeldung zu einem Entwurf',
    in: all,
    any: `
      entwurfsstand; fassung [0-9]; rueckmeldung vertrag;
      § [0-9]{1,2} (raeume|haftung|fachaufsicht|datenschutz|laufzeit|kuendigung|abs)*; unterschrift;
      zur mitzeichnung; rechtspruefung; (andere|neue|geaenderte) (formulierung|fassung);
      (so )?nicht (mit)?zeichnen; (zu )?punkt [0-9]{1,2}; versicherungsschutz; textvorschlag;
      frage zum vertrag; haftet; aenderungsvorschl*`,
  },

  {
    label: 'personal',
    weight: 3,
    kind: 'Frage zu Stellen und Personal',
    in: all,
    any: `
      (werden|sind) wir … uebernommen;
      uebernahme (der|unserer|von) (?!eingliederungs)[a-z]* … (schulbegleit*|mitarbeit*|personal*|kraefte);
      arbeitsvertr*; betriebsuebergang; 613a; eingruppierung; stellenplan*; stellenausschreib*;
      stellenanzeige; (koordinations|teamleitungs|planstelle)*stellen?; aufgabenprofil*;
      interne[n]? ausschreibung; (welche|ueber welche) (ausbildung|qualifikation)*; qualifikation;
      fuehrungszeugnis*; wochenstunden; (wie viele|anzahl) … (klassenassistenz*|assistenz*);
      dienstaufsicht; weisungsbefugnis; personalverantwortung; wer (ist|wird) … arbeitgeber; arbeitgeber;
      (ferien|urlaub) bezahlt; stundenkonto; neu bewerben; verguetet; verguetung; gehalt; mein vertrag;
      arbeit(s)?suchend; (sucht|braucht) (ihr|sie) (noch )?(leute|personal|kraefte|mitarbeit*);
      zu(r)? klassenassistenz … wechseln; (nehmt|nehmen) (ihr|sie) auch leute; bewerbungsphase; meinen kolleg*; eigene zugaenge; wer vertritt die (assistenz|klassenassistenz|kraft); bezahlung der beschaeftigten; lehrerstunden; stelle … unbesetzt;
      (teamleitungs|koordinations)?stellen? … bewerben; wer vertritt (sie|uns); wer sucht sie aus;
      (fest an einer schule|leute staendig)`,
  },
  {
    label: 'personal',
    weight: 3,
    kind: 'Bewerbung um eine Stelle',
    in: all,
    any: `
      bewerbe ich mich; ich bewerbe mich; (initiativ)?bewerbung(?!sverfahren); bewerbungsunterlagen;
      bewerbungsfrist; lebenslauf; quereinst*; stelle als; fsj; praktik*; mich … bewerben; eingestellt;
      was verdient man`,
  },
  {
    label: 'personal',
    weight: 1.5,
    kind: 'Wörter zu Stellen und Personal',
    in: all,
    any: `
      personal(schluessel|auswahl|einsatz)?; angestellt; beschaeftigt*; befristet; arbeitslos; teilzeit;
      stelle; stellen; job; unsere mitarbeitenden; tarif*; doppelbesetzung*; meine stufe; arbeitszeit`,
  },

  {
    label: 'einzelfall',
    weight: 3,
    kind: 'Anliegen eines einzelnen Kindes',
    in: all,
    any: `
      ${own} ([a-z]* ){0,2}${child} … (autis*|adhs|diagnos*|begleit*|schulbegleit*|behinder*|foerder*|hilfe|rollstuhl|stunden|epileps*|bescheid|bewillig*);
      (bescheid|ablehnung|bewilligung|gutachten) (vom|ueber|des);
      (einen|den|ein|das|gueltigen) (bescheid|gutachten);
      (stunden|begleitung) … (gekuerzt|gesenkt|gestrichen|reduziert|wegfallen|weggefallen);
      (schulbegleit*|begleit*|integrationskraft|i kraft|frau was hilft|die begleitung) … (krank|gekuendigt|weg|wechselt|wechseln|fehlt|faellt aus|aufgehoert|verlaengert);
      (begleitung|unterstuetzung) (fuer|meines|meiner|von|unseres|unserer) (mein*|unser*|sohn|tochter);
      hilfe beantragen; (hiermit )?beantrage(n)? (ich|wir) … (fuer|eine); antrag (machen|stellen);
      widerspruch; einspruch; hilfeplan; zu(r)? hause bleiben; nur noch (zwei|drei|[0-9]+) stunden;
      darf … nicht (mehr )?(besuchen|kommen|in die schule); vertretung fuer die begleit*; in unserem fall;
      zustaendigkeitswechsel; die familie ist; uebernahme der eingliederungshilfe; kostenzusage fuer;
      (gewaehrung|bewilligung|ablehnung|versagung) … (schulbegleit*|begleit*|eingliederungs*|hilfe*);
      die eltern haben (einen|den) antrag`,
  },
  {
    label: 'einzelfall',
    weight: 2.6,
    kind: 'spricht von einem bestimmten Kind',
    in: all,
    any: `
      (mein|meine|meiner|meinem|meinen) ([a-z]* )?${child};
      (unser|unserer|unserem|unseren|unseres) ([a-z]* )?(sohn*|tochter|kind|juengste*|aelteste*|pflegekind*);
      (ein|eine|einem|einer|einen|das|dem) ([a-z0-9]* )?(junge|jungen|maedchen|schueler|schuelerin|erstklaessler*|kind mit);
      (seine|ihre) (kleine )?(schwester|bruder); autis*; adhs; ads; fasd; epileps*; trisomie; diabetes;
      asperger; spastisch*; pflegegrad; rollstuhl; (seelische|geistige|koerperliche) behinderung;
      hat behinderung; [0-9]{1,2} jahre; (meine|unsere) (zwei|drei|beiden)? ?kinder`,
  },
  {
    label: 'einzelfall',
    weight: 1.5,
    kind: 'einzelnes Kind im Betreff',
    in: subject,
    any: `
      mein(e|em|en)? (kind|sohn|tochter|enkel)*; bescheid; antrag auf schulbegleitung; widerspruch;
      begleitung*; schulbegleitung (unseres|meines|fuer|unserer|meiner)*; einzelfall; pflegekind;
      mandat familie*`,
  },

  {
    label: 'finanzierung',
    weight: 3.2,
    kind: 'Frage nach Geld',
    in: all,
    any: `
      (wer|was) (zahlt|bezahlt|traegt|kostet|finanziert)*;
      (zahlt|bezahlt|traegt) (der kreis|das land|die stadt); der kreis … (traegt|zahlt|bezahlt);
      (die|der|den|aktuellen|voraussichtlichen|aufstellung der|diese) kosten;
      kosten(beteiligung|zusage|uebernahme|traeger|aufstellung)*; haushalt*; verwaltungshaushalt; budget;
      schuletat; finanzier*; zuwendung*; foerdermittel; entgelt*; fachleistungsstunde*; stundensatz;
      leistungsvereinbarung*; sachkosten; folgekosten; mittel (fuer|einzuplanen|bei); die mittel;
      sperrvermerk; zuzahlen; erstattet; erstattung; [0-9 ]{1,6} mio*; einsparung*; abrechn*; abgerechnet;
      produktkonto; was … kostet; verbuchen; tarifsteigerung; steuergelder`,
  },
  {
    label: 'finanzierung',
    weight: 1.8,
    kind: 'Geld im Betreff',
    in: subject,
    any: `
      *kosten*; haushalt*; finanz*; wer (zahlt|bezahlt)*; entgelt*; rueckzahlung; steuergelder;
      abrechnung*; leistungsvereinbarung*`,
  },

  {
    label: 'konzept',
    weight: 3,
    kind: 'Frage zum Inhalt des Vorhabens',
    in: all,
    any: `
      unterschied* … (schulbegleit*|schulassist*|klassenassist*|begleit*);
      (was|worin) … (unterschied|unterscheid*);
      was (macht|tut|darf|kann) … (klassenassist*|assistenz|teamleitung);
      (darf|duerfen|kann|koennen|wird|hilft|hat|haben) die (klassen)?assist*;
      klassenassistenz … (tut|darf|kuemmern|leisten|uebernehmen); (welche|was fuer) pflichten;
      die rolle der; ist das hier aehnlich; wie haben sie … (ueberzeugt|gemacht|umgesetzt|aufgebaut);
      wie handhaben; einzelhilfen; (welche|die|seine|ihre|deren) aufgaben;
      aufgaben … (klassenassist*|teamleit*|assistenz); (paedagogische[sn]? )?konzept(e|s|papier)?;
      *schutzkonzept*; abgrenz*; abgegrenzt; (der|seine|ihre|die) rolle; rolle im*; rolle … gedacht;
      eingebunden; poolmodell*; pool; wie viele klassen (teilt|pro|je);
      (einzelne|fuer die ganze) (kinder|klasse); ganztag* … einsetz*; einsetzbar; raeumliche* anforderung*;
      arbeitsplatz; arbeitsplaetze; freien raum; evaluation; inklusion*; einheitliche linie;
      uebergang … (gestaltet|schule|system); uebergang vom; rechtsanspruch; ist die assistenz;
      hilft sie auch; ist ihre klassenassistenz dasselbe; wie bekommt man die; laufen beide;
      neue bewilligungen; schulabsentismus; verhaelt; wer haelt den kontakt; befristen;
      paedagogisch (gestaltet|ausgestaltet); erfahrungsaustausch`,
  },
  {
    label: 'konzept',
    weight: 1.6,
    kind: 'Inhalt im Betreff',
    in: subject,
    any: `
      konzept*; abgrenzung*; schutzkonzept*; *konzept; aufgaben*; unterschied*; fragen zum modell;
      kooperation; ausstattung*; raum*; raeume*; poolmodell; pool modell*; uebergang kita*;
      begleitforschung; masterarbeit`,
  },

  {
    label: 'datenschutz',
    weight: 4.5,
    kind: 'Frage zu persönlichen Daten',
    in: all,
    any: `
      dsgvo; ds gvo; (art|artikel) (15|17|13|20|21); personenbezogene[rn]? daten; datenschutz*;
      datenweitergabe; (eine |meine |die )?einwilligung; loeschen sie; loeschung; loeschfristen;
      welche daten;
      (daten|namen|akte|entwicklungsberichte) … (weitergeben|gespeichert|weitergegeben|lesen);
      auftragsverarbeitung; dsfa; verarbeitungsverzeichnis; verarbeitungstaetigkeiten; schweigepflicht*;
      akte meines kindes`,
  },

  {
    label: 'termin',
    weight: 3,
    kind: 'Terminabsprache',
    in: all,
    any: `
      (kann|koennen) … nicht (teilnehmen|kommen|wahrnehmen); laden (wir )?(sie|euch|die) … (ein|herzlich);
      (wir )?laden … ein; einladung; lade … ein; termin(vorschlag|vorschlaege|abstimmung|findung|anfrage)*;
      (den|der|der naechste|zweiten|anderen|einen) termin (am|auf|verschieben|schieben|finden|kann|gibt|passt|um)*;
      passt (ihnen|euch|es|donnerstag|der|das);
      (donnerstag|montag|dienstag|mittwoch|freitag) (um|passt|auch|nach|[0-9]{1,2});
      (besprechung|sitzung|gespraech) … (schieben|verschieben|verlegen); um wie viel uhr; videolink;
      teams link; tagt das naechste mal; am [0-9 a-z]{1,12} um [0-9 ]{1,5} uhr;
      bitte … (kurze )?rueckmeldung; anmeldung bis; seminar; tagesseminar; fortbildung;
      vorab zusammensetzen; wer kommt; fuer top [0-9]; tagesordnung zur; trifft sich am;
      (raum|saal) … (belegt|gebucht|frei); (ein )?besuch moeglich;
      (waere|ist) ein (besuch|treffen|gespraech|termin) … moeglich; hospitation; vorbeikommen;
      herzliche einladung; eine halbe stunde; wandertag`,
  },
  {
    label: 'termin',
    weight: 2,
    kind: 'Terminabsprache',
    in: all,
    any: `
      (den|der|diesen) termin (am|auf|um); ginge statt;
      geht auch (am )?(montag|dienstag|mittwoch|donnerstag|freitag); nach [0-9]{1,2} uhr;
      um [0-9]{1,2}( [0-9]{2})? uhr; kann ich nicht`,
  },
  {
    label: 'termin',
    weight: 2,
    kind: 'Termin im Betreff',
    in: subject,
    any: `
      termin*; einladung*; absage; abstimmungsrunde*; dienstbesprechung; infoabend; sitzung (ag)*; seminar;
      fortbildung*; besprechung*; niederschrift`,
  },

  {
    label: 'beschwerde',
    weight: 5,
    kind: 'Beschwerde',
    in: all,
    any: `
      (hiermit )?beschwere(n)? (ich|wir|mich|uns); (moechte|will|muss|moechten|muessen) … beschweren;
      beschwerde*; dienstaufsichtsbeschwerde; unseren unmut; mein unmut`,
  },
  {
    label: 'beschwerde',
    weight: 4,
    kind: 'Unmut',
    in: all,
    any: `
      (eine|ist) (zumutung|unverschaemtheit|frechheit|skandal|armutszeugnis);
      ein (skandal|unding|armutszeugnis); (nicht|nicht mehr|un)( )?(zumutbar|akzeptabel|hinnehmbar);
      unzumutbar*; unmoeglich und; (keine|keine einzige|nie eine) antwort (erhalten|bekommen|gekriegt)?;
      keine antwort; ich erwarte (dass|eine schriftliche|umgehend|endlich);
      (sind|bin) (entsetzt|empoert|enttaeuscht|veraergert|stinksauer|sauer|wuetend)*; mit befremden;
      so (geht|redet|kann) man … nicht; kein verstaendnis; uebergangen; fordere (ich )?sie auf;
      aergert mich; vertroestet; verschieberei; in aller form; offener brief; umgangston;
      (bin|sind) es leid; leere worte; euch (wohl )?egal; ihnen (wohl )?egal; passiert (nie|nichts);
      eine frechheit; unfassbar; unglaublich; lachhaft`,
  },

  {
    label: 'presseanfrage',
    weight: 4,
    kind: 'Anfrage eines Mediums',
    in: all,
    any: `
      presseanfrage*; anfrage der (lokal)?redaktion; fuer (einen|den) (artikel|beitrag|bericht);
      redaktionsschluss; drehanfrage; o ton*;
      anfrage vom (ndr|shz|abendblatt|rundfunk|fernsehen|spiegel|wdr|zdf); fuer eine (grafik|reportage);
      statement`,
  },

  {
    label: 'sonstiges',
    weight: 4,
    kind: 'Werbung oder Rundschreiben',
    in: all,
    any: `
      (unverbindliches|kostenloses) angebot; rabatt*; newsletter; abmelden; abbestellen; webinar;
      (ihre|unsere) (abschlags)?rechnung; rechnung … (malerarbeiten|zahlbar|kundenportal);
      individuelles angebot; beratungstermin; buchbar; krankmeldung*; zahnarzt*; arzttermin; zahlbar;
      wir vermitteln; kostenlose demo; flyer; funktionspostf*`,
  },
  {
    label: 'sonstiges',
    weight: 1.8,
    kind: 'Bitte um Rückruf',
    in: all,
    any: `
      zurueckrufen; um (einen )?rueckruf; ruckruf; zuruck rufen`,
  },
  {
    label: 'sonstiges',
    weight: 3,
    kind: 'Dank, Irrläufer oder anderes Anliegen',
    in: all,
    any: `
      falscher verteiler; bitte ignorieren; einfach (mal )?danke;
      vielen dank fuer die (schnelle|gute|tolle|nette); krippenplatz; kitaplatz; ferienbetreuung; ampel;
      baustelle; spielplatz; turnhalle; zustaendig … (sie|stadt); bin ich bei ihnen richtig;
      sind sie dafuer zustaendig; pressemitteilung; statistik; zur kenntnis; schulweg; schulbus;
      parkplatz*; informationszugangsgesetz*; izg*`,
  },
]

export const topicSigns = signs(lines)

/** Words of the programme and of school aid. A letter about a child without any of them is no question to the programme. */
export const programmeWords = signs([
  {
    label: 'programme',
    weight: 1,
    kind: 'spricht vom Vorhaben',
    in: all,
    any: `
      *klassenassist*; *assistenz*; assistent*; *begleit*; i kraft; i helfer*; integrationskr*;
      poolmodell*; pool; teamleit*; inklusion*; kooperations*; ausschreibung*; vergabe*;
      eingliederungshilfe; hilfeplan*; foerder*; bescheid; antrag; konzept*; projekt*; vorhaben;
      einschulung; eingeschult; helfern?; zeitplan; elternabend; infoabend; gutachten; unterlagen`,
  },
])

/** A question is put, whatever about. */
export const question = signs([
  {
    label: 'question',
    weight: 1,
    kind: 'Frage',
    in: all,
    any: `
      (wie|was|welche[rnsm]?|wer|wo|warum|wieso|gibt es|gilt|darf|duerfen|koennen (sie|wir)|muss|muessen|wird|werden|ist|sind|haetten|waere)`,
  },
])
