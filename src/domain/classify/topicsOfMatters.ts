import type { Topic } from './labels.ts'
import type { SignLine } from './sign.ts'

const all = ['subject', 'body'] as const
const subject = ['subject'] as const

/** Topics about matters: dates, tender, agreement, money, data, media. */
export const topicsOfMatters: SignLine<Topic>[] = [
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
      vorab zusammensetzen; wer kommt; fuer top [0-9]; tagesordnung zur; trifft sich am; (findet|finden) … statt; wann und wo; muss man sich anmelden; faellt … aus;
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
]
