import { describe, expect, test } from 'vitest'
import { faults, mailbox, read, slack } from './settings/reading.ts'

describe('without a single setting', () => {
  test('the program starts for Pinneberg with the embedded database and nothing outside', () => {
    expect(read({})).toMatchObject({
      databaseUrl: null,
      dataDir: './data',
      programme: 'pinneberg',
      now: null,
      mailboxes: [],
      smtp: null,
      platforms: {},
      maxMailBytes: 50 * 1024 * 1024,
      web: { host: '127.0.0.1', port: 8080 },
      warnings: [],
    })
  })

  test('an empty value counts as not set, as in a copied line without a value', () => {
    expect(read({ KLA_IMAP_HOST: '', DATABASE_URL: '  ', KLA_WEB_PORT: '' })).toEqual(read({}))
  })

  test('the settings of other programs are none of our business', () => {
    expect(faults({ PATH: '/bin', KLAVIER: 'ja', KLA_TEST_X: '1' })).toEqual([])
  })
})

describe('a mistyped name', () => {
  test.each([
    ['KLA_IMAP_HOSTS', 'KLA_IMAP_HOST'],
    ['KLA_IMPA_HOST', 'KLA_IMAP_HOST'],
    ['kla_data_dir', 'KLA_DATA_DIR'],
    ['KLA_SLACK_SIGNINGSECRET', 'KLA_SLACK_SIGNING_SECRET'],
  ])('%s is asked for as %s', (wrong, right) => {
    expect(faults({ [wrong]: 'x' })).toEqual([
      `${wrong} ist keine bekannte Einstellung. Meinten Sie ${right}?`,
    ])
  })

  test('that resembles nothing is named without a guess', () => {
    expect(faults({ KLA_QUARK: 'x' })).toEqual([
      'KLA_QUARK ist keine bekannte Einstellung. Alle Einstellungen stehen in .env.example; bitte die Zeile entfernen.',
    ])
  })

  test('of DATABASE_URL is a warning, because another program may mean it', () => {
    expect(read({ DATABSE_URL: 'x' }).warnings).toEqual([
      'DATABSE_URL ist gesetzt, DATABASE_URL nicht: Es wird die eingebettete Datenbank benutzt.',
    ])
    expect(read({ DATABASE_URI: 'x', DATABASE_URL: 'postgres://localhost/kla' }).warnings).toEqual([])
  })
})

describe('a malformed value', () => {
  test('all faults are told at once, one line each', () => {
    const lines = faults({
      ...mailbox,
      KLA_IMAP_PORT: 'neunneundrei',
      KLA_NOW: '2024-04-22',
      KLA_MAIL_FROM: 'koordination',
      KLA_IMAP_HOTS: 'x',
      KLA_LOG_LEVEL: 'laut',
    })
    expect(lines.map(line => line.split(' ')[0])).toEqual([
      'KLA_IMAP_HOTS',
      'KLA_NOW',
      'KLA_LOG_LEVEL',
      'KLA_IMAP_PORT',
      'KLA_MAIL_FROM',
    ])
    expect(lines.every(line => !line.includes('\n') && line.endsWith('.') === !line.endsWith('?'))).toBe(true)
  })

  test('the line says what is wrong and what to write', () => {
    expect(faults({ KLA_WEB_PORT: '80800' })).toEqual([
      'KLA_WEB_PORT „80800“ ist ungültig: erwartet wird eine ganze Zahl von 0 bis 65535, zum Beispiel 8080.',
    ])
    expect(faults({ ...mailbox, KLA_IMAP_HOST: 'imaps://imap.kreis.example:993' })).toEqual([
      'KLA_IMAP_HOST „imaps://imap.kreis.example:993“ ist ungültig: erwartet wird nur der Name des Servers ohne Protokoll und Port, zum Beispiel imap.example.',
    ])
  })

  test('a faulty value is not also called missing', () => {
    expect(faults({ ...mailbox, KLA_IMAP_HOST: 'zwei worte' })).toHaveLength(1)
    expect(faults({ ...slack, KLA_SLACK_MODE: 'sockel' })).toHaveLength(1)
  })

  test.each([
    ['KLA_IMAP_PORT', '0'],
    ['KLA_IMAP_PORT', '-1'],
    ['KLA_IMAP_PORT', '9.5'],
    ['KLA_IMAP_PORT', '0x10'],
    ['KLA_MAX_MAIL_MB', '1e9'],
    ['KLA_IMAP_POLL_SECONDS', '0'],
    ['KLA_ALARM_MAIL', ','],
    ['KLA_ALARM_MAIL', 'asd@kreis.example, nein'],
    ['KLA_SLACK_CHANNELS', 'koordination'],
    ['KLA_SLACK_CHANNELS', 'a=C012,a=C034'],
    ['KLA_SLACK_COMMAND', 'Kla Bot'],
    ['KLA_SLACK_COMMAND', '/status'],
    ['KLA_SLACK_AVV', '1. März 2024'],
    ['KLA_SLACK_AVV', '2024-02-30'],
    ['KLA_SLACK_REGION', 'usa'],
    ['DATABASE_URL', 'mysql://localhost/kla'],
    ['DATABASE_URL', 'postgres:///kla'],
    ['KLA_SECRET', 'zu kurz'],
  ])('%s=%s is refused', (name, value) => {
    expect(faults({ ...mailbox, KLA_SMTP_HOST: 'smtp.example', ...slack, [name]: value })).toEqual([
      expect.stringContaining(name),
    ])
  })

  test('a decimal comma is as good as a point', () => {
    expect(read({ ...mailbox, KLA_IMAP_POLL_SECONDS: '0,5' }).mailboxes[0]?.pollSeconds).toBe(0.5)
    expect(read({ ...mailbox, KLA_IMAP_POLL_SECONDS: '0.5' }).mailboxes[0]?.pollSeconds).toBe(0.5)
  })
})

describe('secrets', () => {
  test('never stand in a message, not even wrong ones', () => {
    const secret = 'Geheimnis-7f3a'
    const lines = faults({
      DATABASE_URL: `postgras://kla:${secret}@db.example/kla`,
      KLA_SECRET: secret,
      KLA_IMAP_PASSWORD: secret,
      KLA_SMTP_PASSWORD: secret,
      KLA_SLACK_MODE: 'http',
      KLA_SLACK_BOT_TOKEN: secret,
      KLA_SLACK_APP_TOKEN: secret,
      KLA_SLACK_SIGNING_SECRET: secret,
      KLA_SLACK_SIGNING_SECRT: secret,
    })
    expect(lines.length).toBeGreaterThanOrEqual(7)
    expect(lines.join('\n')).not.toContain(secret)
  })

  test('a token in the wrong line is noticed, because bot and app tokens are easily swapped', () => {
    expect(faults({ ...slack, KLA_SLACK_BOT_TOKEN: slack.KLA_SLACK_APP_TOKEN })).toEqual([
      'KLA_SLACK_BOT_TOKEN ist ungültig: erwartet wird ein Wert, der mit xoxb- beginnt (api.slack.com/apps, OAuth & Permissions, Bot User OAuth Token).',
    ])
  })
})

describe('what would open the house', () => {
  test('the page is not offered to the network while nobody signs in', () => {
    expect(faults({ KLA_WEB_HOST: '0.0.0.0' })).toEqual([
      expect.stringContaining('noch keine Anmeldung einzelner Personen'),
    ])
    expect(read({ KLA_WEB_HOST: 'localhost', KLA_WEB_PORT: '0' }).web).toEqual({ host: 'localhost', port: 0 })
  })

  test('a database over the network without protection is said', () => {
    const remote = 'postgres://kla:geheim@db.kreis.example/kla'
    expect(read({ DATABASE_URL: remote }).warnings).toEqual([expect.stringContaining('unverschlüsselt')])
    expect(read({ DATABASE_URL: `${remote}?sslmode=verify-full` }).warnings).toEqual([])
    expect(read({ DATABASE_URL: 'postgres://kla:geheim@localhost:5432/kla' }).warnings).toEqual([])
  })
})

test('the clock can be fixed to an instant with a zone', () => {
  expect(read({ KLA_NOW: '2024-04-22T09:00:00+02:00' }).now?.toString()).toBe('2024-04-22T07:00:00Z')
})
