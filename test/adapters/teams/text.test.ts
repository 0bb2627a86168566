import { expect, test } from 'vitest'
import { readActivity } from '../../../src/adapters/teams/activity.ts'
import { inThread, placeOf } from '../../../src/adapters/teams/place.ts'
import { plainText, withoutMarkup } from '../../../src/adapters/teams/plainText.ts'

const bot = { id: '28:bot', name: 'Klassen Assistenz' }

function textOf(text: string, mentions: { text: string; id: string; name: string }[] = []): string {
  const activity = readActivity({
    type: 'message',
    serviceUrl: 'https://smba.example/',
    channelId: 'msteams',
    from: { id: '29:x' },
    recipient: bot,
    conversation: { id: 'a:1' },
    text,
    entities: mentions.map(each => ({
      type: 'mention',
      text: each.text,
      mentioned: { id: each.id, name: each.name },
    })),
  })
  return plainText(activity!) // a whole activity
}

const us = (text: string) => ({ text, id: bot.id, name: bot.name })

test.each([
  ['<at>Klassen Assistenz</at>&nbsp;status', 'status'],
  ['<at>Klassen Assistenz</at> /status region Elmshorn', '/status region Elmshorn'],
  ['status <at>Klassen Assistenz</at>', 'status'],
  ['<at>Klassen Assistenz</at> <at>Klassen Assistenz</at> hilfe', 'hilfe'],
  // Some clients give the mention an attribute that its entity does not repeat.
  ['<at id="0">Klassen  Assistenz</at> hilfe', 'hilfe'],
])('the bot’s own mention is dropped from %s', (text, plain) => {
  expect(textOf(text, [us('<at>Klassen Assistenz</at>')])).toBe(plain)
})

test('a name that stands beside the mention is not dropped with it', () => {
  expect(
    textOf('<at>Klassen Assistenz</at> was kann Klassen Assistenz?', [us('<at>Klassen Assistenz</at>')]),
  ).toBe('was kann Klassen Assistenz?')
})

test('other people stay by their names', () => {
  const other = { text: '<at>Frau Beispiel</at>', id: '29:b', name: 'Frau Beispiel' }
  expect(
    textOf('<at>Klassen Assistenz</at> gib an <at>Frau Beispiel</at> ab', [
      us('<at>Klassen Assistenz</at>'),
      other,
    ]),
  ).toBe('gib an Frau Beispiel ab')
})

test.each([
  ['Grüße &amp; Dank', 'Grüße & Dank'],
  ['a &lt; b &gt; c &quot;d&quot; &#39;e&#39; &#x201E;f&#x201C;', 'a < b > c "d" \'e\' „f“'],
  ['&lt;b&gt;kein Markup&lt;/b&gt;', '<b>kein Markup</b>'],
  ['&unbekannt; bleibt', '&unbekannt; bleibt'],
  ['<p>eins</p><p>zwei<br/>drei</p>', 'eins\nzwei\ndrei'],
  ['5 < 7 und 9 > 8', '5 < 7 und 9 > 8'],
  ['leer\u200b&#0;&#99999999;', 'leer &#99999999;'],
  ['<attachment id="1"></attachment>Text', 'Text'],
])('what the editor makes of it is undone: %s', (html, text) => {
  expect(withoutMarkup(html)).toBe(text)
})

// Read anew from each bracket, these would take minutes.
test('a text of nothing but open brackets is read once', () => {
  expect(withoutMarkup('<a '.repeat(50_000))).toHaveLength(150_000 - 1)
  expect(withoutMarkup('<at>'.repeat(500_000))).toBe('')
  expect(textOf('<at>'.repeat(500_000), [us('<at>Klassen Assistenz</at>')])).toBe('')
})

test.each([
  [
    '19:k@thread.tacv2;messageid=7',
    '7',
    'channel',
    { channel: '19:k@thread.tacv2', thread: null, shared: true },
  ],
  [
    '19:k@thread.tacv2;messageid=7',
    '8',
    'channel',
    { channel: '19:k@thread.tacv2', thread: '7', shared: true },
  ],
  ['19:g@thread.v2', '8', 'groupChat', { channel: '19:g@thread.v2', thread: null, shared: true }],
  ['a:1', '8', 'personal', { channel: 'a:1', thread: null, shared: false }],
  // What says nothing of itself is taken for a place where others read along.
  ['a:1', '8', undefined, { channel: 'a:1', thread: null, shared: true }],
])('the place of %s', (conversation, id, conversationType, place) => {
  expect(placeOf({ id, conversation: { id: conversation, conversationType } })).toMatchObject(place)
})

test('a post in a thread stands below its root, and in a group chat, which knows no threads, at the end', () => {
  expect(inThread('19:k@thread.tacv2', '7')).toBe('19:k@thread.tacv2;messageid=7')
  expect(inThread('19:k@thread.tacv2', null)).toBe('19:k@thread.tacv2')
  expect(inThread('19:g@thread.v2', '7')).toBe('19:g@thread.v2')
})
