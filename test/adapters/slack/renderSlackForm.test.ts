import { test as property } from '@fast-check/vitest'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderSlackForm, type SlackInput } from '../../../src/adapters/slack/renderSlackForm.ts'
import type { Form, FormField } from '../../../src/reply/form.ts'
import { anyText } from '../../reply/anyReply.ts'

const form = (...fields: FormField[]): Form => ({ title: 'Titel', command: 'x', submit: 'Senden', fields })
const field = { key: 'an', label: 'An', hint: null, required: true, initial: null }
const choices = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ value: `w${i}`, label: `Ort ${i}` }))

function element(any: FormField): SlackInput {
  const [block] = renderSlackForm(form(any)).blocks
  if (block?.type !== 'input') throw new Error('no input')
  return block.element
}

const anyField: fc.Arbitrary<FormField> = fc
  .tuple(
    fc.record({
      key: fc.constantFrom('an', 'grund', 'bis'),
      label: anyText,
      hint: fc.option(anyText),
      required: fc.boolean(),
      initial: fc.option(anyText),
    }),
    fc.oneof(
      fc.constant({ kind: 'line' as const }),
      fc.record({ kind: fc.constant('lines' as const), most: fc.integer({ min: 0, max: 100_000 }) }),
      fc.constant({ kind: 'day' as const }),
      fc.record({
        kind: fc.constant('choice' as const),
        choices: fc.array(fc.record({ value: anyText, label: anyText }), { maxLength: 20 }),
      }),
    ),
  )
  .map(([common, kind]) => ({ ...common, ...kind }))

property.prop([anyText, anyText, fc.array(anyField, { maxLength: 8 })])(
  'whatever a form holds, Slack opens it: every limit is kept',
  (title, submit, fields) => {
    const shown = renderSlackForm({ title, submit, command: 'x', fields })
    for (const { text } of [shown.title, shown.submit]) {
      expect(text.length).toBeGreaterThan(0)
      expect(text.length).toBeLessThanOrEqual(24)
    }
    expect(shown.blocks.length).toBeLessThanOrEqual(100)
    for (const block of shown.blocks) {
      if (block.type === 'section') {
        expect(block.text.text.length).toBeLessThanOrEqual(3000)
        continue
      }
      expect(block.label.text.length).toBeLessThanOrEqual(2000)
      expect(block.hint?.text.length ?? 0).toBeLessThanOrEqual(2000)
      const input = block.element
      if (input.type === 'plain_text_input') {
        expect(input.max_length).toBeGreaterThanOrEqual(1)
        expect(input.max_length).toBeLessThanOrEqual(3000)
        expect(input.initial_value?.length ?? 0).toBeLessThanOrEqual(input.max_length)
      }
      if (input.type === 'static_select') {
        const options = 'options' in input ? input.options : []
        expect(options.length).toBeGreaterThan(0)
        expect(new Set(options.map(each => each.value)).size).toBe(options.length)
        for (const { text, value } of options) {
          expect(text.text.length).toBeLessThanOrEqual(75)
          expect(value.length).toBeGreaterThan(0)
          expect(value.length).toBeLessThanOrEqual(150)
        }
      }
    }
  },
)

test('a title that Slack would cut stands whole above the fields', () => {
  const title = 'Teilnahmewettbewerb 2024-17 an die Vergabestelle abgeben'
  const shown = renderSlackForm({ ...form({ ...field, kind: 'line' }), title })
  expect(shown.title.text).toHaveLength(24)
  expect(shown.blocks[0]).toMatchObject({ type: 'section', text: { text: title } })
  expect(renderSlackForm(form({ ...field, kind: 'line' })).blocks).toHaveLength(1)
})

test('a day that is none is not proposed', () => {
  expect(element({ ...field, kind: 'day', initial: 'morgen' })).not.toHaveProperty('initial_date')
  expect(element({ ...field, kind: 'day', initial: '2024-05-02' })).toMatchObject({
    initial_date: '2024-05-02',
  })
})

test('a choice that was made is proposed; one that is not among them is not', () => {
  const chosen = element({ ...field, kind: 'choice', choices: choices(3), initial: 'w1' })
  expect(chosen).toMatchObject({ initial_option: { value: 'w1', text: { text: 'Ort 1' } } })
  expect(element({ ...field, kind: 'choice', choices: choices(3), initial: 'w9' })).not.toHaveProperty(
    'initial_option',
  )
})

test('more than a hundred choices stand in groups, named from their first to their last; none is left out', () => {
  const menu = element({ ...field, kind: 'choice', choices: choices(250) })
  if (menu.type !== 'static_select' || !('option_groups' in menu)) throw new Error('no groups')
  expect(menu.option_groups.map(each => each.label.text)).toEqual([
    'Ort 0 – Ort 99',
    'Ort 100 – Ort 199',
    'Ort 200 – Ort 249',
  ])
  expect(menu.option_groups.flatMap(each => each.options.map(option => option.value))).toEqual(
    choices(250).map(each => each.value),
  )
})

test.each([
  ['there are none', []],
  ['one is too long for Slack', [{ value: 'x'.repeat(151), label: 'Lang' }]],
  ['there are more than fit into groups', choices(10_001)],
])('choices are typed where %s', (_why, all) => {
  expect(element({ ...field, kind: 'choice', choices: all }).type).toBe('plain_text_input')
})
