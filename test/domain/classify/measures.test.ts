import { expect, test } from 'vitest'
import { axisMeasure, signMeasure } from '../../../src/domain/classify/measures.ts'

test('precision, recall and F1 of each label, and what "ungeklärt" costs', () => {
  const measure = axisMeasure([
    { truth: 'a', answer: 'a' },
    { truth: 'a', answer: 'b' },
    { truth: 'b', answer: 'b' },
    { truth: 'b', answer: null },
  ])
  expect(measure.labels).toEqual([
    { label: 'a', letters: 2, precision: 1, recall: 0.5, f1: 2 / 3 },
    { label: 'b', letters: 2, precision: 0.5, recall: 0.5, f1: 0.5 },
  ])
  expect(measure).toMatchObject({ accuracy: 0.5, coverage: 0.75, decidedAccuracy: 2 / 3 })
  expect(measure.macroF1).toBeCloseTo(7 / 12)
  expect(measure.confusion).toEqual({ a: { a: 1, b: 1 }, b: { b: 1, ungeklärt: 1 } })
})

test('nothing measured gives no figures instead of wrong ones', () => {
  expect(axisMeasure([])).toMatchObject({ letters: 0, macroF1: 0, decidedAccuracy: null })
  expect(signMeasure([])).toEqual({
    letters: 0,
    have: 0,
    recall: null,
    precision: null,
    falseAlarmsPer100: null,
  })
})

test('false alarms are counted on the letters without the sign', () => {
  const judged = [
    { truth: true, answer: true },
    { truth: true, answer: false },
    { truth: false, answer: true },
    ...Array.from({ length: 9 }, () => ({ truth: false, answer: false })),
  ]
  expect(signMeasure(judged)).toEqual({
    letters: 12,
    have: 2,
    recall: 0.5,
    precision: 0.5,
    falseAlarmsPer100: 10,
  })
})
