import type { DangerGroup } from './dangerGroups.ts'
import { harmLines } from './harmSigns.ts'
import { neglectLines } from './neglectSigns.ts'
import { type SignLine, signs } from './sign.ts'

/*
 * Words for danger to a child. The loud ones (Misshandlung, Kindeswohlgefährdung) stand mostly in concepts, training
 * offers and statistics; the real hint is mostly one plain sentence. So loud words count only beside a
 * concrete child, plain sentences by themselves. Recall before precision: any doubt rings (domain.md 8, K1).
 */

const zones = ['body'] as const

/** Loud words: they count only when the letter speaks of a concrete child. */
const loud: SignLine<DangerGroup>[] = [
  {
    label: 'word',
    weight: 3,
    kind: 'nennt eine Gefährdung',
    in: zones,
    any: `
      kindeswohlgefaehrd*; kindeswohl; gefaehrdungsmeldung; 8a (meldung|fall|verdacht|mitteilung); § 8a;
      gewichtige anhaltspunkte; § 4 kkg; inobhut*; *missbrauch*; *misshandl*; vernachlaessig*; gewalt; verdacht auf;
      akut(e|er)? (gefahr|gefaehrdung); in gefahr;
      (kind|schueler*|junge*|maedchen) … (geschlagen|verletzt|bedroht|leidet); (ganz|sehr|akut) dringend;
      sofort jemand; notfall`,
  },
]

/** A child that exists: "ein Junge aus meiner Klasse", "das kleine Mädchen", "mein Enkel". */
const concrete = signs([
  {
    label: 'person',
    weight: 1,
    kind: 'ein bestimmtes Kind',
    in: ['body'],
    any: `
      (mein|meine|meinen|meinem|meiner|unser|unsere|unserem|unserer|seine|ihre|ihr|sein|sein*|ihr*) ([a-z]* ){0,2}(sohn|tochter|kind|junge*|maedchen|enkel*|kinder|kleine*|bruder|schwester|neffe|nichte|pflegekind*|patient*);
      (ein|eine|einem|einer|einen|eines|das|dem|den|der|die|dieses|zwei|drei) ([a-z0-9]* ){0,2}(junge|jungen|maedchen|schueler|schuelerin|kleine|kleinen|erstklaessler*|zweitklaessler*|viertklaessler*|enkel|enkelin|bruder|schwester|geschwister|baby|saeugling|aelteste|jaehrige[rsnm]?|jungs|patient*);
      (ein|einem|eines|das|dieses) kind (aus|das|mit|der|in|heute|hat|steht|sagt|erzaehlt|ist|war);
      (das|dieses|ein|dem|mein|unser) [a-z]{0,8}kind(es)?; [0-9]{1,2} jahre (alt)?;
      (mein|meine|meiner|meinen) (nichte|neffe|enkel*|grosse*|begleitkind);
      (einer|eine|eins|einem) (von|der|aus|unserer|meiner) ([a-z]* )?(jungs|jungen|maedchen|kleinen|kinder|kindern|schueler*);
      (zwei|drei|mehrere) kinder; drittklaessler*; (der|die) (kleinste|juengste|aelteste|mittlere)[nr]?; lesekind; patenkind*; (die|seine|ihre|deren) (kinder|kleinen) (vom|von|des|der); [a-z]* (vom|von) nachbarn; (saeugling|baby|kleinkind);
      (die|meine|beide|seine|ihre) (zwillinge|geschwister);
      mein(e|en|em)? (stief)?(papa|mama|vater|mutter|bruder|schwester); freundin von*;
      (ich|und) (bin|werde) (6|7|8|9|10|11|12|13|14|15|16); die familie;
      (leon|er|sie) (sagt|sagte|erzaehlt|erzaehlte|hat mir|kommt|will|schlaeft|wirkt|hat)`,
  },
])

/** Where words of danger are a topic, not an event. */
const asTopic = signs([
  {
    label: 'topic',
    weight: 1,
    kind: 'Gefährdung als Thema',
    in: ['subject', 'body'],
    any: `
      *schutzkonzept*; fortbildung*; seminar*; tagesseminar; workshop*; schulung*; fachtag*;
      theaterprojekt; theaterstueck; gewaltpraevention; gewaltschutz*; praevention*; vortrag*; statistik*;
      anzahl der; die zahl der; aufgeschluesselt; recherch*; jugendaemter;
      (unser|das|ein|im) (schul)?konzept; leitfaden; handreichung*; textbaustein; netzwerktreffen;
      (§ 8a|8a) abs* 4; insoweit erfahrene*; vereinbarung nach § 8a; verfahrensablauf;
      wie … (eingebunden|geregelt); bei verdachtsfaellen; fuer einen (artikel|beitrag|bericht);
      theaterstueck; masterarbeit; elternbroschuere; flyer; tagung`,
  },
])

/** The writer says that it is over. */
const closed = signs([
  {
    label: 'closed',
    weight: 1,
    kind: 'abgeschlossen',
    in: ['subject', 'body'],
    any: `
      entwarnung; fehlalarm; (das|es) (ist|hat sich) (laengst|inzwischen|alles|mittlerweile|zum glueck) … (geklaert|erledigt|aufgeklaert);
      (das|es|alles) hat sich … (geklaert|erledigt|aufgeklaert|herausgestellt); (alle )?faelle … abgeschlossen;
      der fall ist abgeschlossen; war ein missverstaendnis; geht wieder gern*; nur (noch )?(um die zaehlung|fuer die statistik)`,
  },
])

/** The writer tells of an everyday scrape. */
const minor = signs([
  {
    label: 'minor',
    weight: 1,
    kind: 'harmlos erzählt',
    in: ['subject', 'body'],
    any: `
      halb so (wild|schlimm); nicht (weiter )?(schlimm|tragisch); gerangelt; rangelei;
      beim (fussball|sport|turnen|toben|spielen|klettern) … (gefallen|verletzt|gestuerzt);
      aber das wird schon; zum glueck (ist )?nichts passiert`,
  },
])

/** What families ask every office; a letter about such a thing needs no one to look today. */
const everyday = signs([
  {
    label: 'everyday',
    weight: 1,
    kind: 'alltägliche Frage',
    in: ['subject', 'body'],
    any: `
      wann … (los|losgeht|startet|beginnt|kommt|dran|soweit); ab wann; (kommt|kommen|geht) … in die (schule|erste klasse|1 klasse);
      (kommt|geht|gehen) in (die )?([1-4]|klasse [1-4])*; kitaplatz*; krippe*; ferienbetreuung; urlaub; hausaufgaben; zahnarzt;
      baustelle; ampel; schulweg; turnhalle; spielplatz; kosten; zahlen; bezahlen; danke fuer; vielen dank fuer; schulwahl; umzug; ziehen`,
  },
])

export const plainDanger = signs([...harmLines, ...neglectLines])
export const loudDanger = signs(loud)
export { asTopic, closed, concrete, everyday, minor }

/** Not danger by itself, but a concrete person's well-being: a person reads it the same working day. */
export const wellBeing = signs([
  {
    label: 'today',
    weight: 1,
    kind: 'Wohl eines Kindes berührt',
    in: ['subject', 'body'],
    any: `
      (zuhause|zu hause|daheim) (bleiben|sitzt|sitzen|ist); (sitzt|bleibt|ist) … (zuhause|zu hause|daheim);
      darf … nicht (mehr )?(besuchen|kommen|in die schule|zur schule|hin); darf … nur noch;
      nur noch (zwei|drei|eine|[0-9]) stunden;
      schule … (nicht mehr besuchen|ausgeschlossen|suspendiert|beurlaubt);
      (will|moechte|mag) nicht (mehr )?in die schule;
      (weint|weinen) … (jeden|jede|morgen|abend|nacht|nur noch|staendig|viel); hat … nur noch geweint;
      bauchschmerzen; bauchweh;
      (gemobbt|mobbing|geaergert|gehaenselt|eingeschuechtert|ausgelacht|verpruegelt);
      (wirkt|ist|sehr) … (traurig|still|verstoert|abgemagert|bedrueckt|veraengstigt|apathisch);
      zieht sich (zurueck|sehr zurueck|immer mehr zurueck); verzweifelt; weiss nicht (mehr )?weiter;
      (schlafe|schlaeft) … kaum; (laeuft|laufen|rennt|gelaufen) … weg; weglauf*;
      kann … nicht (alleine|allein) (auf|zur|die) toilette; toilette allein*;
      nicht mehr (weiter|warten|koennen|kann); kann … nicht mehr;
      (ueberfordert|ueberforderung|ueberlastet);
      (schulbegleit*|begleit*|integrationskraft|begleitung|frau was hilft) … (krank|gekuendigt|weg|nicht nachbesetzt|niemand*|keiner);
      (es )?(kommt|gibt) … (niemand|keine vertretung|keiner); findet niemanden;
      (rettungswagen|notaufnahme|krampfanfall|anfall|notarzt); polizei;
      (schlaegt|beisst|tritt|kratzt) (um sich|sich|andere|mitschueler); um sich; angst (um|vor|hat|zu|in);
      ohne (begleitung|betreuung|aufsicht|hilfe); existenz*; vielleicht ist nichts; sorge(n)? (um|mache*);
      mache(n)? (mir|uns) (grosse )?sorgen; (seelisch|psychisch) … (belast*|am ende|schlecht);
      trennen sich; braucht (dringend|sofort|unbedingt) hilfe; notlage; obdachlos*;
      kein(e)? (medikamente|essen|geld mehr); gefahr; gefaehrlich fuer (ihn|sie|mein*|das kind|andere);
      gestuerzt; verletzt*`,
  },
])
