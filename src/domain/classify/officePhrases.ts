import type { Stakeholder } from './labels.ts'
import type { SignLine } from './sign.ts'

const body = ['body', 'subject'] as const

/** What schools, offices, providers and politicians say about themselves. */
export const officePhrases: SignLine<Stakeholder>[] = [
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
]
