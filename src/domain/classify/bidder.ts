import type { Profile } from '../programme/profile.ts'
import type { Stakeholder, Topic } from './labels.ts'
import { type Hit, hitsOf, signs, type Zones } from './sign.ts'

const all = ['subject', 'body'] as const

/** Who says these things acts in the procedure, or means to (domain.md section 4, Bieter-Signale). */
const table = signs([
  {
    label: 'acts',
    weight: 3,
    kind: 'Frage oder Schritt eines Bieters',
    in: [...all, 'attachments'],
    any: `
      bieterfrage*; bieterinnenfrage*; (den|einen|unseren|der|unser|als)? ?teilnahmeantr*;
      (als )?bietergemeinschaft*; eignungs(nachweis|leihe)*; preisblatt*;
      (unsere[rsnm]?|einen|als) nachunternehmer*; unterauftragnehmer*; eigenerklaerung*; eee;
      (ein |das |unser )?(erst)?angebot (fuer|zu|zum|auf) (los|die ausschreibung|die vergabe)*;
      erstangebot*; angebotsfrist*; aufforderung zur angebotsabgabe; vergabenummer;
      (mehrere|alle|beide|einzelne|welche) lose; los [1-9]; teilnahmefrist;
      wir pruefen eine (beteiligung|teilnahme|bewerbung);
      (wir|ich|uns|mich) … (am|an der|an dem|auf das|auf die|bei der) … (teilnahmewettbewerb|vergabeverfahren|ausschreibung|vergabe) … (beteiligen|teilnehmen|bewerben|mitmachen);
      (koennen|duerfen|wuerden|moechten|wollen) (wir|wir uns|uns|sie sich|ich|ich mich) … (beteiligen|mitbieten|mitmachen|mitzumachen|teilnehmen|bieten);
      wuerden uns als traeger gern*; bei der (grossen )?ausschreibung mit*;
      (am|an) … (vergabeverfahren|ausschreibung) … interess*;
      interess* … (am|an) … (vergabeverfahren|ausschreibung|auftrag); (wir|namens|hiermit) … ruege(n)?;
      ruegen (wir|gemaess|die); unser(e[mnr])? (kalkulation|angebot|bewerbung um den auftrag);
      wie gross werden die (pakete|lose); bewerber … (zugelassen|verhandlung); preisgleitklausel; § 160;
      zuschlagskriterien … (gewichtet|bewertet);
      (praequalifi|referenzen)* (aus|werden|gelten|anerkannt|herangezogen)`,
  },
  {
    label: 'asks',
    weight: 2,
    kind: 'Frage zum Vergabeverfahren',
    in: all,
    any: `
      vergabeunterlagen; vergabeplattform; leistungsbeschreibung; teilnahmewettbewerb*; vergabeverfahren;
      wann … (ausgeschrieben|ausschreibung … veroeffentlicht|ausschreibung);
      (wird|ist|soll) die ausschreibung … (veroeffentlicht|erscheinen|starten); auf welcher plattform;
      vertragslaufzeit; mindestumsatz; vgv; gwb; portal … anlage*; § 62; bekanntmachung; lose; losvergabe; zuschlag; fuer unsere kalkulation;
      mengengeruest; kalkulieren; klarstellung; bewerbungsfrist; (im|in) dokument [0-9]{1,2};
      anlage [0-9]{1,2} der (ausschreibung|unterlagen); obergrenze fuer den preis; eignungskriterien;
      ausschreibung`,
  },
])

/** Offices and people who talk about the tender without wanting the contract. */
const noBidder: readonly Stakeholder[] = [
  'kreisverwaltung',
  'jugendamt',
  'schulamt',
  'schultraeger',
  'schule',
  'politik',
  'presse',
  'bewerber',
  'automatisch',
  'eltern',
]

/** Phases in which the programme's tender may be asked about in earnest. */
const quietPhases: readonly Profile['vergabe']['phase'][] = ['vertrag', 'keine']

/**
 * Whether a potential bidder asks about or acts in the tender. While a procedure runs or is being prepared,
 * a provider whose words leave it open counts as bidder (domain.md section 4, last rule).
 */
export function bidderHits(
  zones: Zones,
  who: { label: Stakeholder | null; best: Stakeholder },
  topic: Topic | null,
  phase: Profile['vergabe']['phase'],
): { bidder: boolean; hits: Hit<string>[] } {
  const hits = hitsOf(table, zones)
  const acts = hits.filter(hit => hit.label === 'acts')
  const advertises = hitsOf(advert, zones).length > 0
  const job = hitsOf(jobSearch, zones).length > 0
  if ((hits.length === 0 && topic !== 'ausschreibung') || advertises || hitsOf(court, zones).length > 0)
    return { bidder: false, hits: [] }
  if (noBidder.includes(who.best)) {
    // "Whoever asks": a question for a bidder from a private address is still one; an office's is not.
    const asPrivate = (who.best === 'eltern' || who.best === 'bewerber') && acts.length > 0 && !job
    const bidder = asPrivate && hitsOf(family, zones).length === 0
    return { bidder, hits: bidder ? hits : [] }
  }
  if (acts.length > 0 && !(job && hits.length === 1)) return { bidder: true, hits }
  const couldBe =
    who.best === 'freier_traeger' || who.label === null || hits.length > 1 || topic === 'ausschreibung'
  const unsure = couldBe && !quietPhases.includes(phase)
  return { bidder: unsure && !job, hits: unsure && !job ? hits : [] }
}

const advert = signs([
  {
    label: 'advert',
    weight: 1,
    kind: 'Werbung',
    in: all,
    any: `
      unverbindliches angebot; rabatt*; newsletter; abbestellen; unsere software; kostenlose demo`,
  },
])
const family = signs([
  {
    label: 'family',
    weight: 1,
    kind: 'spricht vom eigenen Kind',
    in: all,
    any: `(mein|meine|meinen|meinem|meiner|unser|unsere|unseren|unserem|unserer) (kind*|sohn*|tochter|enkel*)`,
  },
])
const court = signs([
  {
    label: 'court',
    weight: 1,
    kind: 'Gericht oder Vergabekammer',
    in: ['name', 'domain', 'local', 'signature'],
    any: `*vergabekammer*; *verwaltungsgericht*; (vg|ovg|olg) [a-z]*`,
  },
])
const jobSearch = signs([
  {
    label: 'job',
    weight: 1,
    kind: 'Stellensuche',
    in: all,
    any: `
      stellenausschreibung*; lebenslauf; ausschreibung fuer die stelle; stellenanzeige;
      teamleitungsstellen; bewerbungsunterlagen; interne ausschreibung;
      als (klassenassist|erzieher|teamleit)*`,
  },
])
