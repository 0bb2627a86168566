import { describe, expect, test } from 'vitest'
import { mailboxIdOf } from '../../src/settings/groups.ts'
import { faults, mailbox, read, slack } from './reading.ts'

describe('the mailbox', () => {
  test('three lines suffice', () => {
    expect(read(mailbox).mailboxes).toEqual([
      {
        group: 'KLA_IMAP',
        host: 'imap.kreis.example',
        port: 993,
        security: 'tls',
        user: 'klassenassistenz',
        password: 'sehr geheim',
        folders: ['INBOX'],
        caFile: null,
        firstStart: 'ab-jetzt',
        pollSeconds: 0.2,
        moveTo: null,
        sentFolder: null,
      },
    ])
  })

  test('half filled is a fault that names what is missing', () => {
    expect(faults({ KLA_IMAP_HOST: 'imap.kreis.example' })).toEqual([
      'KLA_IMAP_HOST ist gesetzt, aber KLA_IMAP_USER und KLA_IMAP_PASSWORD fehlen. Bitte ergänzen (ohne Passwort geht die Anmeldung mit OAuth 2.0: KLA_OAUTH_ISSUER) oder alle Zeilen mit KLA_IMAP_ entfernen.',
    ])
    expect(faults({ KLA_IMAP_PORT: '993' })[0]).toContain('KLA_IMAP_HOST und KLA_IMAP_USER')
  })

  test('the port follows the protection', () => {
    expect(read({ ...mailbox, KLA_IMAP_SECURITY: 'STARTTLS' }).mailboxes[0]?.port).toBe(143)
    expect(
      read({ ...mailbox, KLA_IMAP_SECURITY: 'starttls', KLA_IMAP_PORT: '1143' }).mailboxes[0]?.port,
    ).toBe(1143)
  })

  test.each(['localhost', '127.0.0.1', '127.1.2.3', '::1'])(
    '%s may be talked to without protection',
    host => {
      const env = { ...mailbox, KLA_IMAP_HOST: host, KLA_IMAP_SECURITY: 'unverschluesselt-nur-lokal' }
      expect(read(env).mailboxes[0]?.host).toBe(host)
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
      'Keine',
      'KLA_SMTP_HOST',
      'KLA_ALARM_MAIL',
    ])
  })
})

describe('several mailboxes', () => {
  const second = {
    KLA_IMAP_2_HOST: 'imap.traeger.example',
    KLA_IMAP_2_USER: 'projekt',
    KLA_IMAP_2_PASSWORD: 'auch geheim',
  }

  test('each has its folders and its own settings, and takes nothing from the first', () => {
    const found = read({
      ...mailbox,
      KLA_IMAP_FOLDER: 'INBOX, Junk E-Mail,',
      KLA_IMAP_FIRST_START: 'alles',
      KLA_IMAP_SECURITY: 'starttls',
      ...second,
      KLA_IMAP_2_MOVE_TO: 'Erledigt',
    }).mailboxes
    expect(found).toMatchObject([
      { group: 'KLA_IMAP', folders: ['INBOX', 'Junk E-Mail'], firstStart: 'alles', port: 143, moveTo: null },
      {
        group: 'KLA_IMAP_2',
        host: 'imap.traeger.example',
        folders: ['INBOX'],
        firstStart: 'ab-jetzt',
        port: 993,
        moveTo: 'Erledigt',
      },
    ])
  })

  test('there may be a second without a first, and a ninth without those between', () => {
    const ninth = Object.fromEntries(
      Object.entries(second).map(([name, value]) => [name.replace('2', '9'), value]),
    )
    expect(read({ ...second, ...ninth, KLA_IMAP_9_USER: 'neun' }).mailboxes.map(each => each.group)).toEqual([
      'KLA_IMAP_2',
      'KLA_IMAP_9',
    ])
  })

  test('all faults are told at once under the names that were written, and no secret with them', () => {
    const lines = faults({
      ...mailbox,
      KLA_IMAP_2_HOST: 'imaps://imap.kreis.example',
      KLA_IMAP_2_PASSWORD: 'Geheimnis-7f3a',
      KLA_IMAP_3_PORT: '0',
      KLA_IMAP_4_FOLDER: 'INBOX, inbox',
      KLA_IMAP_2_HOTS: 'x',
      KLA_IMAP_10_HOST: 'x',
    })
    expect(lines.map(line => line.replace(/ ist (ungültig|gesetzt|keine).*/, ''))).toEqual([
      'KLA_IMAP_10_HOST',
      'KLA_IMAP_2_HOTS',
      'KLA_IMAP_2_HOST „imaps://imap.kreis.example“',
      'KLA_IMAP_2_HOST',
      'KLA_IMAP_3_PORT „0“',
      'KLA_IMAP_3_PORT',
      'KLA_IMAP_4_FOLDER „INBOX, inbox“',
      'KLA_IMAP_4_FOLDER',
    ])
    expect(lines[1]).toContain('Meinten Sie KLA_IMAP_2_HOST?')
    expect(lines[3]).toContain('aber KLA_IMAP_2_USER fehlt')
    expect(lines[3]).toContain('alle Zeilen mit KLA_IMAP_2_ entfernen')
    expect(lines.join()).not.toContain('Geheimnis')
  })

  test('a further mailbox may have the same user name on another server; the first keeps its name in the database', () => {
    const { mailboxes } = read({ ...mailbox, ...second, KLA_IMAP_2_USER: 'Klassenassistenz' })
    expect(mailboxes.map(imap => mailboxIdOf(mailboxes, imap, 'INBOX'))).toEqual([
      'klassenassistenz/INBOX',
      'Klassenassistenz (imap.traeger.example)/INBOX',
    ])
    expect(mailboxIdOf(mailboxes, mailboxes[1]!, 'Junk')).toBe('Klassenassistenz/Junk')
  })

  test('their numbers end at 9, and who goes on hears it', () => {
    expect(faults({ ...mailbox, KLA_IMAP_10_HOST: 'x' })).toEqual([
      'KLA_IMAP_10_HOST ist keine bekannte Einstellung. Weitere Postfächer haben die Zahlen 2 bis 9.',
    ])
  })

  test('one folder is watched once, whatever the spelling of INBOX and user', () => {
    expect(
      faults({
        ...mailbox,
        ...second,
        KLA_IMAP_2_HOST: 'IMAP.kreis.example',
        KLA_IMAP_2_USER: 'Klassenassistenz',
        KLA_IMAP_2_FOLDER: 'Inbox',
      }),
    ).toEqual([expect.stringContaining('KLA_IMAP_2_FOLDER nennt den Ordner „Inbox“, den KLA_IMAP_FOLDER')])
    expect(
      faults({ ...mailbox, ...second, KLA_IMAP_2_USER: 'klassenassistenz', KLA_IMAP_2_FOLDER: 'Junk' }),
    ).toEqual([])
  })

  test('letters are not moved to where they would come in again', () => {
    expect(faults({ ...mailbox, KLA_IMAP_FOLDER: 'INBOX,Ablage', KLA_IMAP_MOVE_TO: 'Ablage' })).toEqual([
      expect.stringContaining('KLA_IMAP_MOVE_TO „Ablage“ ist ein Ordner, der selbst beobachtet wird'),
    ])
  })

  test('a folder in their place is refused, whatever their number', () => {
    expect(faults({ ...second, KLA_FOLDER_MAILBOX: './posteingang' })).toEqual([
      expect.stringContaining('KLA_FOLDER_MAILBOX und KLA_IMAP_2_HOST sind beide gesetzt'),
    ])
  })
})

describe('news for the operators', () => {
  const smtp = { KLA_SMTP_HOST: 'smtp.kreis.example', KLA_BETRIEB_MAIL: 'edv@kreis.example' }

  test('go by a mail server of their own where there is one', () => {
    const other = { KLA_BETRIEB_SMTP_HOST: 'smtp.anders.example', KLA_BETRIEB_SMTP_SECURITY: 'starttls' }
    expect(read({ ...smtp, ...other }).operatorSmtp).toMatchObject({ host: 'smtp.anders.example', port: 587 })
    expect(read({ KLA_BETRIEB_MAIL: 'edv@kreis.example', ...other }).smtp).toBeNull()
    expect(read(smtp).operatorSmtp).toBeNull()
  })

  test('need somebody who gets them and a way to get there', () => {
    expect(faults({ KLA_BETRIEB_MAIL: 'edv@kreis.example' })[0]).toContain('weder KLA_BETRIEB_SMTP_HOST noch')
    expect(faults({ KLA_BETRIEB_SMTP_HOST: 'smtp.anders.example' })[0]).toContain('KLA_BETRIEB_MAIL fehlt')
    expect(faults({ ...smtp, KLA_BETRIEB_SMTP_PORT: '25' })[0]).toContain('KLA_BETRIEB_SMTP_HOST fehlt')
    expect(
      faults({ ...smtp, KLA_BETRIEB_SMTP_HOST: 'smtp.anders.example', KLA_BETRIEB_SMTP_USER: 'kla' })[0],
    ).toContain('KLA_BETRIEB_SMTP_USER ist gesetzt, aber KLA_BETRIEB_SMTP_PASSWORD fehlt')
  })

  test('D4: a mailbox without a second way to tell of its failure is said at the start', () => {
    const said = (env: Record<string, string>) =>
      read({ ...mailbox, ...smtp, ...env }).warnings.some(line => line.startsWith('Keine zweite Meldestelle'))
    expect(said({})).toBe(true)
    expect(said({ KLA_BETRIEB_SMTP_HOST: 'smtp.anders.example' })).toBe(false)
    expect(said(slack)).toBe(false)
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
    read({ KLA_IMAP_HOST: host, KLA_IMAP_USER: 'a@kreis.example', KLA_IMAP_PASSWORD: 'x' }).mailboxes[0]
      ?.pollSeconds
  expect(imap('outlook.office365.com')).toBe(30)
  expect(imap('mail.kreis.example')).toBe(0.2)
})
