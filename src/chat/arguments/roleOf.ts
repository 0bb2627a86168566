import type { Profile } from '../../domain/programme/profile.ts'
import type { Context } from '../command.ts'
import type { PersonValue } from './args.ts'

/** The id of a function of the profile; any other function by its name; null for nobody. */
export function roleOf(
  { beteiligte }: Pick<Profile, 'beteiligte'>,
  said: PersonValue | null,
  { person }: Pick<Context, 'person'>,
): string | null {
  if (!said || said.kind === 'nobody') return null
  const name = said.kind === 'me' ? person.name : said.name
  return beteiligte.find(each => each.name === name)?.id ?? name
}
