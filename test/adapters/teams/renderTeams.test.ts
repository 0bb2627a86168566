import { test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { renderTeams } from '../../../src/adapters/teams/renderTeams.ts'
import { filledIn, renderTeamsForm } from '../../../src/adapters/teams/renderTeamsForm.ts'
import { type CardElement, cardBytes, type TeamsCard } from '../../../src/adapters/teams/teamsCard.ts'
import type { Action, Block, Reply } from '../../../src/reply/reply.ts'
import { anyReply } from '../../reply/anyReply.ts'

const reply = (...blocks: Block[]): Reply => ({ summary: 'Kurz', blocks, audience: 'everyone' })

function lines(card: TeamsCard): string[] {
  return card.body.flatMap(each =>
    each.type === 'RichTextBlock' ? [each.inlines.map(run => run.text).join('')] : [],
  )
}

const sets = (card: TeamsCard) =>
  card.body.filter((each): each is Extract<CardElement, { type: 'ActionSet' }> => each.type === 'ActionSet')

const buttons = (...actions: Action[]) =>
  sets(renderTeams(reply({ kind: 'actions', actions })).card).flatMap(set => set.actions)

property.prop([anyReply])('whatever a reply holds, Teams takes it: every limit is kept', any => {
  const { text, card } = renderTeams(any)
  expect(text.length).toBeGreaterThan(0)
  expect(text.length).toBeLessThanOrEqual(500)
  expect(cardBytes(card)).toBeLessThanOrEqual(25 * 1024)
  expect(card.version).toBe('1.5')
  for (const element of card.body) {
    if (element.type === 'RichTextBlock') {
      expect(element.inlines.length).toBeGreaterThan(0)
      for (const run of element.inlines) expect(run.text.length).toBeGreaterThan(0)
    }
    if (element.type === 'ActionSet') {
      expect(element.actions.length).toBeGreaterThan(0)
      expect(element.actions.length).toBeLessThanOrEqual(6)
    }
    if (element.type === 'Table')
      for (const row of element.rows) expect(row.cells).toHaveLength(element.columns.length)
  }
})

property.prop([anyReply])('no element of a card reads Markdown, and no run a date function', any => {
  const { card } = renderTeams(any)
  expect(JSON.stringify(card)).not.toMatch(/"type":"(TextBlock|FactSet)"/)
  for (const line of lines(card)) {
    expect(line).not.toContain('{{')
    expect(line).not.toMatch(/\p{Cc}|\u202e/u)
  }
})

test('what looks like markup is shown as text', () => {
  const { card } = renderTeams(
    reply({ kind: 'text', text: '[Schule](https://boese.example) **fett** <at>alle</at>' }),
  )
  expect(lines(card)).toEqual(['[Schule](https://boese.example) **fett** <at>alle</at>'])
})

test('every line of a text is a line', () => {
  expect(lines(renderTeams(reply({ kind: 'text', text: 'eins\n\nzwei\r\ndrei' })).card)).toEqual([
    'eins',
    'zwei',
    'drei',
  ])
})

test('rows that do not fit are counted, and the buttons stay', () => {
  const rows = Array.from({ length: 400 }, (_, i) => ({
    sign: 'planned' as const,
    state: 'eingegangen',
    text: `KA-2024-${String(i + 1).padStart(4, '0')} · Schule · Zeitplan · Elmshorn`,
    detail: 'bis Do 25.04.2024',
  }))
  const { card } = renderTeams(
    reply(
      { kind: 'rows', title: '', rows },
      { kind: 'actions', actions: [{ label: 'Mehr', command: 'vorgang liste seite:2' }] },
    ),
  )
  const shown = lines(card).filter(line => line.includes('KA-2024-')).length
  expect(shown).toBeGreaterThan(50)
  expect(lines(card).at(-1)).toBe(`… und ${400 - shown} weitere`)
  expect(card.body.at(-1)?.type).toBe('ActionSet')
})

test('more buttons than stand side by side go into further rows, and too many are counted', () => {
  const actions = Array.from({ length: 30 }, (_, i) => ({ label: `Nr. ${i}`, command: `vorgang zeige ${i}` }))
  const { card } = renderTeams(reply({ kind: 'actions', actions }))
  expect(sets(card).map(set => set.actions.length)).toEqual([6, 6, 6, 6])
  expect(lines(card)).toEqual(['… und 6 weitere'])
})

test('a command that is too long for a button is left out, never cut into another command', () => {
  expect(
    buttons({ label: 'Lang', command: 'x'.repeat(2001) }, { label: 'Kurz', command: 'status' }),
  ).toMatchObject([{ title: 'Kurz', data: { kla: { command: 'status' } } }])
})

test('a button that asks opens a dialog, one that leads somewhere is a link, and of links only web pages', () => {
  expect(
    buttons(
      { label: 'Abgeben', command: 'vorgang abgeben 17', asks: ['an'] },
      { label: 'Öffnen', command: '', url: 'https://kla.example/vorgang/17' },
      { label: 'Böse', command: '', url: 'javascript:alert(1)' },
    ),
  ).toEqual([
    {
      type: 'Action.Submit',
      title: 'Abgeben',
      data: { msteams: { type: 'task/fetch' }, kla: { command: 'vorgang abgeben 17', asks: ['an'] } },
      associatedInputs: 'none',
    },
    { type: 'Action.OpenUrl', title: 'Öffnen', url: 'https://kla.example/vorgang/17' },
  ])
})

test('a table has its heads and says how many rows are missing', () => {
  const rows = Array.from({ length: 200 }, (_, i) => [`Ort ${i}`, '3'])
  const { card } = renderTeams(reply({ kind: 'table', columns: ['Ort', 'Anzahl'], rows }))
  const [table] = card.body
  expect(table).toMatchObject({
    type: 'Table',
    firstRowAsHeaders: true,
    columns: [{ width: 1 }, { width: 1 }],
  })
  const shown = table?.type === 'Table' ? table.rows.length - 1 : 0
  expect(lines(card)).toEqual([`… und ${200 - shown} weitere`])
})

test('a form asks for each field in its own way', () => {
  const card = renderTeamsForm({
    title: 'KA-2024-0017 abgeben',
    command: 'vorgang abgeben KA-2024-0017',
    submit: 'Abgeben',
    fields: [
      { key: 'an', label: 'An', hint: null, required: true, initial: null, kind: 'line' },
      {
        key: 'grund',
        label: 'Grund',
        hint: 'Ein Satz',
        required: false,
        initial: 'weil',
        kind: 'lines',
        most: 900,
      },
      { key: 'bis', label: 'Bis', hint: null, required: false, initial: '2024-05-02', kind: 'day' },
      {
        key: 'art',
        label: 'Art',
        hint: null,
        required: true,
        initial: 'schule',
        kind: 'choice',
        choices: [{ value: 'schule', label: 'Schule' }],
      },
    ],
  })
  expect(card.body.filter(each => each.type.startsWith('Input'))).toMatchObject([
    { type: 'Input.Text', id: 'feld_an', isRequired: true, isMultiline: false },
    { type: 'Input.Text', id: 'feld_grund', value: 'weil', isMultiline: true, maxLength: 900 },
    { type: 'Input.Date', id: 'feld_bis', value: '2024-05-02' },
    {
      type: 'Input.ChoiceSet',
      id: 'feld_art',
      value: 'schule',
      choices: [{ title: 'Schule', value: 'schule' }],
    },
  ])
  expect(card.actions).toMatchObject([
    { title: 'Abgeben', data: { kla: { command: 'vorgang abgeben KA-2024-0017' } } },
  ])
})

test('of what comes back only the fields count', () => {
  const data = { kla: { command: 'x' }, msteams: {}, feld_an: 'ASD', feld_bis: ' ', feld_n: 7, an: 'fremd' }
  expect(filledIn(data)).toEqual({ an: 'ASD' })
})
