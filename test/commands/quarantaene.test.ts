import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { auditLog, rawMails } from '../../src/db/schema.ts'
import { exampleWorld, person } from './exampleWorld.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
beforeEach(async () => {
  world = await exampleWorld()
  await world.db
    .insert(rawMails)
    .values([
      mail(5, { reason: 'Der Brief ist nicht lesbar.', size: 12_000 }),
      mail(6, { reason: 'Der Brief ist mit 61 MB größer als erlaubt.', size: 61 * 1_048_576, whole: false }),
      mail(7, { outcome: 'ticket' }),
    ])
})
afterEach(() => world.drop())

function mail(id: number, more: Partial<typeof rawMails.$inferInsert>): typeof rawMails.$inferInsert {
  return {
    id,
    programmeId: 'pinneberg',
    contentHash: `hash ${id}`,
    fingerprint: `print ${id}`,
    raw: Buffer.from('From: Erika Beispiel <erika@familie.example>\r\nSubject: Unser Sohn Jonas\r\n\r\n'),
    size: 1000,
    live: true,
    storedAt: '2024-04-19T07:14:00Z',
    outcome: 'quarantined',
    ...more,
  }
}

const released = async () =>
  (await world.db.select().from(rawMails)).filter(row => row.outcome === null).map(row => row.id)

describe('quarantäne', () => {
  test('lists number, reason, age and size, and nothing of sender, subject or content', async () => {
    const shown = await world.shown('quarantäne')
    expect(shown).toContain('Quarantäne: 2 Briefe')
    expect(shown).toMatch(/Q-5.*Der Brief ist nicht lesbar\..*seit 3 Tagen · 12 kB/)
    expect(shown).toMatch(/Q-6.*61 MB/)
    expect(shown).not.toMatch(/Q-7|Erika|Jonas|familie/)
  })

  test('zeige names the reason, and what to do with a letter whose headers alone are here', async () => {
    expect(await world.shown('quarantäne zeige 5')).toContain('Der Brief ist nicht lesbar.')
    expect(await world.shown('quarantäne zeige Q-6')).toContain('KLA_MAX_MAIL_MB anheben')
    expect(await world.shown('quarantäne zeige 7')).toContain('Q-7 liegt nicht in der Quarantäne.')
    expect(await world.shown('quarantäne zeige fünf')).toContain('Bitte nennen Sie eine Nummer')
  })

  test('wiederholen has a letter handled again, once, and notes who said so', async () => {
    expect(await world.shown('quarantäne wiederholen Q-5')).toContain('Q-5 wird noch einmal bearbeitet.')
    expect(await released()).toEqual([5])
    expect(await world.shown('quarantäne wiederholen 5')).toContain('Q-5 liegt nicht in der Quarantäne.')
    expect(await world.db.select().from(auditLog)).toMatchObject([
      { action: 'quarantaene_wiederholt', actor: 'web:koordination_jugendamt', detail: { rawMailId: 5 } },
    ])
  })

  test('wiederholen alle takes all that are whole', async () => {
    const shown = await world.shown('quarantäne wiederholen alle')
    expect(shown).toContain('Q-5 wird noch einmal bearbeitet.')
    expect(shown).toContain('Q-6: Von diesem Brief ist nur der Kopf gespeichert.')
    expect(await released()).toEqual([5])
  })

  test('wiederholen changes nothing when it is not said plainly, or by somebody who may not', async () => {
    for (const input of [
      'quarantäne noch nicht wiederholen',
      'quarantäne wiederholen 5?',
      'quarantäne wiederholen alles außer 5',
      'quarantäne wiederholen',
    ])
      await world.said(input)
    for (const role of ['gast', 'admin'] as const) {
      const refused = await world.shown('quarantäne wiederholen 5', person(role))
      expect(refused).not.toContain('Q-5')
      expect(await world.shown('quarantäne', person(role))).not.toContain('lesbar')
    }
    expect(await released()).toEqual([])
  })
})
