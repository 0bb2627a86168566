import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { notToLend } from '../../../src/domain/people/lentRoles.ts'
import type { ListedPerson } from '../../../src/domain/people/listedPerson.ts'
import { type Role, roles } from '../../../src/domain/ticket/visibility.ts'
import { chatHouse } from './chatHouse.ts'

const entry = (account: string, name: string, ...own: Role[]): ListedPerson => ({
  accounts: [`slack:${account}`],
  mail: null,
  name,
  roles: own,
})

let house: Awaited<ReturnType<typeof chatHouse>>
beforeEach(async () => {
  house = await chatHouse({
    people: [
      entry('UJA', 'Koordination Jugendamt', 'koordination_jugendamt'),
      entry('USA', 'Koordination Schulamt', 'koordination_schulamt'),
      entry('UASD', 'ASD', 'asd'),
      entry('UFD', 'Fachdienst', 'fachdienst'),
      entry('UPR', 'Projektgruppe', 'projektgruppe'),
      entry('UVG', 'Vergabestelle', 'vergabestelle'),
      // A function of the profile, whose deputies are kept by its id.
      entry('UPL', 'Projektleitung', 'koordination_jugendamt'),
    ],
  })
})
afterEach(() => house.drop())

const rolesOf = async (account: string) => (await house.personOf(account)).roles

describe('„Vertretung vom … bis …“', () => {
  test('a deputy has the roles of the absent function beside its own, from the first day to the last, and then no more', async () => {
    const set = await house.shown(
      'UASD',
      'vertretung setzen ASD durch Fachdienst vom 29.04.2024 bis 03.05.2024',
    )
    expect(set).toContain('vom Mo 29.04.2024 bis Fr 03.05.2024')
    expect(set).toContain('Dazu hat die Vertretung in dieser Zeit: ASD.')
    const seen: Record<string, readonly Role[]> = {}
    for (const at of ['2024-04-28T23:59', '2024-04-29T00:00', '2024-05-03T23:59', '2024-05-04T00:00']) {
      house.clockAt(at)
      seen[at] = await rolesOf('UFD')
    }
    expect(seen).toEqual({
      '2024-04-28T23:59': ['fachdienst'],
      '2024-04-29T00:00': ['fachdienst', 'asd'],
      '2024-05-03T23:59': ['fachdienst', 'asd'],
      '2024-05-04T00:00': ['fachdienst'],
    })
    expect(await rolesOf('UASD')).toEqual(['asd'])
  })

  test('who looks at Vorgänge meanwhile sees what the function sees, and „ich“ says why', async () => {
    const inHouse = { platform: 'web' }
    expect(await house.shown('UFD', 'vorgang zeige 4', inHouse)).toContain('gibt es nicht')
    await house.said('UASD', 'vertretung setzen ASD durch Fachdienst bis 03.05.2024')
    expect(await house.shown('UFD', 'vorgang zeige 4', inHouse)).toContain('KA-2024-0004')
    const shown = await house.shown('UFD', 'ich')
    expect(shown).toMatch(/Rolle\s+Fachdienst/)
    expect(shown).toMatch(/In Vertretung\s+ASD bis Fr 03\.05\.2024, mit ASD/)
    await house.said('UFD', 'vertretung beenden ASD')
    expect(await house.shown('UFD', 'vorgang zeige 4', inHouse)).toContain('gibt es nicht')
  })

  test('a function of the profile is found by its name', async () => {
    await house.said('UPL', 'vertretung setzen Projektleitung durch Projektgruppe bis 03.05.2024')
    expect(await rolesOf('UPR')).toEqual(['koordination_jugendamt', 'projektgruppe'])
  })

  test('who is taken from the list, or loses the role there, lends nothing any more', async () => {
    await house.said('UASD', 'vertretung setzen ASD durch Fachdienst')
    expect(await rolesOf('UFD')).toEqual(['fachdienst', 'asd'])
    house.people.splice(2, 1)
    expect(await rolesOf('UFD')).toEqual(['fachdienst'])
  })

  test('what the list gives the absent function later is not lent by an earlier word', async () => {
    await house.said('UPL', 'vertretung setzen Projektleitung durch Projektgruppe')
    house.people[6] = entry('UPL', 'Projektleitung', 'koordination_jugendamt', 'asd')
    expect(await rolesOf('UPR')).toEqual(['koordination_jugendamt', 'projektgruppe'])
  })

  test('a first day behind the last one is a slip', async () => {
    expect(
      await house.shown('UASD', 'vertretung setzen ASD durch Fachdienst vom 03.05.2024 bis 01.05.2024'),
    ).toContain('Der letzte Tag liegt vor dem ersten')
    expect(await rolesOf('UFD')).toEqual(['fachdienst'])
  })

  test('a later one does not quietly end the one that holds', async () => {
    await house.said('UASD', 'vertretung setzen ASD durch Fachdienst bis 30.04.2024')
    expect(
      await house.shown('UASD', 'vertretung setzen ASD durch Projektgruppe vom 02.05.2024 bis 03.05.2024'),
    ).toContain('wird zurzeit von Fachdienst vertreten')
    expect(await rolesOf('UFD')).toEqual(['fachdienst', 'asd'])
  })

  test('one that lies ahead stands in the list and reminds nobody yet', async () => {
    await house.said('UASD', 'vertretung setzen ASD durch Fachdienst vom 29.04.2024')
    expect(await house.shown('UASD', 'vertretung')).toMatch(
      /ASD: Fachdienst\s+ab Mo 29\.04\.2024 bis auf Weiteres/,
    )
  })
})

describe('a role is given only by who has it', () => {
  test.each([
    ['UJA', 'ASD durch Koordination Jugendamt', 'ASD'],
    ['USA', 'Koordination Jugendamt durch Koordination Schulamt', 'Koordination Jugendamt'],
    ['UPR', 'Vergabestelle durch Projektgruppe', 'Vergabestelle'],
    ['UJA', 'Fachdienst durch Projektgruppe', 'Fachdienst'],
  ])('%s may not enter „%s“', async (account, words, role) => {
    const before = await house.shown('UJA', 'vertretung')
    const shown = await house.shown(account, `vertretung setzen ${words}`)
    expect(shown).toContain(`bekäme mit der Vertretung`)
    expect(shown).toContain(role)
    expect(await house.shown('UJA', 'vertretung')).toBe(before)
    const last = (await house.audit()).at(-1)
    expect(last).toMatchObject({ actor: `slack:${account}`, action: 'vertretung_abgelehnt' })
  })

  test('who may enter it leaves an entry with the roles', async () => {
    await house.said('UASD', 'vertretung setzen ASD durch Fachdienst')
    const entry = (await house.audit()).find(each => each.action === 'vertretung_gesetzt')
    expect(entry).toMatchObject({
      actor: 'slack:UASD',
      detail: { absent: 'ASD', by: 'Fachdienst', roles: 'asd' },
    })
  })

  test('a lent role is not lent on', async () => {
    await house.said('UASD', 'vertretung setzen ASD durch Fachdienst bis 30.04.2024')
    expect(await house.shown('UFD', 'vertretung setzen ASD durch Projektgruppe')).toContain('bekäme')
    expect(await rolesOf('UPR')).toEqual(['projektgruppe'])
    expect(await house.shown('UFD', 'vertretung beenden ASD')).toContain('wieder selbst zuständig')
  })

  test('the coordination of the Jugendamt may enter deputies of the Schulamt, which sees less', async () => {
    await house.said('UJA', 'vertretung setzen Koordination Schulamt durch Projektgruppe')
    expect(await rolesOf('UPR')).toEqual(['koordination_schulamt', 'projektgruppe'])
  })

  test('a deputyship of the first version, without roles, lends none', async () => {
    await house.said('UASD', 'vertretung setzen ASD durch Fachdienst')
    await house.connection.client`
      update process_events set change = change #- '{value,rollen}' #- '{value,von}' where change ->> 'name' = 'ASD'`
    expect(await rolesOf('UFD')).toEqual(['fachdienst'])
    expect(await house.shown('UFD', 'vertretung')).toContain('ASD: Fachdienst')
  })
})

test('nobody gives what is more than the own: every role against every other', () => {
  const given = Object.fromEntries(
    roles.map(own => [own, roles.filter(role => role !== own && notToLend([own], [role]).length === 0)]),
  )
  expect(given).toMatchObject({
    koordination_jugendamt: ['koordination_schulamt', 'projektgruppe', 'kanal', 'gast'],
    koordination_schulamt: ['projektgruppe', 'gast'],
    asd: ['gast'],
    admin: ['gast'],
    gast: [],
  })
  for (const own of roles)
    for (const role of ['asd', 'fachdienst', 'vergabestelle', 'personal', 'pressestelle', 'admin'] as const)
      expect(notToLend([own], [role])).toEqual(own === role ? [] : [role])
})
