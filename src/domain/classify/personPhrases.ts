import type { Stakeholder } from './labels.ts'
import type { SignLine } from './sign.ts'

const body = ['body', 'subject'] as const
const child =
  '(sohn*|soehne*|tochter|toechter|kind|kinder|junge|jungen|jungs|maedchen|maedel|kleine*|grosse*|mittlere*|aelteste*|juengste*|zwillinge*|baby|pflegekind*|pflegetochter|pflegesohn|enkel*|stiefsohn|bub)'

/** What families, applicants, neighbours, media and programs say about themselves. */
export const personPhrases: SignLine<Stakeholder>[] = [
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
      werden nicht (automatisch )?weitergeleitet; lesebestaetigung *;
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
