import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { commandName, commandNameFault, reservedBySlack } from '../../../src/adapters/slack/commandName.ts'
import { postFailure } from '../../../src/adapters/slack/failure.ts'
import { mentionedPeople, plainText } from '../../../src/adapters/slack/plainText.ts'
import { startSlack } from '../../../src/adapters/slack/startSlack.ts'
import { processorTime } from '../../peers/processorTime.ts'
import { coreOf } from './world.ts'

describe('the text of a person, without Slack’s markup', () => {
  const bot = 'U0KLABOT'
  test.each([
    ['<@U0KLABOT> status region Elmshorn', 'status region Elmshorn'],
    ['<@U0KLABOT|kla>   fristen', 'fristen'],
    ['vorgang zuweisen 17 <@U02|erika>', 'vorgang zuweisen 17 @erika'],
    ['siehe <#C01|projekt>', 'siehe #projekt'],
    ['<mailto:rathaus@example.org|rathaus@example.org>', 'rathaus@example.org'],
    ['<https://example.org/a?b=1&amp;c=2>', 'https://example.org/a?b=1&c=2'],
    ['<!subteam^S01|@koordination> <!here>', '@koordination @here'],
    ['*status* `region` _Elmshorn_', 'status region Elmshorn'],
    ['KA_17_x und 3 * 4 * 5', 'KA_17_x und 3 * 4 * 5'],
    ['a &lt;b&gt; &amp;amp;', 'a <b> &amp;'],
    ['status\u00a0region\u202fElmshorn', 'status region Elmshorn'],
    ['', ''],
  ])('%s', (slack, plain) => {
    expect(plainText(slack, bot)).toBe(plain)
  })

  test('mentioned people are found once each', () => {
    expect(mentionedPeople('<@U01> und <@U02|x> und <@U01>')).toEqual(['U01', 'U02'])
  })

  test('100,000 characters of half markup are read in no time', () => {
    const took = processorTime()
    for (const part of ['<', '*a ', ' *a', ' _a_b', '`', '`a', '<@U1|']) {
      const text = part.repeat(100_000 / part.length)
      plainText(text, bot)
      mentionedPeople(text)
    }
    expect(took()).toBeLessThan(2_000)
  })
})

describe('the name of the slash command', () => {
  test.each(reservedBySlack)('%s belongs to Slack and is refused, also at the start', async word => {
    expect(commandNameFault(`/${word}`)).toContain('gehört Slack selbst')
    await expect(startSlack(optionsWith(`/${word}`))).rejects.toThrow('gehört Slack selbst')
  })

  test('kla, with and without slash, is fine', () => {
    expect(commandNameFault('kla')).toBeNull()
    expect(commandName('KLA')).toBe('/kla')
    expect(commandNameFault('/klassenassistenz')).toBeNull()
  })

  test.each(['', '/', '/mein befehl', `/${'x'.repeat(32)}`, '/a/b'])('„%s“ is no name', name => {
    expect(commandNameFault(name)).toContain('kein Name')
  })
})

describe('what a failed call means', () => {
  const request = (cause: object) => ({
    code: 'slack_webapi_request_error',
    original: new TypeError('fetch failed', { cause }),
  })
  test('before the first byte left: later', () => {
    for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT', 'CERT_HAS_EXPIRED'])
      expect(postFailure(request({ code })).kind).toBe('later')
  })
  test('afterwards, or when nobody can tell: uncertain', () => {
    expect(postFailure(request({ code: 'ECONNRESET' })).kind).toBe('uncertain')
    expect(postFailure(request({ code: 'UND_ERR_SOCKET' })).kind).toBe('uncertain')
    expect(
      postFailure({ code: 'slack_webapi_request_error', original: new DOMException('', 'TimeoutError') })
        .kind,
    ).toBe('uncertain')
    expect(postFailure(new Error('?')).kind).toBe('uncertain')
    expect(postFailure(undefined).kind).toBe('uncertain')
  })
})

function optionsWith(command: string) {
  const answer = async () => ({ summary: '', blocks: [], audience: 'asker' as const })
  return {
    mode: { kind: 'socket' as const, appToken: 'xapp-1' },
    botToken: 'xoxb-1',
    command,
    emoji: null,
    core: coreOf({ heard: [], overheard: [], memory: new Map(), answer }),
    channels: [],
    gap: 0,
    log: pino({ level: 'silent' }),
  }
}
