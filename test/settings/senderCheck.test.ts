import { expect, test } from 'vitest'
import { readSettings } from '../../src/settings.ts'

const read = (env: Record<string, string>) => {
  const result = readSettings(env)
  return 'faults' in result ? result.faults : result.settings.senderCheck
}

test('nothing is checked as long as nothing is said', () => {
  expect(read({})).toBeNull()
  expect(read({ KLA_OWN_MX: 'mx.kreis.example' })).toBeNull()
})

test('a name of the own server switches its word on, and never the DNS', () => {
  expect(
    read({ KLA_AUTHSERV_ID: 'MX.Kreis.example, mx2.kreis.example', KLA_OWN_MX: '.intern.kreis.example' }),
  ).toEqual({
    own: {
      authservIds: new Set(['mx.kreis.example', 'mx2.kreis.example']),
      hosts: ['.intern.kreis.example'],
    },
    dns: null,
  })
  expect(read({ KLA_AUTHSERV_ID: 'ohne-namen' })).toMatchObject({ own: { authservIds: new Set(['']) } })
  expect(read({ KLA_AUTHSERV_ID: 'mx.kreis.example', KLA_SENDER_CHECK: 'aus' })).toBeNull()
})

test('the DNS is asked when it is said, with the name servers of the machine or others', () => {
  expect(read({ KLA_SENDER_CHECK: 'dns' })).toMatchObject({ dns: { servers: null } })
  expect(read({ KLA_SENDER_CHECK: 'dns', KLA_DNS_SERVERS: '192.0.2.53, [2001:db8::53]:5353' })).toMatchObject(
    {
      dns: { servers: ['192.0.2.53', '[2001:db8::53]:5353'] },
    },
  )
})

test.each([
  [{ KLA_SENDER_CHECK: 'authserv' }, /KLA_AUTHSERV_ID fehlt/],
  [{ KLA_DNS_SERVERS: '192.0.2.53' }, /nur mit KLA_SENDER_CHECK=dns/],
  [{ KLA_SENDER_CHECK: 'dns', KLA_DNS_SERVERS: 'dns.kreis.example' }, /IP-Adressen/],
  [{ KLA_AUTHSERV_ID: 'mx.kreis.example; dmarc=pass' }, /Namen/],
])('%j is a fault that says what to do', (env, says) => {
  expect(read(env)).toEqual([expect.stringMatching(says)])
})
