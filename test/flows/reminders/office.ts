import { Temporal } from 'temporal-polyfill'
import { processParts } from '../../../src/build/buildProcesses.ts'
import { programmeNamed } from '../../../src/buildWorld.ts'
import type { Database } from '../../../src/db/connect.ts'
import type { ProcessChange } from '../../../src/domain/process/process.ts'
import { templateSchema } from '../../../src/domain/process/template/template.ts'
import { type Profile, profileSchema } from '../../../src/domain/programme/profile.ts'
import { programmeOf } from '../../../src/domain/programme/programme.ts'
import { changeProcesses } from '../../../src/flows/processes/changeProcesses.ts'
import type { RemindNeeds } from '../../../src/flows/reminders/remindThisMorning.ts'

const agreement = templateSchema.parse({
  id: 'kooperation',
  name: 'Kooperationsvertrag',
  art: 'vereinbarung',
  quelle: 'erfunden',
  schritte: [
    { id: 'K4', titel: 'Rechtsprüfung', wer: 'schulamt', termin: { am: '2024-04-24' }, quelle: 'erfunden' },
    {
      id: 'K9',
      titel: 'Unterzeichnung',
      wer: 'jugendamt',
      nach: ['K4'],
      termin: { am: '2024-05' },
      quelle: 'erfunden',
    },
    {
      id: 'K10',
      titel: 'Bekanntgabe',
      wer: 'jugendamt',
      termin: { am: '2024-04-30' },
      weich: false,
      vorlauf: [7],
      quelle: 'erfunden',
    },
  ],
})

/** The programme of Pinneberg with one Ablauf of our own, so that no other date is said. */
export function office(change: Partial<Profile> = {}) {
  const { profile } = programmeNamed('pinneberg')
  const quiet: Profile = { ...profile, meilensteine: [], ablaeufe: [agreement], ereignisse: [], ...change }
  return programmeOf({
    ...quiet,
    erinnerungen: change.erinnerungen ?? profileSchema.shape.erinnerungen.parse({}),
  })
}

/** What reminders need, with a clock that a test sets: "2024-04-23T07:30". */
export function reminding(
  db: Database,
  at: string,
  other: { programme?: ReturnType<typeof office> } & Partial<RemindNeeds> = {},
): RemindNeeds {
  const programme = other.programme ?? office()
  return {
    db,
    programme,
    ...processParts(programme),
    now: () => Temporal.ZonedDateTime.from(`${at}[Europe/Berlin]`).toInstant(),
    enqueue: async () => {},
    postTargets: type => [{ platform: 'web', channel: programme.profile.kanaele[type] ?? 'koordination' }],
    ...other,
  }
}

/** Something happens to the first Ablauf of the agreement. */
export async function happens(needs: RemindNeeds, change: ProcessChange): Promise<void> {
  await changeProcesses(needs, { id: 'test', name: 'Koordination Jugendamt' }, plans => {
    const process = plans.all.find(each => each.template.id === 'kooperation')
    if (!process) throw new Error('the agreement has not begun')
    return { changes: [{ processId: process.instance.id, change }], result: null }
  })
}
