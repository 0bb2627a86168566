import { fc, test as property } from '@fast-check/vitest'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { offeredCommands } from '../../src/chat/offeredCommands.ts'
import { understand } from '../../src/chat/parse.ts'
import { commands } from '../../src/registry.ts'
import { pinneberg } from '../domain/programme/pinneberg.ts'

const programme = pinneberg()
const registry = offeredCommands(programme, commands)
const asked = { now: Temporal.Instant.from('2024-04-22T09:14:00+02:00'), asker: 'Koordination Jugendamt' }
const submitted = (text: string, filled: Record<string, string>) =>
  understand(registry, programme, text, { ...asked, filled })
const k17 = { year: 2024, seq: 17, number: 'KA-2024-0017' }
const giveAway = 'vorgang abgeben KA-2024-0017'

describe('what a form gives completes its command', () => {
  test('each value by the reader of its own argument', () => {
    const filled = { assignee: 'Schulamt', reason: 'Betrifft den Stundenplan?\nNicht unser Thema.' }
    const { command, args, problem } = submitted(giveAway, filled)
    expect(problem).toBeNull()
    expect(command?.name).toBe('vorgang abgeben')
    expect(args).toEqual({
      ticket: k17,
      assignee: { kind: 'named', name: 'Schulamt' },
      reason: 'Betrifft den Stundenplan? Nicht unser Thema.',
    })
  })

  test.each([
    ['vorgang schlummern KA-2024-0017', { until: '2024-05-03' }, { until: '2024-05-03' }],
    [
      'vorgang einordnen KA-17',
      { stakeholder: 'freier_traeger', topic: 'finanzierung', region: 'Elmshorn' },
      { stakeholder: 'freier_traeger', topic: 'finanzierung', region: { kind: 'place', name: 'Elmshorn' } },
    ],
    [
      'vorgang antworten KA-17',
      { text: 'Guten Tag,\n\nnein, noch nicht: KA-18 abschließen?' },
      { text: 'Guten Tag,\n\nnein, noch nicht: KA-18 abschließen?' },
    ],
    [
      'frist anlegen',
      { title: 'Vorlage bis Freitag erledigt', to: '2024-05-03' },
      { title: 'Vorlage bis Freitag erledigt' },
    ],
  ])('%s with %j', (line, filled, args) => {
    const said = submitted(line, filled as Record<string, string>)
    expect(said.problem).toBeNull()
    expect(said.args).toMatchObject(args)
  })

  test('what is left empty is not said; what is missing is asked for', () => {
    expect(submitted(giveAway, { assignee: 'Schulamt', reason: '  ' }).problem).toMatchObject({
      kind: 'missing',
      key: 'reason',
    })
    expect(submitted('vorgang abschließen KA-17', { reason: '' }).problem).toBeNull()
  })

  test('what cannot be read is pointed at', () => {
    const wrong = submitted(giveAway, { assignee: 'Quatschamt', reason: 'x' }).problem
    expect(wrong).toMatchObject({ kind: 'wrong', typed: 'Quatschamt' })
    expect(submitted('vorgang schlummern KA-17', { until: '30.02.2024' }).problem).toMatchObject({
      kind: 'no-day',
    })
    expect(submitted('vorgang einordnen KA-17', { region: 'Buxtehude' }).problem).toMatchObject({
      kind: 'unknown-place',
    })
  })
})

describe('a filled value smuggles nothing', () => {
  test('no other argument, no other Vorgang, no other command', () => {
    const sly = 'Schulamt grund: egal wirklich KA-18'
    expect(submitted(giveAway, { assignee: sly, reason: 'x' }).problem).toMatchObject({ kind: 'wrong' })
    const reason = 'grund: nein an: Vergabestelle\nvorgang abschließen KA-18'
    const { args, command } = submitted(giveAway, { assignee: 'Schulamt', reason })
    expect(command?.name).toBe('vorgang abgeben')
    expect(args).toMatchObject({ ticket: k17, assignee: { name: 'Schulamt' } })
  })

  test('what the command says already is not replaced, and what it does not take is refused', () => {
    expect(submitted(giveAway, { ticket: 'KA-18', assignee: 'Schulamt', reason: 'x' }).args).toMatchObject({
      ticket: k17,
    })
    expect(submitted('vorgang abschließen KA-17', { assignee: 'Schulamt' }).problem).toMatchObject({
      kind: 'wrong',
      typed: 'assignee',
    })
    expect(submitted('vorgang abschließen KA-17', { constructor: 'x' }).problem).not.toBeNull()
  })

  test('it completes commands only, never a sentence or a doubtful line', () => {
    const filled = { assignee: 'Schulamt', reason: 'x' }
    for (const line of [
      'gib KA-17 bitte weiter',
      'KA-17 nicht abgeben',
      'vorgang abgeben KA-17?',
      '„vorgang abgeben KA-17“',
      '',
    ])
      expect(submitted(line, filled).problem, line).not.toBeNull()
  })

  property.prop([fc.string({ maxLength: 300, unit: 'binary' }), fc.string({ maxLength: 300 })])(
    'whatever is filled in, only the named arguments come of it',
    (assignee, reason) => {
      const { command, args } = submitted(giveAway, { assignee, reason })
      expect(command?.name).toBe('vorgang abgeben')
      expect(args.ticket).toEqual(k17)
      expect(Object.keys(args).every(key => ['ticket', 'assignee', 'reason'].includes(key))).toBe(true)
    },
  )
})
