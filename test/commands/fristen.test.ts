import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { renderText } from '../../src/reply/renderText.ts'
import { exampleWorld, person, yesOf } from './exampleWorld.ts'

let world: Awaited<ReturnType<typeof exampleWorld>>
beforeEach(async () => {
  world = await exampleWorld()
})
afterEach(() => world.drop())

describe('a move', () => {
  test('shows first what would change, and is made with the button under it', async () => {
    const asked = await world.said('frist verschieben M3 um 2 Wochen grund: Prüfung, noch nicht fertig')
    expect(asked.summary).toBe('F-2 auf voraussichtlich zwischen 15.04. und 14.05.2024 verschieben?')
    expect(asked.audience).toBe('asker')
    expect(await world.shown('frist zeigen M3')).not.toContain('verschoben')
    expect(await world.shown(yesOf(asked)!)).toContain(
      'Verschoben: voraussichtlich April 2024 → voraussichtlich zwischen 15.04. und 14.05.2024.',
    )
    expect(await world.shown('status')).toMatch(
      /verschoben +Bekanntmachung und Teilnahmewettbewerb +voraussichtlich zwischen 15\.04\. und 14\.05\.2024 +\(bisher voraussichtlich April 2024: Prüfung, noch nicht fertig\)/,
    )
  })

  test('keeps every old date with reason, decision, function and time', async () => {
    for (const to of ['2025-Q1', '2025-02']) {
      const line = `frist verschieben M4 auf ${to} grund: Auswahl ${to} beschlossen von: Projektgruppe`
      await world.said(yesOf(await world.said(line))!)
    }
    const shown = await world.shown('frist zeigen M4')
    expect(shown).toMatch(
      /voraussichtlich 4\. Quartal 2024 → 1\. Quartal 2025 +22\.04\.2024, 09:14\s+\(Grund: Auswahl 2025-Q1 · beschlossen von Projektgruppe · eingetragen von Koordination Jugendamt\)/,
    )
    expect(shown).toContain('1. Quartal 2025 → Februar 2025')
  })

  test('that was confirmed after something else changed is shown anew', async () => {
    const asked = await world.said('frist verschieben M4 auf 2025-Q1 grund: eins')
    const other = await world.said('frist verschieben M4 auf 2025-03 grund: zwei')
    await world.said(yesOf(other)!)
    const again = await world.said(yesOf(asked)!)
    expect(again.summary).toContain('Inzwischen hat sich etwas geändert.')
    expect(
      again.blocks.some(block => block.kind === 'rows' && block.rows[0]?.detail.startsWith('März 2025')),
    ).toBe(true)
    expect(await world.shown(yesOf(again)!)).toContain('Verschoben: März 2025 → 1. Quartal 2025.')
  })

  test('that makes the plan impossible says what no longer fits', async () => {
    expect(await world.shown('frist verschieben M4 auf 2025-10 grund: Personal')).toContain(
      'Passt nicht zusammen: F-4 Klassenassistenzen starten läge vor F-3 Teamleitungen an den Schulen.',
    )
  })

  test('without a reason is only shown, and the line to complete stands below', async () => {
    const asked = await world.shown('frist verschieben M4 auf 2025-Q1')
    expect(asked).toContain(
      'Es fehlt noch der Grund. Bitte schreiben Sie: frist verschieben F-3 auf 2025-Q1 grund: …',
    )
    expect(asked).not.toContain('[Ja, verschieben]')
  })

  test('to where it stands, into the past, to nowhere, or of what is done gets one sentence', async () => {
    await world.said('frist erledigt M3')
    for (const [typed, says] of [
      ['frist verschieben M5 auf 01.08.2025 grund: x', 'F-4 steht schon auf Fr 01.08.2025.'],
      ['frist verschieben M5 auf 01.03.2024 grund: x', 'Fr 01.03.2024 ist vorbei.'],
      ['frist verschieben M5 grund: x', 'Wohin?'],
      ['frist verschieben M7 um 2 Wochen grund: x', 'Dieser Schritt hat noch keinen Termin.'],
      ['frist verschieben M3 auf 01.06.2024 grund: x', 'F-2 ist schon erledigt.'],
      ['frist verschieben F-999 auf 01.06.2024 grund: x', 'Eine Frist ‚F-999‘ kenne ich nicht.'],
      ['frist verschieben V-2 auf 01.06.2024 grund: x', 'Eine Frist ‚V-2‘ kenne ich nicht.'],
      ['frist verschieben Teamleitnugen auf 01.06.2024 grund: x', 'kenne ich nicht. Meinten Sie'],
      ['frist verschieben M5 auf 30.02.2025 grund: x', 'Den Tag ‚30.02.2025‘ gibt es nicht.'],
    ])
      expect(await world.shown(typed!), typed).toContain(says)
  })

  test('to an unknown time is possible', async () => {
    const asked = await world.said('frist verschieben M4 unbestimmt grund: offen')
    expect(await world.shown(yesOf(asked)!)).toContain('→ Zeitpunkt nicht bekannt')
    expect(await world.shown('meilenstein')).toMatch(
      /M4 · Teamleitungen an den Schulen +Zeitpunkt nicht genannt/,
    )
  })

  test('is for staff', async () => {
    expect(await world.shown('frist verschieben M5 auf 2026 grund: x', person('gast'))).toContain(
      'Das darf nur',
    )
  })
})

describe('done', () => {
  test('says what is next, and can be taken back', async () => {
    await world.said('frist erledigt K4a')
    await world.said('frist erledigt K4b')
    expect(await world.shown('frist erledigt K3')).toMatch(
      /Jetzt an der Reihe: \S+ Abstimmung mit Schulträgern, Schulleitungen und freien Trägern \(Projektgruppe\)\./,
    )
    expect(await world.shown('frist öffnen K3')).toContain('Wieder offen.')
    const history = await world.shown('frist zeigen K3')
    expect(history).toMatch(/erledigt +am 22\.04\.2024/)
    expect(history).toMatch(/geöffnet +wieder offen/)
  })

  test('of what several steps are called asks which one', async () => {
    const reply = await world.said('frist erledigt Rechtsprüfung')
    expect(reply.summary).toBe('‚Rechtsprüfung‘ passt auf 2 Schritte. Welchen meinen Sie?')
    const [first] = reply.blocks.flatMap(block => (block.kind === 'actions' ? block.actions : []))
    expect(await world.shown(first!.command)).toContain('Seite Schulamt\nErledigt am 22.04.2024.')
    expect(await world.shown('frist erledigt Rechtsprüfung')).toContain('Seite Jugendamt\nErledigt')
  })

  test('before its turn is entered, with what is still missing', async () => {
    expect(await world.shown('frist erledigt K9')).toContain(
      'Davor steht noch aus: K8 Beschluss in Finanzausschuss',
    )
  })

  test('the last day that there is in a date has a list too', async () => {
    expect(await world.shown('fristen 9999-12-31')).toContain('Fristen')
    expect(world.logged).toEqual([])
  })

  test('on a day to come, twice, or of nothing changes nothing', async () => {
    expect(await world.shown('frist erledigt M3 am 30.04.')).toContain('liegt in der Zukunft')
    await world.said('frist erledigt M3')
    expect(await world.shown('frist erledigt M3')).toContain(
      'F-2 ist schon erledigt. Wieder öffnen: frist öffnen F-2',
    )
    expect(await world.shown('frist öffnen M5')).toContain('F-4 ist offen; es ist nichts zu tun.')
  })

  test('with dates that hang on it shows them first, when people reckon with them', async () => {
    await world.said('frist erledigt K9 am 02.04.2024')
    expect(await world.shown('fristen alle')).toContain('02.04.2025')
    const asked = await world.said('frist öffnen K9')
    expect(asked.summary).toMatch(/^F-\d+ wieder öffnen\?$/)
    expect(JSON.stringify(asked)).toContain('Auswertungsgespräch')
    expect(await world.shown(yesOf(asked)!)).toContain('Wieder offen.')
  })
})

describe('a Frist of one’s own', () => {
  test('is added, listed, put to sleep and done', async () => {
    expect(await world.shown('frist anlegen „Vorlage JHA“ bis Freitag wer:Projektleitung')).toContain(
      'Angelegt: Fr 26.04.2024, Projektleitung.',
    )
    expect(await world.shown('fristen')).toMatch(
      /in 4 Tagen +F-\d+ · Vorlage JHA +Fr 26\.04\.2024 +\(Eigene Fristen · Projektleitung\)/,
    )
    expect(await world.shown('fristen diese Woche')).toContain('Vorlage JHA')
    expect(await world.shown('fristen nächste Woche')).not.toContain('Vorlage JHA')
    expect(await world.shown('frist schlummern „Vorlage JHA“ bis 25.04.')).toContain(
      'Keine Erinnerung bis 25.04.2024.',
    )
    expect(await world.shown('fristen')).toContain('schlummert bis 25.04.2024')
    expect(await world.shown('frist erledigt Vorlage JHA')).toContain('Erledigt am 22.04.2024.')
    expect(await world.shown('fristen')).not.toContain('Vorlage JHA')
  })

  test('keeps its number when others come', async () => {
    const [first] = /F-\d+/.exec(await world.shown('frist anlegen „Eins“ bis 03.05.'))!
    const [second] = /F-\d+/.exec(await world.shown('frist anlegen „Zwei“ bis 02.05.'))!
    expect(second).not.toBe(first)
    expect(await world.shown(`frist zeigen ${first}`)).toContain(`${first} · Eins`)
  })

  test('in the past or with a title too long is refused', async () => {
    expect(await world.shown('frist anlegen „Gestern“ bis 19.04.2024')).toContain('ist vorbei')
    expect(await world.shown(`frist anlegen „${'x'.repeat(121)}“ bis 03.05.`)).toContain(
      'höchstens 120 Zeichen',
    )
  })
})

test('status tells what hangs, and what is due next', async () => {
  await world.said('frist anlegen „Vorlage JHA“ bis Freitag wer:Projektleitung')
  const shown = await world.shown('status')
  expect(shown).toMatch(
    /Fristen +KA-2024-0017 bis Do 25\.04\. · F-\d+ Fr 26\.04\. Vorlage JHA \(Projektleitung\)/,
  )
  expect(shown).toMatch(/Was hängt +F-9 Abstimmung zwischen Schulamt und Jugendamt, seit 31 Tagen offen/)
})

test('every change stands in the audit log, without its reason', async () => {
  await world.said('frist erledigt K4a grund: Frau Beispiel war da')
  const { auditLog } = await import('../../src/db/schema.ts')
  const rows = await world.db.select().from(auditLog)
  expect(rows.filter(row => row.action === 'ablauf:done')).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('Beispiel')
})

test('of two who do the same at once, one does it and the other hears that it is done', async () => {
  await world.said('fristen')
  const answers = await Promise.all([1, 2, 3].map(() => world.shown('frist erledigt K4a')))
  expect(answers.filter(each => each.includes('Erledigt am'))).toHaveLength(1)
  expect(answers.filter(each => each.includes('ist schon erledigt'))).toHaveLength(2)
})

describe('other changes of a step', () => {
  test('one that is not needed any more is waited for by nobody, and can come back', async () => {
    expect(await world.shown('frist entfällt M10')).toContain('Es fehlt noch: Grund')
    expect(await world.shown('frist entfällt M10 grund: bleibt besetzt')).toContain('Entfallen')
    expect(await world.shown('fristen alle')).not.toContain('M10')
    expect(await world.shown('frist entfällt M10 grund: x')).toContain('ist entfallen. Wieder öffnen')
    expect(await world.shown('frist öffnen M10')).toContain('Wieder offen.')
  })

  test('a moved date goes back to its rule, after a preview', async () => {
    await world.said(yesOf(await world.said('frist verschieben M5 auf 2026-08-01 grund: x'))!)
    const asked = await world.said('frist zurücksetzen M5')
    expect(renderText(asked)).toContain('Sa 01.08.2026 → Fr 01.08.2025')
    expect(await world.shown('frist zeigen M5')).toContain('Sa 01.08.2026')
    expect(await world.shown(yesOf(asked)!)).toContain('Zurückgesetzt: Fr 01.08.2025.')
    expect(await world.shown('frist zurücksetzen M5')).toContain('es ist nichts zurückzusetzen')
  })

  test('an own Frist goes to another function, by number or by title', async () => {
    await world.said('frist anlegen „Elternabend vorbereiten“ bis 30.04.2024')
    expect(await world.shown('frist zuständig „Elternabend vorbereiten“ wer:Schulamt')).toMatch(
      /Zuständig ist jetzt|Meinten Sie/,
    )
    expect(await world.shown('frist zuständig „Elternabend vorbereiten“ Projektleitung')).toContain(
      'Zuständig ist jetzt: Projektleitung.',
    )
    expect(await world.shown('fristen')).toMatch(/Elternabend vorbereiten.*Projektleitung/)
    expect(await world.shown('frist zuständig „Elternabend vorbereiten“ Projektleitung')).toContain(
      'liegt schon dort',
    )
    expect(await world.shown('frist zuständig „Elternabend vorbereiten“ Erika Beispiel')).not.toContain(
      'Zuständig ist jetzt',
    )
  })
})
