import type { StepTemplate } from './template.ts'

/** How `erledigt_mit` calls the procedure of procurement that runs, of whatever kind. */
export const currentProcedureId = 'vergabe'

/**
 * Phases with which a step elsewhere may be done, as in profiles/procedures/phasen.yaml. Those that exist only because of a company
 * (auskunft, nachpruefung) are not among them: what is linked is shown in channels.
 */
export const linkablePhases: ReadonlySet<string> = new Set([
  'bedarf',
  'verfahrenswahl',
  'uebergabe',
  'vorinformation',
  'bekanntmachung',
  'teilnahmefrist',
  'auswahl',
  'aufforderung',
  'bieterfragen',
  'angebote',
  'oeffnung',
  'verhandlung',
  'endangebote',
  'wertung',
  'gremium',
  'information',
  'wartefrist',
  'zuschlag',
  'vergabebekanntmachung',
  'aufbewahrung',
])

/** Steps of other Abläufe with which this one is done; empty: it has to be done by itself. */
export function linksOf({ erledigt_mit }: Pick<StepTemplate, 'erledigt_mit'>): readonly string[] {
  if (erledigt_mit === undefined) return []
  return typeof erledigt_mit === 'string' ? [erledigt_mit] : erledigt_mit
}
