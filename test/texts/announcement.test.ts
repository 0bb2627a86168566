import { describe, expect, test } from 'vitest'
import { renderText } from '../../src/reply/renderText.ts'
import { announcement, type TicketAnnounced } from '../../src/texts/announcement.ts'

const ticket: TicketAnnounced = {
  number: 'KA-2024-0017',
  state: 'eingegangen',
  stakeholder: 'schule',
  topic: 'zeitplan',
  place: 'Elmshorn',
  unknownPlace: null,
  owner: null,
  dueOn: '2024-04-25',
  createdAt: '2024-04-22T06:52:00Z',
  dataClass: 'allgemein',
  flags: [],
  confidence: { stakeholder: 0.97, topic: 0.9 },
  because: [
    {
      axis: 'stakeholder',
      label: 'schule',
      kind: 'Funktion in Signatur oder Absendername',
      words: 'Rektorin',
    },
    { axis: 'topic', label: 'zeitplan', kind: 'Frage nach dem Start', words: 'wann startet' },
  ],
}

describe('a new Vorgang in a channel', () => {
  test('is told in three lines and three buttons', () => {
    expect(renderText(announcement(ticket, 'metadata')!, { actions: 'labels' })).toBe(
      [
        'Neue Anfrage KA-2024-0017 · Schule · Zeitplan · Elmshorn',
        'Antwort bis Do 25.04.2024 · zuständig: noch niemand',
        'Erkannt an: Funktion in Signatur oder Absendername, Frage nach dem Start (sicher)',
        '',
        '[Übernehmen]  [Anzeigen]  [Typ ändern]',
      ].join('\n'),
    )
  })

  test('the buttons are commands that a person could type', () => {
    const actions = announcement(ticket, 'metadata')!.blocks.find(block => block.kind === 'actions')
    expect(actions).toMatchObject({
      actions: [
        { command: 'vorgang übernehmen KA-2024-0017' },
        { command: 'vorgang zeige KA-2024-0017' },
        { command: 'vorgang einordnen KA-2024-0017', asks: ['stakeholder', 'topic', 'region', 'urgent'] },
      ],
    })
  })

  const buttons = (more: Partial<TicketAnnounced>, links = {}, workplace: string | null = null) =>
    announcement({ ...ticket, ...more }, 'metadata', links, workplace)!
      .blocks.flatMap(block => (block.kind === 'actions' ? block.actions : []))
      .map(({ label }) => label)

  test('leads into the workplace where there is one', () => {
    const reply = announcement(ticket, 'metadata', {}, 'https://kla.kreis.example/')!
    expect(JSON.stringify(reply)).toContain('"url":"https://kla.kreis.example/vorgang/KA-2024-0017"')
    expect(buttons({}, {}, 'https://kla.kreis.example')).toEqual([
      'Übernehmen',
      'Im Arbeitsplatz öffnen',
      'Typ ändern',
    ])
  })

  test('who has it is said once somebody does, and what can be done is what its state allows', () => {
    const taken = { state: 'in_bearbeitung', owner: 'Koordination Jugendamt' } as const
    const lines = renderText(announcement({ ...ticket, ...taken }, 'metadata')!, { actions: 'none' }).split(
      '\n',
    )
    expect(lines.slice(0, 2)).toEqual([
      'Anfrage KA-2024-0017 · Schule · Zeitplan · Elmshorn',
      'In Bearbeitung · Antwort bis Do 25.04.2024 · zuständig: Koordination Jugendamt',
    ])
    expect(buttons(taken)).toEqual(['Abgeben …', 'Anzeigen', 'Typ ändern'])
    const closed = { ...taken, state: 'abgeschlossen' } as const
    expect(renderText(announcement({ ...ticket, ...closed }, 'metadata')!)).toContain(
      'Abgeschlossen · zuständig: Koordination Jugendamt',
    )
    expect(buttons(closed)).toEqual(['Wieder öffnen', 'Anzeigen'])
    expect(buttons(closed, { goesOnIn: 'KA-2024-0021' })).toEqual(['Anzeigen'])
  })

  test('of a protected one a channel hears that somebody has it, not who, and nothing of its state', () => {
    const taken = { dataClass: 'einzelfall', owner: 'Fachdienst' } as const
    const now = announcement({ ...ticket, ...taken, state: 'in_bearbeitung' }, 'reduced')
    expect(JSON.stringify(now)).not.toMatch(/Fachdienst|Bearbeitung/)
    expect(now).toEqual(announcement({ ...ticket, ...taken, state: 'abgeschlossen' }, 'reduced'))
    expect(now).not.toEqual(announcement({ ...ticket, ...taken, owner: null }, 'reduced'))
  })

  test('what is ungeklärt says so', () => {
    const text = renderText(
      announcement(
        {
          ...ticket,
          stakeholder: null,
          topic: null,
          place: null,
          confidence: { stakeholder: 0.3, topic: 0.2 },
        },
        'metadata',
      )!,
    )
    expect(text).toContain('Typ ungeklärt · Thema ungeklärt')
    expect(text).toContain('(unsicher, bitte einordnen)')
  })

  test('without due date and evidence nothing is invented', () => {
    const text = renderText(announcement({ ...ticket, dueOn: null, because: [] }, 'metadata')!, {
      actions: 'none',
    })
    expect(text).toBe('Neue Anfrage KA-2024-0017 · Schule · Zeitplan · Elmshorn\nZuständig: noch niemand')
  })

  test('what must be read today says so, without why', () => {
    const text = renderText(announcement({ ...ticket, flags: ['heute_sichten'] }, 'metadata')!)
    expect(text).toContain('Bitte heute noch sichten.')
  })

  test('of a protected one only the number and what the matrix spells out is told', () => {
    const text = renderText(
      announcement({ ...ticket, dataClass: 'einzelfall', topic: 'einzelfall' }, 'reduced')!,
    )
    expect(text).toContain('Neue Anfrage KA-2024-0017 · Einzelfall')
    expect(text).not.toMatch(/Elmshorn|Schule|Rektorin|Funktion/)
  })

  test('of one that no channel may know there is no post', () => {
    expect(announcement({ ...ticket, dataClass: 'kindeswohl' }, 'nothing')).toBeNull()
  })

  test('a channel never gets more than metadata', () => {
    expect(announcement(ticket, 'full')).toEqual(announcement(ticket, 'metadata'))
  })

  test('no word of the letter and no unknown place is ever in it', () => {
    const text = JSON.stringify(announcement({ ...ticket, place: null, unknownPlace: 'Itzehoe' }, 'metadata'))
    expect(text).not.toMatch(/Rektorin|wann startet|Itzehoe/)
  })
})

describe('other Vorgänge that it has to do with', () => {
  const links = {
    match: { number: 'KA-2024-0003', reason: 'Die Vorgangsnummer steht im Betreff' },
    continues: 'KA-2024-0002',
    linked: ['KA-2024-0005'],
    goesOnIn: 'KA-2024-0021',
  }

  test('are named, and a possible match with both ways to decide it', () => {
    const reply = announcement(ticket, 'metadata', links)!
    const text = renderText(reply)
    expect(text).toContain('Gehört vielleicht zu KA-2024-0003: Die Vorgangsnummer steht im Betreff.')
    expect(text).toContain('Setzt KA-2024-0002 fort')
    expect(text).toContain('Verknüpft mit KA-2024-0005')
    expect(text).toContain('Geht weiter in KA-2024-0021')
    expect(JSON.stringify(reply)).toContain(`vorgang zuordnen ${ticket.number} zu KA-2024-0003`)
    expect(JSON.stringify(reply)).toContain(`vorgang trennen ${ticket.number} von KA-2024-0003`)
  })

  test('are not, where only the number may be known', () => {
    expect(
      JSON.stringify(announcement({ ...ticket, dataClass: 'einzelfall' }, 'reduced', links)),
    ).not.toMatch(/KA-2024-(?:0003|0002|0005|0021)/)
  })
})
