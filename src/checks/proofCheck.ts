import { Temporal } from 'temporal-polyfill'
import { watchedFolders } from '../build/watchedFolders.ts'
import type { World } from '../buildWorld.ts'
import { lastComparisons } from '../db/serverComparisons.ts'
import { dayOf, germanDay, germanTime } from '../domain/time/day.ts'
import type { Finding } from './finding.ts'

/** A comparison that should come every night is late after so many hours. */
const lateHours = 36

/** How the last comparison of each watched folder with its mail server ended. */
export async function proofCheck(world: World): Promise<Finding[]> {
  const last = await lastComparisons(world.db, world.programme.id)
  return watchedFolders(world).flatMap(({ mailboxId, label }): Finding[] => {
    const found = last.find(row => row.mailboxId === mailboxId)
    if (!found) return []
    const what = `Nachweis, ${label.replace(/^Das /, '')}`
    if (found.at === null)
      return [
        {
          kind: 'open',
          what,
          sentence: 'Noch nie mit dem Mailserver verglichen; sofort geht es mit: kla ledger --vergleich',
        },
      ]
    const at = Temporal.Instant.from(found.at)
    const when = `${germanDay(dayOf(at))}, ${germanTime(at)} Uhr`
    if (found.missing > 0)
      return [
        {
          kind: 'bad',
          what,
          sentence: `Beim Vergleich am ${when} fehlten ${found.missing} Briefe. Nachholen mit: kla ledger --vergleich --nachholen`,
        },
      ]
    return world.now().since(at).total('hours') > lateHours
      ? [
          {
            kind: 'open',
            what,
            sentence: `Zuletzt am ${when} verglichen; der nächste Vergleich ist überfällig.`,
          },
        ]
      : [{ kind: 'good', what, sentence: `Zuletzt am ${when} verglichen, keine Abweichung.` }]
  })
}
