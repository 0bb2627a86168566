import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { processParts } from '../../src/build/buildProcesses.ts'
import { defineCommand } from '../../src/chat/command.ts'
import { createAnswer } from '../../src/chat/dispatch.ts'
import { offeredCommands } from '../../src/chat/offeredCommands.ts'
import type { Database } from '../../src/db/connect.ts'
import { commands } from '../../src/registry.ts'
import type { Person } from '../../src/reply/incoming.ts'
import { renderText } from '../../src/reply/renderText.ts'
import { pinneberg } from '../domain/programme/pinneberg.ts'

const programme = pinneberg()
const coordinator: Person = { id: 'web', name: 'Koordination Jugendamt', roles: ['koordination_jugendamt'] }

/** A command that fails with what databases put into their messages. */
const breaking = (error: unknown) =>
  defineCommand({
    name: 'kaputt',
    aliases: [],
    summary: 'Geht kaputt',
    help: 'Geht kaputt.',
    intent: 'unknown',
    args: {},
    permission: 'everyone',
    changes: false,
    examples: [],
    run: async () => {
      throw error
    },
  })

function world(error: unknown = null) {
  const logged: { fields: Record<string, unknown>; message: string }[] = []
  const note = (fields: object, message: string) => {
    logged.push({ fields: { ...fields }, message })
  }
  const answer = createAnswer(
    {
      programme,
      ...processParts(programme),
      // No sentence of this file reaches the database: what is wrong is found before.
      db: {} as Database,
      now: () => Temporal.Instant.from('2024-04-22T09:14:00+02:00'),
      log: { info: note, error: note },
      enqueue: async () => {},
      correspondence: null,
      calendarUrl: 'https://kla.kreis-beispiel.example',
      postTargets: () => [],
      outgoing: null,
      workplaceUrl: null,
      platformNotes: ['Schreiben Sie dort „/kla status“; „/status“ setzt etwas anderes.'],
      people: [],
    },
    [...commands, breaking(error)],
  )
  const place = { platform: 'web' as const, shared: false, channel: 'web', thread: null }
  return {
    logged,
    said: (text: string, person = coordinator) => answer({ text, person, place }),
    shown: async (text: string, person = coordinator) =>
      renderText(await answer({ text, person, place }), { width: 300 }),
  }
}

describe('what is wrong with an input is said in one German sentence', () => {
  test.each([
    ['', 'Darin steht kein Befehl.'],
    ['🙂', 'Darin steht kein Befehl.'],
    ['xyz '.repeat(2500), 'Das sind 10000 Zeichen; ein Befehl hat höchstens 4000.'],
    [
      'vorgang abschliesen 4',
      '‚vorgang abschliesen 4‘ kenne ich nicht. Meinten Sie vorgang abschließen 4?\n\n[Ja]     vorgang abschließen 4',
    ],
    [
      'vorgang zuordnne 2 zu 1',
      '‚vorgang zuordnne 2 zu 1‘ kenne ich nicht. Meinten Sie vorgang zuordnen 2 zu 1?',
    ],
    ['abschliesen 4', 'Meinten Sie vorgang abschließen 4?'],
    ['4 abschliesen', 'Meinten Sie vorgang abschließen 4?'],
    ['entwurf sendne E-5', 'Meinten Sie entwurf senden E-5?'],
    ['quarantäne wiederhohlen 5', 'Meinten Sie quarantäne wiederholen 5?'],
    [
      'vorgang antwroten 4: Guten Tag, ja.',
      'Meinten Sie vorgang antworten 4: …?\n\n[Ja]     vorgang antworten 4: Guten Tag, ja.',
    ],
    ['vorgang blubb 4', '‚vorgang blubb 4‘ verstehe ich nicht. „hilfe“ zeigt, was ich kann.'],
    ['entwurf senden', 'Es fehlt noch: Nummer des Entwurfs.'],
    ['fasel blubber', '‚fasel blubber‘ verstehe ich nicht. „hilfe“ zeigt, was ich kann.'],
    [
      'status region Elmshron',
      '‚Elmshron‘ kenne ich nicht. Meinten Sie Elmshorn?\n\n[Ja]  status region Elmshorn',
    ],
    ['status elmshron', '‚elmshron‘ kenne ich nicht. Meinten Sie Elmshorn?'],
    [
      'status region Buxtehude',
      '‚Buxtehude‘ kenne ich nicht. Es gehört nicht zu diesem Programm. Festgelegt sind: Region 1 (Elmshorn, Pinneberg, Barmstedt).',
    ],
    [
      'vorgang zeige',
      'Es fehlt noch: Vorgangsnummer.\n\nSo geht es  vorgang zeige <Vorgangsnummer>\nBeispiel    vorgang zeige KA-2024-0017',
    ],
    ['vorgang zuweisen KA-17', 'Es fehlt noch: zuständige Funktion.'],
    ['vorgang zeige gestern', '‚gestern‘ verstehe ich nicht als Vorgangsnummer.'],
    [
      'vorgang zuweisen KA-17 Koordnation Schulamt',
      '[Ja]  vorgang zuweisen KA-2024-0017 Koordination Schulamt',
    ],
    ['vorgang liste ofen', 'Meinten Sie offen?'],
    [
      'vorgang abschliesen KA-17',
      'Meinen Sie: KA-2024-0017 abschließen?\n\n[Ja, abschließen]  vorgang abschließen KA-2024-0017',
    ],
    ['KA-17 noch NICHT schließen', 'Darin steht eine Verneinung. Ich habe nichts geändert.'],
    ['vorgang abschließen KA-17?', 'Das klingt wie eine Frage. Meinen Sie: KA-2024-0017 abschließen?'],
    ['„vorgang abschließen KA-17“', 'verstehe ich nicht.'],
    ['KA-17 und KA-18 schließen', 'Darin stehen mehrere Nummern.'],
    ['wochenübersicht', 'dafür gibt es noch keinen Befehl'],
    ['F-7 noch nicht erledigt', 'Darin steht eine Verneinung. Ich habe nichts geändert.'],
    ['frist erledigt F-7?', 'Das klingt wie eine Frage. Meinen Sie: F-7 erledigt?'],
    ['verschieb F-9 auf den 3. Mai', 'Meinen Sie: F-9 verschieben 03.05.2024?'],
    ['F-7 auf den 30.02. verschieben', 'Den Tag ‚30.02.‘ gibt es nicht.'],
    ['frist schlummern F-7 bis 31.4.2025', 'Den Tag ‚31.4.2025‘ gibt es nicht.'],
    ['frist freigeben F-7', 'Es fehlt noch: Grund.'],
  ])('%s', async (text, sentence) => {
    const { said, shown, logged } = world()
    expect(await shown(text)).toContain(sentence)
    expect((await said(text)).audience).toBe('asker')
    expect(logged).toEqual([])
  })
})

describe('a child in danger', () => {
  test.each(['mein Vater schlägt mich', 'Der Stiefvater schlägt die Kinder jeden Abend, bitte helfen Sie'])(
    'whoever tells us of it in the chat hears whom to call: %s',
    async text => {
      const reply = await world().said(text)
      expect(renderText(reply)).toContain('110')
      expect(reply.audience).toBe('asker')
    },
  )
})

describe('what is wrong with us becomes a number', () => {
  const params = Object.assign(new Error('Failed query: … params: Erika Beispiel, erika@familie.example'), {
    cause: Object.assign(new Error('duplicate key: (erika@familie.example)'), { code: '23505' }),
  })

  test('the person hears the number, the log has it, and nobody hears the values', async () => {
    const { shown, logged } = world(params)
    const text = await shown('kaputt')
    const number = /die Nummer ([0-9A-F]{4})\. Es ist nichts verloren gegangen\./.exec(text)?.[1]
    expect(text).toMatch(/^Das hat nicht geklappt\. Bitte nennen Sie der Administration/)
    expect(logged).toHaveLength(1)
    expect(logged[0]!.fields).toMatchObject({ incident: number, command: 'kaputt', fault: 'Error 23505' })
    expect(JSON.stringify(logged)).not.toMatch(/Erika|erika/)
    expect(JSON.stringify(logged)).toContain('dispatch.test.ts')
  })

  test.each([undefined, null, 'Text', { kein: 'Fehler' }])('even when %j is thrown', async thrown => {
    expect(await world(thrown).shown('kaputt')).toContain('Das hat nicht geklappt')
  })

  test('a database that is away is called that', async () => {
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    expect(await world(away).shown('kaputt')).toContain('Die Datenbank ist gerade nicht erreichbar.')
  })
})

describe('who may', () => {
  const guest: Person = { id: 'slack:U1', name: 'Gast', roles: ['gast'] }

  test.each([
    'vorgang liste',
    'KA-17',
    'vorgang abschließen KA-17',
    'vorgang zuweisen KA-17 ich',
    'KA-17 erledigt?',
  ])('a guest may not: %s', async text => {
    const shown = await world().shown(text, guest)
    expect(shown).toMatch(/^Das darf nur: Koordination Jugendamt, /)
  })

  test('a guest is shown help on what is public only', async () => {
    const shown = await world().shown('hilfe', guest)
    expect(shown).toContain('status region')
    expect(shown).not.toContain('vorgang')
  })
})

test('help is made from the commands and says what has to be known of typing on a platform, where it matters', async () => {
  const { shown } = world()
  const overview = await shown('hilfe')
  for (const command of offeredCommands(pinneberg(), commands)) expect(overview).toContain(command.name)
  expect(overview).toContain('/kla status')
  const page = await shown('hilfe vorgang zuweisen')
  expect(page).toContain('vorgang zuweisen <Vorgangsnummer> <zuständige Funktion>')
  expect(page).toContain('vorgang zuweisen KA-17 ich')
  expect(page).not.toContain('/kla status')
  expect(await shown('hilfe status region')).toContain('/kla status')
  expect(await shown('hilfe unsinn')).toContain('Einen Befehl ‚unsinn‘ kenne ich nicht.')
  expect(await shown('hilfe vorgnag')).toContain('Meinten Sie vorgang')
})

describe('what only other programmes have is said to be missing here', () => {
  test.each([
    [
      'pool status',
      'Dieses Programm hat keine Pools; es hat Meilensteine, eine Vereinbarung, eine Ausschreibung',
    ],
    ['pools', 'Dieses Programm hat keine Pools; es hat'],
    ['pool C1 erfüllt', 'Dieses Programm hat keine Pools; es hat'],
    ['schule status Beispielschule', 'Dieses Programm hat keine Prüflisten der Schulen; es hat'],
    ['bezirk offen', 'Dieses Programm hat keine Bezirke; es hat'],
  ])('%s', async (typed, sentence) => {
    const shown = await world().shown(typed)
    expect(shown).toContain(sentence)
    expect(shown).not.toContain('Pools und')
  })
})
