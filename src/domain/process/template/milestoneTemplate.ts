import type { Milestone, Profile } from '../../programme/profile.ts'
import type { ProcessTemplate, StepTemplate } from './template.ts'

/** The Ablauf that holds the milestones of a programme; every programme has one. */
export const milestoneTemplateId = 'meilensteine'

/** The milestones of a profile as a template like any other; null: the profile has none. */
export function milestoneTemplate(profile: Pick<Profile, 'meilensteine' | 'quelle'>): ProcessTemplate | null {
  if (profile.meilensteine.length === 0) return null
  return {
    id: milestoneTemplateId,
    name: 'Meilensteine',
    art: 'meilensteine',
    je: 'programm',
    beginnt: 'immer',
    wiederholung: null,
    schritte: profile.meilensteine.map(stepOf),
    quelle: profile.quelle,
  }
}

const states: Record<Milestone['status'], StepTemplate['status']> = {
  erledigt: 'erledigt',
  geplant: 'offen',
  neu: 'offen',
  verschoben: 'offen',
  fest: 'offen',
  in_abstimmung: 'laeuft',
  in_vorbereitung: 'laeuft',
}

function stepOf(milestone: Milestone): StepTemplate {
  const { id, titel, regionen, jetzt, status, verschiebungen, haengt_ab_von, erledigt_mit, hinweis, quelle } =
    milestone
  return {
    id,
    titel,
    wer: milestone.wer,
    nach: haengt_ab_von,
    termin: jetzt && { am: jetzt.wann, voraussichtlich: jetzt.voraussichtlich },
    weich: true,
    status: states[status],
    regionen,
    entbehrlich: false,
    verschiebungen,
    ...(erledigt_mit !== undefined && { erledigt_mit }),
    ...(hinweis !== undefined && { hinweis }),
    quelle,
  }
}
