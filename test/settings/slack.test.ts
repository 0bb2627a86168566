import { describe, expect, test } from 'vitest'
import { faults, read, slack } from './reading.ts'

describe('Slack', () => {
  test('runs in Socket Mode with two tokens, under the command kla', () => {
    expect(read(slack).platforms.slack).toEqual({
      mode: 'socket',
      values: {
        BOT_TOKEN: 'xoxb-1-beispiel',
        APP_TOKEN: 'xapp-1-beispiel',
        SIGNING_SECRET: null,
        COMMAND: null,
        EMOJI: null,
        PACE: null,
        API_URL: null,
      },
      channels: { koordination: 'C012AB' },
      level: 'metadaten',
    })
  })

  test('a slash before the command is forgiven', () => {
    expect(read({ ...slack, KLA_SLACK_COMMAND: '/anfragen' }).platforms.slack?.values.COMMAND).toBe(
      '/anfragen',
    )
  })

  test('each mode says what it lacks', () => {
    expect(faults({ KLA_SLACK_MODE: 'http', KLA_SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual([
      'KLA_SLACK_MODE=http ist gesetzt, aber KLA_SLACK_SIGNING_SECRET fehlt. Bitte ergänzen oder KLA_SLACK_MODE=aus setzen.',
    ])
    expect(faults({ KLA_SLACK_BOT_TOKEN: 'xoxb-1' })[0]).toContain('aber KLA_SLACK_MODE fehlt')
  })

  test('one word stops it, whatever else is set', () => {
    expect(read({ ...slack, KLA_SLACK_MODE: 'aus' }).platforms).toEqual({})
    expect(read({ KLA_SLACK_MODE: 'aus', KLA_SLACK_BOT_TOKEN: 'xoxb-1' }).platforms).toEqual({})
  })

  test('shows metadata without the papers of § 80 SGB X, but says that they are missing', () => {
    expect(read(slack).warnings).toEqual([expect.stringContaining('§ 80 SGB X')])
  })

  test.each(['auszug', 'voll'])('does not start at level %s before all three papers are named', level => {
    const papers = { KLA_SLACK_AVV: '2024-03-01', KLA_SLACK_ANZEIGE_80: 'nicht-erforderlich' }
    expect(faults({ ...slack, ...papers, KLA_SLACK_LEVEL: level })).toEqual([
      expect.stringContaining('KLA_SLACK_REGION'),
    ])
    expect(
      read({ ...slack, ...papers, KLA_SLACK_LEVEL: level, KLA_SLACK_REGION: 'EU' }).platforms.slack?.level,
    ).toBe(level)
  })
})
