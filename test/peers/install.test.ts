import { afterEach, expect, test } from 'vitest'
import { installPeers, missingPeers } from './install.ts'

const path = process.env.PATH
afterEach(() => {
  process.env.PATH = path
})

test('a machine without apt is told plainly which programs are missing, and nothing is tried', async () => {
  process.env.PATH = ''
  const missing = missingPeers()
  expect(missing.map(({ peer }) => peer)).toEqual(expect.arrayContaining(['Chromium', 'OpenSSL']))
  expect(missing.find(({ peer }) => peer === 'Chromium')?.reason).toBe(
    'Das Debian-Paket chromium ist nicht installiert.',
  )
  const still = await installPeers()
  expect(still.map(({ peer }) => peer)).toEqual(missing.map(({ peer }) => peer))
  expect(still[0]?.reason).toMatch(/^Kein apt-get auf diesem System; nötig sind die Programme aus .*chromium/)
})
