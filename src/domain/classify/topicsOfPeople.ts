import type { Topic } from './labels.ts'
import type { SignLine } from './sign.ts'

const all = ['subject', 'body'] as const
const subject = ['subject'] as const
const own = '(mein|meine|meiner|meinem|meinen|meines|unser|unsere|unserer|unserem|unseren|unseres)'
const child =
  '(sohn*|tochter|toechter|kind|kinder|junge|jungen|maedchen|kleine*|grosse*|mittlere*|aelteste*|juengste*|zwillinge*|pflegekind*|enkel*|schueler*|bruder|schwester)'

/** Topics about people: one child, staff, what the work is, discontent. */
export const topicsOfPeople: SignLine<Topic>[] = [
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
      (ferien|urlaub) bezahlt; stundenkonto; neu bewerben; arbeitsverhaeltnis*; betriebszugehoerig*; auswahlgespraech*; (bei|an) der auswahl; mitspracherecht; besetzungszeitpunkt; verguetet; verguetung; gehalt; mein vertrag;
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
