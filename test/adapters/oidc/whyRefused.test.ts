import { expect, test } from 'vitest'
import { whyRefused } from '../../../src/adapters/oidc/whyRefused.ts'

const token = (claims: object) =>
  `kopf.${Buffer.from(JSON.stringify({ aud: 'https://outlook.office365.com', ...claims })).toString('base64url')}.zeichen`

test('a token without the right is told from a mailbox that is not opened for the application', () => {
  expect(whyRefused(token({}), 'imap')).toContain('fehlt das Recht IMAP.AccessAsApp')
  expect(whyRefused(token({ roles: ['IMAP.AccessAsApp'] }), 'smtp')).toContain(
    'fehlt das Recht SMTP.SendAsApp',
  )
  expect(whyRefused(token({ roles: ['IMAP.AccessAsApp'] }), 'imap')).toContain('nicht freigegeben')
  expect(whyRefused(token({ scp: 'IMAP.AccessAsUser.All SMTP.Send' }), 'smtp')).toContain('nicht freigegeben')
})

test.each([
  '',
  'undurchsichtig',
  'a.b.c',
  `a.${Buffer.from('null').toString('base64url')}.c`,
  token({ aud: 'https://graph.example' }),
])('nothing is claimed of a token that cannot be read (%s)', text => {
  expect(whyRefused(text, 'imap')).toBe('der Server nimmt das Zugriffstoken nicht an')
})
