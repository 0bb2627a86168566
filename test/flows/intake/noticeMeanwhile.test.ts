import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { processParts } from '../../../src/build/buildProcesses.ts'
import { startProcedure } from '../../../src/flows/tender/startProcedure.ts'
import { type Handling, mail, openHandling } from '../handling.ts'

let world: Handling
beforeEach(async () => {
  world = await openHandling()
})
afterEach(() => world.close())

test('a notice that is dispatched while a letter of a company is being read changes what it is answered', async () => {
  const { read } = world.needs
  const phases: string[] = []
  world.needs.read = async (raw, phase) => {
    phases.push(phase)
    if (phases.length === 1) await noticeLeaves(world.needs)
    return read(raw, phase)
  }
  await world.arrive([
    mail({
      from: 'Muster gGmbH <info@muster.example>',
      subject: 'Bieterfrage zur Ausschreibung',
      body: 'Wir haben eine Frage zu den Vergabeunterlagen und zum Preisblatt.',
    }),
  ])
  expect(phases).toEqual(['vorbereitung', 'angebotsphase'])
  const [sent] = await world.database.connection
    .client`select body from outgoing_mails where kind = 'acknowledgement'`
  expect(sent?.body).toContain('ausschließlich')
})

/** Somebody notes that the notice of a procedure was dispatched. */
async function noticeLeaves(needs: Handling['needs']): Promise<void> {
  const parts = { ...processParts(needs.programme), programme: needs.programme }
  const notice = Temporal.PlainDate.from('2024-04-15')
  const wanted = {
    procedure: 'offenes_verfahren',
    notice,
    electronic: null,
    urgent: null,
    value: null,
  } as const
  const all = { ...parts, db: needs.db, now: needs.now }
  const begin = (confirmed: string | null) =>
    startProcedure(
      all,
      parts.law!,
      { id: 'test', name: 'Vergabestelle' },
      { ...wanted, reason: null },
      confirmed,
    )
  const asked = await begin(null)
  if (asked.kind !== 'asked') throw new Error(`the procedure was ${asked.kind} at once`)
  await begin(asked.fingerprint)
}
