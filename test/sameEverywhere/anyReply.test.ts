import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Block, Reply } from '../../src/reply/reply.ts'
import { surfaces } from './reading.ts'

/** Words as they stand in answers; signs that platforms mean something by are the renderers' own tests. */
const word = fc.constantFrom(
  'Elmshorn',
  'KA-2024-0017',
  'Größe',
  '„Schule“',
  '3',
  '12,5',
  '01.08.2025',
  'a<b',
  'R&D',
  'x*y',
  '_unter_',
  '-',
  '–',
  'i.',
  'O’Neil',
  'ja/nein',
  '(KW',
  '12)',
  '#1',
  '@alle',
  '~',
  '"wörtlich"',
  "'s",
)
const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map(each => each.join(' '))
const sign = fc.constantFrom('done', 'planned', 'moved', 'new', 'fixed', 'urgent', 'question', 'none')

const row = fc.record({ sign, state: words(2), text: words(8), detail: words(3), remark: words(4) })
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading'), text: words(6) }),
  fc.record({ kind: fc.constantFrom('text', 'note'), text: words(30) }),
  fc.record({
    kind: fc.constant('facts'),
    facts: fc.array(fc.record({ label: words(2), value: words(10) }), { minLength: 1, maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constant('rows'),
    title: words(3),
    rows: fc.array(row, { minLength: 1, maxLength: 6 }),
  }),
  fc.integer({ min: 1, max: 5 }).chain(n =>
    fc.record({
      kind: fc.constant('table'),
      columns: fc.array(words(2), { minLength: n, maxLength: n }),
      rows: fc.array(fc.array(words(3), { minLength: n, maxLength: n }), { minLength: 1, maxLength: 6 }),
    }),
  ),
  fc.record({
    kind: fc.constant('actions'),
    actions: fc.array(
      fc.oneof(
        fc.record({
          label: fc.constantFrom('Übernehmen', 'Offene Anfragen'),
          command: fc.constant('vorgang zeige KA-17'),
        }),
        fc.record({
          label: fc.constant('Abgeben …'),
          command: fc.constant('vorgang abgeben KA-17'),
          asks: fc.constant(['assignee']),
        }),
        fc.record({
          label: fc.constant('Öffnen'),
          command: fc.constant(''),
          url: fc.constant('https://kla.example/vorgang/KA-17?a=1&b=2'),
        }),
      ),
      { minLength: 1, maxLength: 5 },
    ),
  }),
) as fc.Arbitrary<Block>

const reply: fc.Arbitrary<Reply> = fc.record({
  summary: words(5),
  blocks: fc.array(block, { minLength: 1, maxLength: 8 }),
  audience: fc.constant('everyone'),
})

test.prop([reply], { numRuns: 300 })(
  'any answer of ordinary length reads the same on every surface',
  said => {
    const terminal = surfaces.terminal(said)
    expect(surfaces.web(said)).toEqual(terminal)
    expect(surfaces.slack(said)).toEqual(terminal)
    expect(surfaces.teams(said)).toEqual(terminal)
  },
)
