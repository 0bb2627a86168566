import { test as property } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columns } from '../../src/reply/plainLines.ts'
import { renderText } from '../../src/reply/renderText.ts'
import type { Block, Reply } from '../../src/reply/reply.ts'
import { anyReply } from './anyReply.ts'

const reply = (...blocks: Block[]): Reply => ({ summary: 'Kurz', blocks, audience: 'everyone' })

property.prop([anyReply, fc.integer({ min: 40, max: 160 })])(
  'no line is wider than the page',
  (any, width) => {
    for (const line of renderText(any, { width }).split('\n'))
      expect(columns(line)).toBeLessThanOrEqual(width)
  },
)

property.prop([anyReply])('no letter can steer the terminal', any => {
  expect(renderText(any)).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
})

test('rows and facts stand in columns, signs beside their words', () => {
  const text = renderText(
    reply(
      { kind: 'heading', text: 'Region 1: Elmshorn, Pinneberg, Barmstedt' },
      {
        kind: 'rows',
        title: 'Meilensteine',
        rows: [
          { sign: 'done', state: 'erledigt', text: 'Unterlagen an die Vergabestelle', detail: 'KW 12' },
          {
            sign: 'moved',
            state: 'verschoben',
            text: 'Start',
            detail: '01.08.2025',
            remark: 'bisher 01.08.2024',
          },
        ],
      },
      {
        kind: 'facts',
        facts: [
          { label: 'Anfragen', value: '12 offen' },
          { label: 'Kooperation', value: 'in Abstimmung' },
        ],
      },
      { kind: 'actions', actions: [{ label: 'Fristen', command: 'fristen Elmshorn' }] },
      { kind: 'note', text: 'Stand 22.03.2024' },
    ),
  )
  expect(text).toBe(`Region 1: Elmshorn, Pinneberg, Barmstedt

Meilensteine
 ✔ erledigt    Unterlagen an die Vergabestelle  KW 12
 ↷ verschoben  Start                            01.08.2025  (bisher 01.08.2024)

Anfragen     12 offen
Kooperation  in Abstimmung

[Fristen]  fristen Elmshorn

Stand 22.03.2024`)
})

test('on a narrow page what does not fit moves below its own text', () => {
  const row = {
    sign: 'planned' as const,
    state: 'geplant',
    text: 'Bekanntmachung des Teilnahmewettbewerbs',
    detail: 'voraussichtlich April 2024',
  }
  expect(renderText(reply({ kind: 'rows', title: '', rows: [row] }), { width: 50 })).toBe(
    ' ○ geplant  Bekanntmachung des\n            Teilnahmewettbewerbs\n              voraussichtlich April 2024',
  )
})

test('a long remark stands below its row and leaves all columns where they are', () => {
  const rows = [
    { sign: 'done' as const, state: 'erledigt', text: 'Unterlagen an die Vergabestelle', detail: 'KW 12' },
    {
      sign: 'moved' as const,
      state: 'verschoben',
      text: 'Klassenassistenzen starten',
      detail: '01.08.2025',
      remark: 'bisher 01.08.2024: Zeitplan der Ausschreibung',
    },
  ]
  expect(renderText(reply({ kind: 'rows', title: '', rows }), { width: 80 }).split('\n')).toEqual([
    ' ✔ erledigt    Unterlagen an die Vergabestelle  KW 12',
    ' ↷ verschoben  Klassenassistenzen starten       01.08.2025',
    '                 (bisher 01.08.2024: Zeitplan der Ausschreibung)',
  ])
})

test('a sentence stands right below its heading, everything else one line apart', () => {
  const blocks: Block[] = [
    { kind: 'heading', text: 'Quickborn' },
    { kind: 'text', text: 'Noch keine Region.' },
    { kind: 'text', text: 'Programm aktiv.' },
  ]
  expect(renderText(reply(...blocks))).toBe('Quickborn\nNoch keine Region.\n\nProgramm aktiv.')
})

test('a button whose label is its command is printed once', () => {
  const actions = [{ label: 'status', command: 'status' }]
  expect(renderText(reply({ kind: 'actions', actions }))).toBe('[status]')
})

test('a table has aligned columns, and becomes a list where it is too wide', () => {
  const table: Block = {
    kind: 'table',
    columns: ['Ort', 'Stand'],
    rows: [
      ['Elmshorn', 'aktiv'],
      ['Pinneberg', 'ruht'],
    ],
  }
  expect(renderText(reply(table))).toBe(
    'Ort        Stand\n---------  -----\nElmshorn   aktiv\nPinneberg  ruht',
  )
  const wide: Block = { ...table, rows: [['Elmshorn', 'sehr '.repeat(20)]] }
  expect(renderText(reply(wide), { width: 60 })).toMatch(/^Ort {4}Elmshorn\nStand {2}sehr/)
})

test('an address is never cut through, and what asks for more is marked as unfinished where nobody knows its usage', () => {
  const url = `https://kla.kreis.example/vorgang/${'KA-2024-0017-'.repeat(6)}`
  const reply: Reply = {
    summary: '',
    audience: 'everyone',
    blocks: [
      {
        kind: 'actions',
        actions: [
          { label: 'Öffnen', command: '', url },
          { label: 'Abgeben …', command: 'vorgang abgeben KA-17', asks: ['assignee'] },
        ],
      },
    ],
  }
  expect(renderText(reply, { width: 60 }).split('\n')).toEqual([
    '[Öffnen]',
    `  ${url}`,
    '[Abgeben …]  vorgang abgeben KA-17 …',
  ])
})
