import type { Profile } from './profile.ts'

export type Competence = Profile['zustaendigkeiten'][number]

/** Who is competent in a place, in the order of the profile; a null place: what holds everywhere. */
export function competencesIn(
  { zustaendigkeiten }: Pick<Profile, 'zustaendigkeiten'>,
  place: string | null,
): Competence[] {
  return zustaendigkeiten.filter(({ orte }) => orte === 'alle' || (place !== null && orte.includes(place)))
}

/** Whether something depends on the place, so that without one the answer is not whole. */
export function dependsOnPlace({ zustaendigkeiten }: Pick<Profile, 'zustaendigkeiten'>): boolean {
  return zustaendigkeiten.some(({ orte }) => orte !== 'alle')
}
