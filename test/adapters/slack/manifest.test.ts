import { describe, expect, test } from 'vitest'
import slack from '../../../src/adapters/slack/chatPlatform.ts'
import { reservedBySlack } from '../../../src/adapters/slack/commandName.ts'
import { neededScopes, slackManifest } from '../../../src/adapters/slack/manifest.ts'

const commands = [
  { name: 'status region', summary: '' },
  { name: 'hilfe', summary: '' },
]
const described = { appName: 'Klassenassistenz', command: 'kla', commands, publicUrl: null }

test('for Socket Mode it names commands, events, the menu entry and the home page, and no address', () => {
  const manifest = slackManifest(described)
  expect(manifest).toMatchObject({
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true },
      slash_commands: [{ command: '/kla', usage_hint: 'status region | hilfe' }],
      shortcuts: [{ name: 'Vorgang daraus machen', type: 'message', callback_id: 'kla_take_in' }],
    },
    oauth_config: { scopes: { bot: [...neededScopes] } },
    settings: {
      socket_mode_enabled: true,
      interactivity: { is_enabled: true },
      event_subscriptions: {
        bot_events: [
          ...['app_home_opened', 'app_mention', 'message.channels', 'message.groups'],
          ...['message.im', 'reaction_added'],
        ],
      },
    },
  })
  expect(JSON.stringify(manifest)).not.toContain('request_url')
})

test('in HTTP mode our address stands wherever Slack calls us', () => {
  const url = 'https://kla.example.org/slack/events'
  expect(slackManifest({ ...described, publicUrl: 'https://kla.example.org' })).toMatchObject({
    features: { slash_commands: [{ url }] },
    settings: {
      socket_mode_enabled: false,
      event_subscriptions: { request_url: url },
      interactivity: { request_url: url },
    },
  })
})

test('links to the workplace are asked for only where it has a name on the net', () => {
  const withLinks = slackManifest({ ...described, workplaceUrl: 'https://kla.kreis.example/vorgaenge' })
  expect(withLinks).toMatchObject({
    features: { unfurl_domains: ['kla.kreis.example'] },
    settings: { event_subscriptions: { bot_events: expect.arrayContaining(['link_shared']) } },
    oauth_config: { scopes: { bot: expect.arrayContaining(['links:read', 'links:write']) } },
  })
  for (const workplaceUrl of [null, 'http://127.0.0.1:8080', 'http://localhost:8080'])
    expect(JSON.stringify(slackManifest({ ...described, workplaceUrl })), `${workplaceUrl}`).not.toMatch(
      /link_shared|links:|unfurl_domains/,
    )
})

test.each(reservedBySlack)(
  'a manifest with /%s, which Slack would refuse as a whole, is not made',
  command => {
    expect(() => slackManifest({ ...described, command })).toThrow('Slack selbst')
  },
)

test('what it names is within Slack’s lengths, however long the programme’s name and its commands are', () => {
  const many = Array.from({ length: 60 }, (_, i) => ({ name: `befehl nummer ${i}`, summary: '' }))
  const { display_information, features } = slackManifest({
    ...described,
    appName: 'Klassenassistenz '.repeat(9),
    commands: many,
  }) as {
    display_information: { name: string }
    features: { slash_commands: { usage_hint: string }[]; shortcuts: { name: string; description: string }[] }
  }
  expect(display_information.name.length).toBeLessThanOrEqual(35)
  expect(features.slash_commands[0]!.usage_hint.length).toBeLessThanOrEqual(200)
  expect(features.shortcuts[0]!.name.length).toBeLessThanOrEqual(24)
  expect(features.shortcuts[0]!.description.length).toBeLessThanOrEqual(150)
})

describe('the settings', () => {
  const config = (values: Record<string, string>) => ({
    mode: 'socket',
    values: { COMMAND: null, EMOJI: null, PACE: null, ...values },
    channels: { koordination: 'C012AB3CD' },
    level: 'metadaten' as const,
  })
  test.each<Record<string, string>>([
    {},
    { EMOJI: ':ticket:' },
    { EMOJI: 'aus' },
    { EMOJI: 'büroklammer' },
    { PACE: '0' },
    { PACE: '1,5' },
    { COMMAND: '/kla' },
  ])('%o is fine', values => {
    expect(slack.faults(config(values))).toEqual([])
  })
  test.each<[Record<string, string>, string]>([
    [{ EMOJI: 'zwei wörter' }, 'KLA_SLACK_EMOJI'],
    [{ PACE: 'schnell' }, 'KLA_SLACK_PACE'],
    [{ PACE: '-1' }, 'KLA_SLACK_PACE'],
    [{ COMMAND: 'status' }, 'KLA_SLACK_COMMAND'],
  ])('%o is named with its setting', (values, name) => {
    expect(slack.faults(config(values))).toEqual([expect.stringMatching(new RegExp(`^${name}: .+\\.$`))])
  })
})
