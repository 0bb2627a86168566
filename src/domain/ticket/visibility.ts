import type { Classification } from '../classify/labels.ts'

/** The class of data that a Vorgang belongs to; rows of the visibility matrix (domain.md section 8). */
export const dataClasses = [
  'allgemein',
  'einzelfall',
  'kindeswohl',
  'antrag_verdacht',
  'vergabe',
  'angebot_anlage',
  'presse',
  'bewerbung',
  'dsgvo_izg',
] as const
export type DataClass = (typeof dataClasses)[number]

/** Who looks: a role of a person, or a chat channel, which is a role too. */
export const roles = [
  'koordination_jugendamt',
  'koordination_schulamt',
  'projektgruppe',
  'fachdienst',
  'asd',
  'vergabestelle',
  'pressestelle',
  'personal',
  'kanal',
  'admin',
  'gast',
] as const
export type Role = (typeof roles)[number]

/** Platforms that run inside the authority; what is said on every other one leaves it, also in a direct message. */
const houses: ReadonlySet<string> = new Set(['web', 'terminal', 'cli'])

/** Whether what is said on this platform stays in the house (D06–D08). */
export function isInHouse(platform: string): boolean {
  return houses.has(platform)
}

/** How much of a letter a cloud platform may be shown at most (D06, D07); what an operator chose. */
export type DisclosureLevel = 'metadaten' | 'auszug' | 'voll'

/**
 * How much of a Vorgang may be seen.
 * full: everything. excerpt: metadata, and the beginning of its letter without names and other personal data.
 * metadata: number, state, type, topic, place, due date, owner, age.
 * reduced: what the matrix spells out for a channel ("number + Einzelfall"). nothing: not even that it exists.
 */
export type Sight = 'full' | 'excerpt' | 'metadata' | 'reduced' | 'nothing'

const nobody = {} satisfies Partial<Record<Role, Sight>>

/** The visibility matrix of domain.md section 8 (D02, D03, D17, D25). A role that is missing sees nothing. */
const matrix: Record<DataClass, Partial<Record<Role, Sight>>> = {
  allgemein: {
    koordination_jugendamt: 'full',
    koordination_schulamt: 'full',
    projektgruppe: 'full',
    kanal: 'metadata',
  },
  einzelfall: { koordination_jugendamt: 'metadata', fachdienst: 'full', asd: 'full', kanal: 'reduced' },
  kindeswohl: { ...nobody, asd: 'full' },
  antrag_verdacht: { koordination_jugendamt: 'metadata', fachdienst: 'full', asd: 'full', kanal: 'reduced' },
  vergabe: { ...nobody, vergabestelle: 'full' },
  angebot_anlage: { ...nobody, vergabestelle: 'full' },
  presse: {
    koordination_jugendamt: 'full',
    koordination_schulamt: 'metadata',
    projektgruppe: 'metadata',
    pressestelle: 'full',
    kanal: 'reduced',
  },
  bewerbung: { koordination_jugendamt: 'metadata', personal: 'full', kanal: 'reduced' },
  dsgvo_izg: {
    koordination_jugendamt: 'full',
    koordination_schulamt: 'metadata',
    fachdienst: 'metadata',
    kanal: 'reduced',
  },
}

/** What the matrix gives a role; where it is looked at may lessen it (`sightIn`, `postSight`). */
export function sightOf(role: Role, dataClass: DataClass): Sight {
  return matrix[dataClass][role] ?? 'nothing'
}

/** From least to most. */
const order: readonly Sight[] = ['nothing', 'reduced', 'metadata', 'excerpt', 'full']

/** Whether this sight shows at least as much as `least`. */
export function showsAtLeast(sight: Sight, least: Sight): boolean {
  return order.indexOf(sight) >= order.indexOf(least)
}

/** Who looks, and from where. */
export interface Onlooker {
  roles: readonly Role[]
  /** More people than the one who asked read it: a channel, a group. */
  inChannel: boolean
  /** Name of the platform, "web", "slack". */
  platform: string
  /** What an operator allows this platform; absent: metadaten. Means nothing in the house. */
  level?: DisclosureLevel
}

/**
 * What may be shown to somebody in a place: the least of what the person, the channel and the platform may know, so a channel
 * never shows what only the person may see, and a cloud never what only the house may know. The one place that decides it.
 */
export function sightIn({ roles, inChannel, platform, level }: Onlooker, dataClass: DataClass): Sight {
  const own = sightOfAll(roles, dataClass)
  return inChannel
    ? lesser(own, postSight({ platform, ...(level && { level }) }, dataClass))
    : isInHouse(platform)
      ? own
      : lesser(own, cloudLimit(level, dataClass, 'metadata'))
}

/** The most that one of these roles may see: what a person sees at the workplace. */
export function sightOfAll(roles: readonly Role[], dataClass: DataClass): Sight {
  return order[Math.max(0, ...roles.map(role => order.indexOf(sightOf(role, dataClass))))]!
}

/** What a post in a channel of this platform may say of a Vorgang, whoever reads it. */
export function postSight(place: Pick<Onlooker, 'platform' | 'level'>, dataClass: DataClass): Sight {
  const channel = sightOf('kanal', dataClass)
  return isInHouse(place.platform) ? channel : cloudLimit(place.level, dataClass, channel)
}

/**
 * The most that a cloud may be shown. Only what is general goes beyond metadata, and only where an operator chose a level that
 * the privacy gate of the settings let through. What no channel may know (child protection, bidders, offers) never exists in a
 * cloud: § 8a SGB VIII leaves it to the professionals, § 5 VgV to the Vergabestelle. A single child, an application, a job
 * application, a request of the press or under Art. 15 DSGVO is about a person: social data or the data of people who did not
 * choose this processor (§ 35 SGB I, §§ 67, 80 SGB X, § 65 SGB VIII). No contract of the operator makes its text necessary in a
 * chat, so at every level it stays at `otherwise`: what the matrix gives the channel, metadata in a direct message.
 */
function cloudLimit(level: DisclosureLevel = 'metadaten', dataClass: DataClass, otherwise: Sight): Sight {
  const channel = sightOf('kanal', dataClass)
  if (channel === 'nothing') return 'nothing'
  return channel === 'metadata' ? atLevel[level] : otherwise
}

const atLevel: Record<DisclosureLevel, Sight> = { metadaten: 'metadata', auszug: 'excerpt', voll: 'full' }

/** The lesser of two sights. */
export function lesser(one: Sight, other: Sight): Sight {
  return showsAtLeast(one, other) ? other : one
}

/**
 * The class of a Vorgang from what was recognised. Flags beat topic; the order is that of domain.md section 9:
 * child protection, court and tenders, bidders, applications, rights, press, single case, rest.
 */
export function dataClassOf(
  found: Pick<Classification, 'urgentChildProtection' | 'bidderQuestion' | 'flags' | 'topic' | 'stakeholder'>,
): DataClass {
  if (found.urgentChildProtection) return 'kindeswohl'
  if (found.flags.includes('angebot_anlage')) return 'angebot_anlage'
  if (found.flags.includes('gericht_vergabekammer') || found.flags.includes('ruege') || found.bidderQuestion)
    return 'vergabe'
  if (found.flags.includes('antrag_verdacht') || found.flags.includes('widerspruch')) return 'antrag_verdacht'
  if (found.flags.includes('dsgvo') || found.flags.includes('izg')) return 'dsgvo_izg'
  if (found.flags.includes('presse') || found.stakeholder === 'presse') return 'presse'
  // heute_sichten touches a child's well-being, so it is never read by those who see no single cases (D03).
  if (
    found.topic === 'einzelfall' ||
    found.flags.includes('sensibel') ||
    found.flags.includes('heute_sichten')
  )
    return 'einzelfall'
  if (found.stakeholder === 'bewerber') return 'bewerbung'
  return 'allgemein'
}

/**
 * What becomes of a Vorgang when a letter of another class is added. 'stay': its class protects the letter too. A class: the
 * Vorgang is raised to it, and nobody sees more than before. 'separate': its readers and the letter's are different people;
 * together one of them would see what is not theirs, so the letter needs a Vorgang of its own.
 */
export function classAfter(ticket: DataClass, letter: DataClass): DataClass | 'stay' | 'separate' {
  if (letter === ticket || letter === 'allgemein' || nobodyGains(letter, ticket)) return 'stay'
  // What is general may be read by those who are competent for the new letter.
  if (ticket === 'allgemein' || nobodyGains(ticket, letter)) return letter
  return 'separate'
}

/** True when no role sees more of class `after` than of class `before`. */
function nobodyGains(before: DataClass, after: DataClass): boolean {
  return roles.every(role => order.indexOf(sightOf(role, after)) <= order.indexOf(sightOf(role, before)))
}
