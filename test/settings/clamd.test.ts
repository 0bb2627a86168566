import { expect, test } from 'vitest'
import { readSettings } from '../../src/settings.ts'

const clamd = (env: Record<string, string>) => {
  const result = readSettings(env)
  return 'faults' in result ? result.faults.join('\n') : result
}

test('a virus scanner is reached by its socket or over TCP; none is set up unless said', () => {
  expect(clamd({})).toMatchObject({ settings: { clamd: null } })
  expect(clamd({ KLA_CLAMD_SOCKET: '/run/clamav/clamd.ctl' })).toMatchObject({
    settings: { clamd: { socket: '/run/clamav/clamd.ctl' } },
    warnings: [],
  })
  expect(clamd({ KLA_CLAMD_HOST: '127.0.0.1' })).toMatchObject({
    settings: { clamd: { host: '127.0.0.1', port: 3310 } },
    warnings: [],
  })
})

test('another machine gets letters unprotected, so that is said', () => {
  expect(clamd({ KLA_CLAMD_HOST: 'scanner.kreis.example', KLA_CLAMD_PORT: '3311' })).toMatchObject({
    settings: { clamd: { host: 'scanner.kreis.example', port: 3311 } },
    warnings: [expect.stringContaining('unverschlüsselt')],
  })
})

test.each([
  [{ KLA_CLAMD_SOCKET: '/run/x', KLA_CLAMD_HOST: 'localhost' }, 'beide gesetzt'],
  [{ KLA_CLAMD_PORT: '3310' }, 'KLA_CLAMD_HOST fehlt'],
  [{ KLA_CLAMD_HOST: 'localhost', KLA_CLAMD_PORT: 'x' }, 'KLA_CLAMD_PORT „x“ ist ungültig'],
])('%j is a fault that is named', (env, fault) => {
  expect(clamd(env)).toContain(fault)
})
