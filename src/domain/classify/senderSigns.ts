import type { Profile } from '../programme/profile.ts'
import type { Programme } from '../programme/programme.ts'
import type { Stakeholder } from './labels.ts'
import { plainWords } from './plainWords.ts'
import { type Hit, type SignLine, signs, type Zones } from './sign.ts'

type Organisation = Profile['verzeichnis'][number]

/** Weights of the directory. A domain is a hint: anyone can write from anywhere, so words of the letter can beat it. */
const weights = { address: 3.5, begin: 2.8, domain: 3, sharedDomain: 1.2, keyword: 2.4, private: 2.6 }

/**
 * What the programme's directory says of the sender. A domain that several organisations share (a Kreis and its
 * Jugendamt) counts in full only for those whose keyword stands in the signature, display name or subject.
 */
export function directoryHits(
  programme: Programme,
  address: string,
  zones: Zones,
  trusted: boolean,
): Hit<Stakeholder>[] {
  const at = address.lastIndexOf('@')
  if (at < 1 || !trusted) return []
  const local = address.slice(0, at).toLowerCase()
  const domain = address.slice(at + 1).toLowerCase()
  const known = programme.profile.verzeichnis
  const exact = known.filter(each => each.adressen.includes(`${local}@${domain}`))
  if (exact.length > 0)
    return exact.slice(0, 1).map(each => hit(each.typ, weights.address, 'Adresse im Verzeichnis'))

  const sharing = known.filter(each => each.domains.some(one => isWithin(domain, one)))
  if (sharing.length === 0) return []
  const begins = sharing.filter(each => each.adressanfaenge.some(begin => beginsWith(local, begin)))
  if (begins.length > 0)
    return begins.slice(0, 1).map(each => hit(each.typ, weights.begin, 'Adresse im Verzeichnis'))

  const named = sharing.flatMap(each => keywordHit(each, zones))
  const byType = new Map<Stakeholder, number>()
  for (const each of sharing) {
    if (each.adressanfaenge.length > 0) continue
    const weight = each.kennworte.length === 0 ? weights.domain : weights.sharedDomain
    byType.set(each.typ, Math.max(byType.get(each.typ) ?? 0, weight))
  }
  const kind = 'Absenderdomain im Verzeichnis'
  return [...[...byType].map(([type, weight]) => hit(type, weight, kind)), ...named]
}

/** Whether `domain` is `known` or lies below it: "grundschule.elmshorn.de" does, "evil-elmshorn.de" does not. */
export function isWithin(domain: string, known: string): boolean {
  const base = known.toLowerCase()
  return domain === base || domain.endsWith(`.${base}`)
}

/** "schulamt", "schulamt.kreis" and "schulamt-pi" begin with "schulamt"; "schulamtmann" does not. */
function beginsWith(local: string, begin: string): boolean {
  const start = begin.toLowerCase()
  return local.startsWith(start) && !/[a-z]/.test(local[start.length] ?? '')
}

function keywordHit(organisation: Organisation, zones: Zones): Hit<Stakeholder>[] {
  for (const keyword of organisation.kennworte) {
    const wanted = plainWords(keyword).text.replaceAll('| ', '')
    for (const zone of ['signature', 'name', 'subject', 'local'] as const) {
      const text = zones[zone]?.text.replaceAll('| ', '')
      if (text?.includes(wanted)) {
        return [
          {
            label: organisation.typ,
            weight: weights.keyword,
            kind: 'Stelle laut Verzeichnis',
            zone,
            words: keyword,
          },
        ]
      }
    }
  }
  return []
}

function hit(label: Stakeholder, weight: number, kind: string): Hit<Stakeholder> {
  return { label, weight, kind, zone: 'domain', words: '' }
}

const freeMail =
  /^(?:gmx|web|gmail|googlemail|t-online|freenet|outlook|hotmail|live|msn|yahoo|icloud|me|aol|posteo|mailbox|mail|arcor|online|kabelmail|vodafonemail|1und1|ewetel|proton|protonmail|tutanota|tuta|email|yandex|ukr|wp|onet|o2online|versanet|alice)\.[a-z]{2,7}(?:\.[a-z]{2})?$/

const rarelyPrivate: [Stakeholder, number][] = [
  ['kreisverwaltung', -1],
  ['jugendamt', -1],
  ['schulamt', -1],
  ['schultraeger', -1],
  ['freier_traeger', -0.8],
  ['presse', -0.6],
  ['politik', -0.5],
  ['schule', -0.4],
  ['automatisch', -2],
]

/** A domain of its own belongs to an office, company or club; which one, other signs must tell. */
const unknownDomain: Hit<Stakeholder>[] = [
  hit('sonstige', 0.8, 'Adresse einer Einrichtung'),
  hit('freier_traeger', 0.4, 'Adresse einer Einrichtung'),
  hit('eltern', -0.6, 'Adresse einer Einrichtung'),
]

/** Providers where private people have their mailbox. Offices and companies rarely write from there. */
export function privateMailHits(address: string): Hit<Stakeholder>[] {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  if (domain === '') return []
  if (!freeMail.test(domain)) return unknownDomain
  const kind = 'private Mailadresse'
  return [
    hit('eltern', weights.private, kind),
    hit('bewerber', 0.6, kind),
    hit('sonstige', 0.6, kind),
    ...rarelyPrivate.map(([label, weight]) => hit(label, weight, kind)),
  ]
}

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
      ggmbh; (diakon|caritas|lebenshilfe|arbeiterwohlfahrt|johanniter|malteser|kolping|paritaet)*; awo;
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
