import { expect, test } from 'vitest'
import { figureWords } from '../../src/texts/programmes/keyFigure.ts'

test.each([
  [{ wert: 1198, einheit: 'Schulkinder' }, '1.198 Schulkinder'],
  [{ wert: 5, einheit: 'Schulkinder' }, '5 Schulkinder'],
  [{ wert: 4, einheit: 'Schulkinder' }, 'unter 5 Schulkinder'],
  [{ wert: 1, einheit: 'Leistungsberechtigte' }, 'unter 5 Leistungsberechtigte'],
  [{ wert: 0, einheit: 'Schulkinder' }, '0 Schulkinder'],
  [{ wert: 2, einheit: 'Schulen' }, '2 Schulen'],
  [{ wert: 2300, einheit: 'km²' }, '2.300 km²'],
  [{ wert: 'knapp 20 %', einheit: null }, 'knapp 20 %'],
  [{ wert: 21, einheit: null }, '21'],
])('%o reads „%s“', (figure, words) => expect(figureWords(figure)).toBe(words))
