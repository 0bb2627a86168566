import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eq } from '../../src/db/drizzle.ts'
import { corrections, outgoingMails, posts, tickets } from '../../src/db/schema.ts'
import { protectionMove } from '../../src/domain/ticket/protectionMove.ts'
import { type DataClass, dataClasses, type Role, roles, sightOf } from '../../src/domain/ticket/visibility.ts'
import { person } from './exampleWorld.ts'
import { workWorld } from './workWorld.ts'

let world: Awaited<ReturnType<typeof workWorld>>
beforeEach(async () => {
  world = await workWorld()
})
afterEach(() => world.drop())

describe('saying what it is', () => {
  test('keeps the correction as a lesson, with what was said and what was meant', async () => {
    await world.said('vorgang einordnen 17 typ:schulträger thema:finanzierung ort:Uetersen')
    expect(await world.bySeq(17)).toMatchObject({
      stakeholder: 'schultraeger',
      topic: 'finanzierung',
      place: 'Uetersen',
    })
    const [lesson] = await world.db.select().from(corrections)
    expect(lesson?.said).toMatchObject({
      stakeholder: 'schule',
      topic: 'zeitplan',
      place: 'Elmshorn',
      urgent: false,
    })
    expect(lesson?.meant).toMatchObject({
      stakeholder: 'schultraeger',
      topic: 'finanzierung',
      place: 'Uetersen',
    })
    expect(await world.shown('vorgang einordnen 17 typ:schulträger')).toContain(
      'So ist der Vorgang schon eingeordnet',
    )
  })

  test('more protection holds at once: posts are changed, its readers are called, and the rest no longer see it', async () => {
    const own = await world.announced(17)
    const shown = await world.shown('vorgang einordnen 17 dringlichkeit:kindeswohl')
    expect(shown).toContain('KA-2024-0017 ist jetzt geschützt.')
    expect(await world.bySeq(17)).toMatchObject({ dataClass: 'kindeswohl', dueOn: '2024-04-22' })
    expect(world.refreshed()).toEqual([{ postId: own }])
    const [letter] = await world.db.select().from(outgoingMails)
    expect(letter).toMatchObject({ kind: 'alarm', toAddress: 'bereitschaft@kreis.example' })
    expect(world.jobs).toContainEqual({ kind: 'sendLetter', payload: { outgoingMailId: letter!.id } })
    expect(await world.shown('vorgang zeige 17')).toContain(
      'gibt es nicht, oder er darf hier nicht gezeigt werden',
    )
    expect(await world.shown('vorgang zeige 17', person('asd'))).toContain('KA-2024-0017')
  })

  test('what need not be read today any more gets the day that it would have had', async () => {
    await world.said('vorgang einordnen 17 dringlichkeit:kindeswohl')
    await world.said('vorgang einordnen 17 dringlichkeit:normal wirklich', person('asd'))
    expect(await world.bySeq(17)).toMatchObject({ dataClass: 'allgemein', dueOn: '2024-04-29' })
    // No channel had heard of it under its type: it is announced there like a new one.
    const told = (await world.db.select().from(posts)).map(post => [post.key.split(':')[0], post.channel])
    expect(told).toEqual([['announcement', 'schule']])
  })

  test('less protection is asked back, and the button does it', async () => {
    const asked = await world.said('vorgang einordnen 6 typ:schule thema:zeitplan schutz:allgemein')
    expect(asked.summary).toContain('Lesen dürfen ihn dann auch: Koordination Schulamt, Projektgruppe.')
    expect((await world.bySeq(6)).dataClass).toBe('presse')
    const [yes] = asked.blocks.flatMap(block => (block.kind === 'actions' ? block.actions : []))
    expect(await world.shown(yes!.command)).toContain('Neu eingeordnet.')
    expect((await world.bySeq(6)).dataClass).toBe('allgemein')
  })

  const words: Record<DataClass, string> = {
    allgemein: 'allgemein',
    einzelfall: 'einzelfall',
    kindeswohl: 'kindeswohl',
    antrag_verdacht: 'antrag',
    vergabe: 'vergabe',
    angebot_anlage: 'angebot',
    presse: 'presse',
    bewerbung: 'bewerbung',
    dsgvo_izg: 'datenschutz',
  }
  const staffRoles = roles.filter(role => !['kanal', 'admin', 'gast'].includes(role))

  test.each(staffRoles)(
    'no way leads %s to less protection of what that role does not read in full, and more is always possible',
    async role => {
      for (const from of dataClasses)
        for (const to of dataClasses) {
          await world.db
            .update(tickets)
            .set({
              dataClass: from,
              stakeholder: 'schule',
              topic: 'zeitplan',
              flags: [],
              bidderQuestion: false,
            })
            .where(eq(tickets.seq, 17))
          await world.said(`vorgang einordnen 17 schutz:${words[to]} wirklich`, person(role as Role))
          const now = (await world.bySeq(17)).dataClass
          const sight = sightOf(role, from)
          const allowed = sight === 'full' || (sight !== 'nothing' && protectionMove(from, to) === 'raised')
          expect({ from, to, now }).toEqual({ from, to, now: allowed ? to : from })
        }
    },
  )
})
