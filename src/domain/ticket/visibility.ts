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

/**
 * How much of a Vorgang may be seen.
 * full: everything. metadata: number, state, type, topic, place, due date, owner, age.
 * reduced: what the matrix spells out for a channel ("number + Einzelfall"). nothing: not even that it exists.
 */
export type Sight = 'full' | 'metadata' | 'reduced' | 'nothing'

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

/** What `role` may see of a Vorgang of this class. The one place that decides it. */
export function sightOf(role: Role, dataClass: DataClass): Sight {
  return matrix[dataClass][role] ?? 'nothing'
}

/** What may be shown in a place to a person: the lesser of both, so a channel never shows what only the person may see. */
export function sightIn(viewer: { roles: readonly Role[]; inChannel: boolean }, dataClass: DataClass): Sight {
  const order: Sight[] = ['nothing', 'reduced', 'metadata', 'full']
  const best = Math.max(0, ...viewer.roles.map(role => order.indexOf(sightOf(role, dataClass))))
  if (!viewer.inChannel) return order[best]!
  return order[Math.min(best, order.indexOf(sightOf('kanal', dataClass)))]!
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

/** From most open to most protected: a further letter may raise the protection of a Vorgang, never lower it. */
const byProtection: readonly DataClass[] = [
  'allgemein',
  'presse',
  'dsgvo_izg',
  'bewerbung',
  'einzelfall',
  'antrag_verdacht',
  'vergabe',
  'angebot_anlage',
  'kindeswohl',
]

/** The class that protects more. */
export function stricterClass(a: DataClass, b: DataClass): DataClass {
  return byProtection.indexOf(a) >= byProtection.indexOf(b) ? a : b
}
