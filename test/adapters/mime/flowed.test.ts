import { expect, test } from 'vitest'
import { readLetter } from '../../../src/adapters/mime/readLetter.ts'

function flowed(body: string, more = ''): Promise<{ text: string; newestText: string }> {
  return readLetter(
    Buffer.from(
      `From: a@b.example\nIn-Reply-To: <frage@b.example>\nContent-Type: text/plain; charset=utf-8; format=flowed${more}\n\n${body}`,
    ),
  )
}

test('flowed lines are one paragraph again, fixed ones stay', async () => {
  expect((await flowed('Ein Satz, der \nweitergeht.\nNeue Zeile.')).text).toBe(
    'Ein Satz, der weitergeht.\nNeue Zeile.',
  )
  expect((await flowed('Ein Wort wird ge \nteilt.', '; delsp=yes')).text).toBe('Ein Wort wird geteilt.')
})

test('a quote does not flow into the answer', async () => {
  const { text, newestText } = await flowed('> Kommen Sie am \n> Dienstag? \nJa.')
  expect(text).toBe('> Kommen Sie am Dienstag? \nJa.')
  expect(newestText).toBe('Ja.')
})

test('stuffed lines lose their space, and a signature stays apart', async () => {
  expect((await flowed(' >kein Zitat\n From hier\nEnde \n-- \nUwe')).text).toBe(
    '>kein Zitat\nFrom hier\nEnde \n-- \nUwe',
  )
})

test('old charsets are read: UTF-7 and CP850', async () => {
  const mail = (charset: string, body: Buffer) =>
    readLetter(
      Buffer.concat([
        Buffer.from(`From: a@b.example\nContent-Type: text/plain; charset=${charset}\n\n`),
        body,
      ]),
    )
  expect((await mail('utf-7', Buffer.from('Gr+APwA3w-e'))).text).toBe('Grüße')
  expect((await mail('cp850', Buffer.from([0x47, 0x72, 0x81, 0xe1, 0x65]))).text).toBe('Grüße')
})
