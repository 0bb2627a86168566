import { expect, test } from 'vitest'
import { opened, sealed } from '../../src/db/sealed.ts'

const secret = 'nur-fuer-tests-0123456789-abcdefghij'
const value = { refreshToken: 'sehr geheim', ß: 'ü' }

test('a sealed value opens with its secret in its place, and shows nothing of itself', () => {
  const text = sealed(secret, 'pinneberg\nrefresh-token', value)
  expect(text).not.toContain('geheim')
  expect(Buffer.from(text.slice(3), 'base64url').toString()).not.toContain('geheim')
  expect(opened(secret, 'pinneberg\nrefresh-token', text)).toEqual(value)
  expect(sealed(secret, 'pinneberg\nrefresh-token', value)).not.toBe(text)
})

test('it does not open with another secret, in another row, or changed by one bit', () => {
  const text = sealed(secret, 'pinneberg\nrefresh-token', value)
  expect(opened(`${secret}x`, 'pinneberg\nrefresh-token', text)).toBeNull()
  expect(opened(secret, 'steinburg\nrefresh-token', text)).toBeNull()
  const bytes = Buffer.from(text.slice(3), 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at]! ^= 1
    expect(opened(secret, 'pinneberg\nrefresh-token', `v1.${changed.toString('base64url')}`)).toBeNull()
  }
})

test.each(['', 'v1', 'v1.', 'v1.AAAA', 'v2.AAAA', 'sehr geheim'])('%j is no sealed value', text => {
  expect(opened(secret, 'x', text)).toBeNull()
})
