import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chatHouse, office, otherCode } from './chatHouse.ts'

const address = 'koordination@kreis.example'

let house: Awaited<ReturnType<typeof chatHouse>>
beforeEach(async () => {
  house = await chatHouse()
})
afterEach(() => house.drop())

const actions = async () => (await house.audit()).map(each => each.action)

describe('an account is linked with a code that only the owner of the address reads', () => {
  test('from guest to function and back, each step in the audit log without address and code', async () => {
    expect((await house.personOf('UNEU')).roles).toEqual(['gast'])
    expect(await house.shown('UNEU', 'ich')).toContain('ich vorname.nachname@kreis.example')
    await house.said('UNEU', `ich ${address}`)
    const [letter] = await house.letters()
    expect(letter).toMatchObject({ kind: 'code', toAddress: address, ticketId: null, state: 'ready' })
    expect(house.jobs).toEqual([{ kind: 'sendLetter', payload: { outgoingMailId: letter!.id } }])
    const code = await house.newestCode()
    expect(await house.shown('UNEU', `ich code ${code}`)).toContain('Sie sind hier: Koordination Jugendamt')
    expect(await house.personOf('UNEU')).toEqual({
      id: 'slack:UNEU',
      name: 'Koordination Jugendamt',
      roles: ['koordination_jugendamt'],
    })
    expect(await house.shown('UNEU', 'ich')).toContain('seit Mo 22.04.2024, 09:14 Uhr')
    expect(await house.shown('UNEU', 'vorgang liste')).toContain('Offene Vorgänge')
    expect(await house.shown('UNEU', 'ich trennen')).toContain('gelöst')
    expect((await house.personOf('UNEU')).roles).toEqual(['gast'])
    expect(await house.shown('UNEU', 'ich trennen')).toContain('nichts zu lösen')
    expect(await actions()).toEqual(['code_verschickt', 'konto_verknuepft', 'konto_getrennt'])
    const written = JSON.stringify([await house.audit(), house.logged])
    expect(written).not.toMatch(/kreis\.example/)
    expect(written).not.toContain(code)
  })

  test('the letter says who asked, for how long it holds and what to do if it was somebody else', async () => {
    await house.said('UNEU', `ich ${address.toUpperCase()}`)
    const [letter] = await house.letters()
    expect(letter!.body).toContain('in Slack')
    expect(letter!.body).toContain('bis 09:29 Uhr')
    expect(letter!.body).toContain('Wenn Sie das nicht waren')
    // No link to press, and no code where screens and lists show it.
    expect(letter!.body + letter!.html).not.toMatch(/https?:|href/)
    expect(letter!.subject).not.toMatch(/\d/)
    expect(letter!.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated' })
  })

  test.each([
    'ich code 123 456',
    'ich code 123-456',
    'ICH CODE 123456',
    '/ich code 123456',
    'bitte ich code 123456',
  ])('digits may be typed as „%s“', async typed => {
    await house.said('UNEU', `ich ${address}`)
    const code = await house.newestCode()
    const [a, b] = [code.slice(0, 3), code.slice(3)]
    const spelled = typed.replace('123456', code).replace(/123([ -])456/, `${a}$1${b}`)
    expect(await house.shown('UNEU', spelled)).toContain('Ihr Konto ist jetzt verknüpft')
  })
})

describe('who asks learns nothing about the list', () => {
  test('the answer to an unknown address is the same, takes as long, and counts the same', async () => {
    const told: string[] = []
    const took: number[] = []
    for (const asked of [address, 'fremd@kreis.example', 'fremd@anderswo.example', address]) {
      const begin = performance.now()
      told.push(await house.shown('UNEU', `ich ${asked}`))
      took.push(performance.now() - begin)
    }
    expect(new Set(told.slice(0, 3)).size).toBe(1)
    // The fourth within the hour, whether known or not.
    expect(told[3]).toContain('schon 3 Codes')
    expect(Math.min(...took.slice(0, 3))).toBeGreaterThanOrEqual(145)
    expect(await house.letters()).toHaveLength(1)
  })

  test('wrong digits after an unknown address are answered as after a known one', async () => {
    await house.said('UEINS', `ich ${address}`)
    await house.said('UZWEI', 'ich fremd@kreis.example')
    const wrong = otherCode(await house.newestCode())
    for (let i = 0; i < 7; i++)
      expect(await house.shown('UZWEI', `ich code ${wrong}`)).toBe(
        await house.shown('UEINS', `ich code ${wrong}`),
      )
  })

  test('in a channel neither address nor code is taken, and only the asker reads why', async () => {
    const place = { shared: true, channel: 'C1' }
    for (const text of [`ich ${address}`, 'ich code 123456']) {
      const reply = await house.said('UNEU', text, place)
      expect(reply.audience).toBe('asker')
      expect(reply.summary).toContain('Bitte in einer Direktnachricht')
      expect(JSON.stringify(reply)).not.toContain(address)
    }
    expect(await house.letters()).toEqual([])
    expect((await house.said('UNEU', 'ich', place)).audience).toBe('asker')
  })

  test('no more than five letters a day go to one address, whoever asks', async () => {
    const asking = Array.from({ length: 8 }, (_, i) => house.shown(`U${i}`, `ich ${address}`))
    for (const shown of await Promise.all(asking)) expect(shown).toContain('ist jetzt ein Code')
    expect(await house.letters()).toHaveLength(5)
    house.clockAt('2024-04-23T09:14:01')
    await house.said('U9', `ich ${address}`)
    expect(await house.letters()).toHaveLength(6)
  })
})

describe('a code cannot be guessed, kept or handed on', () => {
  test('after five wrong tries the right digits do not count any more', async () => {
    await house.said('UNEU', `ich ${address}`)
    const code = await house.newestCode()
    for (let left = 4; left >= 0; left--)
      expect(await house.shown('UNEU', `ich code ${otherCode(code, left + 1)}`)).toContain(
        left > 1 ? `noch ${left} Versuche` : left === 1 ? 'noch einen Versuch' : 'letzte Versuch',
      )
    expect(await house.shown('UNEU', `ich code ${code}`)).toContain('gilt gerade kein Code')
    expect((await house.personOf('UNEU')).roles).toEqual(['gast'])
    expect((await actions()).filter(action => action === 'code_falsch')).toHaveLength(5)
  })

  test('tries in two processes at once are counted one by one', async () => {
    await house.said('UNEU', `ich ${address}`)
    const code = await house.newestCode()
    const other = house.secondReplica()
    const tries = Array.from({ length: 20 }, (_, n) => otherCode(code, n + 1))
    await Promise.all(
      tries.map((each, n) => house.said('UNEU', `ich code ${each}`, {}, n % 2 ? other : house.core)),
    )
    expect((await actions()).filter(action => action === 'code_falsch')).toHaveLength(5)
    expect(await house.shown('UNEU', `ich code ${code}`)).toContain('gilt gerade kein Code')
  })

  test('limits hold across processes that ask at once', async () => {
    const other = house.secondReplica()
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        house.said('UNEU', `ich ${address}`, {}, n % 2 ? other : house.core),
      ),
    )
    expect(await house.letters()).toHaveLength(3)
  })

  test('it is good for one use, also when two processes use it at once', async () => {
    await house.said('UNEU', `ich ${address}`)
    const code = await house.newestCode()
    const other = house.secondReplica()
    const shown = await Promise.all([
      house.shown('UNEU', `ich code ${code}`),
      house.shown('UNEU', `ich code ${code}`, {}, other),
    ])
    expect(shown.filter(each => each.includes('jetzt verknüpft'))).toHaveLength(1)
    await house.said('UNEU', 'ich trennen')
    expect(await house.shown('UNEU', `ich code ${code}`)).toContain('gilt gerade kein Code')
  })

  test('another account cannot use it, not even after asking for the same address', async () => {
    await house.said('UNEU', `ich ${address}`)
    const code = await house.newestCode()
    expect(await house.shown('UDIEB', `ich code ${code}`)).toContain('gilt gerade kein Code')
    await house.said('UDIEB', 'ich fremd@kreis.example')
    expect(await house.shown('UDIEB', `ich code ${code}`)).toContain('stimmt nicht')
    await house.said('UDIEB', `ich ${address}`)
    expect(await house.shown('UDIEB', `ich code ${code}`)).toContain('stimmt nicht')
    expect((await house.personOf('UDIEB')).roles).toEqual(['gast'])
  })

  test('only the newest code counts', async () => {
    await house.said('UNEU', `ich ${address}`)
    const first = await house.newestCode()
    await house.said('UNEU', `ich ${address}`)
    expect(await house.shown('UNEU', `ich code ${first}`)).toContain('stimmt nicht')
    expect(await house.shown('UNEU', `ich code ${await house.newestCode()}`)).toContain('jetzt verknüpft')
  })

  test.each([
    ['2024-04-22T15:14:59', 'jetzt verknüpft'],
    ['2024-04-22T15:15:00', 'gilt gerade kein Code'],
    ['2024-04-22T15:15:01', 'gilt gerade kein Code'],
  ])('asked for at 15:00:00, typed at %s: %s', async (at, sentence) => {
    house.clockAt('2024-04-22T15:00:00')
    await house.said('UNEU', `ich ${address}`)
    const code = await house.newestCode()
    house.clockAt(at)
    expect(await house.shown('UNEU', `ich code ${code}`)).toContain(sentence)
  })

  test('an hour later the account may ask again', async () => {
    for (let i = 0; i < 3; i++) await house.said('UNEU', `ich ${address}`)
    house.clockAt('2024-04-22T10:13:59')
    expect(await house.shown('UNEU', `ich ${address}`)).toContain('schon 3 Codes')
    house.clockAt('2024-04-22T10:14:00')
    expect(await house.shown('UNEU', `ich ${address}`)).toContain('ist jetzt ein Code')
  })

  test('the database holds no digits but those in the letter', async () => {
    await house.said('UNEU', `ich ${address}`)
    const [row] = await house.connection.client`select * from link_codes`
    expect(JSON.stringify(row)).not.toContain(await house.newestCode())
  })
})

describe('the list of people has the last word', () => {
  test('whoever leaves it, or whose address does, is a guest with the next word', async () => {
    await house.said('UNEU', `ich ${address}`)
    await house.said('UNEU', `ich code ${await house.newestCode()}`)
    expect((await house.personOf('UNEU')).name).toBe('Koordination Jugendamt')
    const entry = house.people.findIndex(each => each.mail === address)
    const [removed] = house.people.splice(entry, 1)
    expect(await house.personOf('UNEU')).toEqual({ id: 'slack:UNEU', name: 'Gast', roles: ['gast'] })
    expect(await house.shown('UNEU', 'vorgang liste')).toContain('Das darf nur')
    house.people.splice(entry, 0, removed!)
  })

  test('an account that stands in it needs no link and cannot get another function by one', async () => {
    expect(await house.shown('UASD', `ich ${address}`)).toContain('steht schon in der Liste')
    expect(await house.shown('UASD', 'ich code 123456')).toContain('steht schon in der Liste')
    expect(await house.letters()).toEqual([])
    await house.connection.client`
      insert into account_links values ('pinneberg', 'slack:UASD', ${address}, '2024-04-22T07:00:00Z')`
    expect((await house.personOf('UASD')).name).toBe('ASD')
    expect(await house.shown('UASD', 'ich')).toContain('Ihr Konto steht in der Liste der Personen')
  })

  test('a link of another programme is none here', async () => {
    await house.connection.client`
      insert into account_links values ('hannover', 'slack:UNEU', ${address}, '2024-04-22T07:00:00Z')`
    expect((await house.personOf('UNEU')).roles).toEqual(['gast'])
  })
})

test('without a mail server the administration enters the account, whose id is told', async () => {
  const silent = await chatHouse({ mailServer: false })
  try {
    for (const text of ['ich', `ich ${address}`]) {
      const shown = await silent.shown('UNEU', text)
      expect(shown).toContain('Die Administration trägt Ihr Konto in die Liste der Personen ein')
      expect(shown).toContain('slack:UNEU')
    }
    expect(await silent.letters()).toEqual([])
  } finally {
    await silent.drop()
  }
})

test('while the database is away nobody is told to be a guest, and the list still holds', async () => {
  const core = await house.replicaWithoutDatabase()
  const stranger = await core.personOf('UNEU')
  const place = { platform: 'slack', shared: false, channel: 'D1', thread: null }
  const reply = await core.answer({ text: 'vorgang liste', person: stranger, place })
  expect(reply.summary).toMatch(/Nummer [0-9A-F]{4}/)
  expect(reply.summary).not.toContain('Konto')
  const said = {
    address: '1',
    channel: 'C1',
    thread: null,
    author: stranger,
    text: 'Wann?',
    at: '',
    files: 0,
  }
  await expect(core.hear(said)).rejects.toThrow()
  expect((await core.personOf('UASD')).name).toBe('ASD')
})

test.each(['ich weiß nicht', 'ich bin unterwegs', 'ich und du'])('„%s“ is no command', async text => {
  const shown = await house.shown('UASD', text)
  expect(shown).not.toContain('Sie sind hier')
  expect(office.map(each => each.mail).filter(mail => mail && shown.includes(mail))).toEqual([])
})
