import { test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import {
  asksOf,
  renderSlack,
  renderSlackView,
  type SlackBlock,
} from '../../../src/adapters/slack/renderSlack.ts'
import type { Block, Reply } from '../../../src/reply/reply.ts'
import { anyReply } from '../../reply/anyReply.ts'

const reply = (...blocks: Block[]): Reply => ({ summary: 'Kurz', blocks, audience: 'everyone' })

/** All texts of a message, told apart by whether Slack reads markup in them. */
function textsOf(blocks: SlackBlock[]): { markup: string[]; plain: string[] } {
  const markup: string[] = []
  const plain: string[] = []
  for (const block of blocks) {
    if (block.type === 'header') plain.push(block.text.text)
    if (block.type === 'section') markup.push(block.text.text)
    if (block.type === 'context') markup.push(...block.elements.map(each => each.text))
    if (block.type === 'actions') plain.push(...block.elements.map(each => each.text.text))
  }
  return { markup, plain }
}

property.prop([anyReply])('whatever a reply holds, Slack takes it: every limit is kept', any => {
  const { text, blocks } = renderSlack(any)
  expect(text.length).toBeGreaterThan(0)
  expect(text.length).toBeLessThanOrEqual(4000)
  expect(blocks.length).toBeLessThanOrEqual(50)
  for (const block of blocks) {
    if (block.type === 'header') expect(block.text.text.length).toBeLessThanOrEqual(150)
    if (block.type === 'section') expect(block.text.text.length).toBeLessThanOrEqual(3000)
    if (block.type === 'context')
      for (const each of block.elements) expect(each.text.length).toBeLessThanOrEqual(3000)
    if (block.type === 'actions') {
      expect(block.elements.length).toBeGreaterThan(0)
      expect(block.elements.length).toBeLessThanOrEqual(25)
      for (const button of block.elements) {
        expect(button.text.text.length).toBeLessThanOrEqual(75)
        expect(button.value?.length).toBeGreaterThan(0)
        expect(button.value?.length).toBeLessThanOrEqual(2000)
      }
    }
  }
  for (const each of [...textsOf(blocks).markup, ...textsOf(blocks).plain])
    expect(each.length).toBeGreaterThan(0)
  const ids = blocks.flatMap(block =>
    block.type === 'actions' ? block.elements.map(each => each.action_id) : [],
  )
  expect(new Set(ids).size).toBe(ids.length)
})

property.prop([anyReply])(
  'whatever a reply holds, no mention, link or broken entity comes out of it',
  any => {
    const { text, blocks } = renderSlack(any)
    const { markup, plain } = textsOf(blocks)
    for (const each of [text, ...markup]) {
      expect(each).not.toMatch(/[<>]/)
      expect(each).not.toMatch(/&(?!amp;|lt;|gt;)/)
    }
    for (const each of plain) expect(each).not.toMatch(/[<>]/)
  },
)

test('a name that is a mention of the whole channel is shown as text', () => {
  const { blocks } = renderSlack(reply({ kind: 'text', text: 'Von <!channel> & <@U012AB>' }))
  expect(textsOf(blocks).markup).toEqual(['Von &lt;!channel&gt; &amp; &lt;@U012AB&gt;'])
})

test('rows that do not fit are counted', () => {
  const rows = Array.from({ length: 100 }, (_, i) => ({
    sign: 'planned' as const,
    state: 'eingegangen',
    text: `KA-2024-${String(i + 1).padStart(4, '0')} · Schule · Zeitplan · Elmshorn`,
    detail: 'bis Do 25.04.2024',
  }))
  const [text] = textsOf(renderSlack(reply({ kind: 'rows', title: 'Offen', rows })).blocks).markup
  const shown = text!.split('\n').filter(line => line.includes('KA-2024-')).length
  expect(text!.split('\n').at(-1)).toBe(`… und ${100 - shown} weitere`)
})

test('a command that is too long for a button is left out, never cut into another command', () => {
  const { blocks } = renderSlack(
    reply({
      kind: 'actions',
      actions: [
        { label: 'Lang', command: 'x'.repeat(2001) },
        { label: 'Kurz', command: 'status' },
      ],
    }),
  )
  expect(
    blocks.flatMap(block => (block.type === 'actions' ? block.elements.map(each => each.value) : [])),
  ).toEqual(['status'])
})

test('more than fifty blocks keep their buttons', () => {
  const many = Array.from({ length: 80 }, (_, i): Block => ({ kind: 'text', text: `Absatz ${i}` }))
  const { blocks } = renderSlack(
    reply(...many, { kind: 'actions', actions: [{ label: 'Ja', command: 'status' }] }),
  )
  expect(blocks).toHaveLength(50)
  expect(blocks.at(-1)!.type).toBe('actions')
  expect(textsOf(blocks).markup.at(-1)).toBe('… und 32 weitere')
})

test('a button that asks first can be told by its id, a link to the workplace carries an address and no command', () => {
  const { blocks } = renderSlack(
    reply({
      kind: 'actions',
      actions: [
        { label: 'Abgeben …', command: 'vorgang abgeben KA-17', asks: ['an'] },
        { label: 'Liste', command: 'vorgang liste', asks: [] },
        { label: 'Arbeitsplatz', command: '', url: 'https://kla.kreis.example/KA-17' },
        { label: 'Falle', command: '', url: 'javascript:alert(1)' },
      ],
    }),
  )
  const [actions] = blocks
  if (actions?.type !== 'actions') throw new Error('no buttons')
  expect(actions.elements.map(each => [asksOf(each.action_id), each.value, each.url])).toEqual([
    [['an'], 'vorgang abgeben KA-17', undefined],
    [null, 'vorgang liste', undefined],
    [null, undefined, 'https://kla.kreis.example/KA-17'],
  ])
})

// Slack takes no message with a longer id.
test('so many keys that they do not fit are left out, and the button still asks first', () => {
  const asks = Array.from({ length: 60 }, (_, i) => `angabe${i}`)
  const { blocks } = renderSlack(
    reply({ kind: 'actions', actions: [{ label: 'Alles …', command: 'vorgang einordnen KA-17', asks }] }),
  )
  const [actions] = blocks
  if (actions?.type !== 'actions') throw new Error('no buttons')
  expect(asksOf(actions.elements[0]!.action_id)).toEqual([])
})

test('our own page holds a hundred blocks, and says something even when there is nothing', () => {
  const many = Array.from({ length: 130 }, (_, i): Block => ({ kind: 'text', text: `Absatz ${i}` }))
  expect(renderSlackView(reply(...many))).toHaveLength(100)
  expect(renderSlackView(reply())).toMatchObject([{ type: 'section', text: { text: 'Kurz' } }])
})
