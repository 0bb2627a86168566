import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { offeredCommands } from '../../src/chat/offeredCommands.ts'
import { understand } from '../../src/chat/parse.ts'
import { commands } from '../../src/registry.ts'
import { pinneberg } from '../domain/programme/pinneberg.ts'

const programme = pinneberg()
const registry = offeredCommands(programme, commands)
const k17 = { year: 2024, seq: 17, number: 'KA-2024-0017' }
const asked = { now: Temporal.Instant.from('2024-04-22T09:14:00+02:00'), asker: 'Koordination Jugendamt' }
const below = (text: string) => understand(registry, programme, text, { ...asked, ticket: k17 })
const elsewhere = (text: string) => understand(registry, programme, text, asked)
const me = { kind: 'me' }
const schulamt = { kind: 'named', name: 'Schulamt' }

describe('in the thread of a Vorgang its number may be left out', () => {
  test.each([
    ['übernehme ich', 'vorgang übernehmen', {}],
    ['erledigt', 'vorgang abschließen', {}],
    ['Erledigt, danke!', 'vorgang abschließen', {}],
    ['abschließen grund: telefonisch geklärt', 'vorgang abschließen', { reason: 'telefonisch geklärt' }],
    ['notiz: Rückruf nicht vor 10:30', 'vorgang notiz', { text: 'Rückruf nicht vor 10:30' }],
    ['antworten: Das geht leider nicht.', 'vorgang antworten', { text: 'Das geht leider nicht.' }],
    [
      'abgeben an Schulamt grund: nicht unser Thema',
      'vorgang abgeben',
      { assignee: schulamt, reason: 'nicht unser Thema' },
    ],
    ['zuweisen ich', 'vorgang zuweisen', { assignee: me }],
    ['wieder öffnen', 'vorgang öffnen', {}],
    ['wiedervorlage am Freitag', 'vorgang schlummern', { until: '2024-04-26' }],
    ['einordnen typ:schule', 'vorgang einordnen', { stakeholder: 'schule' }],
    ['zeig', 'vorgang zeige', {}],
  ])('%s', (text, name, args) => {
    const said = below(text)
    expect(said.command?.name).toBe(name)
    expect(said.args).toMatchObject({ ticket: k17, ...args })
    expect(said.problem).toBeNull()
  })

  test.each([
    ['mach zu', 'ticket_close'],
    ['das kann zu', 'ticket_close'],
    ['gib das bitte der Vergabestelle', 'ticket_assign'],
    ['kümmere ich mich drum', 'ticket_assign'],
    ['ist von einer Schule', 'ticket_reclassify'],
    ['das Thema ist Finanzierung', 'ticket_reclassify'],
    ['bitte wieder aufmachen', 'ticket_reopen'],
  ])('what was said freely is asked back: %s', (text, intent) => {
    const said = below(text)
    expect(said).toMatchObject({ intent, args: { ticket: k17 }, problem: { kind: 'held', why: 'unsure' } })
  })

  test.each(['wer hat das?', 'was ist hier der Stand?', 'worum geht es hier?'])('%s shows it', text => {
    expect(below(text)).toMatchObject({ intent: 'ticket_show', args: { ticket: k17 }, problem: null })
  })

  test.each([
    'noch nicht erledigt',
    'erledigt?',
    'ist das erledigt?',
    'die Kollegin übernimmt das',
    '„erledigt“',
    'soll ich übernehmen?',
  ])('it is no order: %s', text => {
    const { command, problem } = below(text)
    expect(command?.changes === true && problem === null).toBe(false)
  })

  test('another number is meant as it is said, and what has its own meaning keeps it', () => {
    expect(below('KA-18 erledigt').args).toMatchObject({ ticket: { seq: 18 } })
    expect(below('vorgang zuordnen zu KA-14').args).toMatchObject({ ticket: k17, other: { seq: 14 } })
    expect(below('fristen heute').intent).toBe('deadlines_list')
    expect(below('status region Elmshorn').intent).toBe('status_region')
    expect(below('offene Anfragen von Eltern').intent).toBe('ticket_list')
    expect(below('F-7 erledigt').intent).toBe('deadline_done')
    expect(below('danke').intent).toBe('unknown')
  })

  test('elsewhere the number is asked for', () => {
    for (const text of ['übernehme ich', 'erledigt', 'abgeben an Schulamt grund: x', 'zeig'])
      expect(elsewhere(text).problem, text).toMatchObject({ kind: 'missing', key: 'ticket' })
    expect(elsewhere('notiz: Rückruf').problem).not.toBeNull()
    expect(elsewhere('wer hat das?').intent).toBe('unknown')
  })
})
