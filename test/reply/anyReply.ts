import fc from 'fast-check'
import type { Block, Reply, Sign } from '../../src/reply/reply.ts'

/** Texts as letters and names bring them: markup of every platform, umlauts, emoji, control characters, very long. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '<!channel>',
    '<@U012AB>',
    '<https://boese.example|Schule>',
    '&lt;!here&gt;',
    '```code``` *fett* _kursiv_',
    '<script>alert(1)</script>',
    '" onclick="x',
    '\u001b[2J\u001b]0;Titel\u0007',
    '\u202eumgedreht',
    'Grüße aus Kölln-Reisiek 🙂',
    '',
    '   ',
  ),
  fc.constantFrom('&', '<', 'ä', '🙂', 'Wort ').chain(unit => fc.nat(9000).map(n => unit.repeat(n))),
)

const anySign = fc.constantFrom<Sign>(
  'done',
  'planned',
  'moved',
  'new',
  'fixed',
  'urgent',
  'question',
  'none',
)

/** Renderers do not look into it: what is drawn is decided where pictures are drawn. */
const noTimeline = {
  title: '',
  notice: null,
  today: '2024-04-22',
  stand: '2024-03-22',
  quelle: '',
  items: [],
  undated: [],
  from: null,
  to: null,
}

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: anyText }),
  fc.record({ kind: fc.constant('text' as const), text: anyText }),
  fc.record({ kind: fc.constant('note' as const), text: anyText }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: anyText, value: anyText }), { maxLength: 30 }),
  }),
  fc.record({
    kind: fc.constant('rows' as const),
    title: anyText,
    rows: fc.array(
      fc.record({ sign: anySign, state: anyText, text: anyText, detail: anyText, remark: anyText }),
      { maxLength: 60 },
    ),
  }),
  fc.record({
    kind: fc.constant('picture' as const),
    timeline: fc.constant(noTimeline),
    alt: anyText,
    rows: fc.array(
      fc.record({ sign: anySign, state: anyText, text: anyText, detail: anyText, remark: anyText }),
      { maxLength: 60 },
    ),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(anyText, { maxLength: 6 }),
    rows: fc.array(fc.array(anyText, { maxLength: 7 }), { maxLength: 60 }),
  }),
  fc.record({
    kind: fc.constant('actions' as const),
    actions: fc.array(fc.record({ label: anyText, command: anyText }), { maxLength: 40 }),
  }),
)

export const anyReply: fc.Arbitrary<Reply> = fc.record({
  summary: anyText,
  blocks: fc.array(anyBlock, { maxLength: 80 }),
  audience: fc.constantFrom('everyone' as const, 'asker' as const),
})
