import type { Stakeholder } from './labels.ts'
import { type SignLine, signs } from './sign.ts'

const body = ['body', 'subject'] as const
const child =
  '(sohn*|soehne*|tochter|toechter|kind|kinder|junge|jungen|jungs|maedchen|maedel|kleine*|grosse*|mittlere*|aelteste*|juengste*|zwillinge*|baby|pflegekind*|pflegetochter|pflegesohn|enkel*|stiefsohn|bub)'

/** What people say about themselves. Content beats the sender's domain, so these weigh more than the directory. */
const lines: SignLine<Stakeholder>[] = [
  {
    label: 'automatisch',
    weight: 6,
    kind: 'Betreff einer automatischen Nachricht',
    in: ['subject'],
    any: `
      abwesen*; automatische (antwort|abwesenheit*|mitteilung|empfangsbestaetigung); automatic reply;
      auto(matische)? ?reply; out of (the )?office; unzustellbar*; undeliver(able|ed)*;
      delivery (status|failure)*; mail delivery *; returned mail; gelesen *; lesebestaetigung*;
      (zustellung|zustellen) * (fehlgeschlagen|verzoegert)`,
  },
  {
    label: 'automatisch',
    weight: 8,
    kind: 'Text einer automatischen Nachricht',
    in: ['subject', 'body'],
    any: `
      abwesenheitsnotiz*; abwesenheitsmeldung; abwesenheitsassistent;
      automatische (antwort|abwesenheit*|mitteilung|empfangsbestaetigung); automatic reply; auto reply;
      out of (the )?office; unzustellbar*; undeliver(able|ed)*; delivery (status|failure)*;
      mail delivery failed*; could not be delivered; returned mail; fehler bei der nachrichtenzustellung;
      zustellung … fehlgeschlagen; nachricht … nicht zugestellt; wird nicht (automatisch )?weitergeleitet;
      werden nicht (automatisch )?weitergeleitet; (lesebestaetigung|gelesen) *;
      diese (e mail|nachricht|mail) wurde automatisch (erstellt|generiert|versandt|erzeugt);
      automatisch generierte (e mail|nachricht|mail); bitte antworten sie nicht auf diese*;
      bitte nicht … antworten;
      ich bin (bis|vom|ab|derzeit|zurzeit|momentan|im) … (nicht|abwesend|urlaub) *;
      (bin|befinde mich) … (im|in) (urlaub|elternzeit) und; user unknown; mailbox (full|unavailable)`,
  },

  {
    label: 'eltern',
    weight: 3.6,
    kind: 'spricht vom eigenen Kind',
    in: body,
    any: `
      (mein|meine|meiner|meinem|meinen|meines) ([a-z]{3,12}(jaehrig|liche|gste|nde)[a-z]* |eigene[a-z]* |autistisch[a-z]* |kleine[a-z]* |grosse[a-z]* )?${child};
      mein (grosser|kleiner); (bekommt|kriegt|braucht|hat) mein kind;
      meine (zwei|drei|vier|beiden|2|3) (kinder|jungs|maedchen|soehne|toechter)`,
  },
  {
    label: 'eltern',
    weight: 3,
    kind: 'spricht vom eigenen Kind',
    in: body,
    any: `
      (unser|unsere|unserer|unserem|unseren|unseres) (${child.slice(1).replace('kinder|', '').replace('jungen|', '').replace('maedchen|', '').replace('kleine*|grosse*|mittlere*|', '')};
      unsere[rn]? (kleine[nr]?|grosse[nr]?|mittlere[nr]?)(?= \\|| (ist|hat|geht|kommt|soll|wird|braucht|darf|und));
      (unser|unsere|unseren) (gemeinsame[a-z]*|leibliche[a-z]*|behinderte[a-z]*) (kinder|sohn|tochter);
      uns enkel*; unser kleine*`,
  },
  {
    label: 'eltern',
    weight: 1.2,
    kind: 'spricht vom eigenen Kind',
    in: body,
    any: `
      unsere kinder; unseren kindern; meine kinder; (die|den) kinder* … (rausgebe|papa|vater);
      wir haben (zwei|drei|ein) kind*`,
  },
  {
    label: 'eltern',
    weight: 5,
    kind: 'schreibt als Mutter oder Vater',
    in: body,
    any: `
      als (betroffene[a-z]* |besorgte[a-z]* |alleinerziehende[a-z]* |allein erziehende[a-z]* )?(mutter|vater|mama|papa|eltern|elternteil|oma|opa|grossmutter|grosseltern|pflegemutter|pflegevater|pflegeeltern);
      (ich )?bin (die |der |eine |ein )?([a-z]* )?(mutter|vater|mama|papa|oma|opa|grossmutter|pflegemutter);
      wir sind (die )?([a-z]* )?(eltern|pflegeeltern|grosseltern); (bin|als) alleinerziehend*;
      privat unterwegs; ausdruecklich privat; nicht dienstlich; ich bin … vormund;
      wir als (familie|eltern); wir eltern; fuer uns (als )?eltern; muessen wir eltern; meine frau und ich;
      mein mann; mein (ex|exmann|ex mann); mein bruder hat`,
  },
  {
    label: 'eltern',
    weight: 5,
    kind: 'Elternvertretung',
    in: body,
    any: `
      im namen (der|aller|unserer) eltern*; im auftrag der (anderen )?eltern; (wir|als|die) elternvertret*;
      als (klassen)?elternvertret*; als elternsprecher*;
      (schul|kreis|landes|stadt)?elternbeirat* (tagt|hat|bittet|moechte|der|unserer);
      vorsitzende* … elternbeirat*; fuer den seb; unsere elternversammlung; wir die eltern der*`,
  },
  {
    label: 'eltern',
    weight: 1.5,
    kind: 'Anliegen einer Familie',
    in: body,
    any: `
      (wird|kommt|geht|ist|gehen|wurde) … (eingeschult|in die [1-4]( klasse)?|in die schule|in klasse [1-4]);
      die schule (sagt|meint|ruft|schickt); schule sagt; lehrerin sagt; infoabend; elternabend;
      (bescheid|ablehnung) vom; bei der schulwahl; wir ziehen;
      (schulbegleit*|begleit*) (meines|unseres|von); wir (wohnen|leben) in; wohnen in; bei uns soll;
      kindes; krippenplatz; kitaplatz; klassenfahrt; ferienbetreuung`,
  },

  {
    label: 'schule',
    weight: 4.5,
    kind: 'schreibt als Schule',
    in: body,
    any: `
      als (schulleit*|konrektor*|rektor*|klassenlehr*|lehrkraft|lehrer*|schule);
      (ich )?bin (die |der |eine |ein )?([a-z]* )?(klassen|fach|grundschul|sonder)?(lehrer(in)?|lehrkraft|schulleiter(in)?|konrektor(in)?|rektor(in)?);
      ich (leite|bin leiterin der) (die|eine|unsere)? ?(grund)?schule;
      wir (sind (eine|die) (kleine )?(grund|gemeinschafts)?schule|lehrkraefte|lehrerinnen|als schule|als grundschule|als kollegium);
      in (meiner|unserer) klasse; aus meiner klasse; meine[rn]? (klasse|schueler*);
      unsere[rn]? (schueler|schuelerinnen); (bei|in) einem (erst|zweit|dritt|viert)klaessler`,
  },
  {
    label: 'schule',
    weight: 3,
    kind: 'spricht von der eigenen Schule',
    in: body,
    any: `
      (an|fuer|in) unserer (grund)?schule;
      unsere(r)? (kleine |grosse )?(grund)?schule (?!(von|der) (unser|mein));
      unsere[mrn]? (kollegium|schulleitung|schulkonferenz|lehrerkonferenz|klassenteam|lehrerzimmer|schulbudget|schulserver);
      (im|das) kollegium; (im|unser) lehrerzimmer; (in )?unseren? (ersten |zweiten |[0-9] )?klassen;
      eine schuelerin aus*; ein schueler aus*; ein(e|em)? (maedchen|junge|kind|schueler*) unserer schule;
      bei uns im haus; unser(e)? (schul)?etat; schuletat; schulbudget`,
  },
  {
    label: 'schule',
    weight: 1.4,
    kind: 'Wörter aus dem Schulalltag',
    in: body,
    any: `
      stundenplan; kollegium; unterrichtsverteilung; doppelbesetzung*; pausenaufsicht; schulkonferenz;
      klassenteam; vertretungsplan; lehrerkonferenz; kolleginnen und kollegen im unterricht; foerderplan;
      zeugniskonferenz; bundesjugendspiele; dienstversammlung; dienstbesprechung`,
  },

  {
    label: 'schultraeger',
    weight: 5,
    kind: 'schreibt als Schulträger',
    in: body,
    any: `
      als (kuenftiger |zustaendiger |betroffener )?schultraeger; wir als (stadt|gemeinde|amt|schulverband);
      als traeger der (grund)?schule*; als (stadt|gemeinde|buergermeister*);
      unsere[rn]? (mitgliedsgemeinden|amtsangehoerigen gemeinden|schulentwicklungsplan*|staedtischen (grund)?schulen|verbandsversammlung|hausmeister|gebaeudemanagement|verwaltungshaushalt*|schulsekretaerinnen);
      (der|unser|im) schulverband;
      (die|unsere) (gemeinde|stadt) [a-z]* (bittet|moechte|fragt|plant|benoetigt|ist bereit);
      das staedtische schulamt; stadt elmshorn gruenflaechen`,
  },
  {
    label: 'schultraeger',
    weight: 3,
    kind: 'spricht von Schulen der Gemeinde',
    in: body,
    any: `
      unsere[rn]? (kleine[nr]? |drei |vier |beiden |zwei )?(grund)?schulen;
      (haushalt|gremien|rathaus) (der|unserer) (stadt|gemeinde); schulentwicklungsplan*;
      buergermeister* … (unterschreib*|unterzeichn*); (unterschreib*|unterzeichn*) … buergermeister*;
      verbandsvorsteher*; kostenbeteiligung; hausrecht; im rathaus; raeume und ausstattung;
      muessen wir als traeger; uns als kommune; als kommune; unser (gemeinderat|stadtrat|hauptausschuss);
      im hauptausschuss; verwaltungshaushalt*; die [a-z]*er grundschulen … (einzuplanen|ausstatt*);
      bildungsausschuss`,
  },

  {
    label: 'schulamt',
    weight: 5,
    kind: 'schreibt als Schulaufsicht',
    in: body,
    any: `
      als (untere |regionale )?schulaufsicht; aus sicht der (unteren )?schulaufsicht; wir als schulamt;
      als (schulraet*|schulrat); schulaufsichtlich*; beim schulamt; unsere juristen im ministerium;
      im ministerium`,
  },
  {
    label: 'schulamt',
    weight: 2.2,
    kind: 'Wörter der Schulaufsicht',
    in: ['body', 'subject'],
    any: `
      lehrerstunden; dienstversammlung der schulleit*; schulleit*dienstversammlung; fachaufsicht; erlass*;
      den schulleitungen; planstellen; kleine anfrage im landtag; lehrkraeftezuweisung;
      weisungsrecht der schulleitung`,
  },

  {
    label: 'freier_traeger',
    weight: 4.5,
    kind: 'schreibt als Träger',
    in: body,
    any: `
      (wir |uns )?als (anerkannter |freier |langjaehriger |bisheriger |kleiner ){0,2}(traeger|leistungserbringer|anbieter|wohlfahrtsverband|verein);
      (wir )?sind (ein|eine) ([a-z]* ){0,2}(traeger|anbieter|leistungserbringer|einrichtung|jugendhilfe*);
      traeger der freien jugendhilfe;
      unsere[rn]? (mitarbeitenden|mitarbeiterinnen|mitarbeiter|schulbegleit*|integrationskraefte*|assistenzkraefte*|fachkraefte*|einsatzleitung|einrichtung*) (?!ist krank);
      unser (traeger|verein|verband|unternehmen) (begleitet|betreut|beschaeftigt|hat|ist);
      wir (beschaeftigen|begleiten|betreuen) … (kinder|schulbegleit*|kraefte|familien|mitarbeit*|schueler*);
      als langjaehriger partner; unsere kalkulation`,
  },
  {
    label: 'freier_traeger',
    weight: 2.2,
    kind: 'Wörter der Leistungserbringer',
    in: body,
    any: `
      leistungs und entgeltvereinbarung*; leistungsvereinbarung*; entgeltvereinbarung*; entgeltverhandl*;
      fachleistungsstunde*; stundensatz; kostenzusage*; ag (nach )?§ 78; unsere fallzahlen;
      betriebsuebergang; 613a; tarifsteigerung; bietergemeinschaft; teilnahmeantrag;
      unser(em|en|es)? nachunternehmer*; unser (erst)?angebot; anbieter mit … kraeften`,
  },
  {
    label: 'freier_traeger',
    weight: 1.4,
    kind: 'Interesse an der Ausschreibung',
    in: body,
    any: `
      (uns|wir) … (beteiligen|bewerben|teilnehmen|mitmachen|mitzumachen);
      fuer unsere (kalkulation|planung|bewerbung); wir pruefen eine (beteiligung|teilnahme);
      wir laden ein zum; (kuenftigen|alle) teamleitungen zu unserer`,
  },

  {
    label: 'jugendamt',
    weight: 4.5,
    kind: 'schreibt als Jugendamt',
    in: body,
    any: `
      (aus|fuer) (dem|den|das|die) (asd|pflegestellen|jugendamt|wirtschaftliche jugendhilfe);
      wir (im|vom) (asd|jugendamt); team asd; bei den pflegestellen; mit den pflegestellen;
      in unserem fall; unser fall; neue bewilligungen; regionalteam*; uebernahme der eingliederungshilfe;
      § 86 sgb viii; 8a meldungen; im hilfeplangespraech … (wollte|hat) die mutter; laufende hilfe nach;
      (im|unser) team … frage; vom buergertelefon; ich leite im jugendamt; im jugendamt unseres;
      unser jugendamt`,
  },
  {
    label: 'jugendamt',
    weight: 1.4,
    kind: 'Wörter des Jugendamts',
    in: body,
    any: `
      hilfeplangespraech*; wirtschaftliche jugendhilfe; asd; liebe kolleginnen und kollegen;
      eingliederungshilfe; § 35a; jugendhilfestatistik; fallakte; amtshilfe`,
  },

  {
    label: 'kreisverwaltung',
    weight: 4,
    kind: 'schreibt als Kreisverwaltung',
    in: body,
    any: `
      aus sicht (der|des) (kaemmerei|rechtsamt*|fachdienst*|vergabestelle|finanz*);
      die kaemmerei (kann|bittet|hat); stellenplan; mit ?zeichn*;
      die landraetin (benoetigt|bittet|moechte); sprechzettel; funktionspostf*;
      fuer die bekanntmachung benoetigen wir; uns liegt eine anfrage;
      fuer das verzeichnis von verarbeitungs*; die veroeffentlichung … nicht;
      zuschlagskriterien mit gewichtung; eure freigabe; wir im kreis; ihre it`,
  },
  {
    label: 'kreisverwaltung',
    weight: 1.5,
    kind: 'Wörter der Verwaltung',
    in: body,
    any: `
      vorlage; eingruppierung; rechtliche pruefung; produktkonto; folgekosten; aenderungsmodus; dsfa;
      auftragsverarbeitung; tagesordnung; niederschrift; guten morgen; aufgabenprofil*; haushaltsansatz`,
  },

  {
    label: 'politik',
    weight: 5,
    kind: 'schreibt aus der Politik',
    in: body,
    any: `
      unsere[rn]? fraktion; die fraktion (beantragt|bittet|fragt); anfrage nach (der )?geschaeftsordnung;
      meiner buergersprechstunde; (in|aus) meinem wahlkreis;
      als (buergerliches |sachkundiges |stellvertretendes |ordentliches )?mitglied (des|im) ([a-z]*ausschuss*|kreistag*|jha);
      (ich )?(sitze|bin) … (jugendhilfeausschuss|kreistag|jha|gemeindevertretung|stadtrat);
      eigenschaft als mitglied; antrag zum haushalt; sperrvermerk; in der gemeindevertretung;
      als fraktionsvorsitz*; unser gemeinderat; als (kreistags|landtags)abgeordnete*; kreistagsfraktion`,
  },
  {
    label: 'politik',
    weight: 1.5,
    kind: 'Wörter der Gremien',
    in: body,
    any: `
      fuer die (kommende |naechste )?sitzung; vor der sitzung; tagesordnungspunkt;
      schriftliche beantwortung; kreistag; zur sitzung; dem ausschuss; kreistagssitzung`,
  },

  {
    label: 'presse',
    weight: 5,
    kind: 'schreibt für ein Medium',
    in: body,
    any: `
      fuer (einen|den|unseren|meinen) (artikel|beitrag|bericht|text|podcast); bis redaktionsschluss;
      presseanfrage; drehanfrage; o ton*; ich bin (freie[a-z]* )?(journalist*|redakteur*|reporter*);
      fuer den hoerfunk; wir drehen; in der (morgigen|naechsten|kommenden) ausgabe;
      (wir|ich) (recherchiere*|berichten|planen … bericht); fuer eine (reportage|grafik|recherche);
      (lokal|online)redaktion`,
  },
  {
    label: 'presse',
    weight: 1.2,
    kind: 'Bitte um Stellungnahme',
    in: body,
    any: `
      statement; um stellungnahme; interview; zitieren; veroeffentlichung … bericht; reportage`,
  },

  {
    label: 'bewerber',
    weight: 4.5,
    kind: 'bewirbt sich um eine Stelle',
    in: body,
    any: `
      (hiermit )?bewerbe ich mich; ich (bewerbe mich|moechte mich … bewerben|wuerde mich … bewerben);
      (wo|wie) (kann|muss) (ich|man) (mich|sich) … (bewerben|melden); mich … stelle … bewerben;
      meine bewerbung*; bewerbungsunterlagen; (mein )?lebenslauf; quereinst*; (nehmt|nehmen) (ihr|sie) auch leute; bewerbungsphase; zum kennenlernen; fsj;
      bundesfreiwilligendienst; praktikumsplatz; ab wann kann ich anfangen;
      ich suche … (stelle|arbeit|aufgabe|job); suche … (eine )?neue (stelle|aufgabe|arbeit);
      (ich )?moechte … (gern )?wechseln; sucht ihr (noch )?(leute|personal); kann ab sofort;
      suchen sie noch; habt ihr … (job|stelle);
      (brauchen|sucht|suchen) (sie|ihr) noch … (leute|hilfe|kraefte|personal); was verdient man;
      habe ich … chancen; bewerbungsfrist; ihre (stellen)?(ausschreibung|anzeige) fuer die stelle;
      auf so eine stelle; in der stellenausschreibung;
      stelle als (klassenassist*|teamleit*|assistenz*|schulbegleit*); mich … beworben`,
  },
  {
    label: 'bewerber',
    weight: 1.2,
    kind: 'spricht von eigener Ausbildung',
    in: body,
    any: `
      ich bin (gelernte*|staatlich*|ausgebildete*|erzieher*|sozialpaedagog*|heilerziehungs*);
      (zeugnisse|fuehrungszeugnis) (lege|im|anbei|habe); teilzeit; arbeitslos; ich studiere;
      bin … (erzieherin|erzieher|sozialpaedagogin)`,
  },

  {
    label: 'sonstige',
    weight: 4.8,
    kind: 'bei einem Träger beschäftigt',
    in: body,
    any: `
      (ich )?arbeite … als (schulbegleit*|schulassist*|integrationshelf*|i helfer*|integrationskraft|inklusionshelf*|schulhelf*);
      (ich )?bin … als (schulbegleit*|schulassist*|i helfer*|integrations*) … (angestellt|beschaeftigt|taetig);
      ich begleite … (in der schule|jungen|maedchen|kind|schueler*);
      (werden|sind) wir … (uebernommen|arbeitslos); unser arbeitgeber; mein (chef|arbeitgeber);
      meine[rm]? (chefin|koordinatorin|einsatzleitung); ich bin schulbegleiter*;
      ich begleite (ein|zwei|drei|einen|eine) (kind*|schueler*|jungen|maedchen);
      mein vertrag (beim|bei) (traeger|meinem traeger); meine[rm]? (begleitkind|begleitkinder)`,
  },
  {
    label: 'sonstige',
    weight: 3.6,
    kind: 'Nachbarschaft oder Dritte',
    in: body,
    any: `
      nachbar* (hat|schlaegt|schreit|kinder|kind); meine[rn]? nachbar*;
      (ueber|unter|neben) (uns|mir) (wohnt|wohnen|in); (in der )?wohnung (unter|ueber|neben) (mir|uns);
      bei uns im haus (wohnt|schreit|weint); ein kind das ich betreue;
      ein (junge|kind|maedchen) aus unserer (ogs|gruppe|kita|hort*); in der klasse von meine*;
      ich (bin )?(7|8|9|10|11|12|13|14|15) (jahre )?(alt)?; und ich bin (7|8|9|10|11|12|13|14|15);
      bei der untersuchung; ich (trainiere|fahre|unterrichte klavier); gegenueber (sind|wohnen|wohnt);
      wir betreuen (ein|einen|eine); freund(in)? (von|aus); wurde uns … vorgestellt; mein stiefpapa;
      meine mama; mein papa; mama (liegt|sagt|weiss); wir werden nicht mehr in die wohnung`,
  },
  {
    label: 'sonstige',
    weight: 3.4,
    kind: 'Forschung, Verband oder Bürger',
    in: body,
    any: `
      (master|bachelor|haus|doktor|examens)arbeit; forschungsprojekt*; begleitforschung;
      im rahmen (meines|unseres) (studium*|forschung*); umfrage; als (buerger*|steuerzahler*|anwohner*);
      steuerzahler; namens (und in vollmacht )?(unserer|meiner) mandant*;
      (unserer|meiner|meines|unseres) (mandant*|klient*); als selbsthilfe*; unser verband erhaelt;
      wir betreuen kundinnen; informationszugangsgesetz*; izg*; ich berate … unternehmen; akteneinsicht;
      bei uns … (eingeschult|i status); unsere entwicklungsberichte`,
  },
  {
    label: 'sonstige',
    weight: 4,
    kind: 'Werbung',
    in: body,
    any: `
      (unverbindliches|kostenloses|attraktives) angebot;
      (kostenlose|kostenfreie) (demo|beratung|testversion|webinar); rabatt*;
      jetzt (buchen|sichern|testen|anmelden); abbestellen; abmelden; newsletter … abonniert;
      unsere[r]? (software|plattform|app|loesung); wir vermitteln; webinar; zeitarbeit; unsere rechnung;
      mit [a-z]* planen sie`,
  },
  {
    label: 'sonstige',
    weight: 2.5,
    kind: 'Gericht',
    in: body,
    any: `
      verwaltungsrechtssache; antragsgegner* … stellungnahme; auf anordnung;
      uebersende ich den nachpruefungsantrag; die vergabeakten sind`,
  },
]

export const stakeholderSigns = signs(lines)
