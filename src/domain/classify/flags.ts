import type { ChildProtection } from './childProtection.ts'
import { flagSigns, flagThreshold, healthSigns } from './flagSigns.ts'
import type { Flag, Stakeholder, Topic } from './labels.ts'
import { flags as allFlags } from './labels.ts'
import { type Hit, hitsOf, type Zones } from './sign.ts'

/** Flags that only these writers can set; for everybody else the words mean something different. */
const onlyFor: Partial<Record<Flag, readonly (Stakeholder | null)[]>> = {
  antrag_verdacht: ['eltern', 'sonstige', 'schule', null],
  beschaeftigt_bei_traeger: ['sonstige', null],
  elternvertretung: ['eltern', null],
  angebot_anlage: ['freier_traeger', 'sonstige', null],
  ruege: ['freier_traeger', 'sonstige', 'eltern', null],
  anwalt: ['sonstige', 'freier_traeger', 'eltern', null],
  dsgvo: ['eltern', 'sonstige', 'bewerber', 'freier_traeger', 'presse', 'politik', 'schule', null],
}

/** Further signs of a letter, in the order of `flags`, each with what it was told by. */
export function flagsOf(
  zones: Zones,
  found: {
    stakeholder: Stakeholder | null
    topic: Topic | null
    protection: ChildProtection
    concrete: boolean
  },
): { flags: Flag[]; hits: Hit<Flag>[] } {
  if (found.stakeholder === 'automatisch' && !found.protection.today) return { flags: [], hits: [] }
  const hits = hitsOf(flagSigns, zones)
  const raised = new Set<Flag>()
  for (const flag of allFlags) {
    const own = hits.filter(hit => hit.label === flag)
    const sum = own.reduce((total, hit) => total + hit.weight, 0)
    const writers = onlyFor[flag]
    if (sum >= flagThreshold && (!writers || writers.includes(found.stakeholder))) raised.add(flag)
  }
  // "Hiermit beantrage ich" in a letter about information rights is that right, not an aid.
  if (raised.has('izg')) raised.delete('antrag_verdacht')
  if (raised.has('gericht_vergabekammer')) raised.delete('ruege')
  if (found.stakeholder === 'presse') raised.add('presse')

  const health = found.concrete ? hitsOf(healthSigns, zones) : []
  const someonesCase =
    found.topic === 'einzelfall' || found.stakeholder === 'eltern' || raised.has('antrag_verdacht')
  if ((health.length > 0 && someonesCase) || found.protection.urgent) raised.add('sensibel')
  if (found.protection.today) raised.add('heute_sichten')
  const said = [...hits, ...health].filter(
    hit => hit.weight > 0 && raised.has(hit.label as Flag),
  ) as Hit<Flag>[]
  return { flags: allFlags.filter(flag => raised.has(flag)), hits: said }
}
