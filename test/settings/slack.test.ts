import { describe, expect, test } from 'vitest'
import { faults, read, slack } from './reading.ts'

describe('Slack', () => {
  test('runs in Socket Mode with two tokens, under the command kla', () => {
    expect(read(slack).slack).toMatchObject({
      connection: { mode: 'socket', appToken: 'xapp-1-beispiel' },
      botToken: 'xoxb-1-beispiel',
      command: 'kla',
      channels: { koordination: 'C012AB' },
      level: 'metadaten',
      apiUrl: null,
    })
  })

  test('a slash before the command is forgiven', () => {
    expect(read({ ...slack, KLA_SLACK_COMMAND: '/anfragen' }).slack?.command).toBe('anfragen')
  })

  test('each mode says what it lacks', () => {
    expect(faults({ KLA_SLACK_MODE: 'http', KLA_SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual([
      'KLA_SLACK_MODE=http ist gesetzt, aber KLA_SLACK_SIGNING_SECRET fehlt. Bitte ergänzen oder KLA_SLACK_MODE=aus setzen.',
    ])
    expect(faults({ KLA_SLACK_BOT_TOKEN: 'xoxb-1' })[0]).toContain('aber KLA_SLACK_MODE fehlt')
  })

  test('one word stops it, whatever else is set', () => {
    expect(read({ ...slack, KLA_SLACK_MODE: 'aus' }).slack).toBeNull()
    expect(read({ KLA_SLACK_MODE: 'aus', KLA_SLACK_BOT_TOKEN: 'xoxb-1' }).slack).toBeNull()
  })

  test('shows metadata without the papers of § 80 SGB X, but says that they are missing', () => {
    expect(read(slack).warnings).toEqual([expect.stringContaining('§ 80 SGB X')])
  })

  test.each(['auszug', 'voll'])('does not start at level %s before all three papers are named', level => {
    const papers = { KLA_SLACK_AVV: '2024-03-01', KLA_SLACK_ANZEIGE_80: 'nicht-erforderlich' }
    expect(faults({ ...slack, ...papers, KLA_SLACK_LEVEL: level })).toEqual([
      expect.stringContaining('KLA_SLACK_REGION'),
    ])
    expect(faults({ ...slack, ...papers, KLA_SLACK_LEVEL: level, KLA_SLACK_REGION: 'EU' })).toEqual([
      expect.stringContaining('noch nicht eingebaut'),
    ])
  })
})
