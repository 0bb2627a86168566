import type { Stakeholder } from './labels.ts'
import { type SignLine, signs } from './sign.ts'

const who = ['name', 'signature'] as const
const anywhere = ['name', 'signature', 'local', 'domain'] as const
const office = 'Funktion in Signatur oder Absendername'
const organisation = 'Einrichtung in Signatur oder Absender'

/** Functions and organisations in display name, signature and address. */
const lines: SignLine<Stakeholder>[] = [
  {
    label: 'automatisch',
    weight: 6,
    kind: 'Absender ist ein Programm',
    in: ['local', 'name'],
    any: `
      mailer daemon; postmaster; (no|do not|donot) ?reply; noreply*; mail delivery (sub)?system;
      microsoft outlook; bounce*; autoreply; auto reply; nicht antworten`,
  },

  {
    label: 'eltern',
    weight: 3,
    kind: office,
    in: ['name'],
    any: `
      familie; fam; (oma|opa|omi|opi|mutter|vater|mama|papa|mutti|eltern)( [a-z]*)?; [a-z]* mutter;
      pflegeeltern; (sorgeberechtigte*|erziehungsberechtigte*)`,
  },
  {
    label: 'eltern',
    weight: 2,
    kind: office,
    in: ['signature'],
    any: `
      familie [a-z]*; fam [a-z]*; pflegeeltern; (sorgeberechtigte*|erziehungsberechtigte*);
      (mutter|vater|mama|papa|oma|opa) von [a-z]*`,
  },
  {
    label: 'eltern',
    weight: 5,
    kind: 'Elternvertretung',
    in: [...anywhere, 'subject'],
    any: `
      (schul|kreis|landes|klassen)?elternbeirat*; (schul|kreis|landes|stadt|bezirks)?elternrat*;
      elternvertret*; klassenelternvertret*; elternsprecher*; schulpflegschaft*; bezirkselternausschuss;
      seb; keb; ker; leb; eltern der [a-z0-9]*; (fuer|der|die) elternschaft`,
  },

  {
    label: 'schule',
    weight: 4.2,
    kind: office,
    in: who,
    any: `
      (kon)?rektor(in)?; (schul|grundschul)leit(er|erin|ung|ungen);
      (stellv*|stellvertretende|kommissarische) schulleit*; *klassenlehrer*;
      (klassen|fach|foerder)?lehrerin; lehrer; *lehrkraft; sonderpaedagog*; schulsekretaer*;
      (schul)?sekretariat; (rektorat|konrektorat); kollegium; koordinator*in ganztag; stufenleitung;
      foerderzentrumsleit*; oberstudien*; schulsozialarbeit*; (schul)?hausmeister; foerderschullehr*;
      schulbegleitkoordinat*`,
  },
  {
    label: 'schule',
    weight: 2.8,
    kind: 'Schule in Signatur oder Absender',
    in: anywhere,
    any: `
      gs; (grund|gemeinschafts|gesamt|regional|real|ober|haupt|nord|sued)schule*;
      [a-z]{3,20}(?<!(?:volkshoch|fahr|musik|tanz|sprach|hoch))schule; foerderzentrum*; gymnasium; igs;
      sekretariat*; rektorat; schulleitung; schule [a-z]*`,
  },

  {
    label: 'schultraeger',
    weight: 4,
    kind: office,
    in: [...who, 'local'],
    any: `
      buergermeister*; verbandsvorsteher*; stadtraet*; amtsdirektor*; amtsvorsteher*;
      (fachbereich|fachdienst|sachgebiet|amt|abteilung|fb|fd) (fuer )?(schule*|bildung); schulverwaltung*;
      schulamt der stadt; staedtisches schulamt; stadtschulamt; amtsverwaltung; (stadt|gemeinde)verwaltung;
      hauptamt; schulangelegenheiten; schultraeger*`,
  },
  {
    label: 'schultraeger',
    weight: 2.6,
    kind: organisation,
    in: anywhere,
    any: `
      schulverband*; schultraegerverbund;
      (stadt|gemeinde|samtgemeinde|flecken|markt) (?!(?:elternrat|elternbeirat|vertret))[a-z]*; amt [a-z]*;
      gemeinde; rathaus; bauamt; ordnungsamt; stadtjugendpflege; gruenflaechen`,
  },

  {
    label: 'schulamt',
    weight: 4.2,
    kind: office,
    in: [...who, 'local'],
    any: `
      schulraet*; schulrat; schulamtsdirektor*; (untere |regionale )?schulaufsicht*; schulaufsichtsbeamt*;
      ministerialr*; rlsb; regionales landesamt*`,
  },
  {
    label: 'schulamt',
    weight: 3,
    kind: organisation,
    in: [...anywhere, 'subject'],
    any: `
      schulamt(?! (der|fuer die) stadt); (bildungs)?ministerium*; schulpsycholog*; schulpsychologie*;
      landesschulbehoerde; senatsverwaltung; senbjf; mbwfk`,
  },

  {
    label: 'freier_traeger',
    weight: 3.4,
    kind: 'Rechtsform oder Name eines Trägers',
    in: anywhere,
    any: `
      ggmbh; gemeinnuetzige gmbh; assistenz (plus|dienst*|service*|nord|sued); (diakon|caritas|lebenshilfe|arbeiterwohlfahrt|johanniter|malteser|kolping|paritaet)*; awo;
      drk; asb; ib; sos kinderdorf; wohlfahrt*; kinderschutzbund*; *jugendhilfe (?!ausschuss|planung)*;
      jugendhilfetraeger; traegerverbund; traegerverein; (kinder|jugend)haus; schulbegleitung;
      assistenzdienst; integrationshilfe*; familienhilfe; mobile dienste; hilfen`,
  },
  {
    label: 'freier_traeger',
    weight: 2.2,
    kind: 'Rechtsform in Signatur oder Absender',
    in: anywhere,
    any: `
      e v; ev; stiftung*; gug; eg`,
  },
  {
    label: 'freier_traeger',
    weight: 2,
    kind: office,
    in: who,
    any: `
      (bereichs|einrichtungs|einsatz|fachbereichs|regional)leit*;
      (paedagogische|kaufmaennische|fachliche) leit*; geschaeftsfuehr*; vorstand; fachberatung;
      qualitaetsmanagement; bereich (schulbegleitung|schulassistenz|jugendhilfe|inklusion)`,
  },

  {
    label: 'jugendamt',
    weight: 4,
    kind: office,
    in: [...who, 'subject'],
    any: `
      asd; allgemeine(r|n) sozialer? dienst; allgemeiner sozialdienst; pflegestellen;
      (pflegekinder|adoptions)dienst; wirtschaftliche jugendhilfe; wjh;
      (fachdienst|fd|fachbereich|fb) jugend*; soziale dienste; jugendhilfeplanung;
      (sachgebiet |team |fachdienst )?eingliederungshilfe*; bezirkssozialdienst; kinderschutzfachkraft`,
  },
  {
    label: 'jugendamt',
    weight: 3.4,
    kind: organisation,
    in: anywhere,
    any: `
      *jugendamt*; eingliederungshilfe`,
  },

  {
    label: 'kreisverwaltung',
    weight: 4,
    kind: office,
    in: [...who, 'local', 'subject'],
    any: `
      (zentrale )?vergabestelle; kaemmer(ei|er|in);
      (fachdienst|fd|fachbereich|abteilung|stabsstelle) (recht|finanzen|personal|organisation|umwelt|zentrale|it|digital|haushalt|presse)*;
      rechtsamt; rechtsabteilung; pressestelle; pressesprecher*; (buero|vorzimmer) (der|des) landr*;
      landraetin; landrat; it service; kreistagsbuero; sitzungsdienst;
      (behoerdliche*|kreis) datenschutzbeauftragte*; gleichstellungsbeauftragte*;
      personalrat der kreisverwaltung; controlling; buergerservice; revision; rechnungspruefung*;
      poststelle`,
  },
  {
    label: 'kreisverwaltung',
    weight: 1.6,
    kind: organisation,
    in: who,
    any: `
      kreisverwaltung; (kreis|landkreis) [a-z]*; fachdienst [a-z]*`,
  },

  {
    label: 'politik',
    weight: 4.5,
    kind: office,
    in: [...who, 'local', 'domain'],
    any: `
      *fraktion*; kreistagsabgeordnet*; (mdl|mdb|mdkt); mitglied des (landtag|kreistag|bundestag)*;
      (gemeinde|stadt|rats)vertret*; rats(herr|frau|mitglied); (orts|kreis)(verband|verein); spd*; cdu*;
      gruene*; fdp*; ssw; linke; afd; bsw; landtag; kommunalpolitik; (buergerliches|sachkundiges) mitglied;
      stadtrat; abgeordnete*; partei; waehlergemeinschaft`,
  },

  {
    label: 'presse',
    weight: 5,
    kind: office,
    in: [...anywhere, 'subject'],
    any: `
      *redaktion*; redakteur*; *journalist*; volontaer*; reporter*; chefredakt*; ressort*; korrespondent*`,
  },
  {
    label: 'presse',
    weight: 3,
    kind: 'Medium in Signatur oder Absender',
    in: anywhere,
    any: `
      *zeitung*; *tageblatt*; *abendblatt*; *anzeiger; *kurier; *bote; *rundschau; *nachrichten; ndr; shz;
      dpa; rtl*; *funk; *radio*; (wochen|tages)blatt; hoerfunk; tv; fernsehen; verlag`,
  },

  {
    label: 'bewerber',
    weight: 2.5,
    kind: 'Bewerbung im Betreff',
    in: ['subject'],
    any: `
      (initiativ)?bewerbung (?!verfahren)*; bewerbung(sunterlagen)?; quereinst*; stellenausschreibung;
      stellenanzeige; fsj; bufdi; praktikum*; stellengesuch; sucht? neue stelle; jobanfrage; stelle als*`,
  },

  {
    label: 'sonstige',
    weight: 4.5,
    kind: 'Kanzlei oder Gericht in Signatur oder Absender',
    in: anywhere,
    any: `
      *kanzlei*; rechtsanw*; anwalt*; anwaelt*; ra; rain; fachanwalt*; (ober|bundes)?verwaltungsgericht*;
      (amts|land|sozial|familien|oberlandes)gericht*; vergabekammer*; (ovg|vg) [a-z]*; staatsanwaltschaft`,
  },
  {
    label: 'sonstige',
    weight: 3.6,
    kind: organisation,
    in: anywhere,
    any: `
      universitaet*; uni; *hochschule*; institut*; student*; studierende*; (kinder|haus)?arzt*;
      (kinder)?aerzt*; *praxis; klinik*; spz; hebamme*; kita; kindergarten; kindertages*; hort;
      tagesmutter; tagespflege*; gewerkschaft*; ver di; gew; lehrerverband; jobcenter*;
      agentur fuer arbeit; polizei*; consult*; vertrieb*; sales; marketing; newsletter; werbung;
      *software*; cloud; schulbegleiter*; nachbar*; anonym*; buerger; selbsthilfe*; familienzentrum;
      ganztagsteam; ogs; malerbetrieb; zeitarbeit; personaldienst*; *akademie; feuerwehr; krankenkasse;
      team ogs; kirchengemeinde; sportverein; trainer*; sportverein; sv; tsv; busfahrer*; busreisen;
      erzieher*; versicherung*; stadtwerke; pflegedienst*; kinderkrankenpflege; therapeut*; logopaed*;
      ergotherap*; psycholog*; fachtag*; praevention*; theater*; pastor*; pfarr*`,
  },
  {
    label: 'sonstige',
    weight: 1,
    kind: 'Rechtsform in Signatur oder Absender',
    in: anywhere,
    any: `
      gmbh; kg; ag; ug; ohg; inc; ltd; gbr; verein; verband; (info|kontakt|hello|service)`,
  },
]

export const senderSigns = signs(lines)
