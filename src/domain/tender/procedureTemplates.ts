import type { ProcessTemplate, StepTemplate } from '../process/template/template.ts'
import type { Profile } from '../programme/profile.ts'
import { type Procedure, procedures } from '../time/periods/inputs.ts'
import { procedureNames } from './procedureNames.ts'
import type { ProcedurePhases } from './procedurePhases.ts'

/** "vergabe-offenes_verfahren": the id of the template of a kind of procedure. */
export function procedureTemplateId(procedure: Procedure): string {
  return `vergabe-${procedure}`
}

/** The templates of all kinds of procedure for a programme that tenders; none for the others (R1). */
export function procedureTemplates(profile: Profile, phases: ProcedurePhases): ProcessTemplate[] {
  if (profile.vergabe.gebraucht !== 'ja') return []
  return procedures.map(procedure => ({
    id: procedureTemplateId(procedure),
    name: procedureNames[procedure],
    art: 'vergabe',
    je: 'verfahren',
    beginnt: 'auf_befehl',
    wiederholung: null,
    schritte: stepsOf(procedure, profile, phases),
    quelle: phases.quelle,
  }))
}

function stepsOf(
  procedure: Procedure,
  profile: Profile,
  { phasen, quelle }: ProcedurePhases,
): StepTemplate[] {
  const own = phasen.filter(each => each.verfahren === 'alle' || each.verfahren.includes(procedure))
  const ids = new Set(own.map(each => each.id))
  return own.map(each => {
    const gate = gateOf(each.tor, profile)
    return {
      id: each.id,
      titel: each.titel,
      wer: roleOf(each.wer, profile),
      nach: each.nach.filter(id => ids.has(id)),
      termin: each.termin ? { frist: each.termin } : null,
      // What the law sets is never soft; without a period it is the house's own plan.
      weich: each.termin === undefined,
      status: 'offen',
      regionen: [],
      ...(gate && { tor: gate }),
      ...(each.sperre && ids.has(each.sperre.bis) && { sperre: each.sperre }),
      ...(each.ergibt !== undefined && { ergibt: each.ergibt }),
      ...(each.schlusstermin !== undefined && { schlusstermin: each.schlusstermin }),
      ...(each.stand !== undefined && { stand: each.stand }),
      entbehrlich: each.entbehrlich,
      ...(each.von_selbst && { von_selbst: true }),
      verschiebungen: [],
      norm: each.norm,
      quelle,
    }
  })
}

/** The function as the profile calls it; null when the profile has none. */
function roleOf(wer: 'vergabestelle' | 'fachbereich', { beteiligte }: Profile): string | null {
  const wanted = wer === 'vergabestelle' ? ['vergabestelle'] : ['koordination_jugendamt', 'projektleitung']
  return wanted.find(id => beteiligte.some(each => each.id === id)) ?? null
}

/** DEP1 and DEP2 of the profile: what may happen before the agreement is signed. */
function gateOf(tor: 'tnw' | 'angebotsaufforderung' | 'zuschlag' | undefined, { vereinbarung }: Profile) {
  if (!tor || !vereinbarung?.unterzeichnet_mit || !vereinbarung.tore) return null
  return { braucht: vereinbarung.unterzeichnet_mit, wirkung: vereinbarung.tore[tor] }
}
