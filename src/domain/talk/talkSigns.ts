import { signs } from '../classify/sign.ts'

const body = ['body'] as const

/** What a message is about. Words of everyday office life are not here: they say nothing about the programme. */
export const aboutSigns = signs([
  {
    label: 'programme',
    weight: 3,
    kind: 'spricht vom Vorhaben',
    in: body,
    any: `
      *assisten*; *schulbegleit*; *begleitung; *begleiter*; (i|inklusions|integrations) ?(kraft|kraefte*|kinder*|kind|helfer*);
      *integrationshelf*; *eingliederungshilfe*; ka kraefte; die ka; der ka; *teamleit*; *kooperations(vertrag|vereinbar)*;
      *leistungsvereinbar*; *fachleistungsstunde*; *ausschreibung*; *vergab*; *bieterfrage*; *teilnahmeantr*; *hilfeplan*;
      pool; poolmodell*; (unser|das|dem) projekt; class assist*; classroom assist*; teaching assist*; school (aid|aide|companion)*;
      cooperation (agreement|contract)*`,
  },
  {
    label: 'people',
    weight: 2,
    kind: 'nennt Schule, Eltern, Träger oder Behörde',
    in: body,
    any: `
      (?!schulfe(?:st|rien)|schulschluss|schulung)(schul|grundschul|gemeinschaftsschul|ganztag|foerderzentr)[a-z0-9]{0,30};
      [a-z]{2,20}schulen?; gs; igs; *kollegium*; *klassen?; klasse [0-9]*; [0-9][a-e]; [1-4] klasse; klassenteam*; daz*;
      eltern; elternvertret*; elternbeirat*; (eine?r?|die|der) (mutter|vater); kind; kinder*; kindes; (ihr|ihre|ihres|ihrem) (sohn*|tochter);
      traeger*; *schultraeger*; awo; diakonie*; lebenshilfe*; drk; caritas; *schulamt*; *jugendamt*; *schulaufsicht*; *schulrat*; *schulraet*;
      *kreistag*; *ausschuss*; *fraktion*; *gemeinde*; *buergermeister*; *vergabestelle*; *kaemmerei*; presse; redaktion; journalist*;
      lehrkr*; lehrer(in|innen)?; lk; schueler*; schulleit*; rektor*; bewerber*; bewerbung*;
      schools?; parents?; teachers?; pupils?; providers?; children; child`,
  },
  {
    label: 'matter',
    weight: 2,
    kind: 'nennt eine Sache der Verwaltung',
    in: body,
    any: `
      *vertrag; *vertraege*; *vereinbarung*; *bescheid*; antrag*; antraege*; *antragstell*; frist*; zeitplan*; *abrechn*; *rechnung*; *haushalt*;
      *kosten*; *finanzier*; *foerder*; *zuwendung*; *entgelt*; tarif*; pauschal*; *budget*; unterlagen; formular*; musterbrief*; *vorlage*;
      *qualifi*; *eingruppier*; *stellenanteil*; stellen; *fuehrungszeugnis*; *fortbildung*; *einsatzplan*; *stundenplan*; *raumfrage*;
      raum; raeume; raeumen; region [0-9]; (ersten?|zweiten?|dritten?|naechsten?) region; regionen; los [0-9]; lose; ein los; *konzept*;
      elternabend*; infoabend*; informationsabend*; *widerspruch*; *beschwer*; *datenschutz*; einwilligung*; *sachkosten*; *pausenaufsicht*;
      klassenfahrt*; inklusi*; medikament*; *probezeit*; zustaendig*; ansprechpartner*; ansprechperson*; einschulung*;
      (ist|haben wir) eine zusage; *musterver*; *unterschrift*; *wiedervorlage*;
      programme; funding; contracts?; deadline*; tender*; agreement*; contact person; application*; salary; invoice*`,
  },
])

/** Something is wanted or missing. */
export const wantSigns = signs([
  {
    label: 'asks',
    weight: 2,
    kind: 'bittet um Auskunft',
    in: body,
    any: `
      (moechte|moechten|will|wollen|wuerde|wuerden|haette|haetten|wuesste|wuessten) … (wissen|gewusst|erfahren|auskunft|info|infos|information*|zusage|antwort);
      (wuesste|wuessten) … gern*; gern* (wissen|gewusst); (will|wollen|moechte|moechten) wissen; frage*; fragt; fragen; gefragt; nachgefragt; angefragt; anfrage*; rueckfrage*;
      fragt … an; unklar*; auskunft*; einschaetzung; rueckmeldung; klaerung; (brauche|brauchen|braeuchte|braeuchten|brauch|benoetig*|suche|suchen) [a-z0-9]*;
      need [a-z]*; please [a-z]*; (could|can|does|do|is|are|will|who|when|where|what|which|how|why|may|should) [a-z]* [a-z]*; info|infos; stand der dinge`,
  },
  {
    label: 'asks',
    weight: 2,
    kind: 'bittet etwas zu tun',
    in: body,
    any: `
      bitte … (klaer*|pruef*|melden|meldet|nachhaken|nachfrag*|antwort*|rueckmeld*|rueckruf*|schick*|send*|erledig*|kuemmer*|besprech*|beantwort*|mitteil*|weiterleit*|um);
      bitte um [a-z]*; (koennt|koennten|koennen|kann|koennte) (ihr|sie|jemand|das|man|wir|ich|es|bitte|uns|mir|eine*|die|der) [a-z]*;
      (moechte|moechten|wuerde|wuerden|will) … (mitmachen|beteiligt|beteiligen|teilnehmen|starten|anmelden|verschieben|einstellen|beantragen);
      nachhaken; dringend*; asap; eilt; zeitnah; an wen; wen … (an|fragen)`,
  },
  {
    label: 'lacks',
    weight: 2,
    kind: 'etwas fehlt oder ist offen',
    in: body,
    any: `
      fehlt; fehlen; (noch|bisher|immer noch) (nicht*|kein*|offen|nix); kein(e|en|em|er|es)? [a-z0-9]*; nicht (bekommen|erhalten|geklaert|besetzt|unterschrieben|angekommen|da); niemand*;
      offen; ungeklaert*; problem*; schwierig*; verunsichert*; beschwer*; unzufrieden*; verzoeger*; ausgefallen; faellt … aus; krank … (wer|ersatz|vertret*); hinweis;
      meldet; gemeldet; (mehr|weniger) … als (geplant|gedacht); abzieh*; abgezogen; kuendigt; gekuendigt; abgelehnt; droht; widerspruch*; hat angerufen; haben angerufen`,
  },
])

/** Talk among colleagues: thanks, wishes, where somebody is, food, things of the house. */
export const smallTalkSigns = signs([
  {
    label: 'small',
    weight: 3,
    kind: 'Dank, Gruß oder Glückwunsch',
    in: body,
    any: `
      danke (dir|euch|ihnen|an alle|fuer|schoen|sehr|nochmal*|allen); vielen dank; glueckwunsch*; gratul*; geburtstag*; gute besserung; willkommen; feierabend;
      (schoene[nsr]?|frohe[ns]?|gute[ns]?) (ferien|feiertage|ostern|weihnacht*|woche|wochenende|start|urlaub|abend|rutsch|reise|neues); freue? mich; freu mich; hat sich erledigt; erledigt;
      happy (birthday|easter|holidays); (nice|good) (weekend|morning|evening|day); thanks*; thank you; hab dich lieb; (war|waren) (toll|super|klasse|schoen|gut|prima|lecker)`,
  },
  {
    label: 'small',
    weight: 3,
    kind: 'sagt, wo jemand ist oder was im Haus geschieht',
    in: body,
    any: `
      (bin|ich bin|wir sind|sind) … (urlaub|krank|homeoffice|termin|meeting|unterwegs|stau|zug|mobil|abwesend|schlecht erreichbar|wieder da|weg|gleich da|betriebsausflug|erreichbar);
      abwesend bis; abwesenheit*; (komme|kommen|komm) … spaeter; verspaete* mich; mache … (schluss|pause|feierabend); heute (frueher|spaeter);
      mittag*; mittagessen; essen (gehen|gehn|zum); (zum|beim) essen; lunch; kantine*; mensa; kaffee*; kuchen*; eis; pizza; tasse*; kuehlschrank*; drucker*; beamer*; ladekabel*; aufzug*; fahrstuhl*; parkplatz*; parkplaetze; schluessel fuer (die|das) (kueche|raum);
      sommerfest*; schulfest*; sportfest*; wandertag*; hitzefrei; weihnachtsfeier*; betriebsausflug*; tuer*; foyer; (auf|im) dem? flur; mitfahr*; faehrt jemand; stau;
      konferenz geht; *konferenz (bitte|geht|dauert|heute); lehrerkonferenz; zeugniskonferenz; dienstbesprechung; (sitzung|treffen|termin|meeting|besprechung|runde|jour fixe) (ist|faellt|auf|wird|wurde|verschoben|verlegt|heute|um)`,
  },
])
