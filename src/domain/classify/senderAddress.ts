import type { Profile } from '../programme/profile.ts'
import type { Programme } from '../programme/programme.ts'
import type { Stakeholder } from './labels.ts'
import { plainWords } from './plainWords.ts'
import type { Hit, Zones } from './sign.ts'

type Organisation = Profile['verzeichnis'][number]

/** Weights of the directory. A domain is a hint: anyone can write from anywhere, so words of the letter can beat it. */
const weights = {
  address: 3.5,
  begin: 2.8,
  domain: 3.4,
  sharedDomain: 1.2,
  keyword: 2.4,
  mentioned: 1.2,
  private: 2.6,
}

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

/** Whether the programme's directory names this address or its domain: then who writes from it matters. */
export function inDirectory({ profile }: Programme, address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return profile.verzeichnis.some(
    each =>
      each.adressen.includes(address.toLowerCase()) || each.domains.some(known => isWithin(domain, known)),
  )
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
    for (const zone of ['signature', 'name', 'subject', 'local', 'body'] as const) {
      const text = zones[zone]?.text.replaceAll('| ', '')
      if (text?.includes(wanted)) {
        return [
          {
            label: organisation.typ,
            weight: zone === 'body' ? weights.mentioned : weights.keyword,
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
