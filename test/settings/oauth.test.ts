import { describe, expect, test } from 'vitest'
import { faults, read } from './reading.ts'

/** The least that Exchange Online needs. */
const exchange = {
  KLA_IMAP_HOST: 'outlook.office365.com',
  KLA_IMAP_USER: 'klassenassistenz@kreis.example',
  KLA_OAUTH_ISSUER: 'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0',
  KLA_OAUTH_CLIENT_ID: 'app',
  KLA_OAUTH_CLIENT_SECRET: 'sehr geheim',
  KLA_OAUTH_SECRET_ENDS: '2027-03-01',
}

describe('sign-in by OAuth2', () => {
  test('at Exchange Online needs no password and no scope', () => {
    const { mailboxes, oauth } = read(exchange)
    expect(mailboxes).toMatchObject([{ password: null, user: 'klassenassistenz@kreis.example' }])
    expect(oauth).toEqual({
      issuer: exchange.KLA_OAUTH_ISSUER,
      clientId: 'app',
      clientSecret: 'sehr geheim',
      refreshToken: null,
      scope: 'https://outlook.office365.com/.default',
      secretEnds: '2027-03-01',
      caFile: null,
    })
  })

  test('is for every connection with a user and without a password, and only for those', () => {
    const { mailboxes, smtp } = read({
      ...exchange,
      KLA_IMAP_2_HOST: 'imap.kreis.example',
      KLA_IMAP_2_USER: 'projekt',
      KLA_IMAP_2_PASSWORD: 'auch geheim',
      KLA_SMTP_HOST: 'smtp.office365.com',
      KLA_SMTP_USER: 'klassenassistenz@kreis.example',
    })
    expect(mailboxes.map(({ password }) => password)).toEqual([null, 'auch geheim'])
    expect(smtp?.login).toEqual({ user: 'klassenassistenz@kreis.example', password: null })
    expect(read({ ...exchange, KLA_SMTP_HOST: 'relay.kreis.example' }).smtp?.login).toBeNull()
  })

  test('in the name of a person sends no scope, and may have no secret', () => {
    const { KLA_OAUTH_CLIENT_SECRET: _, KLA_OAUTH_SECRET_ENDS: __, ...open } = exchange
    expect(read({ ...open, KLA_OAUTH_REFRESH_TOKEN: '0.AX' }).oauth).toMatchObject({
      clientSecret: null,
      refreshToken: '0.AX',
      scope: null,
    })
  })

  test('says what is missing, all at once', () => {
    expect(faults({ ...exchange, KLA_OAUTH_ISSUER: '', KLA_OAUTH_CLIENT_ID: '', KLA_IMAP_USER: '' })).toEqual(
      [
        'KLA_IMAP_HOST ist gesetzt, aber KLA_IMAP_USER fehlt. Bitte ergänzen oder alle Zeilen mit KLA_IMAP_ entfernen.',
        'KLA_OAUTH_CLIENT_SECRET ist gesetzt, aber KLA_OAUTH_ISSUER und KLA_OAUTH_CLIENT_ID fehlen. Bitte ergänzen oder alle Zeilen mit KLA_OAUTH_ entfernen.',
      ],
    )
    expect(faults({ ...exchange, KLA_OAUTH_CLIENT_SECRET: '', KLA_OAUTH_SECRET_ENDS: '' })).toEqual([
      expect.stringContaining('aber KLA_OAUTH_CLIENT_SECRET fehlt'),
    ])
    expect(faults({ KLA_OAUTH_CLIENT_ID: 'app' })).toHaveLength(1)
  })

  test('and a password at the same place are a fault', () => {
    expect(faults({ ...exchange, KLA_IMAP_PASSWORD: 'x' })).toEqual([
      expect.stringContaining('KLA_IMAP_PASSWORD und KLA_OAUTH_… sind zugleich gesetzt. Exchange Online'),
    ])
    const smtp = {
      KLA_SMTP_HOST: 'smtp.office365.com',
      KLA_SMTP_USER: 'a@kreis.example',
      KLA_SMTP_PASSWORD: 'x',
    }
    expect(faults({ ...exchange, ...smtp })).toEqual([expect.stringContaining('KLA_SMTP_PASSWORD und')])
    // Elsewhere too, when then nobody is left to use it.
    expect(faults({ ...exchange, KLA_IMAP_HOST: 'imap.kreis.example', KLA_IMAP_PASSWORD: 'x' })).toEqual([
      expect.stringContaining('KLA_IMAP_PASSWORD und KLA_OAUTH_… sind zugleich gesetzt'),
    ])
  })

  test('that nobody uses is a fault', () => {
    const { KLA_IMAP_HOST: _, KLA_IMAP_USER: __, ...oauth } = exchange
    expect(faults(oauth)).toEqual([expect.stringContaining('kein Postfach und kein Mailserver mit Benutzer')])
  })

  test.each([
    'http://login.example/mandant',
    'https://login.example/mandant?x=1',
    'https://kla:geheim@login.example/',
    'login.example',
  ])('never sends the secret to %s', issuer => {
    expect(faults({ ...exchange, KLA_OAUTH_ISSUER: issuer })[0]).toMatch(/^KLA_OAUTH_ISSUER .* ist ungültig/)
  })

  test.each(['http://localhost:4005/x', 'http://127.0.0.1:4005', 'https://login.example/mandant'])(
    'may go to %s',
    issuer => {
      expect(read({ ...exchange, KLA_OAUTH_ISSUER: issuer }).oauth?.issuer).toBe(issuer)
    },
  )

  test.each(['common/v2.0', 'organizations/v2.0', 'consumers/v2.0', '11111111', ''])(
    'at Microsoft wants one tenant, not „%s“',
    path => {
      const issuer = `https://login.microsoftonline.com/${path}`
      expect(faults({ ...exchange, KLA_OAUTH_ISSUER: issuer })).toEqual([
        expect.stringContaining('nennt keinen Mandanten'),
      ])
    },
  )

  test('without the day on which the secret ends is allowed and said', () => {
    const { warnings } = read({ ...exchange, KLA_OAUTH_SECRET_ENDS: '' })
    expect(warnings.some(line => line.startsWith('KLA_OAUTH_SECRET_ENDS fehlt'))).toBe(true)
    expect(faults({ ...exchange, KLA_OAUTH_SECRET_ENDS: '1.3.2027' })[0]).toContain('2027-03-01')
  })

  test('no fault shows a secret', () => {
    const all = faults({ ...exchange, KLA_OAUTH_ISSUER: 'x', KLA_OAUTH_REFRESH_TOKEN: 'auch sehr geheim' })
    expect(all.join()).not.toContain('geheim')
  })
})
