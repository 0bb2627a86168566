import { describe, expect, test } from 'vitest'
import { faults, mailbox, read } from './reading.ts'

describe('the mailbox', () => {
  test('three lines suffice', () => {
    expect(read(mailbox).imap).toEqual({
      host: 'imap.kreis.example',
      port: 993,
      security: 'tls',
      user: 'klassenassistenz',
      password: 'sehr geheim',
      folder: 'INBOX',
      caFile: null,
      firstStart: 'ab-jetzt',
      pollSeconds: 0.2,
    })
  })

  test('half filled is a fault that names what is missing', () => {
    expect(faults({ KLA_IMAP_HOST: 'imap.kreis.example' })).toEqual([
      'KLA_IMAP_HOST ist gesetzt, aber KLA_IMAP_USER und KLA_IMAP_PASSWORD fehlen. Bitte ergänzen oder alle Zeilen mit KLA_IMAP_ entfernen.',
    ])
    expect(faults({ KLA_IMAP_PORT: '993' })[0]).toContain('KLA_IMAP_HOST und KLA_IMAP_USER')
  })

  test('the port follows the protection', () => {
    expect(read({ ...mailbox, KLA_IMAP_SECURITY: 'STARTTLS' }).imap?.port).toBe(143)
    expect(read({ ...mailbox, KLA_IMAP_SECURITY: 'starttls', KLA_IMAP_PORT: '1143' }).imap?.port).toBe(1143)
  })

  test.each(['localhost', '127.0.0.1', '127.1.2.3', '::1'])(
    '%s may be talked to without protection',
    host => {
      const env = { ...mailbox, KLA_IMAP_HOST: host, KLA_IMAP_SECURITY: 'unverschluesselt-nur-lokal' }
      expect(read(env).imap?.host).toBe(host)
    },
  )

  test.each(['imap.kreis.example', '10.0.0.1', 'localhost.kreis.example', '127.0.0.1.kreis.example'])(
    '%s may not',
    host => {
      const env = { ...mailbox, KLA_IMAP_HOST: host, KLA_IMAP_SECURITY: 'unverschluesselt-nur-lokal' }
      expect(faults(env)).toEqual([expect.stringContaining('KLA_IMAP_SECURITY=unverschluesselt-nur-lokal')])
    },
  )

  test('is either a mailbox or a folder', () => {
    expect(read({ KLA_FOLDER_MAILBOX: './posteingang' }).folderMailbox).toBe('./posteingang')
    expect(faults({ ...mailbox, KLA_FOLDER_MAILBOX: './posteingang' })).toHaveLength(1)
  })

  test('without a way out, or without anybody to alarm, is allowed and said', () => {
    expect(read(mailbox).warnings.map(line => line.split(' ')[0])).toEqual([
      'KLA_SMTP_HOST',
      'KLA_ALARM_MAIL',
    ])
  })
})

describe('the mail server', () => {
  test('may take letters without sign-in, but not with half of one', () => {
    expect(read({ KLA_SMTP_HOST: 'smtp.example' }).smtp?.login).toBeNull()
    expect(faults({ KLA_SMTP_HOST: 'smtp.example', KLA_SMTP_USER: 'kla' })[0]).toMatch(
      /^KLA_SMTP_USER ist gesetzt, aber KLA_SMTP_PASSWORD fehlt/,
    )
  })

  test('is needed for the alarm, which must not go nowhere in silence', () => {
    expect(faults({ KLA_ALARM_MAIL: 'asd@kreis.example' })[0]).toContain('KLA_SMTP_HOST fehlt')
    expect(
      read({ KLA_SMTP_HOST: 'smtp.example', KLA_ALARM_MAIL: 'asd@kreis.example; leitung@kreis.example' }),
    ).toMatchObject({ alarmRecipients: ['asd@kreis.example', 'leitung@kreis.example'] })
  })
})

test('who hears of letters to a running tender can be named', () => {
  expect(
    read({ KLA_SMTP_HOST: 'smtp.example', KLA_VERGABE_MAIL: 'vergabe@kreis.example' }).procurementRecipients,
  ).toEqual(['vergabe@kreis.example'])
  expect(faults({ KLA_VERGABE_MAIL: 'vergabe@kreis.example' })[0]).toContain('KLA_SMTP_HOST fehlt')
})

test('Exchange Online is not asked five times a second', () => {
  const imap = (host: string) =>
    read({ KLA_IMAP_HOST: host, KLA_IMAP_USER: 'a@kreis.example', KLA_IMAP_PASSWORD: 'x' }).imap?.pollSeconds
  expect(imap('outlook.office365.com')).toBe(30)
  expect(imap('mail.kreis.example')).toBe(0.2)
})
