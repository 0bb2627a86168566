import { describe, expect, test } from 'vitest'
import { labelledLetters, scoreOf } from '../../disclosure/labelled/labelled.ts'

/** Part of the spans that are gone, part of the words that are lost. */
const rates = (...names: Parameters<typeof labelledLetters>[0][]) => {
  const score = scoreOf(names.flatMap(labelledLetters))
  return {
    ...score,
    recall: 1 - score.missed.length / score.personal,
    lostKeptPart: score.lostKept.length / score.kept,
    lostPart: score.lost / score.words,
  }
}

describe('excerpts on letters that nobody looked at while the rules were made', () => {
  const score = rates('test', 'later')

  test('there are enough of them, with both kinds of marks', () => {
    expect(score.letters).toBeGreaterThanOrEqual(140)
    expect(score.personal).toBeGreaterThanOrEqual(260)
    expect(score.kept).toBeGreaterThanOrEqual(300)
  })

  test('names, addresses, numbers, diagnoses, classes are left out', () => {
    expect(score.recall, score.missed.join(' | ')).toBeGreaterThanOrEqual(0.98)
  })

  test('what it is about is kept', () => {
    expect(score.lostKeptPart, score.lostKept.join(' | ')).toBeLessThanOrEqual(0.03)
    expect(score.lostPart).toBeLessThanOrEqual(0.025)
  })
})

test('on the letters that the rules were made with they do at least as well', () => {
  const score = rates('train')
  expect(score.letters).toBeGreaterThanOrEqual(120)
  expect(score.recall, score.missed.join(' | ')).toBeGreaterThanOrEqual(0.985)
  expect(score.lostPart).toBeLessThanOrEqual(0.02)
})
