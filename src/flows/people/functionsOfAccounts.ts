import { linkedMails } from '../../db/accountLinks.ts'
import { listedWithAccount, listedWithMail } from '../../domain/people/listedPerson.ts'
import type { PeopleNeeds } from './personOf.ts'

/** The functions behind accounts, as they are now; one that nobody knows (any more) is missing. */
export async function functionsOfAccounts(
  { db, programme, people }: Pick<PeopleNeeds, 'db' | 'programme' | 'people'>,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const unlisted = accountIds.filter(id => !listedWithAccount(people, id))
  const mails =
    unlisted.length > 0 ? await linkedMails(db, programme.id, unlisted) : new Map<string, string>()
  return new Map(
    accountIds.flatMap(id => {
      const entry = listedWithAccount(people, id) ?? listedWithMail(people, mails.get(id) ?? '')
      return entry ? [[id, entry.name] as const] : []
    }),
  )
}
