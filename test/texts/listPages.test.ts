import { describe, expect, test } from 'vitest'
import { onPage, pageBlocks, pageRows } from '../../src/texts/listPages.ts'

const all = Array.from({ length: 60 }, (_, i) => i + 1)
const at = (page: number | null) => ({ page, line: (other: number) => `schule lücken seite:${other}` })
const commands = (page: number | null) =>
  pageBlocks([{ total: all.length }], at(page)).flatMap(block =>
    block.kind === 'actions' ? block.actions.map(each => `${each.label}: ${each.command}`) : [],
  )

describe('a list that is longer than one answer', () => {
  test('shows every row on exactly one page', () => {
    expect([1, 2, 3].flatMap(page => onPage(all, at(page)))).toEqual(all)
  })

  test('offers the next page and the way back', () => {
    expect(commands(null)).toEqual(['weiter: schule lücken seite:2'])
    expect(commands(2)).toEqual(['weiter: schule lücken seite:3', 'zurück: schule lücken seite:1'])
    expect(commands(3)).toEqual(['zurück: schule lücken seite:2'])
  })

  test('shows its last page to who asks for one behind it, and its first to who asks for page 0', () => {
    expect(onPage(all, at(99))).toEqual(all.slice(50))
    expect(onPage(all, at(0))).toEqual(all.slice(0, pageRows))
  })

  test('that fits says nothing of pages', () => {
    expect(pageBlocks([{ total: pageRows }, { total: 0 }], at(null))).toEqual([])
  })
})
