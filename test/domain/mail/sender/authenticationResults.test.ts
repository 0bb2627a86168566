import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAuthenticationResults } from '../../../../src/domain/mail/sender/authenticationResults.ts'
import { processorTime } from '../../../peers/processorTime.ts'

/** "dkim=pass header.d=kreis.example" of what was read, one a method. */
const said = (value: string) =>
  readAuthenticationResults(value)?.results.map(({ method, result, properties }) =>
    [`${method}=${result}`, ...[...properties].map(([key, property]) => `${key}=${property}`)].join(' '),
  )

describe('a header Authentication-Results', () => {
  test.each([
    [
      'of Postfix with OpenDMARC',
      'mx.kreis.example; dmarc=pass (p=reject dis=none) header.from=schule.example',
      ['dmarc=pass header.from=schule.example'],
    ],
    [
      'with several methods, as RFC 8601 appendix B shows them',
      'example.com;\r\n auth=pass (cram-md5) smtp.auth=sender@example.net;\r\n spf=pass smtp.mailfrom=example.net',
      ['auth=pass smtp.auth=sender@example.net', 'spf=pass smtp.mailfrom=example.net'],
    ],
    [
      'with version, method version and comments everywhere (RFC 8601 appendix B.7)',
      "foo.example.net (foobar) 1 (baz);\r\n dkim (Because I like it) / 1 (One yay) = (wait for it) fail\r\n policy (A dot can go here) . (like that) expired\r\n (this surprised me) = (as I wasn't expecting it) 1362471462",
      ['dkim=fail policy.expired=1362471462'],
    ],
    [
      'with a quoted reason that holds everything',
      'mx; dkim=fail reason="bad; dmarc=pass (really) \\"x\\"" header.d=k.example',
      ['dkim=fail reason=bad; dmarc=pass (really) "x" header.d=k.example'],
    ],
    ['with nothing found', 'mx.kreis.example; none', []],
    [
      'with values that hold "="',
      'mx; dkim=pass header.b=aB3=/= header.d=k.example',
      ['dkim=pass header.b=aB3=/= header.d=k.example'],
    ],
    [
      'with capitals',
      'MX.Kreis.Example; DMARC=Fail header.From=k.example',
      ['dmarc=fail header.from=k.example'],
    ],
    [
      'of Exchange Online, which names nobody',
      'spf=fail (sender IP is 203.0.113.66) smtp.mailfrom=k.example; dkim=none (message not signed) header.d=none;dmarc=fail action=oreject header.from=k.example;compauth=fail reason=000',
      [
        'spf=fail smtp.mailfrom=k.example',
        'dkim=none header.d=none',
        'dmarc=fail action=oreject header.from=k.example',
        'compauth=fail reason=000',
      ],
    ],
  ])('%s', (_, value, expected) => {
    expect(said(value.replace(/\r\n /g, ' '))).toEqual(expected)
  })

  test('names who checked, in lower case; a comment before it is none', () => {
    const name = (value: string) => readAuthenticationResults(value)?.authservId
    expect(name('(x) MX.Kreis.Example; none')).toBe('mx.kreis.example')
    expect(name('"mx.kreis.example"; none')).toBe('mx.kreis.example')
    expect(name('dmarc=pass header.from=k.example')).toBe('')
    expect(name('fremd.example (mx.kreis.example); dmarc=pass')).toBe('fremd.example')
  })

  test.each([
    '',
    ';',
    'mx 2; dmarc=pass',
    'mx.kreis.example fremd.example; dmarc=pass',
    '(unclosed; dmarc=pass',
  ])('that is none is nothing: „%s“', value =>
    expect(readAuthenticationResults(value)?.results ?? []).toEqual([]),
  )

  test('is read in no time and without an error, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'mx;=("\\) .d/1\t'), maxLength: 400 }), value => {
        readAuthenticationResults(value)
      }),
    )
    const took = processorTime()
    for (const part of ['(', '"', '\\', ';', '=', 'a=', ' '])
      readAuthenticationResults(part.repeat(1_000_000))
    expect(took()).toBeLessThan(3_000)
  })
})
